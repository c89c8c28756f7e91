"""Blank out the code that is set in by four spaces or a tab, also in lists, quotations and notes."""

import re

from sitegen.content.text_columns import TAB, columns_before

_SET_IN = re.compile(r"^(?:[ ]{0,3}>[ ]?)*(?:[ ]{4}|[ ]{0,3}\t)[ \t]*[^ \t\n]", re.MULTILINE)
_QUOTE = re.compile(r"(?:[ ]{0,3}>[ ]?)+")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}\.)(?:[ \t]|$)")
_HEADING = re.compile(r"#{1,6}[ \t]")
_CONTAINER = re.compile(r"!!![ ]?\w|\[\^[^\]\n]+\]:|:[ ]")


def blank_indented_code(text: str) -> str:
    """Return a text with spaces for what is set in as code; lengths and lines stay as they are."""
    if not _SET_IN.search(text):
        return text
    lines = text.split("\n")
    reader = _Reader()
    for index, line in enumerate(lines):
        if reader.is_code(line):
            lines[index] = " " * len(line)
    return "\n".join(lines)


class _Reader:
    """Reads lines in order, and keeps what is open: the columns from which text stands in each item or note."""

    def __init__(self) -> None:
        self._quotes = 0
        self._open: list[int] = []
        self._is_after_blank = True
        self._is_in_code = False

    def is_code(self, line: str) -> bool:
        """Return whether a line is code, its quote marks included."""
        quote = _QUOTE.match(line) if ">" in line[:TAB] else None
        rest = line[quote.end() :] if quote else line
        self._set_quotes(quote[0].count(">") if quote else 0)
        stripped = rest.strip(" \t")  # a line of other white space is text to Markdown
        if not stripped:
            self._is_after_blank = True
            return False
        indent = columns_before(rest)
        begins_block = self._is_after_blank or self._is_in_code
        if begins_block:
            self._close_to(indent)
        self._is_in_code = begins_block and indent >= TAB * (len(self._open) + 1)
        if not self._is_in_code:
            self._open_at(stripped, indent)
        self._is_after_blank = _HEADING.match(stripped) is not None and not self._is_in_code
        return self._is_in_code

    def _set_quotes(self, quotes: int) -> None:
        if quotes != self._quotes:
            self._is_after_blank = self._is_after_blank or quotes > self._quotes
            self._is_in_code = False
            self._open.clear()
        self._quotes = quotes

    def _close_to(self, indent: int) -> None:
        while self._open and indent < self._open[-1]:
            self._open.pop()

    def _open_at(self, stripped: str, indent: int) -> None:
        """Open the item or note that a line begins."""
        if _ITEM.match(stripped):
            self._close_to(indent)
            columns = TAB * (len(self._open) + 1)
            self._open.append(indent + 2 if indent >= columns else min(indent + 2, columns))
        elif stripped[0] in "![:" and _CONTAINER.match(stripped):
            self._close_to(indent)
            self._open.append(indent + (TAB if stripped[0] == "!" else 2))
