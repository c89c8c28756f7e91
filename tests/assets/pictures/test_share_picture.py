"""The pictures that go along when pages are shared."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from sitegen.assets.pictures.share_picture import HEIGHT, WIDTH, ShareStyle, share_image

FONT = Path(__file__).parents[3] / "static/fonts/atkinson-hyperlegible-next.woff2"
STYLE = ShareStyle("Labor Management Partnership", FONT.read_bytes())
LONG = "What the nurses and pharmacists of a very large medical center learned about unit-based teams " * 3
TITLES = ("Huddle Guide", "Huddles that save ten minutes a day for the whole team", LONG, "x" * 300, "")
GROUND, GOLD = (11, 74, 82), (240, 171, 79)
MARGIN, LADDER_TOP, FOOT = 80, 464, 550


def shown(title: str, label: str = "Tool", levels: tuple[str, ...] = (), style: ShareStyle = STYLE) -> Image.Image:
    """Return a picture, opened."""
    image = Image.open(io.BytesIO(share_image(style, title, label, levels)))
    image.load()
    return image


@pytest.mark.parametrize("title", TITLES)
def test_it_is_a_small_png_of_the_size_that_networks_show(title: str) -> None:
    image = shown(title)
    assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
    assert len(share_image(STYLE, title, "Tool")) < 40_000


@pytest.mark.parametrize("title", TITLES)
def test_no_title_runs_into_the_edge_or_the_ladder(title: str) -> None:
    image = shown(title).convert("RGB")
    for area in ((0, 0, MARGIN - 12, HEIGHT), (WIDTH - MARGIN + 12, 0, WIDTH, HEIGHT), (0, 440, WIDTH, LADDER_TOP)):
        assert image.crop(area).getcolors() == [((area[2] - area[0]) * (area[3] - area[1]), GROUND)]


def test_the_same_page_has_the_same_picture_and_another_another() -> None:
    pictures = [
        share_image(STYLE, "A", "Tool"),
        share_image(STYLE, "B", "Tool"),
        share_image(STYLE, "A", "Story"),
        share_image(STYLE, "A", "Tool", ("2",)),
        share_image(ShareStyle("Another site", STYLE.font), "A", "Tool"),
    ]
    assert len(set(pictures)) == 5
    assert share_image(STYLE, "A", "Tool") == pictures[0]


@pytest.mark.parametrize(("levels", "lit"), [((), 5), (("1",), 1), (("3", "4"), 2)])
def test_the_steps_of_the_ladder_are_the_levels_of_the_page(levels: tuple[str, ...], lit: int) -> None:
    image = shown("A", levels=levels).convert("RGB")
    feet = [image.getpixel((MARGIN + step * 46 + 19, FOOT - 3)) for step in range(5)]
    assert feet.count(GOLD) == lit
    assert GROUND not in feet


@pytest.mark.parametrize("font", [b"", b"no font"])
def test_a_font_that_cannot_be_read_is_replaced(font: bytes) -> None:
    assert shown("Huddle", style=ShareStyle("A site", font)).size == (WIDTH, HEIGHT)


@given(title=st.text(max_size=80), label=st.text(max_size=20))
def test_any_title_can_be_drawn(title: str, label: str) -> None:
    assert shown(title, label).size == (WIDTH, HEIGHT)
