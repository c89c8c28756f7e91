"""Keys, digests and rows: the small values that the store keeps, and their canonical bytes."""

import re
from collections.abc import Mapping
from hashlib import blake2b
from struct import Struct
from typing import NamedTuple

import msgspec

from sitegen.engine.rules import AT, Argument, Key
from sitegen.errors import BuildError

DIGEST_SIZE = 16
ABSENT = b"\0" * DIGEST_SIZE
"""The digest of a value that does not exist."""
UNREADABLE = b"\xff" * DIGEST_SIZE
"""The digest of an input that exists but cannot be read."""

_SEPARATOR = "\x1f"
_INTEGER = "\x1e"
"""Stands before an argument that is an integer."""
_RESERVED = re.compile(f"[{AT}{_INTEGER}{_SEPARATOR}\ud800-\udfff]")
_PAIR = Struct(f"<I{DIGEST_SIZE}s")
_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode


class Trace(NamedTuple):
    """One node as it was recorded; `deps` are (node id, digest) in the order fetched."""

    id: int
    digest: bytes
    deps: tuple[tuple[int, bytes], ...]
    cause: int
    run: int


class InputRow(NamedTuple):
    """One input as it was last read; size (bytes) and mtime (ns, of the last change) are -1 if there are none."""

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
    """Return the canonical bytes of a value: equal values have equal bytes, in whatever order a dict was filled."""
    return _ENCODE(value)


def digest_of(data: bytes) -> bytes:
    """Return the BLAKE2b digest of bytes, 16 bytes long."""
    return blake2b(data, digest_size=DIGEST_SIZE).digest()


def key_text(key: Key) -> str:
    """Return a key as it is stored.

    Raises BuildError if an argument has a character that could not be read back.
    """
    text = _SEPARATOR.join([part if isinstance(part, str) else f"{_INTEGER}{part}" for part in key])
    if text.count(_SEPARATOR) >= len(key) or AT in text or _INTEGER in text or not _is_encodable(text):
        _check_arguments(key)
    return text


def key_of(text: str) -> Key:
    """Return the key that was stored as this text."""
    parts = text.split(_SEPARATOR)
    return tuple(map(_argument, parts)) if _INTEGER in text else tuple(parts)


def pack_deps(deps: Mapping[int, bytes]) -> bytes:
    """Return dependencies, node ids with digests in the order fetched, as a trace stores them."""
    return b"".join([_PAIR.pack(node, digest) for node, digest in deps.items()])


def unpack_deps(data: bytes) -> tuple[tuple[int, bytes], ...]:
    """Return the dependencies that were packed, as (node id, digest) in the order fetched."""
    return tuple(_PAIR.iter_unpack(data))


def is_subkey(key: Key) -> bool:
    """Whether a key names one value of a mapping."""
    return len(key) > 2 and key[-2] == AT  # noqa: PLR2004 - the rule's name, the marker, the value's name


def _argument(part: str) -> Argument:
    return int(part[1:]) if part.startswith(_INTEGER) else part


def _check_arguments(key: Key) -> None:
    parts = (*key[:-2], key[-1]) if is_subkey(key) else key
    for part in parts:
        if isinstance(part, str) and _RESERVED.search(part):
            raise BuildError(f"this name has characters that cannot be used: {part!a}", hint="use plain letters")


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
