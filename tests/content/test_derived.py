"""Tests of what is made up where the writer left it out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.derived import cut_at_word, formats_of, summary_of
from sitegen.model import Body, Download, Heading, LocatedText


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("short", 10, "short"),
        ("exactly 10", 10, "exactly 10"),
        ("one two three", 8, "one two\u2026"),
        ("one, two three", 5, "one\u2026"),
        ("unbreakable", 5, "unbr\u2026"),
    ],
)
def test_a_text_is_cut_at_a_word(text: str, length: int, expected: str) -> None:
    assert cut_at_word(text, length) == expected


@given(st.text(max_size=60), st.integers(1, 40))
def test_a_cut_text_is_never_too_long(text: str, length: int) -> None:
    assert len(cut_at_word(text, length)) <= length


def test_a_summary_is_the_first_paragraph_that_is_no_heading() -> None:
    body = Body((), (Heading(2, "head", "Head"),), "Head\nFirst.\nSecond.")
    assert summary_of(body) == "First."


def test_an_empty_body_has_no_summary() -> None:
    assert summary_of(Body()) == ""


@pytest.mark.parametrize(
    ("kind", "downloads", "expected"),
    [
        ("story", (), ("story",)),
        ("video", (), ("video",)),
        ("level", (), ()),
        ("tool", (Download(file=LocatedText("a.PDF")),), ("pdf",)),
        ("tool", (Download(file=LocatedText("a.doc")), Download(file=LocatedText("b.docx"))), ("word",)),
        ("tool", (Download(file=LocatedText("a.xyz")),), ()),
        ("tool", (Download(file=LocatedText("a.zip"), slides=7),), ("slides",)),
        ("tool", (Download(url="https://www.example.org/a.pdf#page=2"),), ("pdf",)),
        ("tool", (Download(url="https://www.example.org"),), ("web-page",)),
        ("tool", (Download(url="mailto:a@example.org"),), ()),
    ],
)
def test_formats_come_from_the_kind_and_the_downloads(
    kind: str, downloads: tuple[Download, ...], expected: tuple[str, ...]
) -> None:
    assert formats_of(kind, downloads) == expected
