"""A document as the weights of its words: the one place where texts are counted.

The weight of a word is the sum over its places of the weight of the field, in quarters of a body's word.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from zlib import crc32

from sitegen.search.documents import Document
from sitegen.search.impacts import MOST
from sitegen.search.ranking_constants import MAX_WORD_LENGTH
from sitegen.search.reader.index_records import Vector
from sitegen.search.words.analysis import STOP_WORDS, fold, spellings, stem, words
from sitegen.search.words.synonyms import Synonyms

TITLE = 20
SUMMARY = 8
HEADINGS = 8
BODY = 4
LABELS = 8
AUDIENCE = 4
DOWNLOADS = 6
FILES = 1
TRANSCRIPT = 2

MARKED = 64
"""One stem of so many is a mark, by its digest alone; what marks are for stands in groups.py."""

_LAST_PLAIN = "\uffff"


class _Roots(dict[str, str]):
    """Folded words to what the index holds them by: their stem, or nothing. Notes the marks among the stems."""

    def __missing__(self, word: str) -> str:
        root = stem(word) if is_indexed(word) else ""
        if root and crc32(root.encode()) % MARKED == 0:
            _MARKS.add(root)
        self[word] = root
        return root


_MARKS: set[str] = set()
_ROOTS = _Roots()
root_of = _ROOTS.__getitem__
"""Gives the stem of a folded word, or an empty text where no index holds it."""


def vector(document: Document, synonyms: Synonyms) -> Vector:
    """Count a document. Stop words count in titles alone."""
    said: dict[str, int] = {}
    weights: dict[str, int] = {}
    length = 0
    for text, weight in _fields(document):
        if not text:
            continue
        found = words(text)
        length += len(found) * min(weight, BODY)
        counts = _counts(text, found, synonyms)
        if weight != TITLE:
            for word in counts.keys() & STOP_WORDS:
                del counts[word]
        said.update(counts)
        for root, times in zip(map(root_of, counts), counts.values(), strict=True):
            weights[root] = weights.get(root, 0) + times * weight
    weights.pop("", None)
    marks = " ".join(sorted(_MARKS.intersection(weights)))
    return Vector(
        length // BODY, " ".join(weights), _capped(weights.values()), _forms(weights, said), document.rank, marks
    )


def _forms(roots: Iterable[str], said: Iterable[str]) -> str:
    """Give the folded words of each stem, as `Vector.forms`; a word spelled with accents is a stem alone."""
    forms = dict.fromkeys(roots, "")
    for word in said:
        root = _ROOTS[word]
        if root and (word.isascii() or fold(word) == word):
            forms[root] = f"{forms[root]},{word}" if forms[root] else word
    return " ".join(forms.values())


def _counts(text: str, found: list[str], synonyms: Synonyms) -> Counter[str]:
    """Count the folded words of a text, those with accents as they are spelled too, and those of synonyms."""
    counts = Counter(found)
    counts.update(spellings(text))
    if synonyms.firsts and not synonyms.firsts.isdisjoint(map(root_of, counts)):
        for _, variant in synonyms.additions(found):
            counts.update(variant)
    return counts


def _capped(weights: Collection[int]) -> bytes:
    """Write weights, a byte each. Few documents have one that is too high."""
    try:
        return bytes(weights)
    except ValueError:
        return bytes([min(MOST, weight) for weight in weights])


def is_indexed(word: str) -> bool:
    """Whether the index can hold a folded word: neither empty nor very long, of plain characters."""
    return 0 < len(word) <= MAX_WORD_LENGTH and (word.isascii() or max(word) <= _LAST_PLAIN)


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
