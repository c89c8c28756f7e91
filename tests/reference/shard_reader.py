"""A reader of the shards in Python, from docs/search-format.md: what the reader's script finds, from the same bytes.

`encoded` makes the files of an index in memory, of any documents, with the product's own functions; `ShardReader`
answers from these bytes alone. Queries are scored by sitegen/search/finding.py, which is held to the definition.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from sitegen.model.record import Record
from sitegen.search.documents import Document
from sitegen.search.finding import find
from sitegen.search.reader.groups import group_statistics, make_cells, merge_cells
from sitegen.search.reader.ids import assign_ids, id_limit
from sitegen.search.reader.payloads import GROUP
from sitegen.search.reader.shards import make_bucket
from sitegen.search.reader.vectors import count_words
from sitegen.search.reader.vocabulary import vocabularies
from sitegen.search.rounding import length_step, round_up_size
from sitegen.search.scoring import with_phrases
from sitegen.search.words.phrases import has_phrase
from sitegen.search.words.query import Query
from sitegen.search.words.synonyms import Synonyms


class Files(Record, frozen=True, kw_only=True):
    """What searching reads of an index: texts by id, shards by first word, vocabularies by letter, ranks by id."""

    paths: dict[int, str]
    texts: dict[int, str]
    firsts: list[str]
    shards: list[bytes]
    starts: dict[str, bytes]
    ends: dict[str, bytes]
    ranks: dict[int, int]


class ShardEntry(NamedTuple):
    """What a shard says of a stem: its idf, its words, the impact of each id."""

    idf: int
    forms: tuple[str, ...]
    impacts: dict[int, int]


Contents = tuple[dict[str, ShardEntry], dict[str, list[str]]]
"""What a shard says: its stems, and its words whose stem is in another, each with those stems."""


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
        paths=dict(ids),
        texts={number: known[path].text for number, path in ids},
        firsts=[shard.first for shard in shards],
        shards=[shard.data for shard in shards],
        starts=vocabularies(words, at=0),
        ends=vocabularies(words, at=-1),
        ranks={number: rank for one in statistics for number, rank in one.ranks},
    )


class ShardReader:
    """Answers queries from the files of an index."""

    def __init__(self, files: Files, kept: AbstractSet[str] = frozenset()) -> None:
        self._files, self._kept = files, kept
        self._shard = cache(lambda at: read_shard(files.shards[at]))

    def find(self, query: Query, *, prefix: bool = True) -> list[tuple[str, int]]:
        """Return (path, score) of what is found, best first."""
        finding = find(self, query if prefix else query.of_whole_words())
        rows, query = finding.rows, finding.query
        if query.phrases:
            rows, _ = with_phrases(rows, query, lambda number, phrase: has_phrase(self._files.texts[number], phrase))
        return [(self._files.paths[row.number], row.score) for row in rows]

    # -- a lexicon, see lexicon.py

    def roots(self, word: str) -> list[str]:
        entries, strays = self._shard_of(word)
        own = [root for root, entry in entries.items() if word in entry.forms]
        own += strays.get(word, [])
        return sorted(own) or [word] * (word in entries)

    def is_stem(self, root: str) -> bool:
        return root in self._shard_of(root)[0]

    def is_kept(self, word: str) -> bool:
        return word in self._kept

    def idf(self, root: str) -> int:
        return self._shard_of(root)[0][root].idf

    def scores(self, root: str) -> Iterator[tuple[int, int]]:
        entry = self._shard_of(root)[0][root]
        return ((number, entry.idf * impact) for number, impact in entry.impacts.items())

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

    def _shard_of(self, word: str) -> Contents:
        return self._shard(max(0, bisect_right(self._files.firsts, word) - 1))


def read_shard(data: bytes) -> Contents:
    """Return a shard's stems; and its words whose stem is in another, each with those stems."""
    roots, idfs, forms, postings, strays = data.decode().split("\n")
    # By single spaces: characters that stand for numbers may be white space of other kinds.
    columns = (line.split(" ") if roots else [] for line in (roots, forms, postings))
    rows = zip(read_numbers(idfs), *columns, strict=True)
    entries = {root: ShardEntry(idf, tuple(_forms(root, own)), dict(_impacts(runs))) for idf, root, own, runs in rows}
    words = strays.split(" ") if strays else []
    of_strays: dict[str, list[str]] = {}
    for word, root in zip(words[::2], words[1::2], strict=True):
        of_strays.setdefault(word, []).append(root)
    return entries, of_strays


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


def _impacts(postings: str) -> Iterator[tuple[int, int]]:
    """(id, impact) of the postings of a stem."""
    for run in postings.split("!"):
        impact, *steps = read_numbers(run)
        number = 0
        for step in steps:
            number += step
            yield number, impact
