"""The words of a file, gathered for search: one paragraph a line, up to a limit."""

import unicodedata
from collections.abc import Iterable

MOST_LETTERS = 20_000
"""The most characters kept of a file's text; what a search should find stands near its beginning."""


def extract_text(paragraphs: Iterable[str]) -> str:
    """Join paragraphs, one a line, with single spaces and no invisible characters; stop reading at the limit."""
    kept: list[str] = []
    room = MOST_LETTERS
    for paragraph in paragraphs:
        text = _plain(paragraph[:room])
        if text:
            kept.append(text)
            room -= len(text) + 1
        if room <= 0:
            break
    return "\n".join(kept)


def _plain(text: str) -> str:
    spaced = "".join(" " if _is_unfit(char) else char for char in unicodedata.normalize("NFKC", text))
    return " ".join(spaced.split())


def _is_unfit(char: str) -> bool:
    """Return whether a character is a control, a lone surrogate, or unassigned."""
    return unicodedata.category(char) in {"Cc", "Cs", "Co", "Cn"}
