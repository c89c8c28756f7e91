"""How documents are counted, as docs/search-format.md says: weights, lengths, impacts, idf, ids.

Written to be read beside that page, in exact fractions, with no number from the product. What a word is comes from
sitegen/search/words/, which has tables of cases of its own.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from hashlib import blake2b
from math import floor, log
from unicodedata import normalize

from sitegen.search.documents import Document
from sitegen.search.words.analysis import STOP_WORDS, fold, spell, surfaces
from sitegen.search.words.stems import is_spanish, spanish_stem, stem
from sitegen.search.words.synonyms import Synonyms

FIELDS = {
    "title": 28,
    "names": 8,
    "summary": 8,
    "headings": 8,
    "body": 4,
    "labels": 8,
    "audience": 4,
    "downloads": 6,
    "files": 1,
    "transcript": 2,
}
STEP = Fraction(11, 10)
HYPHENATED = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)+")


@dataclass
class Counted:
    """A document's stems and terms with their weights, its length, and the stems of each of its words."""

    weights: dict[str, int]
    length: int
    stems: dict[str, set[str]]
    terms: dict[tuple[str, str], int]


def counted(document: Document, synonyms: Synonyms) -> Counted:
    weights: Counter[str] = Counter()
    stems: dict[str, set[str]] = {}
    length = Fraction(0)
    for field, weight in FIELDS.items():
        value = getattr(document, field)
        text = value if isinstance(value, str) else "\n".join(value)
        said = [fold(surface) for surface in surfaces(text)]
        length += len(said) * min(Fraction(weight, 4), Fraction(1))
        others = [word for _, variant in synonyms.additions(said) for word in variant]
        compounds = [fold(re.sub(r"\W", "", parts)) for parts in HYPHENATED.findall(normalize("NFC", text).lower())]
        for word in filter(is_indexed, said + others + [word for word in compounds if not word.isdigit()]):
            if word not in STOP_WORDS or field == "title":
                weights[stem(word)] += weight
                stems.setdefault(word, set()).add(stem(word))
        for surface in surfaces(text):
            spelled = spell(surface)
            if spelled != fold(surface) and is_indexed(spelled):
                weights[spelled] += weight
            word, root = fold(surface), spanish_stem(spelled)
            is_counted = is_indexed(word) and root and (word not in STOP_WORDS or field == "title")
            if is_spanish(document.lang) and is_counted:
                weights[root] += weight
                stems.setdefault(word, set()).add(root)
    terms = {(facet, term): 255 for facet, of_facet in document.terms.items() for term in of_facet}
    return Counted({root: min(255, weight) for root, weight in weights.items()}, floor(length), stems, terms)


def is_indexed(word: str) -> bool:
    return word != "" and all(ord(letter) <= 0xFFFF for letter in word)


@cache
def impact(weight: int, steps: int) -> int:
    """Return the impact of a weight in a document that is so many steps longer than the average."""
    n = Fraction(3, 10) + Fraction(7, 10) * STEP ** max(-60, min(60, steps))
    return max(1, rounded(16 * weight / (weight + 4 * Fraction(8, 5) * n)))


def rounded(value: Fraction) -> int:
    return floor(value + Fraction(1, 2))


def length_step(length: Fraction) -> int:
    """How many of the lengths 8, 8.8, 9.68 ... a length reaches."""
    step = 0
    while length >= 8 * STEP**step:
        step += 1
    return step


def idf(documents: int, holding: int) -> int:
    value = 24 * log(1 + (documents - holding + 0.5) / (holding + 0.5))
    return min(255, max(1, round(value)))


def series(count: int) -> tuple[int, int]:
    """Return the first number of 16, 20, 25, 31 ... that is not below a count, and the next one."""
    size = 16
    while size < count:
        size = size * 5 // 4
    return size, size * 5 // 4


def ids(paths: Iterable[str]) -> dict[int, str]:
    """Paths by id, in the order of ids."""
    digests = sorted((int.from_bytes(blake2b(path.encode(), digest_size=8).digest(), "big"), path) for path in paths)
    _, capacity = series(len(digests))
    numbered: dict[int, str] = {}
    last = -1
    for digest, path in digests:
        last = max(floor(Fraction(digest * capacity, 2**64)), last + 1)
        numbered[last] = path
    return numbered
