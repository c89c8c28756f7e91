"""Define the records of located YAML: the file it was read from, and nodes with line and column."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from sitegen.errors import Location, Problem, Severity, excerpt, in_few_words, is_count


class SourceFile(msgspec.Struct, frozen=True):
    """A file being read: its path relative to the site's root, its whole text, and the error family of its problems."""

    path: str
    text: str = ""
    kind: str = "ContentError"

    def problem(
        self,
        headline: str,
        hint: str = "",
        line: int = 0,
        column: int = 0,
        severity: Severity = "error",
    ) -> Problem:
        """Return a problem in this file, with the lines around it; line and column from 1, or 0 if unknown."""
        location = Location(self.path, line, column)
        return Problem(
            location=location,
            headline=in_few_words(headline),
            hint=in_few_words(hint),
            kind=self.kind,
            excerpt=excerpt(self.text, line, column=column),
            severity=severity,
        )

    def with_excerpt(self, problem: Problem) -> Problem:
        """Return a problem of this file with the lines around it, if it has none yet."""
        if problem.excerpt or is_count(problem):
            return problem
        location = problem.location
        return msgspec.structs.replace(problem, excerpt=excerpt(self.text, location.line, column=location.column))

    def problem_at(self, node: "Node", headline: str, hint: str = "", severity: Severity = "error") -> Problem:
        """Return a problem at the position of a node, with the lines around it."""
        return self.problem(headline, hint, node.line, node.column, severity=severity)


Style = Literal["", "'", '"', "\u201c", "|", ">"]


class Scalar(msgspec.Struct, frozen=True):
    """A value as typed, without its quotes; line and column from 1.

    `style` says how it was typed: plain (empty), in quotes, or as a block (`|` or `>`).
    """

    text: str
    line: int = 0
    column: int = 0
    style: Style = ""

    @property
    def is_blank(self) -> bool:
        """Whether there is no value at all, not even empty quotes."""
        return not self.text and not self.style

    @property
    def text_line(self) -> int:
        """The line on which the text itself begins: for a block, the line after its indicator."""
        return self.line + 1 if self.style in {"|", ">"} else self.line


class Sequence(msgspec.Struct, frozen=True):
    """A list, without its blank items; line and column from 1."""

    items: tuple["Node", ...] = ()
    line: int = 0
    column: int = 0


class Mapping(msgspec.Struct, frozen=True, kw_only=True):
    """Fields with their values, in the order written; line and column from 1.

    `keys` holds the name of every field, with its position; `entries` holds the values of those that have one.
    `broken` names the fields whose values could not be read.
    """

    entries: dict[str, "Node"] = {}
    keys: dict[str, Scalar] = {}
    line: int = 0
    column: int = 0
    broken: frozenset[str] = frozenset()

    def get(self, name: str) -> "Node | None":
        """Return the value of a field, or None where there is none."""
        return self.entries.get(name)


Node = Scalar | Sequence | Mapping


Plain = str | list["Plain"] | dict[str, "Plain"]


def plain(node: Node) -> Plain:
    """Return a node as texts, lists and dicts, without positions."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {name: plain(value) for name, value in node.entries.items()}


def items(node: Node | None) -> tuple[Node, ...]:
    """Return the items of a list; any other node counts as a list of one, None as an empty list."""
    if isinstance(node, Sequence):
        return node.items
    return () if node is None else (node,)


def scalars(node: Node | None) -> Iterator[Scalar]:
    """Iterate over the scalars among the items of a list; a single scalar counts as a list of one."""
    return (item for item in items(node) if isinstance(item, Scalar))


def value_at(node: Node | None, name: str) -> Node | None:
    """Return the value of a field of a mapping; None for any other node, and where there is no value."""
    return node.get(name) if isinstance(node, Mapping) else None


def mapping_at(node: Node | None, name: str) -> Mapping:
    """Return the mapping that is the value of a field; an empty one where there is none."""
    value = value_at(node, name)
    return value if isinstance(value, Mapping) else Mapping()


def one_line(node: Node | None) -> str:
    """Return the text of a scalar on one line, with single spaces; empty for any other node and for None."""
    return " ".join(node.text.split()) if isinstance(node, Scalar) else ""
