"""Check the taxonomies in the settings: each field and each word of a term belongs to one owner."""

from collections.abc import Iterator

from sitegen.config.text_values import ID_HINT, is_id
from sitegen.errors import Problem
from sitegen.located import Mapping, Node, Scalar, SourceFile
from sitegen.located.nodes import mapping_at, one_line, scalars
from sitegen.model.folders import MY_LIST, SEARCH
from sitegen.output_names import mended, why_refused
from sitegen.text import fold_term

_RESERVED_IDS = {
    "page": "further pages of lists have that address",
    "words": "lists are filtered by the words after it in their address",
    "sort": "lists are sorted by that word in their address",
}


def taxonomy_problems(taxonomies: Mapping, file: SourceFile) -> Iterator[Problem]:
    """Yield the problems of the taxonomies: their ids, fields and terms."""
    fields: dict[str, str] = {}
    for name, key in taxonomies.keys.items():
        if name in _RESERVED_IDS:
            headline = f'a taxonomy cannot have the id "{name}": {_RESERVED_IDS[name]}'
            yield file.problem_at(key, headline, "give it another id")
        if name not in taxonomies.entries and name not in taxonomies.broken:
            yield file.problem_at(key, f'the taxonomy "{name}" is empty', 'give it "field" and "terms"')
        node = taxonomies.get(name)
        field = node.get("field") if isinstance(node, Mapping) else None
        other = fields.setdefault(one_line(field), name)
        if field is not None and other != name:
            headline = f'the field "{one_line(field)}" belongs to "{other}" already'
            yield file.problem_at(field, headline, "give each its own field")
        yield from _term_problems(name, mapping_at(node, "terms"), file)


def _term_problems(taxonomy: str, terms: Mapping, file: SourceFile) -> Iterator[Problem]:
    claimed: dict[str, str] = {}
    for name, key in terms.keys.items():
        if not is_id(name):
            yield file.problem_at(key, f'"{name}" cannot be the id of a term', ID_HINT)
        elif name not in (MY_LIST, SEARCH) and (reason := why_refused(name)):
            hint = f"write another id, such as {mended(name)}"
            yield file.problem_at(key, f'the id "{name}" {reason}', hint)
    for name, key in terms.keys.items():
        for word in (key, *term_words(terms.get(name))):
            owner = claimed.setdefault(fold_term(word.text) or one_line(word), name)
            if owner != name:
                headline = f'"{one_line(word)}" means "{owner}" already in the taxonomy "{taxonomy}"'
                yield file.problem_at(word, headline, "keep it in one of the two")


def term_words(node: Node | None) -> Iterator[Scalar]:
    """Yield the label of a term, where it has one, and the other words that mean it; `node` is the term's value."""
    if isinstance(node, Mapping):
        yield from scalars(node.get("label"))
        yield from scalars(node.get("also"))
    else:
        yield from scalars(node)
