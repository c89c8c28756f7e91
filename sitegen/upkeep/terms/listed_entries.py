"""Read the pages of a site as its lists see them at a moment."""

from collections.abc import Callable, Iterator, Mapping

from sitegen.catalog.summaries import entry_of, facet_fields, page_terms, why_unlisted
from sitegen.catalog.taxonomy import make_vocabulary
from sitegen.content.page_parser import parse_page
from sitegen.model import Config, Entry
from sitegen.model.folders import CONTENT


def read_entries(config: Config, files: Mapping[str, bytes], has_come: Callable[[str], bool]) -> Iterator[Entry]:
    """Yield the entries of all pages, by path; `has_come` returns whether a moment (ISO 8601) has come.

    `files` are those of a site by their paths from its root. A page with errors is one that is not shown.
    """
    folders = {collection.id: collection for collection in config.collections if not collection.is_view}
    fields = [(taxonomy.id, taxonomy.field) for taxonomy in config.taxonomies]
    vocabularies = {taxonomy.id: make_vocabulary(taxonomy) for taxonomy in config.taxonomies}
    for path, data in sorted(files.items()):
        folder, _, name = path.removeprefix(f"{CONTENT}/").partition("/")
        collection = folders.get(folder)
        if collection is None or not collection.kind or "/" in name or not name.endswith(".md"):
            continue
        page, _ = parse_page(path.removeprefix(f"{CONTENT}/"), data, collection.kind)
        known = [(field, vocabularies[of]) for field, of in facet_fields(page, fields).items() if of in vocabularies]
        why = why_unlisted(page, lambda: config.site.timezone, lambda: False, has_come)
        yield entry_of(page, collection, page_terms(page, known), why)
