"""Years, numbers, task boxes, paths, and what is set in."""

import pytest

from tests.content.marks.reading import hints, html_of, messages


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2017. That was", "<p>2017. That was</p>"),
        ("In\n2017. That was", "<p>In\n2017. That was</p>"),
        ("12345. That", "<p>12345. That</p>"),
        ("- a\n\n    2017. That", "<ul><li><p>a</p><p>2017. That</p></li></ul>"),
        ("> 2017. That", "<blockquote><p>2017. That</p></blockquote>"),
        ("2017. That\n\n2018. This", "<p>2017. That</p><p>2018. This</p>"),
        ("999. a\n1000. b", '<ol start="999"><li>a</li><li>b</li></ol>'),
        ("201. a", '<ol start="201"><li>a</li></ol>'),
    ],
)
def test_a_first_number_of_four_digits_is_text(typed: str, expected: str) -> None:
    assert html_of(typed) == expected
    assert messages(typed) == []


def test_years_below_each_other_are_reported() -> None:
    assert messages("2017. a\n2018. b") == ["6:1: warning: lines that begin with a year run on as one paragraph"]
    assert hints("2017. a\n2018. b") == ["leave an empty line between them, or begin each with a hyphen"]
    assert messages("2017. a\n\n2018. b") == []
    assert html_of("- 2017. a\n- 2018. b") == "<ul><li>2017. a</li><li>2018. b</li></ul>"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("- [ ] a\n- [x] b\n- [X] c", "<ul><li>\u2610 a</li><li>\u2611 b</li><li>\u2611 c</li></ul>"),
        ("1. [ ] a", "<ol><li>\u2610 a</li></ol>"),
        ("- a\n  - [ ] b", "<ul><li>a<ul><li>\u2610 b</li></ul></li></ul>"),
        ("- [x](https://x.org) a", '<ul><li><a href="https://x.org" rel="noopener">x</a> a</li></ul>'),
        ("```\n- [ ] a\n```", "<pre><code>- [ ] a\n</code></pre>"),
    ],
)
def test_tasks_have_boxes(typed: str, expected: str) -> None:
    assert html_of(typed) == expected


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("    In May we met.", "5:5"),
        ("\tIn May we met.", "5:2"),
        ("a\n\n    In May\n    we met.\n\n    Again.", "7:5"),
        ("- a\n\n        In May", "7:9"),
        ("> a\n>\n>     In May", "7:7"),
        ("    | a | b |\n    | - | - |", "5:5"),
    ],
)
def test_text_that_is_set_in_is_reported_once(typed: str, place: str) -> None:
    assert "<pre>" in html_of(typed)
    assert messages(typed) == [f"{place}: warning: text that is set in by four spaces or a tab is shown as code"]


@pytest.mark.parametrize(
    "code", ["    x = 1", "    {{ stat }}", "    f(a)\n\n    g(b)", "```\n    In May\n```", "- a\n    b c"]
)
def test_what_is_code_or_no_block_of_its_own_is_not_reported(code: str) -> None:
    assert messages(code) == []


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("\tsee(https://x.org/a?utm_a=1)", "see(https://x.org/a?utm_a=1)"),
        ("a\n\n\t~~x;~~", "~~x;~~"),
        (">     x = <b", "x = &lt;b"),
        ("- a\n\n        x = <foo>", "x = &lt;foo&gt;"),
        ("!!! note\n    a\n\n        x = a@x.org", "x = a@x.org"),
    ],
)
def test_code_that_is_set_in_stays_as_it_is_typed(typed: str, code: str) -> None:
    assert f"<pre><code>{code}\n</code></pre>" in html_of(typed)
    assert messages(typed) == []


def test_both_hints_about_text_that_is_set_in_mend_it() -> None:
    assert hints("    In May") == [
        "for text, take away the white space before it; for code, put a line ``` above and below it"
    ]
    assert messages("In May") == messages("```\n    In May\n```") == []


@pytest.mark.parametrize("space", ["\t", " \t", "\t\t", "\u00a0", "\u3000", "\x0b", "\x1f"])
def test_a_quote_after_any_white_space_is_read_to_its_end(space: str) -> None:
    for typed in (f"{space}> a\n- b", f"> {space}> a\n- b", f"> a\n{space}> b\n> - c", f"- a\n{space}> b\n{space}> c"):
        assert html_of(typed).count("a") >= 1


@pytest.mark.parametrize(
    ("typed", "place", "number", "shown"),
    [
        ("1. a\n3. b\n4. c", "6:1", 3, 2),
        ("3. a\n2. b\n1. c", "6:1", 2, 4),
        ("1. a\n2. b\n1. c\n2. d", "7:1", 1, 3),
        ("1. a\n\n3. b", "7:1", 3, 2),
        ("1. a\n   1. b\n   3. c\n2. d", "7:4", 3, 2),
        ("1. a\n   - b\n4. d", "7:1", 4, 2),
        ("> 1. a\n> 4. b", "6:3", 4, 2),
    ],
)
def test_a_number_that_is_shown_as_another_one_is_reported(typed: str, place: str, number: int, shown: int) -> None:
    assert messages(typed) == [f'{place}: warning: "{number}." is shown as "{shown}.": a list counts on by one']
    assert hints(typed) == [
        f'write "{shown}."; to keep the numbers, begin each line with a hyphen: "- {number}\\. ..."'
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "1. a\n1. b\n1. c",
        "0. a\n1. b",
        "3. a\n4. b",
        "1. a\n2. b\n\nc\n\n1. d\n2. e",
        "1. a\n2. b\n\n## c\n\n5. d\n6. e",
        "1. a\n   1. b\n   2. c\n2. d\n   1. e",
        "1. a\n\n   b\n\n2. c",
        "- 1\\. a\n- 3\\. b",
        "1. a\n- b\n\n1. c",
    ],
)
def test_numbers_that_are_shown_as_typed_or_all_the_same_are_not(typed: str) -> None:
    assert messages(typed) == []


QUOTE = "<blockquote><p>q</p></blockquote>"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("- a\n\n  > q\n\n- b", f"<ul><li><p>a</p>{QUOTE}</li><li><p>b</p></li></ul>"),
        ("- a\n  > q\n- b", f"<ul><li><p>a</p>{QUOTE}</li><li><p>b</p></li></ul>"),
        ("1. a\n\n   > q\n\n2. b", f"<ol><li><p>a</p>{QUOTE}</li><li><p>b</p></li></ol>"),
        ("- a\n  - b\n\n    > q", f"<ul><li>a<ul><li><p>b</p>{QUOTE}</li></ul></li></ul>"),
        ("> - a\n>\n>   > q", f"<blockquote><ul><li><p>a</p>{QUOTE}</li></ul></blockquote>"),
        ("- a\n\n> q", f"<ul><li>a</li></ul>{QUOTE}"),
        ("  > q", QUOTE),
    ],
)
def test_a_quotation_belongs_to_the_item_that_it_is_set_in_below(typed: str, expected: str) -> None:
    assert html_of(typed) == expected
    assert messages(typed) == []


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (r"\\server\share\_files", r"\\server\share\_files"),
        (r"D:\*.txt and *x*", r"D:\*.txt and <em>x</em>"),
        (r"C:\a\.b", r"C:\a\.b"),
        (r"\\\\server\share", r"\\server\share"),
        (r"C:\\a\\b", r"C:\a\b"),
        (r"a\*b\*", "a*b*"),
        (r"`C:\_a`", r"<code>C:\_a</code>"),
    ],
)
def test_a_path_is_shown_as_it_is_typed(typed: str, shown: str) -> None:
    assert html_of(typed) == f"<p>{shown}</p>"
    assert messages(typed) == []
