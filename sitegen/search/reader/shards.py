"""The shards of a bucket: words in order, each with the documents that have it; see docs/search-format.md."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sitegen.codec import number, rising
from sitegen.search.impacts import MAX_IMPACT, idf
from sitegen.search.reader.groups import MergedBucket, add_stray
from sitegen.search.reader.index_records import Bucket, Shard

MAX_SHARD = 4000
"""A shard ends where it reaches this many characters, before packing."""

OWN_STEM = "-"
"""Stands for the stem at the beginning of a form: no word has a hyphen."""


class EncodedStem(NamedTuple):
    """What a shard says of a stem, as its lines have it."""

    idf: str
    forms: str
    postings: str


def make_bucket(start: str, end: str, merged: MergedBucket, documents: int) -> Bucket:
    """Make the shards of the bucket from one word up to another; `documents` is the rounded number of all."""
    runs: list[list[str]] = []
    entries: dict[str, EncodedStem] = {}
    room = 0
    for root, postings in merged.postings.items():
        entries[root] = _encode_stem(root, postings, merged.forms[root], documents)
        if room <= 0:
            runs.append([])
            room = MAX_SHARD
        runs[-1].append(root)
        room -= len(root) + sum(map(len, entries[root]))
    firsts = [start, *(run[0] for run in runs[1:])]
    strays = _strays(firsts, end, merged, {root: at for at, run in enumerate(runs) for root in run})
    shards = (
        Shard(first, _encode_shard(runs[at] if runs else [], entries, strays[at])) for at, first in enumerate(firsts)
    )
    return Bucket(tuple(shards), _words(merged))


def _words(merged: MergedBucket) -> tuple[str, ...]:
    """Return the words by how often they occur, as `Bucket.words`."""
    steps: list[list[str]] = []
    for root, postings in merged.postings.items():
        step = len(postings).bit_length() - 1
        steps += ([] for _ in range(step + 1 - len(steps)))
        steps[step] += merged.forms[root]
    return tuple(" ".join(sorted(step)) for step in steps)


def _strays(firsts: list[str], end: str, merged: MergedBucket, shard_of: Mapping[str, int]) -> list[dict[str, str]]:
    """Return, for each shard, the words in its range whose stem is in another."""
    strays: list[dict[str, str]] = [{} for _ in firsts]
    for root, forms in merged.forms.items():
        for word in forms:
            at = bisect_right(firsts, word) - 1
            if word != root and at >= 0 and at != shard_of[root] and (not end or word < end):
                add_stray(strays[at], word, root)
    for word, roots in merged.strays.items():
        add_stray(strays[max(0, bisect_right(firsts, word) - 1)], word, roots)
    return strays


def _encode_stem(root: str, postings: Sequence[int], forms: Iterable[str], documents: int) -> EncodedStem:
    own = ",".join(OWN_STEM + word[len(root) :] if word.startswith(root) else word for word in forms)
    return EncodedStem(number(idf(documents, len(postings))), own, _encode_postings(postings))


def _encode_postings(postings: Sequence[int]) -> str:
    """Write postings by impact, the highest first: the impact, then the ids that have it."""
    if len(postings) == 1:
        document, impact = divmod(postings[0], MAX_IMPACT)
        return number(impact + 1) + number(document)
    by_impact: list[list[int]] = [[] for _ in range(MAX_IMPACT)]
    notes = [ids.append for ids in by_impact]
    for posting in postings:
        notes[posting & 15](posting >> 4)
    return "!".join(
        [number(impact + 1) + rising(by_impact[impact]) for impact in reversed(range(MAX_IMPACT)) if by_impact[impact]]
    )


def _encode_shard(roots: list[str], entries: Mapping[str, EncodedStem], strays: Mapping[str, str]) -> bytes:
    """Write five lines: stems, their idfs, their forms, their postings; then stray words, each with its stem."""
    own = [entries[root] for root in roots]
    lines = (
        " ".join(roots),
        "".join(one.idf for one in own),
        " ".join(one.forms for one in own),
        " ".join(one.postings for one in own),
        " ".join(f"{word} {root}" for word in sorted(strays) for root in strays[word].split(" ")),
    )
    return "\n".join(lines).encode()
