"""Documents to postings, a group of neighbouring ids at a time: what one edit makes anew is one group, not the corpus.

The words of the whole corpus are parted into *buckets*, ranges of the sorted words that begin at marked words. Which
words are marks depends on the word alone, so an edit hardly ever moves a range.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

import msgspec

from sitegen.model import Record
from sitegen.search.impacts import LEVELS, level_table
from sitegen.search.reader.index_records import Survey, Vector
from sitegen.search.reader.vectors import MARKED
from sitegen.search.steps import length_step

_FEW = 4000
_SPARSER = 8
"""Of few documents, one mark of so many begins a bucket."""

SPAN = 1024
"""A group spans less than this many ids."""

FIRST = 3
"""A posting is a character: the place of the document in its group, from FIRST on, times 16, plus the level less 1."""

_CHARACTERS = [" ", *map(chr, range(FIRST * LEVELS, (FIRST + SPAN) * LEVELS))]

Numbered = Sequence[tuple[int, Vector]]


class Cell(Record, frozen=True):
    """What a group adds to a bucket; `base` is the first id of the group.

    Stems, and of each its postings and its words, those with a comma between; then words in the bucket's range whose
    stem is in another, with that. There is a space between stems.
    """

    base: int
    stems: str = ""
    postings: str = ""
    forms: str = ""
    strays: dict[str, str] = {}


_DECODE = msgspec.msgpack.Decoder(Cell).decode


def survey(group: Numbered, documents: int) -> Survey:
    """Look over a group; `documents` is the rounded number of all."""
    marks = {mark for _, found in group for mark in found.marks.split()}
    if documents <= _FEW:
        marks = {mark for mark in marks if crc32(mark.encode()) % (MARKED * _SPARSER) == 0}
    return Survey(
        len(group),
        sum(found.length for _, found in group),
        tuple(sorted(marks)),
        tuple((number, found.rank) for number, found in group if found.rank),
    )


def cells(group: Numbered, average: int, starts: Sequence[str]) -> dict[str, bytes]:
    """Give what a group adds to each bucket, encoded; `average` is the step of the average length.

    `starts` are the first words of the buckets, sorted, beginning with the empty text.
    """
    base = group[0][0] if group else 0
    postings, forms = _gathered(group, base, average)
    stems = sorted(postings)
    cuts = [*(bisect_left(stems, start) for start in starts), len(stems)]
    found: dict[str, Cell] = {}
    strays: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for place, (start, end) in enumerate(pairwise((*starts, ""))):
        roots = stems[cuts[place] : cuts[place + 1]]
        for root in roots:
            for word in forms[root].split(","):
                if (word < start or (end and word >= end)) and word:
                    strays[starts[bisect_right(starts, word) - 1]][word] = root
        if roots:
            own, words = (" ".join(map(of_root.__getitem__, roots)) for of_root in (postings, forms))
            found[start] = Cell(base, " ".join(roots), own, words)
    for start, others in strays.items():
        found[start] = msgspec.structs.replace(found.get(start, Cell(base)), strays=dict(sorted(others.items())))
    return {start: msgspec.msgpack.encode(found[start]) for start in sorted(found)}


def _gathered(group: Numbered, base: int, average: int) -> tuple[dict[str, str], dict[str, str]]:
    """Give the postings of a group by stem, and its words by stem, sorted, a comma between.

    Postings are texts, not lists: a list for each of some twenty thousand stems costs more than what is put into it.
    """
    postings: defaultdict[str, str] = defaultdict(str)
    told: dict[str, str] = {}
    for number, found in group:
        levels = found.weights.translate(level_table(length_step(found.length) - average))
        at = (number - base) * LEVELS
        own = _CHARACTERS[at : at + LEVELS + 1]
        stems = found.stems.split()
        for root, level in zip(stems, levels, strict=True):
            postings[root] += own[level]
        told.update(zip(found.forms.split(" "), stems, strict=bool(stems)))
    return postings, _forms(postings, told)


def _forms(roots: Iterable[str], told: dict[str, str]) -> dict[str, str]:
    """Give the words of each stem, sorted, from what was told of them: words to their stem. Commas stand between."""
    told.pop("", None)
    forms = dict.fromkeys(roots, "")
    for words, root in told.items():
        before = forms[root]
        both = f"{before},{words}" if before else words
        forms[root] = ",".join(sorted(set(both.split(",")))) if "," in both else both
    return forms


class Merged(NamedTuple):
    """A bucket of the whole corpus: by stem its postings and its words; strays.

    A posting is the id of the document times 16, plus the level less 1; they are in the order of ids.
    """

    postings: dict[str, list[int]]
    forms: dict[str, tuple[str, ...]]
    strays: dict[str, str]


def merge(found: Iterable[bytes]) -> Merged:
    """Join the cells of a bucket; the groups come in the order of their ids."""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    told: dict[str, str] = {}
    strays: dict[str, str] = {}
    for data in found:
        cell = _DECODE(data)
        stems = cell.stems.split()
        absolute = ((cell.base - FIRST) * LEVELS).__add__
        # By single spaces: characters of postings may be white space of other kinds, and a stem may have no words.
        for root, own in zip(stems, cell.postings.split(" "), strict=bool(stems)):
            if len(own) == 1:
                postings[root].append(absolute(ord(own)))
            else:
                postings[root] += map(absolute, map(ord, own))
        told.update(zip(cell.forms.split(" "), stems, strict=bool(stems)))
        strays |= cell.strays
    roots = sorted(postings)
    forms = {root: tuple(filter(None, words.split(","))) for root, words in _forms(roots, told).items()}
    return Merged({root: postings[root] for root in roots}, forms, strays)
