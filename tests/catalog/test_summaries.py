"""A page as the rest of the site sees it: its terms, and whether it is shown now."""

from typing import Any

import pytest

from sitegen.catalog.summaries import PageTerms, entry_of, facet_fields, notice_of, page_terms, summary_of, why_unlisted
from sitegen.catalog.taxonomy import make_vocabulary
from sitegen.model import Collection, LocatedText, Notice, Page, Taxonomy, Term, WhyUnlisted

TOPICS = make_vocabulary(Taxonomy(id="topic", label="Topic", field="topics", terms=(Term("quality", "Quality"),)))
REGIONS = make_vocabulary(Taxonomy(id="region", label="Region", field="regions", is_open=True))
FIELDS = (("region", "regions"), ("topic", "topics"))
STORIES = Collection(id="stories", title="Stories", kind="story", address="news")
NO_TERMS = PageTerms({}, {}, ())


def page(**facts: Any) -> Page:
    return Page(path="stories/a.md", collection="stories", kind="story", title="A", slug="a", **facts)


def typed(*texts: str) -> tuple[LocatedText, ...]:
    return tuple(LocatedText(text, "3:9") for text in texts)


def test_only_fields_with_values_are_read_and_what_a_level_asks_for_comes_first() -> None:
    source = page(
        terms={"topics": typed("x"), "regions": (), "channels": typed("news"), "requires.dimension": typed("y")}
    )
    assert list(facet_fields(source, FIELDS).items()) == [("requires.dimension", "dimension"), ("topics", "topic")]


def test_values_become_terms_and_unknown_ones_come_with_the_vocabulary_that_lacks_them() -> None:
    source = page(terms={"topics": typed("Quality", "Speed"), "regions": typed("The North")})
    terms = page_terms(source, [("topics", TOPICS), ("regions", REGIONS)])
    assert terms.ids == {"topic": ("quality",), "region": ("the-north",)}
    assert terms.spellings == {"region": ("The North",)}
    assert [(value.text, words.taxonomy) for value, words in terms.unknown] == [("Speed", "topic")]


def test_what_a_level_asks_for_is_checked_but_gives_the_page_no_terms() -> None:
    dimensions = make_vocabulary(
        Taxonomy(id="dimension", label="D", field="dimensions", terms=(Term("training", "Training"),))
    )
    source = page(terms={"requires.dimension": typed("training", "oops")})
    terms = page_terms(source, [("requires.dimension", dimensions)])
    assert terms.ids == {}
    assert [value.text for value, _ in terms.unknown] == ["oops"]


@pytest.mark.parametrize(
    ("facts", "drafts", "reached", "expected"),
    [
        ({}, False, (), ""),
        ({"is_wrong": True, "publish": "2017-11-01 09:00"}, False, (), "wrong"),
        ({"is_wrong": True, "draft": True}, False, (), "draft"),
        ({"is_wrong": True, "draft": True}, True, (), "wrong"),
        ({"draft": True}, False, (), "draft"),
        ({"draft": True}, True, (), ""),
        ({"publish": "2017-11-01 09:00"}, False, (), "not yet published"),
        ({"publish": "2017-11-01 09:00"}, False, ("2017-11-01T09:00:00-07:00",), ""),
        ({"expires": "2017-12-01"}, False, (), ""),
        ({"expires": "2017-12-01"}, False, ("2017-12-01T00:00:00-08:00",), "expired"),
    ],
)
def test_a_page_says_why_it_is_not_shown(
    facts: dict[str, Any], reached: tuple[str, ...], expected: str, *, drafts: bool
) -> None:
    why = why_unlisted(page(**facts), lambda: "America/Los_Angeles", lambda: drafts, lambda moment: moment in reached)
    assert why == expected


@pytest.mark.parametrize(
    ("facts", "why", "notice"),
    [
        ({}, "", None),
        ({"publish": "2017-01-01", "expires": "2199-01-01"}, "", None),
        ({"publish": "2199-01-01"}, "not yet published", Notice(publish="2199-01-01")),
        ({"publish": "2017-01-01", "expires": "2018-01-01"}, "expired", Notice(expires="2018-01-01")),
        ({"draft": True}, "", Notice(is_draft=True)),
        ({"draft": True, "publish": "2199-01-01"}, "not yet published", Notice(is_draft=True, publish="2199-01-01")),
    ],
)
def test_a_notice_names_what_hides_a_page_now(facts: dict[str, Any], why: WhyUnlisted, notice: Notice | None) -> None:
    assert notice_of(page(**facts), why) == notice


def test_a_plain_page_asks_neither_for_the_clock_nor_for_options() -> None:
    def never(*_: str) -> Any:
        raise AssertionError

    assert why_unlisted(page(), never, never, never) == ""


def test_an_entry_has_its_address_and_the_fields_that_views_select_by() -> None:
    source = page(terms={"channels": typed("hank")}, issue="Fall", refs={"focus_areas": typed("quality")})
    entry = entry_of(source, STORIES, PageTerms({"topic": ("quality",)}, {}, ()), "draft")
    assert (entry.url, entry.listed, entry.why_unlisted, entry.terms) == (
        "/news/a/",
        False,
        "draft",
        {"topic": ("quality",)},
    )
    assert entry.fields == {
        "channels": ("hank",),
        "issue": ("Fall",),
        "kind": ("story",),
        "focus_areas": ("focus-areas/quality.md",),
    }


def test_a_wrong_page_has_its_path_for_a_title() -> None:
    source = page(is_wrong=True, summary="Half read.")
    summary = summary_of(source, entry_of(source, STORIES, NO_TERMS, "wrong"), 0)
    assert (summary.title, summary.summary, summary.url) == ("stories/a.md", "", "/news/a/")


def test_a_summary_has_what_rows_show() -> None:
    source = page(summary="S", date="2017-10", lang="es", issue="Fall", date_shown="Fall 2017")
    summary = summary_of(source, entry_of(source, STORIES, NO_TERMS, ""), 61)
    assert (summary.title, summary.summary, summary.duration, summary.lang) == ("A", "S", 61, "es")
    assert (summary.date, summary.date_shown, summary.issue) == ("2017-10", "Fall 2017", "Fall")
