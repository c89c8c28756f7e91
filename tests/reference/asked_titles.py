"""Whether a typed text is a title, as docs/search-format.md says."""

from functools import cache

from sitegen.search.words.analysis import FILLER, STOP_WORDS, fold, surfaces


def is_asked(text: str, title: str) -> bool:
    """Return whether a text is a title: it has the same letters and digits, and the same longest word.

    The title counts as it is written and without its punctuation.
    """
    plain = "".join(letter for letter in title if letter.isalnum() or letter.isspace())
    longest = {_longest(title), _longest(plain)}
    return _letters(text) in {_letters(title), _letters(plain)} and _longest(text) in longest - {""}


@cache
def _letters(text: str) -> str:
    said = "".join(map(fold, surfaces(text.replace("'", "").replace("\u2019", ""))))
    return "".join(letter for letter in said if letter.isalnum())


@cache
def _longest(text: str) -> str:
    """Return the longest word of a text, the first of equals, of those that a query keeps; its first 40 characters."""
    said = [word for word in map(fold, surfaces(text)) if word]
    kept = [word for word in said if word not in STOP_WORDS | FILLER] or said
    return max(kept, key=len, default="")[:40]
