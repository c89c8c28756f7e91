"""Whether a typed text is a title, as docs/search-format.md says."""

from collections.abc import Callable
from functools import cache

from sitegen.search.words.analysis import FILLER, STOP_WORDS, fold, surfaces
from sitegen.search.words.singular import singular


def is_asked(text: str, title: str) -> bool:
    """Return whether a text is a title: it has the same letters and digits, and the same longest word.

    The title counts as it is written and without its punctuation.
    """
    return _is_same(text, title, str)


def is_called(text: str, name: str) -> bool:
    """Return whether a text is a name: as with titles, but with all words in the singular."""
    return _is_same(text, name, singular)


def _is_same(text: str, title: str, form: Callable[[str], str]) -> bool:
    plain = "".join(letter for letter in title if letter.isalnum() or letter.isspace())
    longest = {_longest(title, form), _longest(plain, form)}
    return _letters(text, form) in {_letters(title, form), _letters(plain, form)} and _longest(text, form) in (
        longest - {""}
    )


@cache
def _letters(text: str, form: Callable[[str], str]) -> str:
    said = "".join(form(fold(word)) for word in surfaces(text.replace("'", "").replace("\u2019", "")))
    return "".join(letter for letter in said if letter.isalnum())


@cache
def _longest(text: str, form: Callable[[str], str]) -> str:
    """Return the longest word of a text, the first of equals, of those that a query keeps; its first 40 characters."""
    said = [word for word in map(fold, surfaces(text)) if word]
    kept = [word for word in said if word not in STOP_WORDS | FILLER] or said
    return max(map(form, kept), key=len, default="")[:40]
