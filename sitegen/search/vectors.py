"""A document as the weights of its words: the one place where texts are counted.

The weight of a word is the sum over its places of the weight of the field, in quarters of a body's word.
"""

from collections import Counter

from sitegen.search.analysis import MAX_LENGTH, STOP_WORDS, fold, folded_of, spell, stem, surfaces
from sitegen.search.documents import Document
from sitegen.search.impacts import MOST
from sitegen.search.records import Vector
from sitegen.search.synonyms import Synonyms

TITLE = 20
SUMMARY = 8
HEADINGS = 8
BODY = 4
LABELS = 8
AUDIENCE = 4
DOWNLOADS = 6
FILES = 1
TRANSCRIPT = 2

_LAST_PLAIN = "\uffff"


class _Roots(dict[str, str]):
    """Folded words to what the index holds them by: their stem, or nothing."""

    def __missing__(self, word: str) -> str:
        root = stem(word) if is_indexed(word) else ""
        self[word] = root
        return root


_ROOTS = _Roots()
root_of = _ROOTS.__getitem__
"""Gives the stem of a folded word, or an empty text where no index holds it."""


def vector(document: Document, synonyms: Synonyms) -> Vector:
    """Count a document. Stop words count in titles alone."""
    total: dict[str, int] = {}
    length = 0
    for text, weight in _fields(document):
        if not text:
            continue
        found = surfaces(text)
        length += len(found) * min(weight, BODY)
        counts = _counts(found, synonyms)
        if weight != TITLE:
            for word in counts.keys() & STOP_WORDS:
                del counts[word]
        for word, times in counts.items():
            total[word] = total.get(word, 0) + times * weight
    weights: dict[str, int] = {}
    for word, root in zip(total, map(root_of, total), strict=True):
        weights[root] = weights.get(root, 0) + total[word]
    weights.pop("", None)
    words = [word for word in total if _ROOTS[word] and (word.isascii() or fold(word) == word)]
    capped = bytes([min(MOST, weight) for weight in weights.values()])
    return Vector(length // BODY, " ".join(weights), capped, " ".join(words), document.rank)


def _counts(found: list[str], synonyms: Synonyms) -> dict[str, int]:
    """Count the folded words of a text, and those with accents as they are spelled; each surface is folded once."""
    counts: dict[str, int] = {}
    for surface, times in Counter(found).items():
        word = folded_of(surface)
        counts[word] = counts.get(word, 0) + times
        if not surface.isascii():
            spelled = spell(surface)
            if spelled != word:
                counts[spelled] = counts.get(spelled, 0) + times
    if synonyms.firsts and not synonyms.firsts.isdisjoint(map(root_of, counts)):
        for _, variant in synonyms.additions(list(map(folded_of, found))):
            for word in variant:
                counts[word] = counts.get(word, 0) + 1
    return counts


def is_indexed(word: str) -> bool:
    """Whether the index can hold a folded word: neither empty nor very long, of plain characters."""
    return 0 < len(word) <= MAX_LENGTH and (word.isascii() or max(word) <= _LAST_PLAIN)


def _fields(document: Document) -> tuple[tuple[str, int], ...]:
    return (
        (document.title, TITLE),
        (document.summary, SUMMARY),
        (document.headings, HEADINGS),
        (document.body, BODY),
        ("\n".join(document.labels), LABELS),
        ("\n".join(document.audience), AUDIENCE),
        ("\n".join(document.downloads), DOWNLOADS),
        (document.files, FILES),
        (document.transcript, TRANSCRIPT),
    )
