"""A reader of the shards in Python, from docs/search-format.md: what the reader's script finds, from the same bytes.

`encoded` makes the files of an index in memory, of any documents, with the product's own functions; `ShardReader`
answers from these bytes alone. Queries are scored by sitegen/search/scoring.py, which is held to the definition.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from sitegen.search.documents import Document
from sitegen.search.reader.groups import group_statistics, make_cells, merge_cells
from sitegen.search.reader.ids import assign_ids, id_limit
from sitegen.search.reader.payloads import GROUP
from sitegen.search.reader.shards import make_bucket
from sitegen.search.reader.vectors import count_words
from sitegen.search.reader.vocabulary import vocabularies
from sitegen.search.rounding import length_step, round_up_size
from sitegen.search.scoring import meanings, ranked
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


class ShardEntry(NamedTuple):
    """What a shard says of a stem: its idf, its words, the level of each id."""

    idf: int
    forms: tuple[str, ...]
    levels: dict[int, int]


def encoded(documents: Iterable[Document], synonyms: Synonyms) -> Files:
    """Make the files of an index, as the build does."""
    known = {document.path: document for document in documents}
    ids = assign_ids(known)
    rounded = round_up_size(len(ids))
    size = id_limit(len(ids), ids[-1][0] if ids else 0)
    vectors = [(number, count_words(known[path], synonyms)) for number, path in ids]
    groups = [[pair for pair in vectors if pair[0] // GROUP == at] for at in range(-(-size // GROUP))]
    statistics = [group_statistics(group, rounded) for group in groups]
    average = length_step(sum(s.length for s in statistics) / max(1, sum(s.count for s in statistics)))
    starts = ("", *sorted({boundary for one in statistics for boundary in one.boundaries}))
    of_groups = [make_cells(group, average, starts) for group in groups]
    buckets = [
        make_bucket(start, end, merge_cells(cell[start] for cell in of_groups if start in cell), rounded)
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
        {number: rank for one in statistics for number, rank in one.ranks},
    )


class ShardReader:
    """Answers queries from the files of an index."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._shard = cache(lambda at: read_shard(files.shards[at]))

    def find(self, query: Query, *, prefix: bool = True) -> list[tuple[str, int]]:
        """(path, score) of what is found, best first; phrases are not looked for."""
        found, _ = meanings(self, query, prefix=prefix)
        return [(self._files.paths[row.number], row.score) for row in ranked(self, found)]

    # -- a lexicon, see scoring.py

    def root(self, word: str) -> str:
        entries, strays = self._shard_of(word)
        for root, entry in entries.items():
            if word == root or word in entry.forms:
                return root
        return strays.get(word, "")

    def impacts(self, root: str) -> Iterator[tuple[int, int]]:
        entry = self._shard_of(root)[0][root]
        return ((number, entry.idf * level) for number, level in entry.levels.items())

    def starting(self, start: str) -> list[str]:
        return [word for word in _listed(self._files.starts, start[0]) if word.startswith(start)]

    def ending(self, end: str) -> list[str]:
        return [word for word in _listed(self._files.ends, end[-1]) if word.endswith(end)]

    def frequent(self, words: Iterable[str]) -> list[tuple[str, int]]:
        """Words, which stand in the order of a vocabulary, with a number that falls."""
        return [(word, -at) for at, word in enumerate(words)]

    def rank(self, number: int) -> int:
        return self._files.ranks.get(number, 0)

    def tie_break(self, number: int) -> int:
        return number

    def _shard_of(self, word: str) -> tuple[dict[str, ShardEntry], dict[str, str]]:
        return self._shard(max(0, bisect_right(self._files.firsts, word) - 1))


def read_shard(data: bytes) -> tuple[dict[str, ShardEntry], dict[str, str]]:
    """A shard's stems; and its words whose stem is in another, each with that stem."""
    roots, idfs, forms, postings, strays = data.decode().split("\n")
    # By single spaces: characters that stand for numbers may be white space of other kinds.
    columns = (line.split(" ") if roots else [] for line in (roots, forms, postings))
    rows = zip(read_numbers(idfs), *columns, strict=True)
    entries = {root: ShardEntry(idf, tuple(_forms(root, own)), dict(_levels(runs))) for idf, root, own, runs in rows}
    words = strays.split(" ") if strays else []
    return entries, dict(zip(words[::2], words[1::2], strict=True))


def read_numbers(text: str) -> list[int]:
    """Numbers written one after the other, a character each; the greatest says that more is to be added."""
    numbers = []
    value = 0
    for character in text:
        digit = ord(character) - ord("#")
        value += digit
        if digit < 50_000:
            numbers.append(value)
            value = 0
    return numbers


def _listed(vocabularies: dict[str, bytes], letter: str) -> list[str]:
    return vocabularies.get(letter, b"").decode().split()


def _forms(root: str, listed: str) -> Iterator[str]:
    return (root + form[1:] if form.startswith("-") else form for form in listed.split(","))


def _levels(postings: str) -> Iterator[tuple[int, int]]:
    """(id, level) of the postings of a stem."""
    for run in postings.split("!"):
        level, *steps = read_numbers(run)
        number = 0
        for step in steps:
            number += step
            yield number, level
