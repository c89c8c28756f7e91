"""Places in the source: what is code, and where things stand."""

import pytest

from sitegen.content.source_scan import (
    BodySource,
    TargetPositions,
    find_empty_headings,
    find_level_one_headings,
    find_raw_tags,
)


def test_shortcodes_are_blanked_out_of_a_source() -> None:
    assert BodySource('a {{ b c="d" }} e', "x.md", 1).code_free == "a               e"


@pytest.mark.parametrize(
    ("offset", "expected"), [(0, (4, 1)), (1, (4, 2)), (2, (5, 1)), (3, (6, 1)), (4, (6, 2)), (5, (6, 3))]
)
def test_an_offset_has_a_line_of_the_file_and_a_column(offset: int, expected: tuple[int, int]) -> None:
    assert BodySource("a\n\nbc", "x.md", 4).position(offset) == expected


@pytest.mark.parametrize(
    ("text", "target", "expected"),
    [
        ("[a](x.md)", "x.md", 4),
        ("[a]( x.md 'T')", "x.md", 5),
        ("[a](<x y.md>)", "x y.md", 5),
        ("[a](x y.md)", "x y.md", 4),
        ("[a](x(1).md)", "x(1).md", 4),
        ("[a](x\\_y.md)", "x_y.md", 4),
        ("[a](x?b&amp;c)", "x?b&c", 4),
        ("[a](x?b&copy=1)", "x?b&copy=1", 4),
        ("![a](x.png)", "x.png", 5),
        ("[r]: <x.md> 'T'", "x.md", 6),
        ("<a title='b' href='x.md'>", "x.md", 19),
        ('<A HREF = "x.md">', "x.md", 11),
        ("<img src=x.png>", "x.png", 9),
        ("<https://x.org>", "https://x.org", 1),
        ("x.md [a](x.md)", "x.md", 9),
        ("nothing", "x.md", 0),
    ],
)
def test_a_target_has_a_place(text: str, target: str, expected: int) -> None:
    assert TargetPositions(text).next_offset(target) == expected


def test_each_look_up_gives_the_next_place_and_then_the_last_again() -> None:
    targets = TargetPositions("[a](x) [b](y) [c](x)")
    assert [targets.next_offset("x") for _ in range(3)] == [4, 18, 18]
    assert list(targets) == [("x", 4), ("y", 11)]


def test_headings_are_found_in_order() -> None:
    text = "# a\n\n## b\n\nc\n===\n\n<h1>d</h1>\n\n> # e\n\n##\n\n<h2></h2>\n"
    assert [text[offset:].split("\n", maxsplit=1)[0] for offset in find_level_one_headings(text)] == [
        "# a",
        "c",
        "<h1>d</h1>",
        "> # e",
    ]
    assert [text[offset:].split("\n", maxsplit=1)[0] for offset in find_empty_headings(text)] == ["##", "<h2></h2>"]


def test_raw_tags_have_attributes() -> None:
    tags = [
        (tag.offset, tag.name, tag.attributes)
        for tag in find_raw_tags("a <B c='>' D>x</B> <e@f.g> <http://x> <br/> <2>")
    ]
    assert tags == [(2, "b", ((5, "c"), (11, "d"))), (38, "br", ())]
