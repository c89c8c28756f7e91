"""Captions files: which are read, and what is said of the others, with line and column."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.assets.films.captions import read_captions

PATH = "static/videos/a.vtt"
CLIP = Path(__file__).parents[3] / "static" / "videos" / "sample-clip-five-levels.vtt"
SHAPE = "write minutes, seconds and thousandths: 00:03.500 --> 00:05.000"


def said(text: str) -> list[str]:
    _, problems = read_captions(text.encode(), PATH)
    assert all(problem.is_error for problem in problems)
    return [f"{p.location.line}:{p.location.column} {p.headline} / {p.hint}" for p in problems]


def test_the_captions_of_the_sample_clip_are_right() -> None:
    assert read_captions(CLIP.read_bytes(), PATH) == (10.0, [])


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT\n\n00:00.000 --> 00:01.000\nA\n",
        "\ufeffWEBVTT - Captions\r\n\r\n1\r\n01:00:00.000 --> 01:00:01.000 line:0 align:start\r\n- A\r\n- B\r\n",
        "WEBVTT\nKind: captions\n\nNOTE from --> to\n\nNOTE\nmore\n\nSTYLE\n::cue {}\n\n00:00.000 --> 00:01.000\nA",
        "WEBVTT\n\n00:00.000 --> 00:02.000\nA\n\n00:00.000 --> 00:01.000\nB\n",
    ],
)
def test_what_the_format_allows_is_right(text: str) -> None:
    assert said(text.replace("NOTE from --> to\n\n", "")) == []


def test_the_end_is_that_of_the_latest_caption() -> None:
    text = "WEBVTT\n\n00:01.000 --> 01:02.500\nA\n\n00:02.000 --> 00:03.000\nB\n"
    assert read_captions(text.encode(), PATH)[0] == 62.5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ['1:1 a captions file begins with "WEBVTT" / write WEBVTT into the first line']),
        ("WEBVTT\n", [f"1:0 there are no captions in this file / {SHAPE}"]),
        (
            "1\n00:00:01,500 --> 00:00:03.000\nA\n",
            [
                '1:1 a captions file begins with "WEBVTT" / write WEBVTT into the first line',
                '2:1 "00:00:01,500" is not a time of a caption / write a period: 00:00:01.500',
            ],
        ),
        ("WEBVTT\n\nSome words\n", [f"3:1 a caption without times / {SHAPE}"]),
        ("WEBVTT\n\n00:01.000 -->\nA\n", [f"3:1 the times of a caption are not complete / {SHAPE}"]),
        ("WEBVTT\n\n00:01.000 --> 1:03\nA\n", [f'3:15 "1:03" is not a time of a caption / {SHAPE}']),
        (
            f"WEBVTT\n\n00:01.000 --> {'9' * 100_000}:00:00.000\nA\n",
            [f'3:15 "{"9" * 60}..." is not a time of a caption / {SHAPE}'],
        ),
        ("WEBVTT\n\n00:01.000 --> 00:75.000\nA\n", [f'3:15 "00:75.000" is not a time of a caption / {SHAPE}']),
        (
            "WEBVTT\n\n00:03.000 --> 00:02.000\nA\n",
            ["3:15 a caption ends before it begins / is one of the times wrong?"],
        ),
        (
            "WEBVTT\n\n00:03.000 --> 00:04.000\nA\n\n  00:01.000 --> 00:02.000\nB\n",
            ["6:3 a caption begins before the one above it / put them in order"],
        ),
        ("WEBVTT\n\n00:03.000 --> 00:04.000\n", ["3:1 a caption without words / write them into the next line"]),
    ],
)
def test_what_browsers_would_drop_is_told(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_another_encoding_is_told() -> None:
    _, problems = read_captions("WEBVTT\n\n00:03.000 --> 00:04.000\n\xe9".encode("latin-1"), PATH)
    assert [(problem.location.line, "UTF-8" in problem.headline + problem.hint) for problem in problems] == [(4, True)]


@given(st.text(st.sampled_from("WEBVTT\n -->0123:.,x"), max_size=80))
def test_no_text_is_too_odd(text: str) -> None:
    read_captions(text.encode(), PATH)
    read_captions(f"WEBVTT\n\n{text}".encode(), PATH)
