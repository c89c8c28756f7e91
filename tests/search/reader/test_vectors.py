"""A document as the weights of its words."""

import pytest

from sitegen.building import PROJECT
from sitegen.search.documents import Document
from sitegen.search.reader.vectors import (
    AUDIENCE,
    BODY,
    DOWNLOADS,
    FILES,
    HEADINGS,
    LABELS,
    SUMMARY,
    TITLE,
    TRANSCRIPT,
    count_words,
)
from sitegen.search.words.synonyms import Synonyms
from tests.reference.word_weights import FIELDS, counted

LISTS = ("labels", "audience", "downloads")
SYNONYMS = Synonyms([["UBT", "unit-based team"]])


def test_a_document_is_counted_by_its_fields() -> None:
    document = Document(url="/", path="a.md", title="The teams", body="The team's \u00dcber-team", labels=("Team",))
    found = count_words(document, Synonyms([]))
    weights = dict(zip(found.stems.split(), found.weights, strict=True))
    assert weights == {"the": TITLE, "team": TITLE + 2 * BODY + LABELS, "\u00fcber": BODY, "uber": BODY}
    assert dict(zip(found.stems.split(), found.forms.split(" "), strict=True)) == {
        "the": "the",
        "team": "teams,team",
        "\u00fcber": "",
        "uber": "uber",
    }
    assert found.length == 2 + 4 + 1


def test_other_words_for_the_same_count_as_if_they_were_there() -> None:
    found = count_words(Document(url="/", path="a.md", title="", body="A UBT"), Synonyms([["UBT", "unit-based team"]]))
    assert set(found.stems.split()) == {"ubt", "unit", "base", "team"}


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_counts_as_the_format_says(field: str) -> None:
    text = "The teams' caf\u00e9, a UBT's " + "team " * 70
    value = tuple(text.split()) if field in LISTS else text
    document = Document(**{"url": "/", "path": "a.md", "title": "", field: value})  # type: ignore[arg-type]
    found, expected = count_words(document, SYNONYMS), counted(document, SYNONYMS)
    assert dict(zip(found.stems.split(), found.weights, strict=True)) == expected.weights
    assert found.length == expected.length
    assert {word for words in found.forms.split() for word in words.split(",")} == set(expected.stems)


def test_the_weights_of_the_format_are_those_in_use() -> None:
    page = (PROJECT / "docs" / "search-format.md").read_text("utf-8")
    weights = (TITLE, SUMMARY, HEADINGS, BODY, LABELS, AUDIENCE, DOWNLOADS, FILES, TRANSCRIPT)
    assert f"\n| {' | '.join(map(str, weights))} |\n" in page
