"""Words that mean the same: what a text says in other words, so that either finds it.

They work on documents when these are indexed, both ways: a page that says "UBT" is found by "unit-based team", and the
other way round. Queries stay as typed, and no reader's script needs a table.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from sitegen.search.words.analysis import words
from sitegen.search.words.stems import stem

Variant = tuple[str, ...]
"""The folded words of one way to say it."""


class Synonyms:
    """Groups of words and phrases that mean the same, compared by stem; one begins with a stem of `firsts`."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        self._by_first: dict[str, list[tuple[Variant, tuple[Variant, ...]]]] = {}
        for group in groups:
            variants = [tuple(words(text)) for text in group]
            for at, variant in enumerate(variants):
                others = tuple(other for place, other in enumerate(variants) if place != at and other)
                stems = tuple(map(stem, variant))
                if stems:
                    self._by_first.setdefault(stems[0], []).append((stems, others))
        for known in self._by_first.values():
            known.sort(key=lambda pair: -len(pair[0]))
        self.firsts = frozenset(self._by_first)

    def additions(self, text: Sequence[str]) -> list[tuple[int, Variant]]:
        """Return what a text (its folded words, in order) says in other words: (position, words) of each, by position.

        The longest way to say it counts where one is part of another; words of it are not looked at again.
        """
        stems = [stem(word) for word in text]
        if self.firsts.isdisjoint(stems):
            return []
        additions: list[tuple[int, Variant]] = []
        at = 0
        while at < len(stems):
            at += self._add(stems, at, additions) if stems[at] in self.firsts else 1
        return additions

    def _add(self, stems: list[str], at: int, additions: list[tuple[int, Variant]]) -> int:
        """Add the other variants of what stands at a position; return how many words of the text that is."""
        taken = 0
        for variant, others in self._by_first[stems[at]]:
            if len(variant) >= (taken or 1) and tuple(stems[at : at + len(variant)]) == variant:
                additions += [(at, other) for other in others]
                taken = len(variant)
        return taken or 1


@lru_cache(maxsize=4)
def cached_synonyms(groups: tuple[tuple[str, ...], ...]) -> Synonyms:
    """Return the synonyms of these groups; they are prepared once a process."""
    return Synonyms(groups)
