"""Keys, digests and rows: the small values that the store keeps, and their canonical bytes."""

from hashlib import blake2b
from typing import NamedTuple

import msgspec

from sitegen.engine.rules import Key
from sitegen.errors import BuildError

DIGEST_SIZE = 16
ABSENT = b"\0" * DIGEST_SIZE
"""The digest of what has no value."""
UNREADABLE = b"\xff" * DIGEST_SIZE
"""The digest of an input that was there but could not be read."""

_SEPARATOR = "\x1f"
_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode


class Trace(NamedTuple):
    """One node as it was recorded; `deps` are (node id, digest) in the order fetched."""

    id: int
    digest: bytes
    deps: tuple[tuple[int, bytes], ...]
    cause: int
    run: int


class InputRow(NamedTuple):
    """One input as it was last read; size and mtime (ns, of the last change) are -1 where there are none."""

    id: int
    key: Key
    digest: bytes
    size: int
    mtime: int


class OutputRow(NamedTuple):
    """One file of the manifest as it was committed: path below the output folder, its node, digest, stat."""

    path: str
    node: int
    digest: bytes
    size: int
    mtime: int


def encode(value: object) -> bytes:
    """Write a value as canonical bytes: equal values give equal bytes, whatever order a dict was filled in."""
    return _ENCODE(value)


def digest_of(data: bytes) -> bytes:
    """Give the BLAKE2b digest of bytes, 16 bytes long."""
    return blake2b(data, digest_size=DIGEST_SIZE).digest()


def key_text(key: Key) -> str:
    """Give a key as it is stored.

    Raises BuildError for a key that could not be read back.
    """
    text = _SEPARATOR.join(key)
    if text.count(_SEPARATOR) >= len(key) or not _is_encodable(text):
        raise BuildError(f"this name has characters that cannot be used: {key[-1]!a}", hint="use plain letters")
    return text


def key_of(text: str) -> Key:
    """Give the key that was stored as this text."""
    return tuple(text.split(_SEPARATOR))


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
