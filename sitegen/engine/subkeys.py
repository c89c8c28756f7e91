"""Keys of the single values of a mapping, so that a change of one moves only what fetched it."""

from collections.abc import Mapping
from typing import Any

from sitegen.engine.rows import ABSENT, digest_of, encode
from sitegen.engine.rules import AT, Key


def subkey_of(key: Key, at: str) -> Key:
    """Return the key of the value `at` in the mapping of a key."""
    return (*key, AT, at)


def data_at(mapping: Mapping[str, Any], at: str) -> bytes:
    """Return the encoded value `at`: that of None if the mapping lacks it."""
    return encode(mapping.get(at))


def digest_at(mapping: Mapping[str, Any], at: str) -> bytes:
    """Return the digest of the value `at`: ABSENT if the mapping lacks it."""
    return digest_of(data_at(mapping, at)) if at in mapping else ABSENT
