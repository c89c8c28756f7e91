"""Sizes of paper: their names from measures, and what a writer may have meant."""

import re
from collections.abc import Iterable

_POINTS_TO_AN_INCH = 72
_TOLERANCE = 5
_MOST_INCHES = 200
_KNOWN = {
    (396, 612): "5.5 x 8.5 in",
    (612, 792): "8.5 x 11 in",
    (612, 1008): "8.5 x 14 in",
    (792, 1224): "11 x 17 in",
    (420, 595): "A5",
    (595, 842): "A4",
    (842, 1191): "A3",
}
_MEANT = {
    "letter": "8.5 x 11 in",
    "us letter": "8.5 x 11 in",
    "legal": "8.5 x 14 in",
    "us legal": "8.5 x 14 in",
    "tabloid": "11 x 17 in",
    "ledger": "11 x 17 in",
    "half letter": "5.5 x 8.5 in",
}
_HALF = re.compile(r"[ -]?(?:1/2|\u00bd)")
_INCHES = re.compile(r"(?:\"|''|\u2033|\u201d|\binch(?:es)?\b|\bin\b\.?)")
_SIZE = re.compile(r"(\d+(?:\.\d+)?) *x *(\d+(?:\.\d+)?)")


def paper_of(width: float, height: float) -> str:
    """Return the name of a size in points (1/72 inch), short side first; empty if it is not a paper size."""
    short, long = sorted((width, height))
    if not 0 < short <= long <= _MOST_INCHES * _POINTS_TO_AN_INCH:
        return ""
    for (across, down), name in _KNOWN.items():
        if abs(short - across) <= _TOLERANCE and abs(long - down) <= _TOLERANCE:
            return name
    return f"{_inches(short)} x {_inches(long)} in"


def shared_paper(papers: Iterable[str]) -> str:
    """Return the size that all pages share, or an empty text."""
    sizes = set(papers)
    return sizes.pop() if len(sizes) == 1 else ""


def is_paper(typed: str, paper: str) -> bool:
    """Return whether a typed text begins with this size, in any usual spelling and orientation."""
    return _plain(typed) == _plain(paper)


def _plain(typed: str) -> str:
    text = _HALF.sub(".5", typed.casefold().replace("\u00d7", "x").strip())
    text = next((size for name, size in _MEANT.items() if re.match(rf"{name}\b", text)), text)
    text = " ".join(_INCHES.sub(" ", text).split())
    size = _SIZE.match(text)
    if not size:
        return text.split(",")[0].split(" ")[0]
    short, long = sorted(float(side) for side in size.groups())
    return f"{short:g} x {long:g}"


def _inches(points: float) -> str:
    return f"{round(points / _POINTS_TO_AN_INCH, 1):g}"
