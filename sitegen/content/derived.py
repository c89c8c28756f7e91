"""Derive what a writer left out: the summary and the formats."""

import re

from sitegen.model import Body, Download
from sitegen.model.kinds import KINDS

SUMMARY_LENGTH = 200
"""The most characters of a summary, typed or derived."""

_FORMATS = {
    "doc": "word",
    "docx": "word",
    "dotx": "word",
    "htm": "web-page",
    "html": "web-page",
    "m4v": "video",
    "mp4": "video",
    "odp": "ppt",
    "odt": "word",
    "pdf": "pdf",
    "potx": "ppt",
    "pps": "ppt",
    "ppsx": "ppt",
    "ppt": "ppt",
    "pptx": "ppt",
    "rtf": "word",
    "webm": "video",
}
_EXTENSION = re.compile(r"\.([A-Za-z0-9]{2,5})(?:[?#].*)?$")
_PATH_OF_URL = re.compile(r"https?://[^/?#]+/")


def summary_of(body: Body) -> str:
    """Return the first paragraph of a body, cut at a word to the length of a summary; empty where there is none."""
    headings = {heading.text for heading in body.headings}
    paragraphs = (line.strip() for line in body.text.split("\n"))
    return cut_at_word(next((text for text in paragraphs if text and text not in headings), ""), SUMMARY_LENGTH)


def cut_at_word(text: str, length: int) -> str:
    """Return a text cut at a word to at most `length` characters, with an ellipsis where words are left out."""
    if len(text) <= length:
        return text
    head = text[:length].rpartition(" ")[0] or text[: length - 1]
    return head.rstrip(" ,;:.-\u2013\u2014") + "\u2026"


def formats_of(kind: str, downloads: tuple[Download, ...], *, has_slides: bool = False) -> tuple[str, ...]:
    """Return the ids of the formats of a page: of its kind, its slides and its downloads, in order and each once."""
    own_format = KINDS[kind].own_format
    formats = [own_format] if own_format else []
    formats += ["slides"] if has_slides else []
    for download in downloads:
        formats += _formats_of_download(download)
    return tuple(dict.fromkeys(formats))


def _formats_of_download(download: Download) -> list[str]:
    name = download.file.text if download.file else _PATH_OF_URL.sub("/", download.url, count=1)
    extension = _EXTENSION.search(name)
    format_ = _FORMATS.get(extension[1].lower(), "") if extension else ""
    if not format_ and not download.file and not download.url.lower().startswith("mailto:"):
        format_ = "web-page"
    return [*([format_] if format_ else []), *(["slides"] if download.slides else [])]
