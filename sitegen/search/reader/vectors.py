"""A document as the weights of its words: the one place where texts are counted.

The weight of a word is the sum over its places of the weight of the field, in quarters of a body's word.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from zlib import crc32

from sitegen.search.documents import Document
from sitegen.search.impacts import BODY_WEIGHT, MAX_WEIGHT
from sitegen.search.reader.index_records import Vector
from sitegen.search.words.analysis import STOP_WORDS, compounds, fold, spell, spellings, surfaces, words
from sitegen.search.words.stems import is_spanish, spanish_stem, stem
from sitegen.search.words.synonyms import Synonyms
from sitegen.search.words.title_keys import carried_key, name_keys, term_key, title_keys

TITLE = 28
NAMES = 8
SUMMARY = 8
HEADINGS = 8
BODY = BODY_WEIGHT
LABELS = 8
AUDIENCE = 4
DOWNLOADS = 6
FILES = 1
TRANSCRIPT = 2

TERMS = MAX_WEIGHT
"""The weight of the key of a term: pages that carry it do so alike, be they long or short."""

BOUNDARY_ONE_IN = 64
"""One stem of so many is a boundary, by its digest alone; what boundaries are for stands in groups.py."""

_LAST_PLAIN = "\uffff"


class _Stems(dict[str, str]):
    """Folded words to the stem that the index holds them by, or nothing. Notes the boundaries among the stems."""

    def __missing__(self, word: str) -> str:
        self[word] = root = _noted(stem(word) if is_indexed(word) else "")
        return root


class _SpanishStems(dict[str, str]):
    """Words as Spanish pages spell them to their Spanish stem, or nothing; as above."""

    def __missing__(self, spelled: str) -> str:
        self[spelled] = root = _noted(spanish_stem(spelled) if is_indexed(fold(spelled)) else "")
        return root


def _noted(root: str) -> str:
    """Return a stem; note whether it is a boundary."""
    if root and crc32(root.encode()) % BOUNDARY_ONE_IN == 0:
        _BOUNDARIES.add(root)
    return root


_BOUNDARIES: set[str] = set()
_STEMS = _Stems()
_SPANISH_STEMS = _SpanishStems()
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
    forms = _forms(weights, counted)
    if is_spanish(document.lang):
        _add_spanish_stems(document, weights, forms)
    weights.update(_keys(document))
    return Vector(
        length=length // BODY,
        stems=" ".join(weights),
        weights=_encode_weights(weights.values()),
        forms=" ".join(",".join(forms.get(root, ())) for root in weights),
        rank=document.rank,
        boundaries=" ".join(sorted(_BOUNDARIES.intersection(weights))),
    )


def _keys(document: Document) -> Iterator[tuple[str, int]]:
    """Yield the keys of a document, which the index holds as stems without words, with their weights."""
    of_names = (key for name in (document.title, *document.names) for key in name_keys(name))
    for key in (*title_keys(document.title), *of_names):
        if _is_plain(key):
            yield key, 1
    for facet, term in document.stands_for:
        yield term_key(len(document.stands_for), facet, term), 1
    for facet, terms in document.terms.items():
        for term in terms:
            yield carried_key(facet, term), TERMS


def _forms(roots: Iterable[str], counted: Iterable[str]) -> dict[str, list[str]]:
    """Return the folded words of each stem; a word spelled with accents is a stem alone."""
    forms: dict[str, list[str]] = {root: [] for root in roots}
    for word in counted:
        root = _STEMS[word]
        if root and (word.isascii() or fold(word) == word):
            forms[root].append(word)
    return forms


def _add_spanish_stems(document: Document, weights: dict[str, int], forms: dict[str, list[str]]) -> None:
    """Count the words of a Spanish page a second time, by their Spanish stems."""
    for text, weight in _fields(document):
        for spelled, times in Counter(map(spell, surfaces(text))).items():
            root, word = _SPANISH_STEMS[spelled], fold(spelled)
            if root and (weight == TITLE or word not in STOP_WORDS):
                weights[root] = weights.get(root, 0) + times * weight
                of_root = forms.setdefault(root, [])
                if word not in of_root:
                    of_root.append(word)


def _counts(text: str, in_order: list[str], synonyms: Synonyms) -> Counter[str]:
    """Count the folded words of a text, those with accents as they are spelled too, compounds, and synonyms."""
    counts = Counter(in_order)
    counts.update(spellings(text))
    counts.update(compounds(text))
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
    """Whether the index can hold a folded word: it is not empty, and of plain characters."""
    return bool(word) and _is_plain(word)


def _is_plain(word: str) -> bool:
    return word.isascii() or max(word) <= _LAST_PLAIN


def _fields(document: Document) -> tuple[tuple[str, int], ...]:
    return (
        (document.title, TITLE),
        ("\n".join(document.names), NAMES),
        (document.summary, SUMMARY),
        (document.headings, HEADINGS),
        (document.body, BODY),
        ("\n".join(document.labels), LABELS),
        ("\n".join(document.audience), AUDIENCE),
        ("\n".join(document.downloads), DOWNLOADS),
        (document.files, FILES),
        (document.transcript, TRANSCRIPT),
    )
