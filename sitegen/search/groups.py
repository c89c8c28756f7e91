"""Documents to postings, a group of neighbouring ids at a time: what one edit makes anew is one group, not the corpus.

The words of the whole corpus are parted into *buckets*, ranges of the sorted words that begin at marked words. Which
words are marks depends on the word alone, so an edit hardly ever moves a range.
"""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from zlib import crc32

import msgspec

from sitegen.model import Record
from sitegen.search.impacts import level_table
from sitegen.search.records import Survey, Vector
from sitegen.search.steps import length_step
from sitegen.search.vectors import root_of

_FEW = 4000
_MARKS_OF_MANY, _MARKS_OF_FEW = 128, 512

Numbered = Sequence[tuple[int, Vector]]


class Cell(Record, frozen=True):
    """What a group adds to a bucket: postings by stem, forms by stem, and words whose stem is in another bucket.

    A posting is a whole number: the id times 16, plus the level less 1.
    """

    postings: dict[str, bytes] = {}
    forms: dict[str, str] = {}
    strays: dict[str, str] = {}


_DECODE = msgspec.msgpack.Decoder(Cell).decode


def survey(group: Numbered, documents: int) -> Survey:
    """Look over a group; `documents` is the rounded number of all."""
    every = _MARKS_OF_MANY if documents > _FEW else _MARKS_OF_FEW
    stems: set[str] = set()
    letters: set[str] = set()
    for _, found in group:
        stems.update(found.stems.split())
        letters.update(word[0] for word in found.words.split())
    return Survey(
        len(group),
        sum(found.length for _, found in group),
        tuple(sorted(root for root in stems if crc32(root.encode()) % every == 0)),
        "".join(sorted(letters)),
        tuple((number, found.rank) for number, found in group if found.rank),
    )


def cells(group: Numbered, average: int, starts: Sequence[str]) -> dict[str, bytes]:
    """Give what a group adds to each bucket, encoded; `average` is the step of the average length.

    `starts` are the first words of the buckets, sorted, beginning with the empty text.
    """
    postings: defaultdict[str, list[int]] = defaultdict(list)
    words: set[str] = set()
    for number, found in group:
        levels = found.weights.translate(level_table(length_step(found.length) - average))
        base = number * 16 - 1
        for root, level in zip(found.stems.split(), levels, strict=True):
            postings[root].append(base + level)
        words.update(found.words.split())
    forms: defaultdict[str, list[str]] = defaultdict(list)
    strays: defaultdict[str, dict[str, str]] = defaultdict(dict)
    home: dict[str, str] = {}
    for word in sorted(words):
        root = root_of(word)
        forms[root].append(word)
        if word != root:
            there = starts[bisect_right(starts, word) - 1]
            if there != home.setdefault(root, starts[bisect_right(starts, root) - 1]):
                strays[there][word] = root
    by_bucket: defaultdict[str, list[str]] = defaultdict(list)
    for root in sorted(postings):
        by_bucket[home.get(root) or starts[bisect_right(starts, root) - 1]].append(root)
    return {
        start: msgspec.msgpack.encode(
            Cell(
                {root: array("I", postings[root]).tobytes() for root in by_bucket.get(start, ())},
                {root: " ".join(forms[root]) for root in by_bucket.get(start, ())},
                strays.get(start, {}),
            )
        )
        for start in sorted(by_bucket.keys() | strays.keys())
    }


class Merged(NamedTuple):
    """A bucket of the whole corpus: postings, forms and strays as in a cell, of all groups."""

    postings: "dict[str, array[int]]"
    forms: dict[str, tuple[str, ...]]
    strays: dict[str, str]


def merge(found: Iterable[bytes]) -> Merged:
    """Join the cells of a bucket; the groups come in the order of their ids."""
    parts: defaultdict[str, list[bytes]] = defaultdict(list)
    forms: defaultdict[str, set[str]] = defaultdict(set)
    strays: dict[str, str] = {}
    for data in found:
        cell = _DECODE(data)
        for root, postings in cell.postings.items():
            parts[root].append(postings)
        for root, words in cell.forms.items():
            forms[root].update(words.split())
        strays |= cell.strays
    return Merged(
        {root: array("I", b"".join(parts[root])) for root in sorted(parts)},
        {root: tuple(sorted(forms[root])) for root in sorted(parts)},
        strays,
    )
