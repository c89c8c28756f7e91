"""The titles of all pages from A to Z: their order, their letters, and the pages that hold them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from zlib import crc32

from sitegen.model import Record
from sitegen.model.folders import SEARCH
from sitegen.text import fold

GROUPS = 16
"""Into how many groups pages are sorted at first, so that an edit of one reads only those of its group."""

DIGITS, OTHERS = "0-9", "other"
"""The letters of titles that begin with a digit, and with a letter beyond A to Z."""

MOST_TITLES = 300
"""How many titles one page holds; where there are more in all, each letter has pages of its own."""


class Title(Record, frozen=True, kw_only=True):
    """A page by its title; `key` is what it is sorted by, `kind_label` what it is, `language` empty for the site's."""

    key: str
    path: str
    url: str
    title: str
    kind_label: str
    language: str = ""


def group_of(path: str) -> str:
    """Return the group of a content path: it depends on the path alone."""
    return str(crc32(path.encode()) % GROUPS)


def letter_of(key: str) -> str:
    """Return the letter under which a folded title stands: a to z, 0-9, or other."""
    first = key[:1]
    if first.isascii() and first.isalpha():
        return first
    return DIGITS if first.isdigit() else OTHERS


def title_key(title: str) -> str:
    """Return the sort key of a title: without case, accents and punctuation."""
    return fold(title)


def ordered(groups: Iterable[Sequence[Title]]) -> tuple[Title, ...]:
    """Put the titles of all groups in order: digits, A to Z, others; ties by path."""
    ranks = {DIGITS: 0, OTHERS: 2}
    titles = [title for group in groups for title in group]
    return tuple(sorted(titles, key=lambda title: (ranks.get(letter_of(title.key), 1), title.key, title.path)))


def letters(titles: Iterable[Title]) -> tuple[tuple[str, int], ...]:
    """Return (letter, number of titles) in the order of the titles; letters without titles are left out."""
    return tuple(Counter(letter_of(title.key) for title in titles).items())


def letter_url(letter: str, number: int = 1) -> str:
    """Return the address of a page of a letter's titles, numbered from 1."""
    return f"/{SEARCH}/{letter}/" if number == 1 else f"/{SEARCH}/{letter}/page/{number}/"


def pages_of(count: int) -> int:
    """Return the number of pages that the titles of a letter take."""
    return max(1, -(-count // MOST_TITLES))
