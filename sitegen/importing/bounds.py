"""How much of a source is read, and the refusal of one that is larger, deeper, or no text at all.

The limits are counts, not times: a source is refused on every machine or on none.
"""

import re

from sitegen.content.open_elements import first_too_deep

MOST_BYTES = 20_000_000
"""The most bytes of a text or a web page; nobody typed a longer one."""

MOST_CHARACTERS = 400_000
"""The most characters of text, without tags and pictures: several books, and more than any page."""

MOST_DEPTH = 150
"""The most elements within each other: the time that a parser of HTML takes grows with the square of it."""

MOST_TAGS = 40_000
"""The most tags: what moves elements of a tree takes time that grows with the square of them."""

MOST_SOURCES = 5_000
MOST_PICTURE_BYTES = 30_000_000
MOST_ALL_BYTES = 500_000_000
"""The most bytes of all files that one import reads."""

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)")


class RefusedSourceError(Exception):
    """A source that is not taken in: why, as a headline, and what would help."""

    def __init__(self, headline: str, hint: str) -> None:
        self.headline, self.hint = headline, hint
        super().__init__(headline)


def check_size(data: bytes, most: int = MOST_BYTES) -> None:
    """Raise RefusedSourceError for a source of too many bytes."""
    if len(data) > most:
        headline = f"it has {len(data):,} bytes, and {most:,} is the most"
        raise RefusedSourceError(headline, "save the text alone, without its pictures, or in several files")


def check_length(text: str) -> None:
    """Raise RefusedSourceError for a text of too many characters."""
    if len(text) > MOST_CHARACTERS:
        headline = f"its text has {len(text):,} characters, and {MOST_CHARACTERS:,} is the most"
        raise RefusedSourceError(headline, "save it in several files")


def check_nesting(html: str) -> None:
    """Raise RefusedSourceError for HTML whose elements are too many, or left open within each other too deeply."""
    if first_too_deep(_TAG.finditer(html), MOST_DEPTH):
        headline = f"its elements stand within each other more than {MOST_DEPTH} deep"
        raise RefusedSourceError(headline, "open it in a browser, copy its text, and bring that in with: import -")
    count = sum(1 for _ in _TAG.finditer(html))
    if count > MOST_TAGS:
        headline = f"it has {count:,} tags, and {MOST_TAGS:,} is the most"
        raise RefusedSourceError(headline, "save it in several files")
