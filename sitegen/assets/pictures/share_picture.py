"""The picture that goes along when a page is shared: its title, its kind, the team-level ladder, the site's name.

Sixteen colors and four bits a pixel: drawn and packed in a few milliseconds, some ten kilobytes, the same bytes
each time. Source: the Open Graph protocol; 1200 x 630 is the size that networks show whole.
"""

import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple, cast

from sitegen.model.record import Record

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630

NAME = "share.png"
"""What a page's picture is called; it lies beside the page, so that its address stays with the page."""

_MARGIN = 80
_BACKGROUND, _WHITE, _GOLD, _DIM = (11, 74, 82), (253, 252, 249), (240, 171, 79), (61, 117, 124)
_WHITES, _GOLDS = tuple(range(8)), (0, 8, 9, 10, 11)
_FULL_GOLD, _FULL_DIM = 11, 12
_SIZES = ((88, 2), (78, 3), (62, 4), (50, 5))
"""Sizes of a title in pixels with the most lines of each: the largest that fits is taken."""

_BOLD, _EXTRA_BOLD = 700, 800
_TITLE_TOP, _LINE = 132, 1.18
_ROOM = WIDTH - 2 * _MARGIN
_BEARING = 12
_STEPS, _STEP, _GAP, _RISE, _LOWEST = 5, 38, 8, 16, 22


class ShareStyle(Record, frozen=True):
    """What all pictures of a site share: its name, and its font (any that FreeType reads)."""

    site_title: str
    font: bytes


def share_image(style: ShareStyle, title: str, label: str, levels: tuple[str, ...] = ()) -> bytes:
    """Draw a page's picture as PNG.

    `label` is its kind as a word; of the ladder, steps that are not among its levels are dim, where it has any.
    """
    image = _background(style, label, levels).copy()
    size, lines = _fit_title(style, " ".join(title.split()))
    font = _font(style.font, size, _EXTRA_BOLD)
    for number, line in enumerate(lines):
        _draw_text(image, (_MARGIN, _TITLE_TOP + round(number * size * _LINE)), line, font)
    return _encode_png(image)


@lru_cache(maxsize=64)
def _background(style: ShareStyle, label: str, levels: tuple[str, ...]) -> "Image":
    """Draw the background that pages of one kind and the same levels share."""
    from PIL import Image

    image = Image.new("P", (WIDTH, HEIGHT), 0)
    _draw_text(image, (_MARGIN, 72), label, _font(style.font, 38, _BOLD), _GOLDS)
    foot = HEIGHT - _MARGIN
    for step in range(_STEPS):
        left, top = _MARGIN + step * (_STEP + _GAP), foot - _LOWEST - step * _RISE
        color = _FULL_GOLD if not levels or str(step + 1) in levels else _FULL_DIM
        image.paste(color, (left, top, left + _STEP, foot))
    left = _MARGIN + _STEPS * (_STEP + _GAP) + 24
    font = _font(style.font, 40, _BOLD)
    name = _shorten(style.site_title, font, WIDTH - _MARGIN - left)
    _draw_text(image, (left, foot - 40), name, font)
    return image


@lru_cache(maxsize=16)
def _font(data: bytes, size: int, weight: int) -> "FreeTypeFont":
    """Return the site's font, or Pillow's own if it cannot be read."""
    from PIL import ImageFont

    try:
        font = ImageFont.truetype(BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
    except OSError:
        return cast("FreeTypeFont", ImageFont.load_default(size))
    with suppress(OSError, NotImplementedError):  # a font of one weight
        font.set_variation_by_axes([weight])
    return font


def _fit_title(style: ShareStyle, title: str) -> tuple[int, list[str]]:
    """Return the font size of a title in pixels, and its lines."""
    for size, most in _SIZES:
        font = _font(style.font, size, _EXTRA_BOLD)
        lines = list(_wrap(title, font))
        if len(lines) <= most and all(_length(font, line) <= _ROOM for line in lines):
            return size, lines
    size, most = _SIZES[-1]
    font = _font(style.font, size, _EXTRA_BOLD)
    lines = list(_wrap(title, font))
    lines = [*lines[: most - 1], " ".join(lines[most - 1 :])] if len(lines) > most else lines
    return size, [_shorten(line, font, _ROOM) for line in lines]


def _wrap(title: str, font: "FreeTypeFont") -> Iterator[str]:
    line = ""
    for word in title.split(" "):
        longer = f"{line} {word}" if line else word
        if line and _length(font, longer) > _ROOM:
            yield line
            longer = word
        line = longer
    yield line


def _shorten(text: str, font: "FreeTypeFont", room: float) -> str:
    """Return a text cut to fit, at a word if possible, with an ellipsis for the rest."""
    if _length(font, text) <= room:
        return text
    while len(text) > 1 and _length(font, f"{text}\u2026") > room:
        text = text.rpartition(" ")[0] or text[: len(text) * 9 // 10]
    return f"{text}\u2026"


def _draw_text(
    image: "Image", corner: tuple[int, int], text: str, font: "FreeTypeFont", ramp: tuple[int, ...] = _WHITES
) -> None:
    """Draw a line of text in the colors of a ramp, from the background to full color; `corner` is its top left."""
    at, top = float(corner[0]), corner[1]
    for char in text:
        drawn = _glyph(font, char, ramp)
        if drawn.image:
            image.paste(drawn.image, (round(at) - _BEARING, top), drawn.mask)
        at += drawn.advance


def _length(font: "FreeTypeFont", text: str) -> float:
    return sum(_glyph(font, char, _WHITES).advance for char in text)


class _Glyph(NamedTuple):
    """A letter ready to paste: its pixels, if it has any, and its advance width."""

    image: "Image | None"
    mask: "Image | None"
    advance: float


@lru_cache(maxsize=4096)
def _glyph(font: "FreeTypeFont", char: str, ramp: tuple[int, ...]) -> _Glyph:
    """Return the cached glyph of a character."""
    from PIL import Image, ImageDraw

    advance = font.getlength(char)
    light = Image.new("L", (round(advance) + 2 * _BEARING, sum(font.getmetrics())), 0)
    ImageDraw.Draw(light).text((_BEARING, 0), char, fill=255, font=font)
    if not light.getbbox():
        return _Glyph(None, None, advance)
    most = len(ramp) - 1
    image = light.point([ramp[(value * most + 127) // 255] for value in range(256)])
    mask = light.point([255 if (value * most + 127) // 255 else 0 for value in range(256)])
    return _Glyph(image, mask, advance)


def _encode_png(image: "Image") -> bytes:
    """Encode a PNG of four bits a pixel; Pillow's own encoder takes three times as long."""
    rows, stride = image.tobytes("raw", "P;4"), WIDTH // 2
    data = b"".join(b"\0" + rows[at : at + stride] for at in range(0, len(rows), stride))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 4, 3, 0, 0, 0)
    parts = ((b"IHDR", header), (b"PLTE", _palette()), (b"IDAT", zlib.compress(data, 3)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in parts)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _palette() -> bytes:
    colors = [_BACKGROUND] * 16
    for ramp, full in ((_WHITES, _WHITE), (_GOLDS, _GOLD)):
        for number, index in enumerate(ramp):
            share = number / (len(ramp) - 1)
            mixed = (round(low + (high - low) * share) for low, high in zip(_BACKGROUND, full, strict=True))
            colors[index] = (next(mixed), next(mixed), next(mixed))
    colors[_FULL_DIM] = _DIM
    return bytes(part for color in colors for part in color)
