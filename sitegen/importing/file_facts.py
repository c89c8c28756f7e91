"""Read lines that describe a file: `PDF (two pages, 8.5" x 11")`, `7 slides`, `8.5" x 11"`."""

import re

from sitegen.model import Record

_NUMBERS = dict(
    zip(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        range(1, 13),
        strict=True,
    )
)
_COUNT = rf"(?P<count>\d{{1,4}}|{'|'.join(_NUMBERS)})[ -]+(?P<unit>page|slide)s?"
_INCHES = r"(\d{1,2}(?:\.\d{1,2})?)\s*(?:\"|\u201d|\u2033|in\b\.?|inch(?:es)?)?"
_PAPER = re.compile(rf"(?<!\d){_INCHES}\s*[x\u00d7]\s*{_INCHES}(?!\d)")
_COUNTS = re.compile(_COUNT, re.IGNORECASE)
_FORMAT = re.compile(
    r"\b(pdf|powerpoint|pptx?|word(?: document)?|docx?|excel|poster|infographic|webex|slideshow)\b", re.IGNORECASE
)
_NOISE = re.compile(
    r"\b(?:formats?|size|file|document|color|black[ -]and[ -]white|and|or|letter|download|long|each|in|a|paper)\b"
    r"|[\W\d_]",
    re.IGNORECASE,
)
_FORMAT_NAMES = {
    "pptx": "ppt", "powerpoint": "ppt", "doc": "word", "docx": "word", "word document": "word", "slideshow": "slides",
}  # fmt: skip
_LONGEST = 120
_MOST_INCHES = 60


class FileFacts(Record, frozen=True, kw_only=True):
    """What a line says of a file: a format of the site's vocabulary, counts, and the paper as it is written here."""

    format: str = ""
    pages: int = 0
    slides: int = 0
    paper: str = ""


def facts_of_line(text: str) -> FileFacts | None:
    """Return the facts of a line that describes a file and says nothing else; None for any other line."""
    if len(text) > _LONGEST:
        return None
    paper, count, kind = _PAPER.search(text), _COUNTS.search(text), _FORMAT.search(text)
    rest = text
    for match in (paper, count, kind):
        rest = rest.replace(match[0], " ") if match else rest
    if not (paper or count or kind) or _NOISE.sub("", rest):
        return None
    if paper and max(float(paper[1]), float(paper[2])) > _MOST_INCHES:
        return None
    if kind and not (paper or count) and "(" not in text and text.strip().casefold() != kind[0].casefold():
        return None
    number = (_NUMBERS.get(count["count"].lower()) or int(count["count"])) if count else 0
    is_slides = count is not None and count["unit"].lower() == "slide"
    name = kind[1].lower() if kind else ""
    return FileFacts(
        format=_FORMAT_NAMES.get(name, name),
        pages=0 if is_slides else number,
        slides=number if is_slides else 0,
        paper=f"{paper[1]} x {paper[2]} in" if paper else "",
    )
