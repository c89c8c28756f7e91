"""Check what must agree between settings: every name that is used is defined, and nothing is claimed twice.

The checks look at nodes, not at models, so that one run reports these mistakes beside wrong types.
"""

from collections.abc import Iterator

from sitegen.config.collection_checks import collection_problems
from sitegen.config.collection_nodes import address_of, has_list
from sitegen.config.gallery_checks import gallery_problems
from sitegen.config.list_checks import list_problems
from sitegen.config.redirect_checks import redirect_problems
from sitegen.config.synonym_checks import synonym_problems
from sitegen.config.taxonomy_checks import taxonomy_problems
from sitegen.config.text_values import ID_HINT, is_id
from sitegen.errors import Problem
from sitegen.located import Mapping, Scalar, SourceFile
from sitegen.located.nodes import mapping_at, value_at
from sitegen.model.folders import SEARCH
from sitegen.output_names import mended, why_refused


def find_disagreements(root: Mapping, file: SourceFile) -> list[Problem]:
    """Return every problem that concerns more than one value; empty where the settings agree."""
    taxonomies, collections = mapping_at(root, "taxonomies"), mapping_at(root, "collections")
    return [
        *_id_problems(taxonomies, "taxonomy", file),
        *_id_problems(collections, "collection", file),
        *taxonomy_problems(taxonomies, file),
        *collection_problems(taxonomies if "taxonomies" not in root.broken else None, collections, file),
        *_shared_addresses(collections, file),
        *_id_problems(mapping_at(root, "galleries"), "gallery", file),
        *_id_problems(mapping_at(root, "publish"), "target", file),
        *gallery_problems(mapping_at(root, "galleries"), collections, file),
        *redirect_problems(mapping_at(root, "redirects"), file),
        *list_problems(root, file),
        *synonym_problems(value_at(mapping_at(root, "search"), "synonyms"), file),
    ]


def _id_problems(group: Mapping, what: str, file: SourceFile) -> Iterator[Problem]:
    for name, key in group.keys.items():
        if not is_id(name):
            yield file.problem_at(key, f'"{name}" cannot be the id of a {what}', ID_HINT)
        elif reason := why_refused(name) if name != SEARCH else "":
            yield file.problem_at(key, f'the id "{name}" {reason}', f"write another id, such as {mended(name)}")


def _shared_addresses(collections: Mapping, file: SourceFile) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for name, key in collections.keys.items():
        node = collections.get(name)
        typed = value_at(node, "address")
        claim = typed if isinstance(typed, Scalar) else key
        address = address_of(name, node)
        if address == SEARCH:
            headline = f'"{name}" has the address of the search page, /{SEARCH}/'
            yield file.problem_at(claim, headline, "give it another address")
        elif claim is not key and is_id(address) and (reason := why_refused(address)):
            yield file.problem_at(claim, f'the address "{address}" {reason}', f"write {mended(address)}")
        if not has_list(node):
            continue
        owner = owners.setdefault(address, name)
        if owner != name:
            headline = f'"{name}" has the address of "{owner}", and both have a list'
            yield file.problem_at(claim, headline, 'give it another address, or write "list: false" in one of them')
