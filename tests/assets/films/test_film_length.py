"""How long a film is, from the boxes of its file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.assets.films.film_length import is_whole, read_film_length

CLIP = Path(__file__).parents[3] / "static" / "videos" / "sample-clip-five-levels.mp4"


def box(name: bytes, data: bytes) -> bytes:
    return (8 + len(data)).to_bytes(4, "big") + name + data


def header(version: int, scale: int, duration: int) -> bytes:
    wide = 8 if version else 4
    times = bytes(2 * wide) + scale.to_bytes(4, "big") + duration.to_bytes(wide, "big")
    return box(b"mvhd", bytes([version, 0, 0, 0]) + times + bytes(80))


def film(*boxes: bytes) -> bytes:
    return box(b"ftyp", b"isom") + box(b"mdat", bytes(50)) + box(b"moov", b"".join(boxes))


def test_the_sample_clip_lasts_ten_seconds() -> None:
    assert read_film_length(CLIP.read_bytes()) == 10


@pytest.mark.parametrize(
    ("data", "seconds"),
    [
        (film(header(0, 1000, 200_500)), 200.5),
        (film(box(b"iods", bytes(5)), header(1, 90_000, 90_000 * 3600)), 3600),
        (box(b"ftyp", b"isom") + (0).to_bytes(4, "big") + b"moov" + header(0, 600, 1200), 2),
        (film(header(0, 0, 5)), 0),
        (film(header(0, 1000, 2**32 - 1)), 0),
        (film(), 0),
        (film(header(0, 1000, 5)[:20]), 0),
        (b"", 0),
        (b"\x1aE\xdf\xa3 a film of another sort", 0),
    ],
)
def test_the_length_is_that_of_the_movie_header(data: bytes, seconds: float) -> None:
    assert read_film_length(data) == seconds


def test_a_box_of_more_than_four_gigabytes_has_a_longer_size() -> None:
    large = (1).to_bytes(4, "big") + b"mdat" + (26).to_bytes(8, "big") + bytes(10)
    assert read_film_length(large + box(b"moov", header(0, 10, 30))) == 3


@given(st.binary(max_size=80), st.integers(0, 200))
def test_no_bytes_are_too_odd(noise: bytes, cut: int) -> None:
    whole = film(header(0, 1000, 5))
    assert read_film_length(whole[:cut] + noise + whole[cut:]) >= 0


@pytest.mark.parametrize(
    ("data", "whole"),
    [
        (CLIP.read_bytes(), True),
        (film(), True),
        (b"", False),
        (b"xx", False),
        (box(b"ftyp", b"isom") + bytes(99), False),
    ],
)
def test_a_film_without_its_movie_box_cannot_be_played(data: bytes, *, whole: bool) -> None:
    assert is_whole(data) is whole
