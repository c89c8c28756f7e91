"""The names of people as files have them."""

from collections.abc import Iterable

_LONGEST = 100


def names_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names in texts, each once and on one line, cut where long, sorted; blank ones are left out."""
    return tuple(sorted({" ".join(text.split())[:_LONGEST] for text in texts} - {""}))
