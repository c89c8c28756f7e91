"""Warn of curly quotes around a whole value, which are read as straight ones and so are not shown."""

from collections.abc import Iterator

from sitegen.content.page_values import TERM_FIELDS
from sitegen.errors import Problem
from sitegen.located import Mapping, Node, Scalar, Sequence, SourceFile
from sitegen.located.mistakes import in_quotes, shorten

_HEADLINE = "the curly quotes around this value are not shown"


def curly_quote_problems(fields: Mapping, file: SourceFile) -> Iterator[Problem]:
    """Yield a warning for each title, and each text of several words, in curly quotes; terms have none of their own."""
    lines = file.text.split("\n") if any(quote in file.text for quote in "\u201c\u201e\u2018\u201a") else []
    for name, value in fields.entries.items() if lines else ():
        for scalar in _texts(value) if name not in TERM_FIELDS else ():
            if name == "title" or " " in scalar.text:
                yield file.problem_at(scalar, _HEADLINE, _hint(scalar, lines), severity="warning")


def _texts(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        if node.style == "\u201c":
            yield node
        return
    for value in node.items if isinstance(node, Sequence) else node.entries.values():
        yield from _texts(value)


def _hint(scalar: Scalar, lines: list[str]) -> str:
    start = scalar.column - 2
    typed = lines[scalar.line - 1][start : start + len(scalar.text) + 2]
    shown = in_quotes(typed) if scalar.text in typed and typed == shorten(typed) else 'as in "\u201c...\u201d"'
    return f"for readers to see them, put straight quotes around them: {shown}; else type straight quotes instead"
