"""What must agree between the settings: names that are used are known, and nothing is claimed twice.

They look at nodes, not at models, so that one run shows these mistakes beside wrong types.
"""

from collections.abc import Iterator
from typing import get_args

from sitegen.config.fields import FacetField, Kind, is_id
from sitegen.config.gallery_checks import gallery_problems, group_problems
from sitegen.config.pair_checks import pair_problems
from sitegen.config.redirect_checks import redirect_problems
from sitegen.config.synonym_checks import synonym_problems
from sitegen.errors import Problem, suggest
from sitegen.located import Mapping, Node, Scalar, SourceFile
from sitegen.located.nodes import items
from sitegen.model import Channel
from sitegen.model.folders import SEARCH
from sitegen.text import fold

PAGE_FIELDS = ("channels", "focus_areas", "issue", "kind")
"""The front-matter fields beside those of taxonomies that a view can select by."""

_CHOICES = {"kind": list(get_args(Kind)), "channels": list(get_args(Channel))}
_KEPT = {"page": "further pages of lists have that address", "sort": "lists are sorted by that word in their address"}
_ID_HINT = "use small letters and digits, with single hyphens between words"


def find_disagreements(root: Mapping, file: SourceFile) -> list[Problem]:
    """Give every problem that is not about one value alone."""
    taxonomies, collections = _group(root, "taxonomies"), _group(root, "collections")
    return [
        *_wrong_ids(taxonomies, "taxonomy", file),
        *_wrong_ids(collections, "collection", file),
        *_taxonomy_problems(taxonomies, file),
        *_collection_problems(taxonomies if "taxonomies" not in root.broken else None, collections, file),
        *_shared_addresses(collections, file),
        *_wrong_ids(_group(root, "galleries"), "gallery", file),
        *gallery_problems(_group(root, "galleries"), collections, file),
        *redirect_problems(_group(root, "redirects"), file),
        *synonym_problems(_at(_group(root, "search"), "synonyms"), file),
    ]


def _group(node: Node | None, name: str) -> Mapping:
    value = node.get(name) if isinstance(node, Mapping) else None
    return value if isinstance(value, Mapping) else Mapping()


def _text(node: Node | None) -> str:
    return " ".join(node.text.split()) if isinstance(node, Scalar) else ""


def _scalars(node: Node | None) -> Iterator[Scalar]:
    return (item for item in items(node) if isinstance(item, Scalar))


def _hint(name: str, known: list[str], what: str) -> str:
    return suggest(name, known) or (f"use one of these: {', '.join(known)}" if known else f"there are no {what} yet")


def _wrong_ids(group: Mapping, what: str, file: SourceFile) -> Iterator[Problem]:
    for name, key in group.keys.items():
        if not is_id(name):
            yield file.problem_at(key, f'"{name}" cannot be the id of a {what}', _ID_HINT)


# -- taxonomies


def _taxonomy_problems(taxonomies: Mapping, file: SourceFile) -> Iterator[Problem]:
    fields: dict[str, str] = {}
    for name, key in taxonomies.keys.items():
        if name in _KEPT:
            yield file.problem_at(key, f'a taxonomy cannot have the id "{name}": {_KEPT[name]}', "give it another id")
        if name not in taxonomies.entries and name not in taxonomies.broken:
            yield file.problem_at(key, f'the taxonomy "{name}" is empty', 'give it "field" and "terms"')
        node = taxonomies.get(name)
        field = node.get("field") if isinstance(node, Mapping) else None
        other = fields.setdefault(_text(field), name)
        if field is not None and other != name:
            yield file.problem_at(
                field, f'the field "{_text(field)}" belongs to "{other}" already', "give each its own field"
            )
        yield from _term_problems(name, _group(node, "terms"), file)


def _term_problems(taxonomy: str, terms: Mapping, file: SourceFile) -> Iterator[Problem]:
    claimed: dict[str, str] = {}
    for name, key in terms.keys.items():
        if not is_id(name):
            yield file.problem_at(key, f'"{name}" cannot be the id of a term', _ID_HINT)
    for name, key in terms.keys.items():
        for word in (key, *_words(terms.get(name))):
            owner = claimed.setdefault(fold(word.text), name)
            if owner != name:
                headline = f'"{_text(word)}" means "{owner}" already in the taxonomy "{taxonomy}"'
                yield file.problem_at(word, headline, "keep it in one of the two")


def _words(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Mapping):
        yield from _scalars(node.get("label"))
        yield from _scalars(node.get("also"))
    else:
        yield from _scalars(node)


# -- collections


def _collection_problems(taxonomies: Mapping | None, collections: Mapping, file: SourceFile) -> Iterator[Problem]:
    """Look at each collection; no taxonomies means that they could not be read, so nothing is said of them."""
    for name, key in collections.keys.items():
        if name in collections.broken:
            continue
        node = collections.get(name)
        if node is not None and not isinstance(node, Mapping):
            continue
        entries = node or Mapping()
        yield from _nature_problems(name, key, entries, file)
        yield from _source_problems(name, entries, collections, file)
        if taxonomies is not None:
            yield from _facet_problems(entries, taxonomies, file)
            yield from pair_problems(entries, file)
            yield from group_problems(entries, taxonomies, file)
            yield from _condition_problems(entries, taxonomies, file)


def _nature_problems(name: str, key: Scalar, entries: Mapping, file: SourceFile) -> Iterator[Problem]:
    kind, sources = entries.keys.get("kind"), entries.keys.get("from")
    if kind and sources:
        headline = f'"{name}" has "kind" and "from": it is a folder or a view, not both'
        yield file.problem_at(sources, headline, 'leave out "kind" for a view, "from" for a folder')
    if not kind and not sources:
        headline = f'"{name}" has neither "kind" nor "from"'
        yield file.problem_at(key, headline, 'a folder needs "kind", a view needs "from"')
    if sources and not list(_scalars(entries.get("from"))):
        yield file.problem_at(sources, f'"from" of "{name}" names no collection', "name the folders that it shows")
    if kind and not sources and "where" in entries.keys:
        headline = f'"where" is only for views, and "{name}" is a folder'
        yield file.problem_at(entries.keys["where"], headline, "make a view of its own for it")


def _source_problems(name: str, entries: Mapping, collections: Mapping, file: SourceFile) -> Iterator[Problem]:
    folders = [other for other in collections.keys if not _is_view(collections.get(other))]
    seen = set()
    for source in _scalars(entries.get("from")):
        other = _text(source)
        if other == name:
            yield file.problem_at(source, f'"{name}" takes its pages from itself', _hint("", folders, "folders"))
        elif other not in collections.keys:
            yield file.problem_at(source, f'unknown collection "{other}"', _hint(other, folders, "folders"))
        elif _is_view(collections.get(other)):
            headline = f'"{other}" is a view, and a view cannot be the source of a view'
            yield file.problem_at(source, headline, "name the folders that it takes its pages from")
        elif other in seen:
            yield file.problem_at(source, f'the collection "{other}" is named twice', "name it once")
        seen.add(other)


def _is_view(node: Node | None) -> bool:
    return isinstance(node, Mapping) and "from" in node.keys


def _facet_problems(entries: Mapping, taxonomies: Mapping, file: SourceFile) -> Iterator[Problem]:
    unfit = {name.casefold() for name in taxonomies.keys if not is_id(name)}
    seen = set()
    for facet in _scalars(entries.get("facets")):
        name = _text(facet)
        if name in unfit:
            continue  # it will be known when the taxonomy's own name is mended
        if name not in taxonomies.keys:
            yield file.problem_at(facet, f'unknown taxonomy "{name}"', _hint(name, list(taxonomies.keys), "taxonomies"))
        elif name in seen:
            yield file.problem_at(facet, f'the taxonomy "{name}" is named twice', "name it once")
        seen.add(name)


def _condition_problems(entries: Mapping, taxonomies: Mapping, file: SourceFile) -> Iterator[Problem]:
    conditions = _group(entries, "where")
    by_field = {_text(_at(node, "field")): name for name, node in taxonomies.entries.items()}
    known = sorted({*PAGE_FIELDS, *by_field} - {""})
    for field, key in conditions.keys.items():
        if field not in known:
            yield file.problem_at(key, f'no view can select by the field "{field}"', _field_hint(field, known))
        elif field in by_field:
            yield from _value_problems(conditions.get(field), _at(taxonomies.get(by_field[field]), "terms"), file)
        elif field in _CHOICES:
            yield from _choice_problems(field, conditions.get(field), file)


def _field_hint(field: str, known: list[str]) -> str:
    if field in get_args(FacetField):
        return f'make a taxonomy with the line "field: {field}"'
    return _hint(field, known, "fields")


def _at(node: Node | None, name: str) -> Node | None:
    return node.get(name) if isinstance(node, Mapping) else None


def _value_problems(node: Node | None, terms: Node | None, file: SourceFile) -> Iterator[Problem]:
    if not isinstance(terms, Mapping):
        return
    known = {fold(word.text) for name, key in terms.keys.items() for word in (key, *_words(terms.get(name)))}
    for value in _scalars(node):
        if fold(value.text) not in known:
            yield file.problem_at(
                value, f'unknown term "{_text(value)}"', _hint(_text(value), list(terms.keys), "terms")
            )


def _choice_problems(field: str, node: Node | None, file: SourceFile) -> Iterator[Problem]:
    noun, known = field.removesuffix("s"), _CHOICES[field]
    for value in _scalars(node):
        if _text(value) not in known:
            yield file.problem_at(value, f'unknown {noun} "{_text(value)}"', _hint(_text(value), known, f"{noun}s"))


def _shared_addresses(collections: Mapping, file: SourceFile) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for name, key in collections.keys.items():
        node = collections.get(name)
        typed = _at(node, "address")
        place = typed if isinstance(typed, Scalar) else key
        if (_text(typed) or name) == SEARCH:
            yield file.problem_at(
                place, f'"{name}" has the address of the search page, /{SEARCH}/', "give it another address"
            )
        if _text(_at(node, "list")).casefold() in {"false", "no"}:
            continue
        owner = owners.setdefault(_text(typed) or name, name)
        if owner != name:
            headline = f'"{name}" has the address of "{owner}", and both have a list'
            yield file.problem_at(place, headline, 'give it another address, or write "list: false" in one of them')
