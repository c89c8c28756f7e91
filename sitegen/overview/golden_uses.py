"""Find the pages that golden queries name: whoever deletes or renames one must know."""

from collections.abc import Iterator

from sitegen.located import Mapping, Scalar, decode, read_yaml, remove_conflicts
from sitegen.located.nodes import items
from sitegen.model.folders import GOLDEN_QUERIES
from sitegen.overview.site_facts import SiteFacts
from sitegen.overview.target_lookup import Targets


def golden_uses(site: SiteFacts, targets: Targets) -> Iterator[tuple[str, str, int]]:
    """Yield the path of each page that a golden query names, the query, and the line; nothing without such queries."""
    file, _ = decode(site.files.get(GOLDEN_QUERIES, b""), GOLDEN_QUERIES)
    node, _ = read_yaml(remove_conflicts(file)[0], file)
    if not isinstance(node, Mapping):
        return
    for query in node.keys:
        for item in items(node.get(query)):
            if isinstance(item, Scalar):
                name = item.text.strip()
                target = targets.at(name) if name.startswith("/") else f"{name}.md"
                if target:
                    yield target, query, item.line
