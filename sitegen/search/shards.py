"""The shards of a bucket: words in order, each with the documents that have it; see docs/search-format.md."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable

from sitegen.search.codec import front_coded, rising, shared, text, varint
from sitegen.search.groups import Merged
from sitegen.search.impacts import LEVELS, idf
from sitegen.search.records import Bucket, Shard

SIZE = 6000
"""A shard ends where it reaches this many bytes, before packing."""


def bucket(start: str, end: str, merged: Merged, documents: int) -> Bucket:
    """Make the shards of the bucket from one word up to another; `documents` is the rounded number of all."""
    runs: list[list[str]] = []
    sizes: dict[str, bytes] = {}
    room = 0
    for root, postings in merged.postings.items():
        sizes[root] = data = _entry(root, postings, merged.forms[root], documents)
        if room <= 0:
            runs.append([])
            room = SIZE
        runs[-1].append(root)
        room -= len(data)
    firsts = [start, *(run[0] for run in runs[1:])]
    place = {root: at for at, run in enumerate(runs) for root in run}
    strays: list[dict[str, str]] = [{} for _ in firsts]
    for root, forms in merged.forms.items():
        for word in forms:
            at = max(0, bisect_right(firsts, word) - 1)
            if word != root and at != place[root] and start <= word and (not end or word < end):
                strays[at][word] = root
    for word, root in merged.strays.items():
        strays[max(0, bisect_right(firsts, word) - 1)][word] = root
    shards = (Shard(first, _shard(runs[at] if runs else [], sizes, strays[at])) for at, first in enumerate(firsts))
    words = sorted(
        (word, len(postings).bit_length()) for root, postings in merged.postings.items() for word in merged.forms[root]
    )
    return Bucket(tuple(shards), tuple(words))


def _entry(root: str, postings: "array[int]", forms: Iterable[str], documents: int) -> bytes:
    """Write what follows a stem: its idf, its forms, its postings."""
    listed = list(forms)
    parts = [bytes([idf(documents, len(postings))]), varint(len(listed))]
    for word in listed:
        same = shared(word, root)
        parts += [varint(same), text(word[same:])]
    data = _postings(postings)
    return b"".join([*parts, varint(len(data)), data])


def _postings(postings: "array[int]") -> bytes:
    """Write postings by level, the highest first: which levels there are, then the ids of each."""
    if len(postings) == 1:
        level = postings[0] & 15
        return (1 << level).to_bytes(2, "little") + b"\1" + varint(postings[0] >> 4)
    by_level: list[list[int]] = [[] for _ in range(LEVELS)]
    for posting in postings:
        by_level[posting & 15].append(posting >> 4)
    mask = sum(1 << level for level in range(LEVELS) if by_level[level])
    runs = (varint(len(ids)) + rising(ids) for ids in reversed(by_level) if ids)
    return mask.to_bytes(2, "little") + b"".join(runs)


def _shard(roots: list[str], entries: dict[str, bytes], strays: dict[str, str]) -> bytes:
    parts = [varint(len(roots))]
    before = ""
    for root in roots:
        parts += [front_coded(root, before), entries[root]]
        before = root
    parts.append(varint(len(strays)))
    before = ""
    for word in sorted(strays):
        parts += [front_coded(word, before), front_coded(strays[word], word)]
        before = word
    return b"".join(parts)
