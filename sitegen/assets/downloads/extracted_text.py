"""The words of a file, gathered for search: one paragraph a line, up to a limit."""

import unicodedata
from collections.abc import Iterable

MOST_LETTERS = 20_000
"""So much of a file's text is kept; what a search should find stands near its beginning."""


def gather(paragraphs: Iterable[str]) -> str:
    """Put paragraphs together, spaces made single and invisible characters left out; stops asking when it is full."""
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
    """Whether it is a control, a lone half of a pair, or a character that no standard knows."""
    return unicodedata.category(char) in {"Cc", "Cs", "Co", "Cn"}
