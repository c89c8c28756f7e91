"""The records of located YAML: where it was read, and its nodes with line and column."""

import msgspec

from sitegen.errors import Location, Problem, Severity, excerpt


class SourceFile(msgspec.Struct, frozen=True):
    """A file that is read: path relative to the site's root, whole text, and the family of its problems."""

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
        """Make a problem of this file with the lines around it; line and column from 1, 0: not known."""
        place = Location(self.path, line, column)
        return Problem(place, headline, hint, self.kind, (), excerpt(self.text, line), severity)

    def problem_at(self, node: "Node", headline: str, hint: str = "", severity: Severity = "error") -> Problem:
        """Make a problem at the place of a node."""
        return self.problem(headline, hint, node.line, node.column, severity=severity)


class Scalar(msgspec.Struct, frozen=True):
    """A value as typed, without its quotes. `style` is how: "" (plain), a quote, "|" or ">" (a block)."""

    text: str
    line: int = 0
    column: int = 0
    style: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all was typed."""
        return not self.text and not self.style

    @property
    def text_line(self) -> int:
        """The line where the text itself begins: of a block, the line after its mark."""
        return self.line + 1 if self.style in {"|", ">"} else self.line


class Sequence(msgspec.Struct, frozen=True):
    """A list, without its blank items."""

    items: tuple["Node", ...] = ()
    line: int = 0
    column: int = 0


class Mapping(msgspec.Struct, frozen=True):
    """Fields with their values, in the order written.

    `keys` has the place of every field, also of those without a value; `entries` only those with one.
    `broken` names the fields whose values could not be read.
    """

    entries: dict[str, "Node"] = {}
    keys: dict[str, Scalar] = {}
    line: int = 0
    column: int = 0
    broken: frozenset[str] = frozenset()

    def get(self, name: str) -> "Node | None":
        """Give the value of a field, None where there is none."""
        return self.entries.get(name)


Node = Scalar | Sequence | Mapping


Plain = str | list["Plain"] | dict[str, "Plain"]


def plain(node: Node) -> Plain:
    """Give a node as texts, lists and dicts, without places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {name: plain(value) for name, value in node.entries.items()}


def items(node: Node | None) -> tuple[Node, ...]:
    """Give the items of a list; anything else is a list of one, nothing an empty one."""
    if isinstance(node, Sequence):
        return node.items
    return () if node is None else (node,)


def line_of_text(node: Node | None) -> str:
    """Give the text of a scalar on one line; empty for anything else."""
    return " ".join(node.text.split()) if isinstance(node, Scalar) else ""
