"""Several PDFs bound as one, with bookmarks: the same bytes each time, nothing in them but what the pages show."""

from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

from sitegen.assets.downloads.pdf_pages import LEFT_OUT, bindable_pages
from sitegen.assets.unreadable import DAMAGED, TOO_LARGE, UnreadableError

_HEADER = "%PDF-1.7"
_GROWTH, _ROOM = 2, 1_000_000
"""A bound PDF has at most so many times the bytes of its parts, and this many besides."""


class Part(NamedTuple):
    """A PDF to be bound: its bookmark, how many pages it has, and its bytes."""

    title: str
    pages: int
    data: bytes


class PartError(Exception):
    """A part that cannot be bound: its position from 0, and why."""

    def __init__(self, position: int, why: UnreadableError) -> None:
        self.position, self.why = position, why
        super().__init__(why.why)


def bind_pdfs(title: str, author: str, parts: Sequence[Part]) -> bytes:
    """Return one PDF of all parts in order.

    Raises PartError for the first part that cannot be bound.
    """
    data = _bind(title, author, parts)
    if len(data) > _GROWTH * sum(len(part.data) for part in parts) + _ROOM:
        for position, part in enumerate(parts):
            if len(_bind(title, author, [part])) > _GROWTH * len(part.data) + _ROOM // len(parts):
                raise PartError(position, UnreadableError(*TOO_LARGE))
    return data


def _bind(title: str, author: str, parts: Sequence[Part]) -> bytes:
    from pypdf import PdfWriter
    from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

    writer = PdfWriter()
    for position, part in enumerate(parts):
        first = len(writer.pages)
        try:
            for page in bindable_pages(part.data, part.pages):
                writer.add_page(page, LEFT_OUT)
        except UnreadableError as error:
            raise PartError(position, error) from error
        except Exception as error:  # whatever a library meets in bytes that anybody may have made
            raise PartError(position, UnreadableError(*DAMAGED)) from error
        writer.add_outline_item(title=part.title, page_number=first)
    writer.metadata = {"/Title": title, "/Author": author, "/Producer": "sitegen"}
    writer.page_mode = "/UseOutlines"
    shows_title = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(value=True)})
    writer.root_object[NameObject("/ViewerPreferences")] = shows_title
    writer.root_object[NameObject("/Lang")] = TextStringObject("en-US")
    writer.pdf_header = _HEADER
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()
