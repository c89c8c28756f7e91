"""Tests of bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.errors import format_problem
from sitegen.located import decode

PATH = "content/stories/x.md"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"\xef\xbb\xbfTeams", "Teams"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\u2028b\u2029c\x85d".encode(), "a b c d"),
        ("a\ufeffb".encode(), "ab"),
        ("caf\u00e9 \U0001f600\t".encode(), "caf\u00e9 \U0001f600\t"),
    ],
)
def test_harmless_differences_are_made_one(data: bytes, text: str) -> None:
    where, problems = decode(data, PATH)
    assert (where.text, problems) == (text, [])


def test_a_byte_that_is_not_utf8_is_reported_with_its_line() -> None:
    where, problems = decode(b"\xef\xbb\xbftitle: x\r\nsummary: caf\xe9 au lait\r\n", PATH)
    assert where.text == "title: x\nsummary: caf\ufffd au lait\n"
    assert [format_problem(problem) for problem in problems] == [
        (
            "content/stories/x.md:2:13: the file is not saved as UTF-8:"
            " the byte 0xE9 is not part of a letter\n"
            "    1 | title: x\n"
            "  > 2 | summary: caf\ufffd au lait\n"
            "      |             ^\n"
            '  hint: save the file again with the encoding "UTF-8"'
        )
    ]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_named(encoding: str) -> None:
    _, problems = decode("\ufefftitle".encode(encoding), PATH)
    assert [problem.headline for problem in problems] == ["the file is saved as UTF-16"]


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x93", "\ufffe"])
def test_an_invisible_control_character_is_reported_at_its_position(char: str) -> None:
    where, problems = decode(f"one\nab{char}c\n".encode(), PATH)
    assert where.text == "one\nab\ufffdc\n"
    assert [(str(problem.location), problem.headline) for problem in problems] == [
        (f"{PATH}:2:3", f"an invisible control character (U+{ord(char):04X}) stands here")
    ]


def test_a_file_full_of_control_characters_is_reported_in_a_few_lines() -> None:
    assert len(decode(bytes(1000), PATH)[1]) == 5


def test_the_family_of_the_problems_is_the_readers_choice() -> None:
    assert decode(b"\xff", "site.yaml", kind="ConfigError")[1][0].kind == "ConfigError"


@given(st.binary(max_size=80))
def test_any_bytes_give_a_text_without_control_characters(data: bytes) -> None:
    where, _ = decode(data, PATH)
    assert not set(where.text) & {chr(number) for number in range(32) if number not in {9, 10}}


@given(st.text(max_size=80))
def test_utf8_is_never_refused_as_such(text: str) -> None:
    assert not any("UTF-8" in problem.headline for problem in decode(text.encode(), PATH)[1])
