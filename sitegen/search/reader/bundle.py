"""The bundle: the reader's index of a small site as one file, so that a search waits for the network once."""

from collections.abc import Iterable

import msgspec

MAX_BUNDLE = 320_000
"""Bytes that the files in a bundle have at most before packing; packed it has less than half, about 150 kB.

What is counted is not packed, for machines pack the same content into files of other sizes.
"""


def bundle_file(table: str, files: Iterable[tuple[str, bytes]], limit: int) -> bytes:
    """Write the name of the table, and each file (path without ending, content); nothing where they are too large.

    No file is asked for beyond the first that goes past the limit.
    """
    texts = {}
    for path, data in files:
        limit -= len(data)
        if limit < 0:
            return b""
        texts[path] = data.decode()
    return msgspec.json.encode({"table": table, "files": texts})
