"""Documents to postings, a group of neighboring ids at a time: what one edit makes anew is one group, not the corpus.

The words of the whole corpus are cut into *buckets*, ranges of the sorted words that begin at *boundaries*. Which stems
are boundaries depends on the stem alone, so an edit hardly ever moves a range.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

import msgspec

from sitegen.model import Record
from sitegen.search.impacts import MAX_IMPACT, impact_table
from sitegen.search.reader.index_records import GroupStatistics, Vector
from sitegen.search.reader.vectors import BOUNDARY_ONE_IN
from sitegen.search.rounding import length_step

_FEW_DOCUMENTS = 4000
_SPARSER = 8
"""Of few documents, one boundary of so many begins a bucket."""

MAX_SPAN = 1024
"""A group spans fewer than this many ids."""

FIRST = 3
"""A posting is a character: the place of the document in its group, from FIRST on, times 16, plus the impact less 1."""

_CHARACTERS = [" ", *map(chr, range(FIRST * MAX_IMPACT, (FIRST + MAX_SPAN) * MAX_IMPACT))]

Group = Sequence[tuple[int, Vector]]
"""(id, vector) of documents with neighboring ids, by id."""


class Cell(Record, frozen=True, kw_only=True):
    """What a group adds to a bucket; `base` is the first id of the group.

    Stems, and of each its postings and its words, those with a comma between; then words in the bucket's range whose
    stem is in another, with that (a word may have two, with a space between). There is a space between stems.
    """

    base: int
    stems: str = ""
    postings: str = ""
    forms: str = ""
    strays: dict[str, str] = {}


_DECODE = msgspec.msgpack.Decoder(Cell).decode


def group_statistics(group: Group, documents: int) -> GroupStatistics:
    """Return the statistics of a group; `documents` is the rounded number of all."""
    boundaries = {root for _, vector in group for root in vector.boundaries.split()}
    if documents <= _FEW_DOCUMENTS:
        boundaries = {root for root in boundaries if crc32(root.encode()) % (BOUNDARY_ONE_IN * _SPARSER) == 0}
    return GroupStatistics(
        len(group),
        sum(vector.length for _, vector in group),
        tuple(sorted(boundaries)),
        tuple((number, vector.rank) for number, vector in group if vector.rank),
    )


def make_cells(group: Group, average: int, starts: Sequence[str]) -> dict[str, bytes]:
    """Return what a group adds to each bucket, encoded; `average` is the step of the average length.

    `starts` are the first words of the buckets, sorted, beginning with the empty text. Buckets that a group adds
    nothing to are left out.
    """
    base = group[0][0] if group else 0
    postings, forms = _gather(group, base, average)
    stems = sorted(postings)
    cuts = [*(bisect_left(stems, start) for start in starts), len(stems)]
    cells: dict[str, Cell] = {}
    strays: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for at, (start, end) in enumerate(pairwise((*starts, ""))):
        roots = stems[cuts[at] : cuts[at + 1]]
        for root in roots:
            for word in forms[root].split(","):
                if (word < start or (end and word >= end)) and word:
                    add_stray(strays[starts[bisect_right(starts, word) - 1]], word, root)
        if roots:
            own, words = (" ".join(map(of_root.__getitem__, roots)) for of_root in (postings, forms))
            cells[start] = Cell(base=base, stems=" ".join(roots), postings=own, forms=words)
    for start, others in strays.items():
        cell = cells.get(start, Cell(base=base))
        cells[start] = msgspec.structs.replace(cell, strays=dict(sorted(others.items())))
    return {start: msgspec.msgpack.encode(cells[start]) for start in sorted(cells)}


def _gather(group: Group, base: int, average: int) -> tuple[dict[str, str], dict[str, str]]:
    """Return the postings of a group by stem, and its words by stem, sorted, a comma between.

    Postings are texts, not lists: a list for each of some twenty thousand stems costs more than what is put into it.
    """
    postings: defaultdict[str, str] = defaultdict(str)
    words_and_roots: set[tuple[str, str]] = set()
    for number, vector in group:
        impacts = vector.weights.translate(impact_table(length_step(vector.length) - average))
        at = (number - base) * MAX_IMPACT
        own = _CHARACTERS[at : at + MAX_IMPACT + 1]
        stems = vector.stems.split()
        for root, impact in zip(stems, impacts, strict=True):
            postings[root] += own[impact]
        words_and_roots.update(zip(vector.forms.split(" "), stems, strict=bool(stems)))
    return postings, _join_forms(postings, words_and_roots)


def _join_forms(roots: Iterable[str], words_and_roots: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the words of each stem, sorted, a comma between, from pairs of a text of words and their stem."""
    forms = dict.fromkeys(roots, "")
    for words, root in words_and_roots:
        before = forms[root]
        both = f"{before},{words}" if before and words else before or words
        forms[root] = ",".join(sorted(set(both.split(",")))) if "," in both else both
    return forms


def add_stray(strays: dict[str, str], word: str, roots: str) -> None:
    """Add stems of a word, a space between, to those that are known of it; they are kept sorted."""
    known = strays.get(word)
    strays[word] = " ".join(sorted({*known.split(" "), *roots.split(" ")})) if known else roots


class MergedBucket(NamedTuple):
    """A bucket of the whole corpus: by stem its postings and its words; strays, each with its stems.

    A posting is the id of the document times 16, plus the impact less 1; they are in the order of ids.
    """

    postings: dict[str, list[int]]
    forms: dict[str, tuple[str, ...]]
    strays: dict[str, str]


def merge_cells(cells: Iterable[bytes]) -> MergedBucket:
    """Join the cells of a bucket; the groups come in the order of their ids."""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    words_and_roots: set[tuple[str, str]] = set()
    strays: dict[str, str] = {}
    for data in cells:
        cell = _DECODE(data)
        stems = cell.stems.split()
        absolute = ((cell.base - FIRST) * MAX_IMPACT).__add__
        # By single spaces: characters of postings may be white space of other kinds, and a stem may have no words.
        for root, own in zip(stems, cell.postings.split(" "), strict=bool(stems)):
            if len(own) == 1:
                postings[root].append(absolute(ord(own)))
            else:
                postings[root] += map(absolute, map(ord, own))
        words_and_roots.update(zip(cell.forms.split(" "), stems, strict=bool(stems)))
        for word, others in cell.strays.items():
            add_stray(strays, word, others)
    roots = sorted(postings)
    forms = {root: tuple(filter(None, words.split(","))) for root, words in _join_forms(roots, words_and_roots).items()}
    return MergedBucket({root: postings[root] for root in roots}, forms, strays)
