"""The debris of old pages: what surely is some goes, what may be text stays unless its whole block is debris."""

import pytest

from sitegen.importing.debris import remove_debris
from sitegen.importing.import_records import Notes
from sitegen.importing.label_lines import take_labels

DEBRIS = (
    "Loading the player...",
    "Your browser does not support the video tag.",
    "Leave a Reply",
    "You are commenting using your WordPress.com account. ( Log Out / Change )",
    "You are commenting using your Facebook account.",
    "Connecting to %s",
    "Fill in your details below or click an icon to log in:",
    "Your email address will not be published. Required fields are marked *",
    "Notify me of new comments via email.",
    "Log in or register to post comments",
    "Subscribe to RSS - Stories",
    "Share this:",
    "Click to share on Twitter (Opens in new window)",
    "Like Loading...",
    "This site uses cookies to make it better.",
    "Skip to main content",
    "**Read more** \u00bb",
    "- Facebook\n- Twitter\n- Print",
    "\u00ab Previous",
)
TEXT = (
    "Leave a reply on the board when you have read it.",
    "Loading the truck takes ten minutes.",
    "- Print the sheet\n- Facebook",
    "We use a board.",
    "```\nShare this:\n```",
)


@pytest.mark.parametrize("line", DEBRIS)
def test_debris_goes_and_is_told(line: str) -> None:
    notes = Notes()
    assert remove_debris(f"Before.\n\n{line}\n\nAfter.", notes) == "Before.\n\nAfter."
    assert notes.left_out


@pytest.mark.parametrize("line", TEXT)
def test_what_may_be_text_stays(line: str) -> None:
    assert remove_debris(line, Notes()) == line


LABELS = (
    "Story body part 1:",
    "Body:",
    "**Sidebar text:**",
    "Image caption:",
    "Highlighted stories and tools:",
    "Body text 12 :",
)


@pytest.mark.parametrize("line", LABELS)
def test_labels_that_a_form_left_over_go(line: str) -> None:
    notes = Notes()
    assert take_labels(f"{line}\n\nThe text.", notes)[0] == "The text."
    assert [one.because for one in notes.left_out] == ["a label that a form of the old site left over"]


def test_a_label_alone_takes_the_line_below_it() -> None:
    body, values = take_labels("Best used:\n\nBefore the first huddle\n\nText.", Notes())
    assert (body, [(one.field, one.value) for one in values]) == ("Text.", [("best_used", "Before the first huddle")])


def test_a_label_above_a_table_or_another_label_stays() -> None:
    for body in (
        "- Date: the day\n- Topic: what to say",
        "| Title: | x |\n| --- | --- |",
        "Date:\n\n| A | B |\n| --- | --- |",
        "Region:\n\nDate:\n\n- one",
        "Topics:",
    ):
        assert take_labels(body, Notes()) == (body, [])


def test_an_item_with_a_label_of_a_form_is_a_field() -> None:
    body, values = take_labels("- Intended audience: stewards\n- Date: the day", Notes())
    assert (body, [one.field for one in values]) == ("- Date: the day", ["roles"])
