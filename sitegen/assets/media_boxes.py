"""Films and AVIF pictures without what cameras wrote into them: the place, the device, comments.

The parts that hold it are overwritten, and no other byte moves. Source: ISO/IEC 14496-12 (ISO base media file format).
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.assets.unreadable import DAMAGED, UnreadableError

_NOTES = frozenset({b"udta", b"uuid"})
_HOLDERS = frozenset({b"moov", b"trak", b"mdia", b"moof", b"traf"})
_HEADER = 8
_LONG_HEADER = 16
_EMPTY = {b"Exif": b"\0\0\0\0II*\0\x08\0\0\0", b"mime": b""}
"""What stands in place of an item: Exif data without an entry, since readers refuse a picture with broken ones."""

_MOST_DEPTH = 6


class _Box(NamedTuple):
    """A part of a file: its kind, and where it, its body and what follows it begin."""

    kind: bytes
    start: int
    body: int
    end: int


def without_notes(data: bytes) -> bytes:
    """Return a film or AVIF picture without notes; a file of another format as it is.

    Raises UnreadableError where its parts cannot be told apart.
    """
    if data[4:8] != b"ftyp":
        return data
    cleaned = bytearray(data)
    try:
        _clean(data, cleaned, 0, len(data), 0)
    except (struct.error, IndexError, OverflowError) as error:
        raise UnreadableError(*DAMAGED) from error
    return bytes(cleaned)


def _clean(data: bytes, cleaned: bytearray, start: int, end: int, depth: int) -> None:
    for box in _boxes(data, start, end):
        if box.kind in _NOTES or (box.kind == b"meta" and depth):
            cleaned[box.start + 4 : box.start + 8] = b"free"
            cleaned[box.body : box.end] = bytes(box.end - box.body)
        elif box.kind == b"meta":
            for kind, first, after in _note_extents(data, box):
                cleaned[first:after] = _EMPTY[kind][: after - first].ljust(after - first, b"\0")
        elif box.kind in _HOLDERS and depth < _MOST_DEPTH:
            _clean(data, cleaned, box.body, box.end, depth + 1)


def _boxes(data: bytes, start: int, end: int) -> Iterator[_Box]:
    while start + _HEADER <= end:
        size, kind = struct.unpack_from(">I4s", data, start)
        body = start + _HEADER
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, body)
            body = start + _LONG_HEADER
        after = end if size == 0 else start + size
        if not body <= after <= end:
            return  # cut short, which is told where the film or picture is read
        yield _Box(kind, start, body, after)
        start = after


def _note_extents(data: bytes, meta: _Box) -> Iterator[tuple[bytes, int, int]]:
    """Yield the kind of each item of a picture file that is no picture, its first byte, and the one after its last."""
    parts = {box.kind: box for box in _boxes(data, meta.body + 4, meta.end)}
    if b"iinf" not in parts or b"iloc" not in parts:
        return
    infos, places = parts[b"iinf"], parts[b"iloc"]
    skipped = 6 if data[infos.body] == 0 else 8
    notes = {number: kind for number, kind in _items(data, infos, skipped) if kind in _EMPTY}
    inner = parts[b"idat"].body if b"idat" in parts else 0
    for number, method, first, length in _extents(data, places):
        if number in notes and method in (0, 1):
            start = first + (inner if method else 0)
            yield notes[number], start, min(start + length, len(data))


def _items(data: bytes, infos: _Box, skipped: int) -> Iterator[tuple[int, bytes]]:
    for box in _boxes(data, infos.body + skipped, infos.end):
        wide = data[box.body] > 2  # noqa: PLR2004 - version 3 has numbers of 32 bits
        (number,) = struct.unpack_from(">I" if wide else ">H", data, box.body + 4)
        kind = box.body + (10 if wide else 8)
        yield number, data[kind : kind + 4]


def _extents(data: bytes, places: _Box) -> Iterator[tuple[int, int, int, int]]:
    """Yield the number of each item, how its offset is meant, the offset, and its length in bytes."""
    version = data[places.body]
    sizes = data[places.body + 4], data[places.body + 5]
    offset_size, length_size, base_size = sizes[0] >> 4, sizes[0] & 15, sizes[1] >> 4
    index_size = sizes[1] & 15 if version else 0
    at = places.body + 6

    def number(size: int) -> int:
        nonlocal at
        at += size
        return int.from_bytes(data[at - size : at])

    wide = 4 if version > 1 else 2
    for _ in range(number(wide)):
        item = number(wide)
        method = number(2) & 15 if version else 0
        number(2)
        base = number(base_size)
        for _ in range(number(2)):
            number(index_size)
            offset, length = number(offset_size), number(length_size)
            yield item, method, base + offset, length
            if at > places.end:
                raise IndexError
