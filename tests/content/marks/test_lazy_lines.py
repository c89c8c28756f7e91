"""A line right below an item or a quotation, which Markdown takes into it."""

import pytest

from tests.content.marks.reading import hints, html_of, messages

IN_ITEM = "this line is shown in the list item above it"
IN_QUOTE = "this line is shown in the quotation above it"


@pytest.mark.parametrize(
    ("typed", "place", "headline"),
    [
        ("- a\nText.", "6:1", IN_ITEM),
        ("1. a\n2. b\n**Note:** c", "7:1", IN_ITEM),
        ("> What they said\nMy answer", "6:1", IN_QUOTE),
        ("> - a\nText.", "6:1", IN_QUOTE),
        (f"- {'a' * 70}.\nText.", "6:1", IN_ITEM),
    ],
)
def test_a_sentence_right_below_is_reported(typed: str, place: str, headline: str) -> None:
    assert messages(typed) == [f"{place}: warning: {headline}"]


@pytest.mark.parametrize(
    "typed",
    [
        "- a\nmore",
        f"- {'a' * 70}\nRuiz and others",
        "- a<br>\nText.",
        "- a  \nText.",
        "- a\n\nText.",
        "- a\n  Text.",
        "> a\n> Text.",
        "> a\n\nText.",
        "## a\nText.",
    ],
)
def test_what_goes_on_or_stands_apart_is_not(typed: str) -> None:
    assert messages(typed) == []


def test_the_hints_mend_it() -> None:
    assert hints("- a\nText.") == ["leave an empty line above it; if it belongs to the item, set it in by two spaces"]
    assert messages("- a\n\nText.") == messages("- a\n  Text.") == []
    assert hints("> a\nText.") == ['leave an empty line above it; if it belongs to the quotation, begin it with ">"']
    assert messages("> a\n\nText.") == messages("> a\n> Text.") == []


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("> ## Q\nText", "<p>Text</p>"),
        ("> a\n>\nText", "<p>Text</p>"),
        ("> ## Q\n- b", "<ul><li>b</li></ul>"),
        ("> ## Q\n## B", '<h2 id="b">B</h2>'),
        ("> ~~~\n> a\n> ~~~\nText", "<p>Text</p>"),
    ],
)
def test_what_no_line_can_go_on_ends_the_quotation(typed: str, after: str) -> None:
    assert html_of(typed).endswith(f"</blockquote>{after}")
    assert messages(typed) == []
