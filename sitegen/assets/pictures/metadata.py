"""Pictures without what cameras and programs wrote into them: place, owner, serial numbers, comments, small previews.

The picture itself is not encoded again: parts of the file are left out, all others stay byte for byte. How a picture
is turned, and its colors, stay. Sources: ITU-T T.81 (JPEG), CIPA DC-008 (Exif), PNG 1.2 and its extensions,
WebP Container Specification, GIF89a.
"""

import re
import struct
import zlib
from collections.abc import Iterator

from sitegen.assets.media_boxes import without_notes
from sitegen.assets.unreadable import DAMAGED, UnreadableError

_JPEG, _PNG, _GIF = b"\xff\xd8", b"\x89PNG\r\n\x1a\n", (b"GIF87a", b"GIF89a")
_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])", re.DOTALL)
_END, _COMMENT, _EXIF_SEGMENT = 0xD9, 0xFE, 0xE1
_APPLICATION = range(0xE0, 0xF0)
_KEPT_APPLICATIONS = (0xE0, 0xEE)
"""JFIF and Adobe, which say how colors are stored."""

_ICC = b"ICC_PROFILE\0"
_EXIF = b"Exif\0\0"
_KEPT_CHUNKS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT".split()
)
_KEPT_WEBP = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ANIM", b"ANMF", b"ALPH", b"ICCP"})
_WEBP_EXIF, _WEBP_XMP = 0x08, 0x04
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_ORIENTATION = 0x0112
_TURNS = range(2, 9)


def without_metadata(data: bytes) -> bytes:
    """Return a JPEG, PNG, WebP, GIF or AVIF picture without metadata; other files as they are.

    Raises UnreadableError where the parts of the file cannot be told apart.
    """
    try:
        if data.startswith(_JPEG):
            return b"".join(_jpeg(data))
        if data.startswith(_PNG):
            return b"".join(_png(data))
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
        if data.startswith(_GIF):
            return b"".join(_gif(data))
        return without_notes(data)
    except (struct.error, IndexError) as error:
        raise UnreadableError(*DAMAGED) from error


def _jpeg(data: bytes) -> Iterator[bytes]:
    """Yield the parts of a JPEG; what follows its end, such as films and previews of telephones, is left out."""
    yield _JPEG
    at = len(_JPEG)
    while match := _MARKER.search(data, at):
        yield data[at : match.start()]
        marker = match[1][0]
        if marker == _END:
            break
        (size,) = struct.unpack_from(">H", data, match.end())
        body = data[match.end() + 2 : match.end() + size]
        at = match.end() + size
        if marker == _EXIF_SEGMENT and body.startswith(_EXIF):
            exif = _turned(body[len(_EXIF) :])
            yield b"\xff\xe1" + struct.pack(">H", 2 + len(_EXIF + exif)) + _EXIF + exif if exif else b""
        elif marker == _COMMENT or (marker in _APPLICATION and marker not in _KEPT_APPLICATIONS):
            yield data[match.start() : at] if body.startswith(_ICC) else b""
        else:
            yield data[match.start() : at]
    else:
        yield data[at:]
    yield bytes((0xFF, _END))


def _png(data: bytes) -> Iterator[bytes]:
    yield _PNG
    at, kind = len(_PNG), b""
    while kind != b"IEND" and at < len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        if kind == b"eXIf" and (exif := _turned(data[at + 8 : at + 8 + size])):
            yield struct.pack(">I4s", len(exif), kind) + exif + struct.pack(">I", zlib.crc32(kind + exif))
        elif kind in _KEPT_CHUNKS:
            yield data[at : at + 12 + size]
        at += 12 + size


def _webp(data: bytes) -> bytes:
    parts, exif, at = [], b"", 12
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + size]
        if kind == b"EXIF":
            exif = _turned(body.removeprefix(_EXIF))
        elif kind in _KEPT_WEBP:
            parts.append((kind, body))
        at += 8 + size + size % 2
    if exif:
        parts.append((b"EXIF", exif))
    body = b"WEBP" + b"".join(
        _riff(kind, _flagged(part, bool(exif)) if kind == b"VP8X" else part) for kind, part in parts
    )
    return struct.pack("<4sI", b"RIFF", len(body)) + body


def _riff(kind: bytes, body: bytes) -> bytes:
    return struct.pack("<4sI", kind, len(body)) + body + b"\0" * (len(body) % 2)


def _flagged(header: bytes, has_exif: bool) -> bytes:  # noqa: FBT001 - it is what the flag says
    flags = header[0] & ~(_WEBP_EXIF | _WEBP_XMP)
    return bytes((flags | (_WEBP_EXIF if has_exif else 0),)) + header[1:]


def _gif(data: bytes) -> Iterator[bytes]:
    at = 13 + _table(data[10])
    yield data[:at]
    while data[at] != 0x3B:  # noqa: PLR2004 - trailer
        start = at
        if data[at] == 0x2C:  # noqa: PLR2004 - image
            at = _after_blocks(data, at + 11 + _table(data[at + 9]))
            yield data[start:at]
        else:
            label, name = data[at + 1], data[at + 3 : at + 14]
            at = _after_blocks(data, at + 2)
            if label == 0xF9 or (label == 0xFF and name in _LOOPS):  # noqa: PLR2004 - how it moves, how often
                yield data[start:at]
    yield b";"


def _table(flags: int) -> int:
    """Return the bytes of a table of colors, by the flags that announce it."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += 1 + data[at]
    return at + 1


def _turned(exif: bytes) -> bytes:
    """Return Exif data that say only how a picture is turned; empty if it is upright, or nothing can be read."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2], "")
    if not order:
        return b""
    try:
        (first,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, first)
        entries = (struct.unpack_from(f"{order}HHIH", exif, first + 2 + 12 * number) for number in range(count))
        turn = next((entry[3] for entry in entries if entry[0] == _ORIENTATION), 0)
    except struct.error:
        return b""
    if turn not in _TURNS:
        return b""
    return exif[:2] + struct.pack(f"{order}HIHHHIHHI", 42, 8, 1, _ORIENTATION, 3, 1, turn, 0, 0)
