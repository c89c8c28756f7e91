"""A reader of the shards in Python: what the reader's script finds, from the same bytes.

`encoded` makes the files of an index in memory, of any documents; `ShardReader` answers from these bytes alone. So what
`search-eval` measures is what the shards hold, levels rounded and words cut as readers get them.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from sitegen.search.documents import Document
from sitegen.search.reader.codec import numbers
from sitegen.search.reader.groups import cells, merge, survey
from sitegen.search.reader.ids import id_range, numbered
from sitegen.search.reader.payloads import GROUP
from sitegen.search.reader.shards import OWN, bucket
from sitegen.search.reader.vectors import vector
from sitegen.search.reader.vocabulary import vocabularies
from sitegen.search.scoring import meanings, ranked
from sitegen.search.steps import length_step, size_step
from sitegen.search.words.query import Query
from sitegen.search.words.synonyms import Synonyms


class Files(NamedTuple):
    """What searching reads of an index: shards by first word, vocabularies by first and last letter, ranks by id."""

    paths: dict[int, str]
    firsts: list[str]
    shards: list[bytes]
    starts: dict[str, bytes]
    ends: dict[str, bytes]
    ranks: dict[int, int]


class Entry(NamedTuple):
    """What a shard says of a stem."""

    idf: int
    forms: tuple[str, ...]
    postings: str


def encoded(documents: Iterable[Document], synonyms: Synonyms) -> Files:
    """Make the files of an index, as the build does."""
    known = {document.path: document for document in documents}
    ids = numbered(known)
    rounded = size_step(len(ids))
    size = id_range(len(ids), ids[-1][0] if ids else 0)
    vectors = [(number, vector(known[path], synonyms)) for number, path in ids]
    groups = [[pair for pair in vectors if pair[0] // GROUP == at] for at in range(-(-size // GROUP))]
    surveys = [survey(group, rounded) for group in groups]
    average = length_step(sum(s.length for s in surveys) / max(1, sum(s.count for s in surveys)))
    starts = ("", *sorted({mark for found in surveys for mark in found.marks}))
    found = [cells(group, average, starts) for group in groups]
    buckets = [
        bucket(start, end, merge(cell[start] for cell in found if start in cell), rounded)
        for start, end in pairwise((*starts, ""))
    ]
    words = [one.words for one in buckets]
    shards = [shard for one in buckets for shard in one.shards]
    return Files(
        dict(ids),
        [shard.first for shard in shards],
        [shard.data for shard in shards],
        vocabularies(words, at=0),
        vocabularies(words, at=-1),
        {number: rank for one in surveys for number, rank in one.ranks},
    )


class ShardReader:
    """Answers queries from the files of an index."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._shard = cache(self._read)

    def find(self, query: Query, *, prefix: bool = True) -> list[tuple[str, int]]:
        """Give (path, score) of what is found, best first; phrases are not looked for."""
        found, _ = meanings(self, query, prefix=prefix)
        return [(self._files.paths[row.number], row.score) for row in ranked(self, found)]

    # -- a lexicon, see scoring.py

    def root(self, word: str) -> str:
        """Give the stem that a word is held by."""
        shard = self._lookup(word)
        for root, entry in shard.items():
            if word == root or word in entry.forms:
                return root
        return self._shard(self._place(word))[1].get(word, "")

    def impacts(self, root: str) -> Iterator[tuple[int, int]]:
        """Give (id, idf times level) of a stem."""
        entry = self._lookup(root)[root]
        return ((number, entry.idf * level) for level, found in _runs(entry.postings) for number in found)

    def starting(self, start: str) -> list[str]:
        """Give the words that begin so, the most frequent first."""
        return [word for word in _listed(self._files.starts, start[0]) if word.startswith(start)]

    def ending(self, end: str) -> list[str]:
        """Give the words that end so, the most frequent first."""
        return [word for word in _listed(self._files.ends, end[-1]) if word.endswith(end)]

    def frequent(self, words: Iterable[str]) -> list[tuple[str, int]]:
        """Give words, which stand in the order of a vocabulary, with a number that falls."""
        return [(word, -at) for at, word in enumerate(words)]

    def rank(self, number: int) -> int:
        """Give the rank of a document."""
        return self._files.ranks.get(number, 0)

    def place(self, number: int) -> int:
        """Give the place of a document among those that are as good: its id."""
        return number

    # -- shards

    def _place(self, word: str) -> int:
        return max(0, bisect_right(self._files.firsts, word) - 1)

    def _lookup(self, word: str) -> dict[str, Entry]:
        return self._shard(self._place(word))[0]

    def _read(self, at: int) -> tuple[dict[str, Entry], dict[str, str]]:
        """Read a shard: its stems, and its words whose stem is in another."""
        roots, idfs, forms, found, strays = self._files.shards[at].decode().split("\n")
        # By single spaces: characters that stand for numbers may be white space of other kinds.
        columns = (line.split(" ") if roots else [] for line in (roots, forms, found))
        rows = zip(numbers(idfs), *columns, strict=True)
        entries = {root: Entry(idf, tuple(_forms(root, own)), postings) for idf, root, own, postings in rows}
        words = strays.split(" ") if strays else []
        return entries, dict(zip(words[::2], words[1::2], strict=True))


def _listed(vocabularies: dict[str, bytes], letter: str) -> list[str]:
    return vocabularies.get(letter, b"").decode().split()


def _forms(root: str, listed: str) -> Iterator[str]:
    return (root + form[1:] if form.startswith(OWN) else form for form in listed.split(","))


def _runs(postings: str) -> Iterator[tuple[int, list[int]]]:
    """Give (level, ids) of the postings of a stem."""
    for run in postings.split("!"):
        level, *steps = numbers(run)
        found = []
        last = 0
        for step in steps:
            last += step
            found.append(last)
        yield level, found
