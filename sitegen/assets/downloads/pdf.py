"""PDF files: how many pages, on what paper, and their words. Raises UnreadableError for what is no whole PDF."""

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from sitegen.assets.downloads.extracted_text import extract_text
from sitegen.assets.downloads.names import names_of
from sitegen.assets.downloads.paper import paper_of, shared_paper
from sitegen.assets.unreadable import DAMAGED, LOCKED, UnreadableError
from sitegen.model import DownloadFacts

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES_READ = 40
"""The most pages whose words are read; more would take seconds."""

_MOST_PAGES_MEASURED = 500
_SIGNATURE_WITHIN = 1024
_COMMENTS = frozenset({"/Text", "/Highlight", "/StrikeOut", "/Squiggly", "/Caret", "/FileAttachment"})
"""Annotations that people leave for each other. Source: ISO 32000-1, 12.5.6."""


def read_pdf(data: bytes) -> DownloadFacts:
    """Return the pages, the paper and the words of a PDF."""
    if b"%PDF-" not in data[:_SIGNATURE_WITHIN]:
        raise UnreadableError("it is not a PDF file", "export it as PDF, or correct the end of its name")
    from pypdf.errors import DependencyError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return _facts(data)
    except UnreadableError:
        raise
    except (DependencyError, NotImplementedError) as error:
        hint = "save it without protection, or write its pages and paper into the page yourself"
        raise UnreadableError("it is protected", hint, may_be_right=True) from error
    except Exception as error:  # whatever a library meets in bytes that anybody may have made
        raise UnreadableError(*DAMAGED) from error


def _facts(data: bytes) -> DownloadFacts:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError(*LOCKED)
    count = len(reader.pages)
    if not count:
        raise UnreadableError("it has no pages", DAMAGED[1])
    measured = (_paper(reader, number) for number in range(min(count, _MOST_PAGES_MEASURED)))
    return DownloadFacts(
        pages=count,
        paper=shared_paper(measured),
        text=extract_text(_lines(reader, count)),
        people=_people(reader),
        comments=sum(_comments(reader, number) for number in range(min(count, MOST_PAGES_READ))),
    )


def _people(reader: "PdfReader") -> tuple[str, ...]:
    try:
        name = (reader.metadata.author if reader.metadata else None) or ""
    except Exception:  # noqa: BLE001 - a file that tells its author wrong is a file all the same
        name = ""
    return names_of([name])


def _comments(reader: "PdfReader", number: int) -> int:
    try:
        notes = reader.pages[number].annotations or ()
        return sum(note.get_object().get("/Subtype") in _COMMENTS for note in notes)
    except Exception:  # noqa: BLE001 - as in _people
        return 0


def _paper(reader: "PdfReader", number: int) -> str:
    page = reader.pages[number]
    box, unit = page.mediabox, float(page.user_unit)
    return paper_of(abs(float(box.width)) * unit, abs(float(box.height)) * unit)


def _lines(reader: "PdfReader", count: int) -> Iterator[str]:
    for number in range(min(count, MOST_PAGES_READ)):
        yield from _text(reader, number).split("\n")


def _text(reader: "PdfReader", number: int) -> str:
    try:
        return reader.pages[number].extract_text()
    except Exception:  # noqa: BLE001 - a page whose words cannot be read is a page all the same
        return ""
