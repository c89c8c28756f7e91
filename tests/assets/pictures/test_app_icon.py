"""The icons of the installed site: the drawing of the favicon, whole in every shape, and nothing but pixels."""

import math
import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sitegen.assets.pictures.app_icon import SIDES, app_icon

FAVICON = (Path(__file__).parents[3] / "static/icons/favicon.svg").read_text("utf-8")
GOLD, TEAL = (240, 171, 79, 255), (11, 74, 82, 255)


def picture(side: int, *, is_maskable: bool = False) -> Image.Image:
    return Image.open(BytesIO(app_icon(side, is_maskable=is_maskable))).convert("RGBA")


@pytest.mark.parametrize("side", SIDES)
def test_it_is_the_drawing_of_the_favicon(side: int) -> None:
    image = picture(side)
    assert image.size == (side, side)
    steps = re.findall(r"M(\d+) (\d+)h4", FAVICON)
    assert len(steps) == 5
    for left, top in steps:
        middle = (int(left) + 2) * side // 32
        assert image.getpixel((middle, (int(top) + 1) * side // 32)) == GOLD
        assert image.getpixel((middle, (int(top) - 1) * side // 32)) == TEAL
        assert image.getpixel((middle, 28 * side // 32)) == TEAL
    assert image.getpixel((0, 0)) == (0, 0, 0, 0) or image.getpixel((0, 0))[3] == 0  # type: ignore[index]


def test_one_that_systems_cut_fills_its_square_and_keeps_the_ladder_in_the_middle() -> None:
    image = picture(512, is_maskable=True)
    assert {image.getpixel(corner) for corner in ((0, 0), (511, 0), (0, 511), (511, 511))} == {TEAL}
    gold = [(x, y) for x in range(512) for y in range(512) if image.getpixel((x, y)) == GOLD]
    assert len(gold) > 20_000
    assert max(math.hypot(x - 255.5, y - 255.5) for x, y in gold) <= 0.4 * 512


@pytest.mark.parametrize("is_maskable", [True, False])
def test_it_holds_nothing_but_pixels_and_is_the_same_each_time(*, is_maskable: bool) -> None:
    data = app_icon(192, is_maskable=is_maskable)
    assert data == app_icon(192, is_maskable=is_maskable)
    assert set(re.findall(rb"[A-Za-z]{4}(?=.)", b"".join(chunk_names(data)))) <= {
        b"IHDR",
        b"PLTE",
        b"tRNS",
        b"IDAT",
        b"IEND",
    }
    assert len(data) < 4_000


def chunk_names(data: bytes) -> list[bytes]:
    """Return the names of the chunks of a PNG."""
    names, at = [], 8
    while at < len(data):
        names.append(data[at + 4 : at + 8])
        at += int.from_bytes(data[at : at + 4], "big") + 12
    return names
