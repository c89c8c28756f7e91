"""Check the galleries in the settings, and the taxonomy that a list is grouped by: every name in them is defined."""

from collections.abc import Iterator

from sitegen.config.collection_nodes import address_of, has_list
from sitegen.errors import Problem, suggest
from sitegen.located import Mapping, SourceFile
from sitegen.located.nodes import items, mapping_at, one_line
from sitegen.located.several_values import list_hint
from sitegen.model.folders import SEARCH


def gallery_problems(galleries: Mapping, collections: Mapping, file: SourceFile) -> Iterator[Problem]:
    """Yield the problems of each gallery: the collections that it names, and its address, which is its id."""
    addresses = {address_of(name, collections.get(name)): name for name in collections.keys}
    for name, key in galleries.keys.items():
        if name == SEARCH:
            yield file.problem_at(
                key, f"a gallery cannot stand at /{SEARCH}/: the search page does", "give it another id"
            )
        elif name in addresses:
            headline = f'the gallery "{name}" has the address of the collection "{addresses[name]}"'
            yield file.problem_at(key, headline, "give it another id")
        yield from _name_problems(mapping_at(galleries, name), collections, file)


def group_problems(collection: Mapping, taxonomies: Mapping, file: SourceFile) -> Iterator[Problem]:
    """Yield the problems of one collection's `group_by`, which names one of its facets."""
    node = collection.get("group_by")
    name, facets = one_line(node), [one_line(facet) for facet in items(collection.get("facets"))]
    if node is None or not name or name in facets:
        return
    is_taxonomy = name in taxonomies.keys
    hint = 'name it in "facets" too' if is_taxonomy else suggest(name, facets) or 'name one of its "facets"'
    yield file.problem_at(node, f'"{name}" is not among the facets of this collection', hint)


def _name_problems(gallery: Mapping, collections: Mapping, file: SourceFile) -> Iterator[Problem]:
    seen = set()
    for node in items(gallery.get("collections")):
        name = one_line(node)
        if name not in collections.keys:
            known = ", ".join(collections.keys)
            hint = list_hint(name) or suggest(name, list(collections.keys)) or f"use one of these: {known}"
            yield file.problem_at(node, f'unknown collection "{name}"', hint)
        elif not has_list(collections.get(name)):
            yield file.problem_at(node, f'the collection "{name}" has no list to lead to', "leave it out")
        elif name in seen:
            yield file.problem_at(node, f'the collection "{name}" is named twice', "name it once")
        seen.add(name)
