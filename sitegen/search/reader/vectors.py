"""A document as the weights of its words: the one place where texts are counted.

The weight of a word is the sum over its places of the weight of the field, in quarters of a body's word.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from zlib import crc32

from sitegen.search.documents import Document
from sitegen.search.impacts import BODY_WEIGHT, MAX_WEIGHT
from sitegen.search.ranking_constants import MAX_WORD_LENGTH
from sitegen.search.reader.index_records import Vector
from sitegen.search.words.analysis import STOP_WORDS, fold, spellings, stem, words
from sitegen.search.words.synonyms import Synonyms

TITLE = 20
SUMMARY = 8
HEADINGS = 8
BODY = BODY_WEIGHT
LABELS = 8
AUDIENCE = 4
DOWNLOADS = 6
FILES = 1
TRANSCRIPT = 2

BOUNDARY_ONE_IN = 64
"""One stem of so many is a boundary, by its digest alone; what boundaries are for stands in groups.py."""

_LAST_PLAIN = "\uffff"


class _Stems(dict[str, str]):
    """Folded words to the stem that the index holds them by, or nothing. Notes the boundaries among the stems."""

    def __missing__(self, word: str) -> str:
        root = stem(word) if is_indexed(word) else ""
        if root and crc32(root.encode()) % BOUNDARY_ONE_IN == 0:
            _BOUNDARIES.add(root)
        self[word] = root
        return root


_BOUNDARIES: set[str] = set()
_STEMS = _Stems()
indexed_stem = _STEMS.__getitem__
"""Returns the stem of a folded word, or an empty text where no index holds the word."""


def count_words(document: Document, synonyms: Synonyms) -> Vector:
    """Return the words of a document with their weights. Stop words count in titles alone."""
    counted: dict[str, int] = {}
    weights: dict[str, int] = {}
    length = 0
    for text, weight in _fields(document):
        if not text:
            continue
        in_order = words(text)
        length += len(in_order) * min(weight, BODY)
        counts = _counts(text, in_order, synonyms)
        if weight != TITLE:
            for word in counts.keys() & STOP_WORDS:
                del counts[word]
        counted.update(counts)
        for root, times in zip(map(indexed_stem, counts), counts.values(), strict=True):
            weights[root] = weights.get(root, 0) + times * weight
    weights.pop("", None)
    return Vector(
        length=length // BODY,
        stems=" ".join(weights),
        weights=_encode_weights(weights.values()),
        forms=_forms(weights, counted),
        rank=document.rank,
        boundaries=" ".join(sorted(_BOUNDARIES.intersection(weights))),
    )


def _forms(roots: Iterable[str], counted: Iterable[str]) -> str:
    """Return the folded words of each stem, as `Vector.forms`; a word spelled with accents is a stem alone."""
    forms = dict.fromkeys(roots, "")
    for word in counted:
        root = _STEMS[word]
        if root and (word.isascii() or fold(word) == word):
            forms[root] = f"{forms[root]},{word}" if forms[root] else word
    return " ".join(forms.values())


def _counts(text: str, in_order: list[str], synonyms: Synonyms) -> Counter[str]:
    """Count the folded words of a text, those with accents as they are spelled too, and those of synonyms."""
    counts = Counter(in_order)
    counts.update(spellings(text))
    if synonyms.firsts and not synonyms.firsts.isdisjoint(map(indexed_stem, counts)):
        for _, variant in synonyms.additions(in_order):
            counts.update(variant)
    return counts


def _encode_weights(weights: Collection[int]) -> bytes:
    """Encode weights as bytes, clamped to 255."""
    try:
        return bytes(weights)
    except ValueError:
        return bytes([min(MAX_WEIGHT, weight) for weight in weights])


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
