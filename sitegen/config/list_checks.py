"""Warn of settings that are lists, and have one value with a comma in it."""

from collections.abc import Iterator

from sitegen.errors import Problem
from sitegen.located import Mapping, Node, Scalar, SourceFile
from sitegen.located.nodes import mapping_at, one_line, value_at
from sitegen.located.several_values import list_hint


def list_problems(root: Mapping, file: SourceFile) -> Iterator[Problem]:
    """Yield a warning for each list whose names are free, and that was probably typed as one text."""
    values = [value_at(value_at(root, "files"), "always")]
    for taxonomy in mapping_at(root, "taxonomies").entries.values():
        terms = mapping_at(taxonomy, "terms").entries.values()
        values += [value_at(term, "also") for term in terms]
    for name in ("collections", "galleries"):
        values += [value_at(one, "also") for one in mapping_at(root, name).entries.values()]
    return (problem for value in values for problem in _problems(value, file))


def _problems(value: Node | None, file: SourceFile) -> Iterator[Problem]:
    hint = list_hint(value.text) if isinstance(value, Scalar) and ", " in value.text else ""
    if hint and value is not None:
        text = one_line(value)
        hint = f'{hint}; if it is one, write it as ["{text}"]'
        yield file.problem_at(value, f'"{text}" is read as one name, with its comma', hint, severity="warning")
