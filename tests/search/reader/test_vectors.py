"""A document as the weights of its words."""

import pytest

from sitegen.building import PROJECT
from sitegen.search.documents import Document
from sitegen.search.reader.index_records import Vector
from sitegen.search.reader.vectors import (
    AUDIENCE,
    BODY,
    DOWNLOADS,
    FILES,
    HEADINGS,
    LABELS,
    NAMES,
    SUMMARY,
    TERMS,
    TITLE,
    TRANSCRIPT,
    count_words,
)
from sitegen.search.words.synonyms import Synonyms
from sitegen.search.words.title_keys import name_key, title_key
from tests.reference.word_weights import FIELDS, counted

LISTS = ("names", "labels", "audience", "downloads")
SYNONYMS = Synonyms([["UBT", "unit-based team"]])


def weights_of(vector: Vector, *, keys: bool = False) -> dict[str, int]:
    """Return the weights of the words, or of the keys: these have characters that no word has."""
    pairs = zip(vector.stems.split(), vector.weights, strict=True)
    return {stem: weight for stem, weight in pairs if ("_" in stem or "=" in stem) is keys}


def test_a_document_is_counted_by_its_fields() -> None:
    document = Document(url="/", path="a.md", title="The teams", body="The team's \u00dcber-team", labels=("Team",))
    vector = count_words(document, Synonyms([]))
    assert weights_of(vector) == {
        "the": TITLE,
        "team": TITLE + 2 * BODY + LABELS,
        "\u00fcber": BODY,
        "uber": BODY,
        "uberteam": BODY,
    }
    forms = dict(zip(vector.stems.split(), vector.forms.split(" "), strict=True))
    assert {stem: forms[stem] for stem in weights_of(vector)} == {
        "the": "the",
        "team": "teams,team",
        "\u00fcber": "",
        "uber": "uber",
        "uberteam": "uberteam",
    }
    assert vector.length == 2 + 4 + 1


def test_a_word_with_a_hyphen_counts_as_one_word_too() -> None:
    vector = count_words(Document(url="/", path="a.md", title="", body="Co-leads: COVID-19, 2015-2016"), Synonyms([]))
    assert vector.stems.split() == ["co", "lead", "covid", "19", "2015", "2016", "colead", "covid19"]
    assert vector.length == 6


def test_words_of_spanish_pages_have_a_spanish_stem_too() -> None:
    document = Document(url="/", path="a.md", title="", body="Informaci\u00f3n, the equipos", lang="es")
    vector = count_words(document, Synonyms([]))
    forms = dict(zip(vector.stems.split(), vector.forms.split(" "), strict=True))
    assert forms["inform'"] == "informacion"
    assert forms["equip'"] == forms["equipo"] == "equipos"
    assert forms["informaci\u00f3n"] == ""
    assert not any(root.startswith("the") for root in forms)


def test_other_words_for_the_same_count_as_if_they_were_there() -> None:
    vector = count_words(Document(url="/", path="a.md", title="", body="A UBT"), Synonyms([["UBT", "unit-based team"]]))
    assert set(vector.stems.split()) == {"ubt", "unit", "base", "team"}


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_counts_as_the_format_says(field: str) -> None:
    text = "The teams' caf\u00e9, a UBT's " + "team " * 70
    value = tuple(text.split()) if field in LISTS else text
    document = Document(**{"url": "/", "path": "a.md", "title": "", field: value})  # type: ignore[arg-type]
    vector, expected = count_words(document, SYNONYMS), counted(document, SYNONYMS)
    assert weights_of(vector) == expected.weights
    assert vector.length == expected.length
    assert {word for words in vector.forms.split() for word in words.split(",")} == set(expected.stems)


def test_keys_stand_for_titles_names_and_terms_and_have_no_words() -> None:
    document = Document(
        url="/",
        path="/",
        title="Level 3: Sponsorship",
        names=("Kit",),
        terms={"level": ("3",), "dimension": ("sponsorship",)},
        stands_for=(("level", "3"), ("dimension", "sponsorship")),
    )
    vector = count_words(document, Synonyms([]))
    assert weights_of(vector, keys=True) == {
        title_key("level 3 sponsorship"): 1,
        name_key("level 3 sponsorship"): 1,
        name_key("kit"): 1,
        "2=level=3": 1,
        "2=dimension=sponsorship": 1,
        "level=3": TERMS,
        "dimension=sponsorship": TERMS,
    }
    forms = dict(zip(vector.stems.split(), vector.forms.split(" "), strict=True))
    assert not any(forms[key] for key in weights_of(vector, keys=True))


def test_the_weights_of_the_format_are_those_in_use() -> None:
    page = (PROJECT / "docs" / "search-format.md").read_text("utf-8")
    weights = (TITLE, NAMES, SUMMARY, HEADINGS, BODY, LABELS, AUDIENCE, DOWNLOADS, FILES, TRANSCRIPT)
    assert f"\n| {' | '.join(map(str, weights))} |\n" in page
