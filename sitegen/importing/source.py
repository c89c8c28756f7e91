"""A source of an import, and which of the readers is for it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sitegen.importing.bounds import MOST_BYTES, RefusedSourceError, check_size
from sitegen.importing.source_text import is_binary

SourceKind = Literal["text", "html", "markdown", "word", "wordpress"]

PASTED = "-"
"""The name of a source that was pasted."""

_BY_ENDING: dict[str, SourceKind] = {
    "txt": "text", "text": "text", "html": "html", "htm": "html", "xhtml": "html",
    "md": "markdown", "markdown": "markdown", "docx": "word", "xml": "wordpress",
}  # fmt: skip
ENDINGS = frozenset(_BY_ENDING)
"""The ends of the names of files that are sources; in a folder, other files only go along with them."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_MOST_WORD_BYTES = 100_000_000
_MOST_EXPORT_BYTES = 100_000_000
_REFUSED_ENDINGS = {
    "docm": "it is a Word file with macros",
    "dotm": "it is a Word template with macros",
    "doc": "it is of an old kind of Word",
    "rtf": "it is in rich text format",
    "odt": "it is an OpenDocument text",
    "pdf": "a PDF is made for paper, and its text has no order",
    "pptx": "slides have no text to read from start to end",
    "xlsx": "a spreadsheet is no text",
    "eml": "it is an e-mail as a mail program saves it",
    "msg": "it is an e-mail as Outlook saves it",
    "mht": "it is a web page packed into one file",
    "mhtml": "it is a web page packed into one file",
}
_HINTS = {
    "pdf": "bring in the file that it was made from, or copy its text and use: import -",
    "pptx": "put it into static/downloads, and begin a page for it: python3 build.py new tool TITLE",
    "xlsx": "copy its cells, and use: import -",
    "eml": "open it, copy its text, and use: import -",
    "msg": "open it, copy its text, and use: import -",
    "mht": "open it in a browser, save it as a complete web page, and bring that in",
    "mhtml": "open it in a browser, save it as a complete web page, and bring that in",
}
_TAG = re.compile(
    r"<(?:!doctype html|html|head|body|main|article|div|p|h[1-6]|table|ul|ol|section|span|meta)\b[^<>]*>", re.IGNORECASE
)
_FRONT_MATTER = re.compile(r"\ufeff?(?:---|\+\+\+)[ \t]*\r?\n")
_FEWEST_TAGS = 2
_MOST_LOOKED_AT = 20_000


@dataclass(frozen=True, slots=True)
class Source:
    """A file by its name, with `/` between folders, its bytes, and what reads a file that stands beside it.

    `open_beside` is given a path from the source's folder, and returns bytes, or None where there is no such file or
    it lies elsewhere.
    """

    name: str
    data: bytes
    open_beside: Callable[[str], bytes | None]


def kind_of(source: Source) -> SourceKind:
    """Return what a source is, by its bytes first, then by its name.

    Raises:
        RefusedSourceError: it is nothing that can be read, or too large.
    """
    ending = _ending_of(source.name)
    if reason := why_refused_by_name(source.name):
        raise RefusedSourceError(*reason)
    if source.data.startswith(_OLD_OFFICE):
        raise RefusedSourceError(
            "it is locked with a password, or of an old kind of Word", "save it again as .docx, without a password"
        )
    if source.data.startswith(_ZIP):
        if ending not in {"docx", ""}:
            raise RefusedSourceError(
                "it is a packed folder, or another program's file", "unpack it, and bring in the folder"
            )
        check_size(source.data, _MOST_WORD_BYTES)
        return "word"
    if ending == "docx":
        raise RefusedSourceError(
            "it is no Word file, whatever its name says", "open it with Word, and save it as .docx"
        )
    if ending == "xml":
        check_size(source.data, _MOST_EXPORT_BYTES)
        return "wordpress"
    check_size(source.data, MOST_BYTES)
    if is_binary(source.data):
        raise RefusedSourceError("it is no text", "bring in .txt, .html, .md or .docx files")
    return _kind_of_text(source.data[:_MOST_LOOKED_AT].decode("utf-8", "replace"), _BY_ENDING.get(ending, "text"))


def why_refused_by_name(name: str) -> tuple[str, str] | None:
    """Return why a file of this name cannot be brought in, and what would help; None if its name says nothing of it."""
    ending = _ending_of(name)
    why = _REFUSED_ENDINGS.get(ending)
    return (why, _HINTS.get(ending, "open it, save it as .docx, and bring that in")) if why else None


def _ending_of(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""


def _kind_of_text(start: str, by_name: SourceKind) -> SourceKind:
    if by_name == "html":
        return "html"
    if _FRONT_MATTER.match(start):
        return "markdown"
    is_html = start.lstrip().startswith("<") and len(_TAG.findall(start)) >= _FEWEST_TAGS
    return "html" if is_html and by_name == "text" else by_name
