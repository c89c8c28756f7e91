"""Check the collections in the settings: each is a folder or a view, and every name in it is defined."""

from collections.abc import Iterator
from typing import get_args

from sitegen.config.fields import FacetField
from sitegen.config.gallery_checks import group_problems
from sitegen.config.pair_checks import pair_problems
from sitegen.config.taxonomy_checks import term_words
from sitegen.config.text_values import is_id
from sitegen.errors import Problem, suggest
from sitegen.located import Mapping, Node, Scalar, SourceFile
from sitegen.located.nodes import mapping_at, one_line, scalars, value_at
from sitegen.located.several_values import list_hint
from sitegen.model import Channel
from sitegen.model.kinds import KINDS
from sitegen.text import fold

PAGE_FIELDS = ("channels", "focus_areas", "issue", "kind")
"""The front-matter fields that a view can select by, besides those of taxonomies."""

_CHOICES = {"kind": list(KINDS), "channels": list(get_args(Channel))}


def collection_problems(taxonomies: Mapping | None, collections: Mapping, file: SourceFile) -> Iterator[Problem]:
    """Yield the problems of each collection; `taxonomies` is None where they could not be read and go unchecked."""
    folders = [name for name in collections.keys if not _is_view(collections.get(name))]
    for name, key in collections.keys.items():
        if name in collections.broken:
            continue
        node = collections.get(name)
        if node is not None and not isinstance(node, Mapping):
            continue
        collection = node or Mapping()
        yield from _form_problems(name, key, collection, file)
        yield from _source_problems(name, collection, collections, folders, file)
        if taxonomies is not None:
            yield from _facet_problems(collection, taxonomies, file)
            yield from pair_problems(collection, file)
            yield from group_problems(collection, taxonomies, file)
            yield from _condition_problems(collection, taxonomies, file)


def _form_problems(name: str, key: Scalar, collection: Mapping, file: SourceFile) -> Iterator[Problem]:
    kind, sources = collection.keys.get("kind"), collection.keys.get("from")
    if kind and sources:
        headline = f'"{name}" has "kind" and "from": it is a folder or a view, not both'
        yield file.problem_at(sources, headline, 'leave out "kind" for a view, "from" for a folder')
    if not kind and not sources:
        headline = f'"{name}" has neither "kind" nor "from"'
        yield file.problem_at(key, headline, 'a folder needs "kind", a view needs "from"')
    if sources and not list(scalars(collection.get("from"))):
        yield file.problem_at(sources, f'"from" of "{name}" names no collection', "name the folders that it shows")
    if kind and not sources and "where" in collection.keys:
        headline = f'"where" is only for views, and "{name}" is a folder'
        yield file.problem_at(collection.keys["where"], headline, "make a view of its own for it")


def _source_problems(
    name: str, collection: Mapping, collections: Mapping, folders: list[str], file: SourceFile
) -> Iterator[Problem]:
    seen = set()
    for source in scalars(collection.get("from")):
        other = one_line(source)
        if other == name:
            yield file.problem_at(source, f'"{name}" takes its pages from itself', _suggestion("", folders, "folders"))
        elif other not in collections.keys:
            yield file.problem_at(source, f'unknown collection "{other}"', _suggestion(other, folders, "folders"))
        elif _is_view(collections.get(other)):
            headline = f'"{other}" is a view, and a view cannot be the source of a view'
            yield file.problem_at(source, headline, "name the folders that it takes its pages from")
        elif other in seen:
            yield file.problem_at(source, f'the collection "{other}" is named twice', "name it once")
        seen.add(other)


def _is_view(node: Node | None) -> bool:
    return isinstance(node, Mapping) and "from" in node.keys


def _facet_problems(collection: Mapping, taxonomies: Mapping, file: SourceFile) -> Iterator[Problem]:
    unfit = {name.casefold() for name in taxonomies.keys if not is_id(name)}
    seen = set()
    for facet in scalars(collection.get("facets")):
        name = one_line(facet)
        if name in unfit:
            continue  # it becomes known once the taxonomy's own id is mended, which is reported there
        if name not in taxonomies.keys:
            yield file.problem_at(
                facet, f'unknown taxonomy "{name}"', _suggestion(name, list(taxonomies.keys), "taxonomies")
            )
        elif name in seen:
            yield file.problem_at(facet, f'the taxonomy "{name}" is named twice', "name it once")
        seen.add(name)


def _condition_problems(collection: Mapping, taxonomies: Mapping, file: SourceFile) -> Iterator[Problem]:
    conditions = mapping_at(collection, "where")
    by_field = {one_line(value_at(node, "field")): name for name, node in taxonomies.entries.items()}
    known = sorted({*PAGE_FIELDS, *by_field} - {""})
    for field, key in conditions.keys.items():
        if field not in known:
            yield file.problem_at(key, f'no view can select by the field "{field}"', _field_hint(field, known))
        elif field in by_field:
            yield from _value_problems(conditions.get(field), value_at(taxonomies.get(by_field[field]), "terms"), file)
        elif field in _CHOICES:
            yield from _choice_problems(field, conditions.get(field), file)


def _field_hint(field: str, known: list[str]) -> str:
    if field in get_args(FacetField):
        return f'make a taxonomy with the line "field: {field}"'
    return _suggestion(field, known, "fields")


def _value_problems(node: Node | None, terms: Node | None, file: SourceFile) -> Iterator[Problem]:
    if not isinstance(terms, Mapping):
        return
    known = {fold(word.text) for name, key in terms.keys.items() for word in (key, *term_words(terms.get(name)))}
    for value in scalars(node):
        if fold(value.text) not in known:
            yield file.problem_at(
                value, f'unknown term "{one_line(value)}"', _suggestion(one_line(value), list(terms.keys), "terms")
            )


def _choice_problems(field: str, node: Node | None, file: SourceFile) -> Iterator[Problem]:
    noun, known = field.removesuffix("s"), _CHOICES[field]
    for value in scalars(node):
        if one_line(value) not in known:
            yield file.problem_at(
                value, f'unknown {noun} "{one_line(value)}"', _suggestion(one_line(value), known, f"{noun}s")
            )


def _suggestion(name: str, known: list[str], what: str) -> str:
    several = list_hint(name)
    return (
        several
        or suggest(name, known)
        or (f"use one of these: {', '.join(known)}" if known else f"there are no {what} yet")
    )
