"""Tests of YAML to nodes: what is right, and the words for what is not."""

import pytest

from sitegen.errors import Problem, format_problem
from sitegen.located import Mapping, Node, Scalar, Sequence, SourceFile, plain, read_yaml

PATH = "content/stories/x.md"


def read(text: str, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    return read_yaml(text, SourceFile(PATH, "\n" * (first_line - 1) + text), first_line)


def value_of(text: str) -> object:
    node, problems = read(text)
    assert problems == []
    assert node is not None
    return plain(node)


def messages(text: str) -> list[str]:
    return [f"{p.location.line}:{p.location.column} {p.headline} / {p.hint}" for p in read(text)[1]]


@pytest.mark.parametrize("typed", ["no", "12:30", "1.0", "2017-10-05", "null", "~", "0x1F", "1_000", "=", "<<"])
def test_every_value_is_text_as_it_was_typed(typed: str) -> None:
    assert value_of(f"title: {typed}") == {"title": typed}


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("\u201cTeams rise\u201d", "Teams rise"),
        ("\u2018Teams rise\u2019", "Teams rise"),
        ("\u2018Nurses\u2019 day\u2019", "Nurses\u2019 day"),
        ("\u201eTeams rise\u201c", "Teams rise"),
        ("\u201cHuddles\u201d and \u201crounds\u201d", "\u201cHuddles\u201d and \u201crounds\u201d"),
        ("\u201cHuddles\u201d that work", "\u201cHuddles\u201d that work"),
        ('"\u201cTeams rise\u201d"', "\u201cTeams rise\u201d"),
        ("5\u201d of snow", "5\u201d of snow"),
    ],
)
def test_curly_quotes_are_removed_only_around_a_whole_value(typed: str, text: str) -> None:
    assert value_of(f"title: {typed}") == {"title": text}


def test_curly_quotes_around_the_items_of_a_list_are_removed() -> None:
    assert value_of("topics: [\u201cquality\u201d, \u201cservice\u201d]") == {"topics": ["quality", "service"]}


def test_nodes_have_their_positions() -> None:
    node, _ = read("title: Teams\ntopics:\n  - quality\n", first_line=2)
    assert node == Mapping(
        entries={"title": Scalar("Teams", 2, 8), "topics": Sequence((Scalar("quality", 4, 5),), 4, 3)},
        keys={"title": Scalar("title", 2, 1), "topics": Scalar("topics", 3, 1)},
        line=2,
        column=1,
    )


def test_columns_count_characters_not_bytes() -> None:
    node, _ = read("title: {\u00e9t\u00e9: \U0001f600, b: c}")
    assert isinstance(node, Mapping)
    inner = node.entries["title"]
    assert isinstance(inner, Mapping)
    assert inner.keys["b"] == Scalar("b", 1, 17)


def test_a_field_without_a_value_is_known_but_has_no_entry() -> None:
    node, problems = read("title:\ndate: 2017-10-05\n")
    assert problems == []
    assert isinstance(node, Mapping)
    assert (list(node.keys), list(node.entries)) == (["title", "date"], ["date"])


def test_an_empty_text_in_quotes_is_a_value() -> None:
    assert value_of('title: ""') == {"title": ""}


def test_blank_items_of_a_list_are_left_out() -> None:
    assert value_of("topics:\n  - quality\n  -\n") == {"topics": ["quality"]}


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_an_empty_text_is_a_mapping_without_fields(text: str) -> None:
    assert value_of(text) == {}


@pytest.mark.parametrize("style", ["|", ">"])
def test_the_text_of_a_block_begins_on_the_line_after_its_indicator(style: str) -> None:
    node, _ = read(f"answer: {style}\n  In the gallery.\n")
    assert isinstance(node, Mapping)
    answer = node.entries["answer"]
    assert isinstance(answer, Scalar)
    assert (answer.text, answer.line, answer.text_line) == ("In the gallery.\n", 1, 2)


def test_a_marker_before_the_first_field_is_no_mistake() -> None:
    assert value_of("---\ntitle: x\n") == {"title": "x"}


def test_a_comment_with_a_space_after_its_sign_is_no_mistake() -> None:
    assert value_of("weight: 5 # first\n") == {"weight": "5"}


COLON = "a colon followed by a space stands inside the value"
CURLY = 'use straight quotes around the value: "..."'
MISTAKES = [
    (
        "topics: [a, , b]",
        "1:13 nothing stands before this comma / take the comma away, or write what is missing",
    ),
    ("topics: [, b]", "1:10 nothing stands before this comma / take the comma away, or write what is missing"),
    (
        "groups:\n  UBT: team\n  - [a, b]",
        "3:3 a hyphen begins this line, and none the line above / begin each line of a list with a hyphen",
    ),
    (
        "related:\n  - a\n    - b\n  - c",
        (
            "3:5 this line is set in further than the item above, as if it went on from it"
            " / begin it at the same place as the other items"
        ),
    ),
    ("title: Teams: a story", f'1:13 {COLON} / put the value in quotes: title: "Teams: a story"'),
    ('title: Say "hi": now', f"""1:16 {COLON} / put the value in quotes: title: 'Say "hi": now'"""),
    ("topics:\n  - Teams: a: b", f'2:13 {COLON} / put the value in quotes: Teams: "a: b"'),
    ('title: "Teams', '1:8 the quote " is opened and never closed / add " at the end of the value'),
    ("title: 'Teams", "1:8 the quote ' is opened and never closed / add ' at the end of the value"),
    (
        'title: "Teams\u201d',
        '1:8 the quote " is opened and never closed / end the value with a straight quote: "',
    ),
    (
        'title: "Teams" rise',
        """1:16 text follows after the closing quote " / put the whole value in quotes: '"Teams" rise'""",
    ),
    (
        "title: 'Nurse's day'",
        "1:15 the value has the quote ' inside / put the whole value in other quotes: \"Nurse's day\"",
    ),
    (
        'title: "The "best" team"',
        """1:14 the value has the quote " inside / put the whole value in other quotes: 'The "best" team'""",
    ),
    (
        'title: "C:\\photos"',
        "1:11 a backslash has a meaning of its own between double quotes / use single quotes: '...'",
    ),
    ("topics: [a, b", '1:9 the bracket "[" is opened and never closed / add "]" at the end'),
    ("image: {src: a", '1:8 the bracket "{" is opened and never closed / add "}" at the end'),
    (
        "title: \u201cTeams: a story\u201d",
        f"1:8 curly quotes (\u201c) do not hold this value together / {CURLY}",
    ),
    ("title: \u201cTeams", f"1:8 the curly quote \u201c is opened and never closed / {CURLY}"),
    (
        "topics: [\u201ca, b\u201d]",
        f"1:10 the curly quote \u201c is opened and never closed / {CURLY}",
    ),
    (
        "title: Win #1 for teams",
        (
            '1:12 "#1 for teams" would be left out: a # after a space begins a comment'
            ' / put the whole value in quotes: "Win #1 for teams"'
        ),
    ),
    (
        "title: #1 team",
        (
            '1:8 "#1 team" would be left out: a # after a space begins a comment'
            ' / put the whole value in quotes: "#1 team"'
        ),
    ),
    (
        "stats: {value: 1, label: about 130,000}",
        (
            '1:36 "000" has no colon: in braces, a comma ends a value'
            " / put the value that has the comma in quotes; or, if it is a list, in brackets"
        ),
    ),
    ("title:Teams", '1:7 there is no space after "title:" / write it as title: Teams'),
    ("title: x\ndate:2017-10-05", '2:6 there is no space after "date:" / write it as date: 2017-10-05'),
    (
        "title: x\nowner Communications",
        (
            '2:1 "owner Communications" is not a field: it has no colon'
            " / write it as field: value, or begin it with two spaces if it goes on from the line above"
        ),
    ),
    (
        "topics:\n\t- quality",
        "2:1 a tab stands at the beginning of the line / use ordinary spaces",
    ),
    (
        "image:\n  src: a\n\talt: b",
        "3:1 a tab stands at the beginning of the line / use ordinary spaces",
    ),
    (
        "topics:\n\u00a0 - quality: a: b",
        "2:1 a non-breaking space stands at the beginning of the line / use ordinary spaces",
    ),
    (
        "title: x\n date: y",
        (
            "2:2 this line is indented, as if it belonged to the line above"
            " / begin it at the same place as the other fields"
        ),
    ),
    (
        "topics:\n  - a\n - b",
        (
            "3:2 this line does not begin at the same place as the lines it belongs to"
            " / give it as many spaces at the beginning as they have"
        ),
    ),
    (
        "topics: - quality",
        (
            "1:9 a list cannot begin on the line of its field"
            ' / write each item on a line of its own, below the field; put a text in quotes: "- quality"'
        ),
    ),
    ("- a\n- b", '1:1 a list stands here without the name of its field / write "field:" on the line above'),
    ("title: x\n...\ndate: y", '2:1 "..." ends the fields here / delete this line'),
    (
        'title: "a\\0b"',
        "1:8 a backslash in this value makes an invisible control character / use single quotes: '...'",
    ),
]


@pytest.mark.parametrize(("text", "expected"), MISTAKES)
def test_a_mistake_is_reported_in_plain_words_at_its_position(text: str, expected: str) -> None:
    assert messages(text) == [expected]


@pytest.mark.parametrize("start", ["*", "&", "@", "%", "`", "!", "|", ">", ",", "]", "}", "? ", "*Bold* "])
def test_a_text_that_begins_with_a_special_character_wants_quotes(start: str) -> None:
    headline = f'a text cannot begin with "{start[0]}" unless it is in quotes'
    assert [line.partition(" / ")[0] for line in messages(f"title: {start}Teams")] == [f"1:8 {headline}"]


@pytest.mark.parametrize(
    "text",
    ["a: &x b\nc: *x", "a: &x\n  b: c\nd:\n  <<: *x", "title: !Wow great", "title: !!str x", "&x title: y"],
)
def test_anchors_aliases_tags_and_merge_keys_are_refused(text: str) -> None:
    assert all("unless it is in quotes" in line for line in messages(text))
    assert messages(text)


def test_a_field_that_stands_twice_names_both_positions() -> None:
    _, problems = read("title: a\ndate: b\ntitle: c\n", first_line=2)
    assert [format_problem(problem) for problem in problems] == [
        (
            'content/stories/x.md:4:1: the field "title" stands here for the second time\n'
            "    2 | title: a\n"
            "    3 | date: b\n"
            "  > 4 | title: c\n"
            "      | ^\n"
            "  the first: line 2\n"
            "  hint: keep one of the two"
        )
    ]


def test_a_field_that_stands_twice_is_found_beside_a_broken_one() -> None:
    assert messages("title: a: b\ndate: x\ndate: y\n")[1].startswith('3:1 the field "date" stands here')


def test_a_broken_field_does_not_hide_the_others() -> None:
    node, problems = read("title: Teams: a story\ndate: 2017-10-05\nsummary: 'Nurse's day'\nowner: Us\n")
    assert isinstance(node, Mapping)
    assert plain(node) == {"date": "2017-10-05", "owner": "Us"}
    assert node.broken == {"title", "summary"}
    assert [problem.location.line for problem in problems] == [1, 3]


def test_lines_are_counted_from_where_the_text_begins() -> None:
    assert read("a: b\nc: d: e\n", first_line=10)[1][0].location.line == 11


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "{a: " * 50_000, "? " * 50_000])
def test_endless_nesting_is_a_problem_and_no_crash(text: str) -> None:
    assert messages(text)[0].partition(" ")[2].startswith(("lists and fields lie too deep", "the bracket"))


def test_what_is_no_field_at_all_is_reported() -> None:
    node, problems = read("Just a text.\n")
    assert node is None
    assert problems[0].headline == '"Just a text." is not a field: it has no colon'
