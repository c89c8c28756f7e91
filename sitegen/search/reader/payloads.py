"""The other files of the reader's index: directories of shards, blocks of cards and texts; names and packed bytes."""

import zlib
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from zlib import crc32

import msgspec

from sitegen.search.reader.index_records import NamedShard

GROUP = 256
"""How many ids a group spans."""

CARDS = 4
"""How many ids a block of cards spans."""

NAMED = 128
"""How many ids have cards of one name: their blocks change names together."""

TEXTS = 2
"""How many ids a block of texts spans."""

BUCKETS = 8
"""About how many buckets a directory has."""

CARD_NAME = 3
"""Bytes of a digest that name blocks of cards or texts among their own earlier versions."""

SHARD_NAME = 4
"""Bytes of a digest that name a shard among all others."""

_GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"


def short_digest(data: bytes, size: int) -> bytes:
    """Return the digest, of so many bytes, that names a payload; it is taken before packing."""
    return blake2b(data, digest_size=size).digest()


def pack(data: bytes, *, lines: bool = False) -> bytes:
    """Pack as gzip does, without time, name and system.

    With `lines`, each line is a block with a code of its own: lines of numbers differ in how often each occurs, and
    what repeats in them is chance.
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_FILTERED if lines else zlib.Z_DEFAULT_STRATEGY)
    parts = data.splitlines(keepends=True) if lines else [data]
    body = b"".join(packer.compress(part) + packer.flush(zlib.Z_BLOCK) for part in parts) + packer.flush()
    return _GZIP_HEAD + body + zlib.crc32(data).to_bytes(4, "little") + len(data).to_bytes(4, "little")


def name_shards(shards: Iterable[tuple[str, str, int, bytes]]) -> tuple[NamedShard, ...]:
    """Name shards, given as (first word, bucket, number in it, digest of 16 bytes): no two have one name."""
    taken: set[str] = set()
    named = []
    for first, bucket, at, whole in shards:
        names = (whole[start : start + SHARD_NAME].hex() for start in range(len(whole)))
        name = next(name for name in names if name not in taken)
        taken.add(name)
        named.append(NamedShard(first, name, bucket, at))
    return tuple(named)


def begins_directory(start: str) -> bool:
    """Whether a directory begins at the bucket that begins with this word."""
    return not start or crc32(start.encode()) // 512 % BUCKETS == 0


def write_directory(shards: Sequence[NamedShard]) -> bytes:
    """Write a directory: the first words of shards, and their names."""
    return msgspec.json.encode([[shard.first for shard in shards], [shard.name for shard in shards]])


def write_block(entries: Iterable[tuple[int, object]], size: int) -> bytes:
    """Write a block as JSON: a list of entries by `id % size`, null where there is none, without nulls at its end."""
    row: list[object] = [None] * size
    for number, entry in entries:
        row[number % size] = entry
    while row and row[-1] is None:
        row.pop()
    return msgspec.json.encode(row)
