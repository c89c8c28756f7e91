"""The words of the index by first and by last letter: for short beginnings, and for words that are mistyped."""

from collections.abc import Collection, Sequence


def vocabularies(parts: Collection[Sequence[str]], *, at: int) -> dict[str, bytes]:
    """Write words by the letter at a place: 0 for the first, -1 for the last; a space between.

    `parts` are `Bucket.words`. The most frequent come first, then it goes by the order of letters. A word of two stems
    is as frequent as the more frequent one.
    """
    by_letter: dict[str, dict[str, None]] = {}
    for step in reversed(range(max(map(len, parts), default=0))):
        for word in sorted(" ".join(part[step] for part in parts if step < len(part)).split()):
            by_letter.setdefault(word[at], {}).setdefault(word)
    return {letter: " ".join(words).encode() for letter, words in by_letter.items()}
