"""Marks of other programs: struck text is read, the others are reported where they stand."""

import pytest

from tests.content.marks.reading import html_of, messages


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("~~gone~~ a", "<p><del>gone</del> a</p>"),
        ("a ~~b *c* d~~, e ~~f~~", "<p>a <del>b <em>c</em> d</del>, e <del>f</del></p>"),
        ("- ~~a~~", "<ul><li><del>a</del></li></ul>"),
        ("`~~a~~`", "<p><code>~~a~~</code></p>"),
        ("~~ a ~~", "<p>~~ a ~~</p>"),
        ("\\~~a~~", "<p>~~a~~</p>"),
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
        ("[a] (https://x.org)", "5:1", "[a] (https://x.org)"),
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
        "- [ ] todo",
        "| a |\n| --- |\n| b |",
        "{{ stat }}",
    ],
)
def test_what_does_not_look_so_is_not_reported(typed: str) -> None:
    assert not [message for message in messages(typed) if "is shown as it is typed" in message]
