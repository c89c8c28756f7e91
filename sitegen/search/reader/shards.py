"""The shards of a bucket: words in order, each with the documents that have it; see docs/search-format.md."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from sitegen.search.impacts import LEVELS, idf
from sitegen.search.reader.codec import number, rising
from sitegen.search.reader.groups import Merged
from sitegen.search.reader.index_records import Bucket, Shard

SIZE = 4000
"""A shard ends where it reaches this many characters, before packing."""

OWN = "-"
"""Stands for the stem at the beginning of a form: no word has a hyphen."""

Entry = tuple[str, str, str]
"""Of a stem: its idf, its forms, its postings."""


def bucket(start: str, end: str, merged: Merged, documents: int) -> Bucket:
    """Make the shards of the bucket from one word up to another; `documents` is the rounded number of all."""
    runs: list[list[str]] = []
    entries: dict[str, Entry] = {}
    room = 0
    for root, postings in merged.postings.items():
        entries[root] = _entry(root, postings, merged.forms[root], documents)
        if room <= 0:
            runs.append([])
            room = SIZE
        runs[-1].append(root)
        room -= len(root) + sum(map(len, entries[root]))
    firsts = [start, *(run[0] for run in runs[1:])]
    strays = _strays(firsts, end, merged, {root: at for at, run in enumerate(runs) for root in run})
    shards = (Shard(first, _shard(runs[at] if runs else [], entries, strays[at])) for at, first in enumerate(firsts))
    return Bucket(tuple(shards), _words(merged))


def _words(merged: Merged) -> tuple[str, ...]:
    """Give the words by how often they occur, as `Bucket.words`."""
    steps: list[list[str]] = []
    for root, postings in merged.postings.items():
        step = len(postings).bit_length() - 1
        steps += ([] for _ in range(step + 1 - len(steps)))
        steps[step] += merged.forms[root]
    return tuple(" ".join(sorted(step)) for step in steps)


def _strays(firsts: list[str], end: str, merged: Merged, place: Mapping[str, int]) -> list[dict[str, str]]:
    """Give, for each shard, the words in its range whose stem is in another."""
    found: list[dict[str, str]] = [{} for _ in firsts]
    for root, forms in merged.forms.items():
        for word in forms:
            at = bisect_right(firsts, word) - 1
            if word != root and at >= 0 and at != place[root] and (not end or word < end):
                found[at][word] = root
    for word, root in merged.strays.items():
        found[max(0, bisect_right(firsts, word) - 1)][word] = root
    return found


def _entry(root: str, postings: Sequence[int], forms: Iterable[str], documents: int) -> Entry:
    own = ",".join(OWN + word[len(root) :] if word.startswith(root) else word for word in forms)
    return number(idf(documents, len(postings))), own, _postings(postings)


def _postings(postings: Sequence[int]) -> str:
    """Write postings by level, the highest first: the level, then the ids that have it."""
    if len(postings) == 1:
        place, level = divmod(postings[0], LEVELS)
        return number(level + 1) + number(place)
    by_level: list[list[int]] = [[] for _ in range(LEVELS)]
    notes = [found.append for found in by_level]
    for posting in postings:
        notes[posting & 15](posting >> 4)
    return "!".join(
        [number(level + 1) + rising(by_level[level]) for level in reversed(range(LEVELS)) if by_level[level]]
    )


def _shard(roots: list[str], entries: Mapping[str, Entry], strays: Mapping[str, str]) -> bytes:
    """Write five lines: stems, their idfs, their forms, their postings; then stray words, each with its stem."""
    lines = (
        " ".join(roots),
        "".join(entries[root][0] for root in roots),
        " ".join(entries[root][1] for root in roots),
        " ".join(entries[root][2] for root in roots),
        " ".join(f"{word} {strays[word]}" for word in sorted(strays)),
    )
    return "\n".join(lines).encode()
