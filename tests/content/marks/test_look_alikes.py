"""Marks of other programs: struck text is read, the others are reported where they stand."""

import pytest

from tests.content.marks.reading import hints, html_of, messages


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("~~gone~~ a", "<p><del>gone</del> a</p>"),
        ("a ~~b *c* d~~, e ~~f~~", "<p>a <del>b <em>c</em> d</del>, e <del>f</del></p>"),
        ("- ~~a~~", "<ul><li><del>a</del></li></ul>"),
        ("`~~a~~`", "<p><code>~~a~~</code></p>"),
        ("~~ a ~~", "<p>~~ a ~~</p>"),
        ("\\~~a~~", "<p>~~a~~</p>"),
        ("~~two\nlines~~", "<p><del>two\nlines</del></p>"),
        ("~~two\n\nlines~~", "<p>~~two</p><p>lines~~</p>"),
        ("a ~b~ ~~~c~~~", "<p>a ~b~ ~~~c~~~</p>"),
        ("~~~\n~~a~~\n~~~", "<pre><code>~~a~~\n</code></pre>"),
    ],
)
def test_what_stands_between_tildes_is_struck(typed: str, expected: str) -> None:
    assert html_of(typed) == expected
    assert messages(typed) == []


@pytest.mark.parametrize(
    ("typed", "place", "shown"),
    [
        ("## Title {#id}", "5:10", "{#id}"),
        ("a {: .wide }", "5:3", "{: .wide }"),
        ("a\n{.wide}", "6:1", "{.wide}"),
        ("a ==b== c", "5:3", "==b=="),
        ("a [[Page]] c", "5:3", "[[Page]]"),
        ("![[pic.png]]", "5:1", "![[pic.png]]"),
        ("[TOC]\n\na", "5:1", "[TOC]"),
        ("[ ] todo", "5:1", "[ ]"),
        ("[toc]\n\na", "5:1", "[toc]"),
        ("{:toc}\n\na", "5:1", "{:toc}"),
        ("[a](https://x.org){target=_blank}", "5:19", "{target=_blank}"),
        ("> [!NOTE]\n> a", "5:3", "[!NOTE]"),
        (":::note\na", "5:1", ":::note"),
        ("??? note\na", "5:1", "??? note"),
        ("H~2~O", "5:2", "~2~"),
        ("x^2^", "5:2", "^2^"),
        ('[gallery ids="1,2"]', "5:1", '[gallery ids="1,2"]'),
        ("[youtube https://example.org/a]", "5:1", "[youtube https://example.org/a]"),
        ("a[/caption]", "5:2", "[/caption]"),
        ("a {% include b %}", "5:3", "{% include b %}"),
        ("a :smile: b", "5:3", ":smile:"),
        ("####### a", "5:1", "#######"),
        ("a^[note]", "5:2", "^[note]"),
        ("- [] call", "5:3", "[]"),
        ("- [-] call", "5:3", "[-]"),
        ("- [\u00a0] call", "5:3", "[\u00a0]"),
        ("- [ ]call", "5:3", "[ ]"),
        ("- [ ]", "5:3", "[ ]"),
        ("** bold **", "5:1", "** bold **"),
        ("[a] (https://x.org)", "5:1", "[a] (https://x.org)"),
        ("[a] (../tools/x.md)", "5:1", "[a] (../tools/x.md)"),
        ("[a] (guide.pdf)", "5:1", "[a] (guide.pdf)"),
        ("(a)[https://x.org]", "5:1", "(a)[https://x.org]"),
    ],
)
def test_what_looks_like_a_mark_and_is_none_is_reported(typed: str, place: str, shown: str) -> None:
    assert messages(typed) == [f'{place}: warning: "{shown}" is shown as it is typed']


@pytest.mark.parametrize(
    "typed",
    [
        "a\n\n====\n\nb",
        "x == y and y == z",
        "{name} and {1}",
        "`{#id}` and `[[a]]` and `==b==`",
        "[a [b]](https://x.org)",
        "see [1] (page 3)",
        "[a]\n(b)",
        "- [ ] todo",
        "| a |\n| --- |\n| b |",
        "{{ stat }}",
        "**a** to **b**",
        "a ~ b ~ c",
        "2^10 and 3^4",
        "- [x](https://x.org)",
        "a[^1]\n\n[^1]: b",
        "What???\nReally",
    ],
)
def test_what_does_not_look_so_is_not_reported(typed: str) -> None:
    assert not [message for message in messages(typed) if "is shown as it is typed" in message]


OPEN = '"**" is shown as it is typed: it has no second one in its paragraph'


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("**Important: wash", ["5:1"]),
        ("**One.\n\nTwo.**", ["5:1", "7:5"]),
        ("a\n- **b** c\n- **d", ["7:3"]),
    ],
)
def test_bold_that_is_not_closed_in_its_paragraph_is_reported(typed: str, places: list[str]) -> None:
    assert messages(typed) == [f"{place}: warning: {OPEN}" for place in places]
    hint = 'write "**" before and behind the words in each paragraph; for text, write "\\*\\*"'
    assert hints(typed) == [hint] * len(places)


@pytest.mark.parametrize(
    "typed", ["**Important**: wash", "**One.**\n\n**Two.**", "\\*\\*Important", "`**a`", "a ** b", "***a** b*"]
)
def test_bold_that_is_closed_and_what_is_none_is_not(typed: str) -> None:
    assert messages(typed) == []


def test_a_link_on_two_lines_is_reported() -> None:
    assert messages("[a]\n(https://x.org)") == ['5:1: warning: "[a] (https://x.org)" is shown as it is typed']
