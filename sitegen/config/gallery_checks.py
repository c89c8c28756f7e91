"""Galleries in the settings, and the taxonomy that a list is grouped by: every name in them is known."""

from collections.abc import Iterator

from sitegen.errors import Problem, suggest
from sitegen.located import Mapping, Node, SourceFile
from sitegen.located.nodes import items, one_line
from sitegen.model.folders import SEARCH


def gallery_problems(galleries: Mapping, collections: Mapping, file: SourceFile) -> Iterator[Problem]:
    """Look at each gallery: the collections that it names, and its address, which is its id."""
    addresses = {_address(name, collections): name for name in collections.keys}
    for name, key in galleries.keys.items():
        if name == SEARCH:
            yield file.problem_at(
                key, f"a gallery cannot stand at /{SEARCH}/: the search page does", "give it another id"
            )
        elif name in addresses:
            headline = f'the gallery "{name}" has the address of the collection "{addresses[name]}"'
            yield file.problem_at(key, headline, "give it another id")
        entries = galleries.get(name)
        yield from _name_problems(entries if isinstance(entries, Mapping) else Mapping(), collections, file)


def group_problems(entries: Mapping, taxonomies: Mapping, file: SourceFile) -> Iterator[Problem]:
    """Look at the taxonomy that one collection's list is grouped by: one of its facets."""
    node = entries.get("group_by")
    name, facets = one_line(node), [one_line(facet) for facet in items(entries.get("facets"))]
    if node is None or not name or name in facets:
        return
    known = name in taxonomies.keys
    hint = 'name it in "facets" too' if known else suggest(name, facets) or 'name one of its "facets"'
    yield file.problem_at(node, f'"{name}" is not among the facets of this collection', hint)


def _name_problems(entries: Mapping, collections: Mapping, file: SourceFile) -> Iterator[Problem]:
    seen = set()
    for node in items(entries.get("collections")):
        name = one_line(node)
        if name not in collections.keys:
            known = ", ".join(collections.keys)
            hint = suggest(name, list(collections.keys)) or f"use one of these: {known}"
            yield file.problem_at(node, f'unknown collection "{name}"', hint)
        elif not _has_list(collections.get(name)):
            yield file.problem_at(node, f'the collection "{name}" has no list to lead to', "leave it out")
        elif name in seen:
            yield file.problem_at(node, f'the collection "{name}" is named twice', "name it once")
        seen.add(name)


def _address(name: str, collections: Mapping) -> str:
    node = collections.get(name)
    return (one_line(node.get("address")) if isinstance(node, Mapping) else "") or name


def _has_list(node: Node | None) -> bool:
    typed = one_line(node.get("list")) if isinstance(node, Mapping) else ""
    return typed.casefold() not in {"false", "no"}
