"""Tests of values in brackets and braces: what is wrong with them, and that the hint mends it."""

import re

import pytest

from sitegen.located import SourceFile, plain, read_yaml


def told(text: str) -> str:
    (problem,) = read_yaml(text, SourceFile("x.md", text))[1]
    return f"{problem.location.line}:{problem.location.column} {problem.headline} / {problem.hint}"


@pytest.mark.parametrize(
    ("text", "item", "column", "sign"),
    [
        ("topics: [#quality, service]", "#quality", 10, "#"),
        ("topics: [quality, C #1]", "C #1", 19, "#"),
        ("topics: [@quality, b]", "@quality", 10, "@"),
        ("topics: [quality, *b]", "*b", 19, "*"),
        ("image: {src: a.jpg, alt: #1 team}", "#1 team", 26, "#"),
        ("also: [#1, C]", "#1", 8, "#"),
    ],
)
def test_an_item_that_needs_quotes_is_told_by_itself(text: str, item: str, column: int, sign: str) -> None:
    headline = f'"{item}" must be in quotes: a "{sign}" has a meaning of its own here'
    assert told(text) == f'1:{column} {headline} / put it in quotes: "{item}"'
    assert read_yaml(text.replace(item, f'"{item}"'), SourceFile("x.md"))[1] == []


@pytest.mark.parametrize(
    ("after", "line"),
    [("", 4), ("\n    - {label: Y, url: /y/}", 4), ("\n  footer: []", 4)],
)
def test_an_item_is_told_at_its_own_line_whatever_follows(after: str, line: int) -> None:
    text = f"menus:\n  main:\n    - {{label: Z, url: /z/}}\n    - {{label: X, url: #top}}{after}\n"
    assert told(text).startswith(f'{line}:23 "#top" must be in quotes')


@pytest.mark.parametrize(
    ("typed", "whole", "listed"),
    [
        ("[quality] service", "[quality] service", ["quality", "service"]),
        ("[Draft] Teams", "[Draft] Teams", ["Draft", "Teams"]),
        ("[a, b], c", "[a, b], c", ["a", "b", "c"]),
    ],
)
def test_text_after_a_list_becomes_a_text_or_a_part_of_the_list(typed: str, whole: str, listed: list[str]) -> None:
    hint = told(f"topics: {typed}").partition(" / ")[2]
    text, as_list = re.findall(r": (\".*?\"|\[.*?\]$)", hint)
    for mended, value in ((text, whole), (as_list, listed)):
        node, problems = read_yaml(f"topics: {mended}", SourceFile("x.md"))
        assert (node and plain(node), problems) == ({"topics": value}, [])


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("{{ name }}", 'put the whole value in quotes: "{{ name }}"'),
        ("{curly}", 'put the whole value in quotes: "{curly}"'),
        ("{a, b}", 'put the whole value in quotes: "{a, b}"; or, if it is a list, in brackets: [a, b]'),
    ],
)
def test_braces_without_any_field_are_a_text_or_a_list(typed: str, hint: str) -> None:
    assert told(f"title: {typed}") == f'1:8 a text cannot begin with "{{" unless it is in quotes / {hint}'


@pytest.mark.parametrize("quote", ['"', "'"])
def test_two_quotations_become_one_text(quote: str) -> None:
    typed = f"{quote}a{quote} {quote}b{quote}"
    mended = told(f"title: {typed}").partition("in quotes: ")[2]
    node, problems = read_yaml(f"title: {mended}", SourceFile("x.md"))
    assert (node and plain(node), problems) == ({"title": typed}, [])


def test_a_field_without_a_comma_before_it_is_told_at_its_place() -> None:
    text = "image: {src: images/a.jpg alt: The team}"
    assert told(text) == '1:27 no comma stands before "alt" / write a comma before alt:'
    assert read_yaml(text.replace(" alt:", ", alt:"), SourceFile("x.md"))[1] == []


@pytest.mark.parametrize("typed", ['"quality", "service"', "'quality', service"])
def test_quoted_items_become_a_list(typed: str) -> None:
    assert told(f"topics: {typed}").endswith(f" / put the list in brackets: [{typed}]")
    node, problems = read_yaml(f"topics: [{typed}]", SourceFile("x.md"))
    assert (node and plain(node), problems) == ({"topics": ["quality", "service"]}, [])
