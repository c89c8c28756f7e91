"""The entries of a mapping as keys of their own, so that a change of one moves only what fetched it."""

from collections.abc import Mapping
from typing import Any

from sitegen.engine.rows import ABSENT, digest_of, encode
from sitegen.engine.rules import AT, Key


def entry_of(key: Key, at: str) -> Key:
    """Return the key of the entry `at` of the mapping of a key."""
    return (*key, AT, at)


def entry_data(mapping: Mapping[str, Any], at: str) -> bytes:
    """Return the encoded value of an entry: that of None if the mapping lacks it."""
    return encode(mapping.get(at))


def entry_digest(mapping: Mapping[str, Any], at: str) -> bytes:
    """Return the digest of an entry: ABSENT if the mapping lacks it."""
    return digest_of(entry_data(mapping, at)) if at in mapping else ABSENT
