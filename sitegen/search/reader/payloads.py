"""The other files of the reader's index: directories of shards, blocks of cards and texts; names and packed bytes."""

import zlib
from collections.abc import Iterable
from hashlib import blake2b
from zlib import crc32

import msgspec

from sitegen.search.reader.index_records import NamedShard

GROUP = 256
"""How many places for ids a group has."""

CARDS = 4
"""How many places for ids a block of cards has."""

NAMED = 128
"""How many places for ids have cards of one name: their blocks change names together."""

TEXTS = 2
"""How many places for ids a block of texts has."""

BUCKETS = 8
"""How many buckets a directory has, about."""

CARD_NAME = 3
"""Bytes of a digest that name blocks of cards or texts among their own earlier versions."""

SHARD_NAME = 4
"""Bytes of a digest that name a shard among all others."""

_GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"


def digest(data: bytes, size: int) -> bytes:
    """Give the name of a payload, before packing."""
    return blake2b(data, digest_size=size).digest()


def packed(data: bytes, *, lines: bool = False) -> bytes:
    """Pack as gzip does, without time, name and system.

    With `lines`, each line is a block with a code of its own: lines of numbers differ in how often each occurs, and
    what repeats in them is chance.
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_FILTERED if lines else zlib.Z_DEFAULT_STRATEGY)
    parts = data.splitlines(keepends=True) if lines else [data]
    body = b"".join(packer.compress(part) + packer.flush(zlib.Z_BLOCK) for part in parts) + packer.flush()
    return _GZIP_HEAD + body + zlib.crc32(data).to_bytes(4, "little") + len(data).to_bytes(4, "little")


def places(shards: Iterable[tuple[str, str, int, bytes]]) -> tuple[NamedShard, ...]:
    """Name shards, given as (first word, bucket, number in it, digest of 16 bytes): no two have one name."""
    taken: set[str] = set()
    found = []
    for first, bucket, at, whole in shards:
        size = SHARD_NAME
        names = (whole[start : start + size].hex() for start in range(len(whole)))
        name = next(name for name in names if name not in taken)
        taken.add(name)
        found.append(NamedShard(first, name, bucket, at))
    return tuple(found)


def is_edge(start: str) -> bool:
    """Whether a directory begins at a bucket that begins with this word."""
    return not start or crc32(start.encode()) // 512 % BUCKETS == 0


def directory(shards: Iterable[NamedShard]) -> bytes:
    """Write a directory: the first words of shards, and their names."""
    found = list(shards)
    return msgspec.json.encode([[place.first for place in found], [place.name for place in found]])


def block(entries: Iterable[tuple[int, object]], size: int) -> bytes:
    """Write a block as JSON: a list of `size` entries by the last digits of their ids, null where there is none."""
    found: list[object] = [None] * size
    for number, entry in entries:
        found[number % size] = entry
    while found and found[-1] is None:
        found.pop()
    return msgspec.json.encode(found)
