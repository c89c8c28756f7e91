"""The pages of a PDF that can be bound with those of others: what they show, and nothing else.

Scripts, comments, attachments, metadata and the tags of the one document stay behind.
"""

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from sitegen.assets.unreadable import DAMAGED, TOO_LARGE, UnreadableError

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader
    from pypdf.generic import DictionaryObject

MOST_OBJECTS = 50_000
"""A PDF of more objects is not bound: copying them would take half a minute."""

LEFT_OUT = (
    *("/AA", "/AF", "/LastModified", "/Metadata", "/OPI", "/PieceInfo"),
    *("/StructParent", "/StructParents", "/Tabs", "/Thumb"),
)
"""What is left out of everything that pages are made of. Source: ISO 32000-1, 14.3 to 14.11; ISO 32000-2, 14.13."""

_KEPT = frozenset({
    *("/Type", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/UserUnit", "/Group", "/Parent"),
})  # fmt: skip
_NOT_SHOWN = frozenset(
    {"/Text", "/Popup", "/Highlight", "/StrikeOut", "/Squiggly", "/Caret", "/FileAttachment", "/Sound", "/Movie"}
    | {"/Screen", "/3D", "/RichMedia", "/Link"}
)
"""Annotations that people leave for each other, and those that play something."""

_WEB = ("https://", "http://", "mailto:")
_PROTECTED = ("it is protected", "save it without protection")
_HIDDEN = ("it has layers that are hidden", "save it without layers")
_FORM = ("it is a form that few programs show", 'print it to a new PDF ("Save as PDF"), and put that file in its place')


def bindable_pages(data: bytes, count: int) -> list["PageObject"]:
    """Return the pages of a PDF as they are shown, ready to be copied into another.

    Raises UnreadableError for what cannot be bound, and for another number of pages.
    """
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        _refuse(reader, count)
        return [_bare(page) for page in reader.pages]
    except UnreadableError:
        raise
    except Exception as error:  # whatever a library meets in bytes that anybody may have made
        raise UnreadableError(*DAMAGED) from error


def _refuse(reader: "PdfReader", count: int) -> None:
    """Raise UnreadableError for a PDF that would not look the same among others, or would take too long."""
    if reader.is_encrypted:
        raise UnreadableError(*_PROTECTED)
    if sum(map(len, reader.xref.values())) + len(reader.xref_objStm) > MOST_OBJECTS:
        raise UnreadableError(*TOO_LARGE)
    if len(reader.pages) != count:
        raise UnreadableError(*DAMAGED)
    root = reader.root_object
    layers: Any = root.get("/OCProperties", {})
    layout: Any = layers.get("/D", {}) if layers else {}
    if layout.get("/OFF") or layout.get("/BaseState", "/ON") != "/ON":
        raise UnreadableError(*_HIDDEN)
    if root.get("/NeedsRendering"):
        raise UnreadableError(*_FORM)


def _bare(page: "PageObject") -> "PageObject":
    """Take away from a page what it does not show; its links to the web stay."""
    from pypdf.generic import ArrayObject, NameObject

    annotations = ArrayObject(_annotations(page))
    for name in [name for name in page if name not in _KEPT]:
        del page[name]
    if annotations:
        page[NameObject("/Annots")] = annotations
    return page


def _annotations(page: "PageObject") -> Iterator["DictionaryObject"]:
    for one in page.annotations or ():
        annotation: Any = one.get_object()
        action: Any = annotation.get("/A", {})
        if annotation.get("/Subtype") == "/Link" and str(action.get("/URI", "")).startswith(_WEB):
            yield _link(annotation, action)
        elif annotation.get("/Subtype") not in _NOT_SHOWN and "/AP" in annotation:
            yield _picture(annotation)


def _link(annotation: "DictionaryObject", action: "DictionaryObject") -> "DictionaryObject":
    from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

    target = {NameObject("/S"): NameObject("/URI"), NameObject("/URI"): TextStringObject(action["/URI"])}
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): annotation["/Rect"],
            NameObject("/Border"): ArrayObject([NumberObject(0)] * 3),
            NameObject("/F"): NumberObject(4),
            NameObject("/A"): DictionaryObject(target),
        }
    )


def _picture(annotation: "DictionaryObject") -> "DictionaryObject":
    """Return what an annotation looks like, without what it does and who made it: a field becomes as it is printed."""
    from pypdf.generic import DictionaryObject, NameObject

    kept = {name: annotation.raw_get(name) for name in ("/Rect", "/AP", "/AS", "/F") if name in annotation}
    named = {NameObject(name): value for name, value in kept.items()}
    return DictionaryObject(
        {NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Stamp"), **named}
    )
