"""The length of a film, read from the header of its MP4 file.

Source: ISO/IEC 14496-12, 4.2 (boxes) and 8.2.2 (the movie header `mvhd`).
"""

_HEAD = 8
_LARGE = 16
_CONTAINER = b"moov"
_HEADER = b"mvhd"


def read_film_length(data: bytes) -> float:
    """Return the length of an MP4 film in seconds; 0 if the bytes are no MP4 or do not say. Raises nothing."""
    movie = _box(data, 0, len(data), _CONTAINER)
    header = _box(data, *movie, _HEADER) if movie else None
    if header is None:
        return 0.0
    start, end = header
    wide = 8 if start < end and data[start] == 1 else 4
    scale_at = start + 4 + 2 * wide
    if scale_at + 4 + wide > end:
        return 0.0
    scale = int.from_bytes(data[scale_at : scale_at + 4], "big")
    duration = int.from_bytes(data[scale_at + 4 : scale_at + 4 + wide], "big")
    unknown = duration == (1 << 8 * wide) - 1
    return 0.0 if unknown or not scale else duration / scale


def is_whole(data: bytes) -> bool:
    """Return whether an MP4 file has its movie box, which a copy that was cut short lacks."""
    return _box(data, 0, len(data), _CONTAINER) is not None


def _box(data: bytes, start: int, end: int, name: bytes) -> tuple[int, int] | None:
    """Return where the contents of the first box of a name begin and end; None if there is none."""
    while start + _HEAD <= end:
        size, kind = int.from_bytes(data[start : start + 4], "big"), data[start + 4 : start + _HEAD]
        head = _HEAD
        if size == 1:
            size, head = int.from_bytes(data[start + _HEAD : start + _LARGE], "big"), _LARGE
        elif size == 0:
            size = end - start
        if size < head:
            return None
        if kind == name:
            return start + head, min(end, start + size)
        start += size
    return None
