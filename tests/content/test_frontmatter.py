"""Tests of files taken apart: front matter, body, and what stands in the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.frontmatter import PageSource, split_file
from sitegen.errors import Problem, format_problem
from sitegen.located import plain

PATH = "content/stories/x.md"


def split(text: str) -> tuple[PageSource, list[Problem]]:
    return split_file(text.encode(), PATH)


def messages(text: str) -> list[str]:
    return [f"{p.location.line}:{p.location.column} {p.headline} / {p.hint}" for p in split(text)[1]]


def fields(text: str) -> object:
    node = split(text)[0].node
    return None if node is None else plain(node)


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("---\ntitle: x\n---\nText\n", "Text\n", 4),
        ("---\ntitle: x\n---\n\nText\n", "\nText\n", 4),
        ("---\ntitle: x\n---", "", 4),
        ("---\ntitle: x\n---\n", "", 4),
        ("\n\n---\ntitle: x\n---\nText", "Text", 6),
        ("---  \ntitle: x\n--- \nText", "Text", 4),
        ("---\r\ntitle: x\r\n---\r\nText\r\n", "Text\n", 4),
        ("\ufeff---\ntitle: x\n---\nText", "Text", 4),
        ("---\ntitle: x\n---\nText\n\n---\n\nMore", "Text\n\n---\n\nMore", 4),
    ],
)
def test_a_file_is_fields_and_a_body_with_its_first_line(text: str, body: str, line: int) -> None:
    parts, problems = split(text)
    assert problems == []
    assert (fields(text), parts.body, parts.body_line) == ({"title": "x"}, body, line)


def test_front_matter_may_be_empty() -> None:
    assert (fields("---\n---\nText"), messages("---\n---\nText")) == ({}, [])


OPENING = "begin the file with a line ---, then title: ..., then a line ---"
HYPHENS = "write three hyphens: ---"
BEFORE = "stands before the --- that opens the front matter"
BARE = "delete it, so that the line is: ---"
BESIDE = (
    "text stands on the line --- that closes the front matter / write --- on a line of its own, and the text below it"
)
NEVER_CLOSED = "the front matter is opened here and never closed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", f"0:0 the file is empty / {OPENING}"),
        (" \n\n", f"0:0 the file is empty / {OPENING}"),
        ("Just a text.\n", f"1:1 the file has no front matter / {OPENING}"),
        ("# A heading\n", f"1:1 the file has no front matter / {OPENING}"),
        ("title: x\n---\nText", "1:1 the front matter is not opened / put a line --- before title"),
        ("--\ntitle: x\n---\n", f'1:1 "--" does not open the front matter / {HYPHENS}'),
        ("\u2014\ntitle: x\n---\n", f'1:1 "\u2014" does not open the front matter / {HYPHENS}'),
        ("-----\ntitle: x\n---\n", f'1:1 "-----" does not open the front matter / {HYPHENS}'),
        (
            "+++\ntitle = 'x'\n+++\n",
            (
                "1:1 the front matter is TOML, between lines of +++"
                " / write the fields as title: ... between two lines of ---"
            ),
        ),
        (" ---\ntitle: x\n---\n", f"1:1 white space {BEFORE} / {BARE}"),
        ("\u200b---\ntitle: x\n---\n", f"1:1 white space {BEFORE} / {BARE}"),
        ("> ---\ntitle: x\n---\n", f'1:1 ">" {BEFORE} / {BARE}'),
        ("# note\n---\ntitle: x\n---\n", f"1:1 a line {BEFORE} / delete it, or move it below the next line ---"),
        (
            "<!-- a\nb -->\n\n---\ntitle: x\n---\n",
            (
                "1:1 3 lines stand before the --- that opens the front matter"
                " / delete them, or move them below the next line ---"
            ),
        ),
        ("A text.\n\n---\n\nMore: text\n", f"1:1 the file has no front matter / {OPENING}"),
        (
            "--- title: x\n---\n",
            (
                "1:5 more than --- stands on the line that opens the front matter"
                " / write --- on a line of its own, and what follows it on the next"
            ),
        ),
        ("---\ntitle: x\n--- Text\n", f"3:5 {BESIDE}"),
        ("---\ntitle: x\n--- Text\n\nMore\n\n---\n", f"3:5 {BESIDE}"),
        ("---\ntitle: x\n", f"1:1 {NEVER_CLOSED} / add a line --- after line 2"),
        ("---\ntitle: x\n\nText: more.\n\n# A heading\n", f"1:1 {NEVER_CLOSED} / add a line --- after line 4"),
        ("---\ntitle: x\n\nA text.\n", f"1:1 {NEVER_CLOSED} / add a line --- after line 2"),
        (
            "---\ntitle: x\n\nA text of two lines,\nas texts are.\n\n---\n\nMore\n",
            f"1:1 {NEVER_CLOSED} / add a line --- after line 2",
        ),
        ("---\ntitle: x\n\u2014\u2014\nText\n", f'3:1 "\u2014\u2014" does not close the front matter / {HYPHENS}'),
        ("---\ntitle: x\n----\nText\n", f'3:1 "----" does not close the front matter / {HYPHENS}'),
        ("---\ntitle: x\n...\nText\n", f'3:1 "..." does not close the front matter / {HYPHENS}'),
    ],
)
def test_fences_that_are_missing_or_wrong_are_reported(text: str, expected: str) -> None:
    assert messages(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        " ---\ntitle: x\n---\nText\n",
        "# note\n---\ntitle: x\n---\nText\n",
        "\u2014\ntitle: x\n---\nText\n",
        "---\ntitle: x\n--- Text\n",
        "---\ntitle: x\n\u2014\u2014\nText\n",
        "---\ntitle: x\n\nText\n",
        "---\ntitle: x\n\nA text\nof lines\n\n---\n",
    ],
)
def test_fields_and_body_are_read_although_a_fence_is_wrong(text: str) -> None:
    assert fields(text) == {"title": "x"}
    assert "ext" in split(text)[0].body


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"{\\rtf1 x}", "a document of a word processor (RTF)"),
        (b"PK\x03\x04\x00", "a packed file, such as a Word document"),
        (b"\xd0\xcf\x11\xe0", "an old Office file"),
        (b"%PDF-1.4", "a PDF"),
    ],
)
def test_a_document_that_was_saved_as_a_page_is_told_by_its_kind(data: bytes, what: str) -> None:
    parts, (problem,) = split_file(data, PATH)
    assert (parts.node, problem.headline) == (None, f"the file is {what}, and no plain text")
    assert problem.hint.startswith("open it in its program, and copy its words")


CONFLICT = "two versions of this file were merged, and {} marks where they differ"
KEEP = "keep the right lines, and delete the lines <<<<<<<, ======= and >>>>>>>"


def test_a_merge_conflict_is_one_problem_and_our_side_is_read() -> None:
    text = "---\ntitle: x\n<<<<<<< HEAD\ndate: a\n=======\ndate: b\n>>>>>>> other\n---\nText\n"
    assert messages(text) == [f"3:1 {CONFLICT.format('<<<<<<<')} / {KEEP}"]
    assert fields(text) == {"title": "x", "date": "a"}


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n", "4"),
        ("a\n>>>>>>> x\n", "5"),
        ("a\n<<<<<<< HEAD\nb\n", "5"),
        ("<<<<<<<\na\n||||||| base\nc\n=======\nb\n>>>>>>>\n", "4"),
    ],
)
def test_marks_of_a_conflict_are_found_in_the_body(body: str, line: str) -> None:
    assert [message.partition(":")[0] for message in messages(f"---\ntitle: x\n---\n{body}")] == [line]


def test_two_conflicts_are_two_problems() -> None:
    conflict = "<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n"
    assert len(messages(f"---\ntitle: x\n---\n{conflict}\n{conflict}")) == 2


@pytest.mark.parametrize(
    "body", ["Heading\n=======\n\nText\n", "=======\n", ">>>>>>>> eight\n", "a <<<<<<< b\n", "    <<<<<<< code\n"]
)
def test_what_only_looks_like_a_conflict_is_let_be(body: str) -> None:
    assert messages(f"---\ntitle: x\n---\n{body}") == []


def test_bytes_that_are_not_utf8_do_not_hide_other_problems() -> None:
    _, problems = split_file(b"---\ntitle: caf\xe9: bar\n---\n", PATH)
    assert [str(problem.location) for problem in problems] == [f"{PATH}:2:11", f"{PATH}:2:12"]


def test_a_mistake_in_yaml_is_shown_with_the_lines_around() -> None:
    problems = split("---\ntitle: Teams: a story\ndate: 2017-10-05\n---\nText\n")[1]
    assert "\n".join(map(format_problem, problems)) == (
        "content/stories/x.md:2:13: a colon followed by a space stands inside the value\n"
        "    1 | ---\n"
        "  > 2 | title: Teams: a story\n"
        "      |             ^\n"
        "    3 | date: 2017-10-05\n"
        "    4 | ---\n"
        '  hint: put the value in quotes: title: "Teams: a story"'
    )


FILEISH = st.lists(
    st.sampled_from(
        [
            "---",
            "+++",
            "title: x",
            "title: a: b",
            "",
            "Text",
            "<<<<<<< a",
            "=======",
            ">>>>>>> b",
            "- x",
            "\u2014",
            "# H",
        ]
    ),
    max_size=12,
).map("\n".join)


@given(FILEISH)
def test_any_lines_give_parts_whose_body_lies_in_the_file(text: str) -> None:
    parts, _ = split(text)
    assert 1 <= parts.body_line <= text.count("\n") + 3


@given(st.binary(max_size=100))
def test_any_bytes_give_parts_or_problems(data: bytes) -> None:
    parts, problems = split_file(data, PATH)
    assert parts.node is not None or problems
