"""Captions that are written: no words can add a caption, a note, a style or a time."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.assets.films.caption_writer import Caption, write_captions
from sitegen.assets.films.captions import read_captions

ODD = (
    "one\n\n00:09.000 --> 00:10.000\ntwo",
    "one\r\n\r\nNOTE two",
    "one\r\rSTYLE\r::cue { color: red }",
    "00:09.000 --> 00:10.000",
    "a --> b",
    "<v Ann>Hello</v> & <b>more</b> &lt;",
    "one\u2028\u2029two",
    "a\x00b\x1bc\x85d\ud800e",
    "\"quotes\" and 'more'",
    "  spaces\t and tabs ",
    "WEBVTT",
    "NOTE this",
)


@pytest.mark.parametrize("words", ODD)
def test_no_words_add_a_line(words: str) -> None:
    data = write_captions([Caption(0.5, 1.25, words), Caption(1.25, 2, "After")])
    head, empty, times, line, *rest = data.decode().split("\n")
    assert (head, empty, times) == ("WEBVTT", "", "00:00.500 --> 00:01.250")
    assert rest == ["", "00:01.250 --> 00:02.000", "After", ""]
    assert line.isprintable()
    assert not {"<", ">"} & set(line)
    assert unescape(line).split()[0] == words.split(maxsplit=1)[0].partition("\0")[0].partition("\x1b")[0]
    assert read_captions(data, "static/a.vtt") == (2.0, [])


@given(st.lists(st.tuples(st.floats(0, 400_000), st.text())))
def test_any_words_are_as_many_captions_as_were_given(given: list[tuple[float, str]]) -> None:
    starts = sorted(start for start, _ in given)
    captions = [Caption(start, start + 1, f"x{words}") for start, (_, words) in zip(starts, given, strict=True)]
    data = write_captions(captions)
    assert data.count(b"-->") == len(captions)
    assert not captions or read_captions(data, "static/a.vtt")[1] == []


@pytest.mark.parametrize(
    ("seconds", "time"),
    [(0, "00:00.000"), (59.9996, "01:00.000"), (3599.999, "59:59.999"), (3600, "01:00:00.000"), (-1, "00:00.000")],
)
def test_times_have_hours_where_there_are_any(seconds: float, time: str) -> None:
    assert write_captions([Caption(seconds, 360_000, "Words")]).decode().split("\n")[2] == f"{time} --> 100:00:00.000"


def test_a_caption_without_words_is_left_out() -> None:
    assert write_captions([Caption(0, 1, " \n\x00")]) == b"WEBVTT\n"
