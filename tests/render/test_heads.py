"""The head of a page: its title, its addresses, and its structured data."""

import json
from typing import Any

import pytest

from sitegen.model import Collection, Film, Image, LocatedText, Page
from sitegen.model.kinds import KindId
from sitegen.render import heads, views

SITE = heads.SiteFacts(title="Site", base_url="https://example.org/sub", language="en", timezone="America/Los_Angeles")
TOOLS = Collection(id="tools", title="Tools", description="Sheets to use.", address="tools")
URL = "https://example.org/sub/tools/x/"


def page(kind: KindId = "tool", **facts: Any) -> Page:
    return Page(
        path="tools/x.md",
        collection="tools",
        kind=kind,
        title='A "title" </script>',
        slug="x",
        summary="In short.",
        **facts,
    )


def facts_of(head: views.Head) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(head.json_ld)
    return facts


@pytest.mark.parametrize(
    ("kind", "schema", "og"),
    [
        ("story", "Article", "article"),
        ("tool", "LearningResource", "website"),
        ("video", "WebPage", "website"),
        ("page", "WebPage", "website"),
        ("level", "WebPage", "website"),
    ],
)
def test_a_kind_has_its_type_for_search_engines(kind: KindId, schema: str, og: str) -> None:
    head = heads.item_head(page(kind), SITE, URL)
    assert (facts_of(head)["@type"], head.kind) == (schema, og)


def test_structured_data_of_an_item_say_what_the_page_says() -> None:
    head = heads.item_head(page("story", date="2017-10-01", updated="2018-01-02 08:00", lang="es"), SITE, URL)
    assert facts_of(head) == {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": 'A "title" </script>',
        "description": "In short.",
        "url": URL,
        "inLanguage": "es",
        "datePublished": "2017-10-01T00:00:00-07:00",
        "dateModified": "2018-01-02T08:00:00-08:00",
        "isPartOf": {"@type": "WebSite", "name": "Site", "url": "https://example.org/sub/"},
    }


def test_what_is_not_known_is_left_out() -> None:
    unknown = {"datePublished", "dateModified", "image", "contentUrl", "thumbnailUrl", "duration"}
    assert unknown.isdisjoint(facts_of(heads.item_head(page(), SITE, URL)))


def test_a_film_tells_where_it_is_and_how_long() -> None:
    film = heads.FilmFacts("https://example.org/v.mp4", "https://example.org/v.jpg", 200)
    facts = facts_of(heads.item_head(page("video", date="2017-10-01"), SITE, URL, film=film))
    assert facts["@type"] == "VideoObject"
    assert facts["uploadDate"] == "2017-10-01T00:00:00-07:00"
    assert facts["contentUrl"] == "https://example.org/v.mp4"
    assert facts["thumbnailUrl"] == "https://example.org/v.jpg"
    assert facts["duration"] == "PT3M20S"


def test_a_film_whose_day_is_not_known_is_told_as_a_page() -> None:
    film = heads.FilmFacts("https://example.org/v.mp4", "https://example.org/v.jpg", 200)
    facts = facts_of(heads.item_head(page("video"), SITE, URL, film=film))
    assert facts["@type"] == "WebPage"
    assert {"uploadDate", "contentUrl", "thumbnailUrl", "duration"}.isdisjoint(facts)


def test_breadcrumbs_are_told_by_their_absolute_addresses() -> None:
    crumbs = (views.Link("Home", "/sub/"), views.Link("No list", ""), views.Link("A & <b>", "/sub/a/"))
    text = heads.breadcrumb_ld(crumbs, "https://example.org")
    assert "<" not in text
    assert json.loads(text) == {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Home", "item": "https://example.org/sub/"},
            {"@type": "ListItem", "position": 2, "name": "A & <b>", "item": "https://example.org/sub/a/"},
        ],
    }


def test_home_has_no_breadcrumbs() -> None:
    assert heads.breadcrumb_ld([views.Link("Home", "/")], "https://example.org") == ""


@pytest.mark.parametrize("text", ["</script>", "<!--", "a & b", "\u2028", 'say "x"'])
def test_structured_data_cannot_end_their_script(text: str) -> None:
    script = heads.json_ld({"name": text})
    assert not {"<", ">", "&"} & set(script)
    assert json.loads(script) == {"name": text}


@pytest.mark.parametrize(("src", "alt"), [("https://example.org/a.png", "A board"), ("", "")])
def test_a_picture_has_its_text_only_where_there_is_a_picture(src: str, alt: str) -> None:
    image = Image(LocatedText("a.png"), "A board")
    head = heads.item_head(page(image=image), SITE, URL, image=src)
    assert (head.image, head.image_alt) == (src, alt)


@pytest.mark.parametrize(("number", "title"), [(1, "Tools | Site"), (2, "Tools, page 2 of 3 | Site")])
def test_further_pages_of_a_list_say_their_number(number: int, title: str) -> None:
    pager = views.Pager(number=number, total=3, previous="/before/", next="/after/")
    head = heads.list_head(
        "Tools", "Sheets to use.", SITE.title, URL, feeds=(views.Link("Tools", "/sub/tools/feed.xml"),), pager=pager
    )
    assert (head.title, head.previous, head.next) == (title, "/before/", "/after/")
    assert head.feeds == (views.Link("Tools | Site", "/sub/tools/feed.xml"),)
    assert facts_of(head)["@type"] == "CollectionPage"


def test_the_home_page_is_the_site_itself() -> None:
    head = heads.plain_head("", SITE.title, "What it is.", "https://example.org/sub/")
    assert (head.title, head.description) == ("Site", "What it is.")
    assert facts_of(head) == {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": "Site",
        "url": "https://example.org/sub/",
    }


def test_a_plain_page_has_no_structured_data_and_may_be_left_out_of_indexes() -> None:
    head = heads.plain_head("Not found", SITE.title, "", URL, is_indexed=False)
    assert (head.title, head.json_ld, head.is_indexed) == ("Not found | Site", "", False)


def test_what_the_writer_says_of_a_films_length_goes_before_what_its_file_says() -> None:
    film = Film(src=LocatedText("videos/a.mp4"), poster=LocatedText("images/a.jpg"), duration=61)
    facts = heads.film_facts(film, "https://example.org{}".format, 60)
    assert facts == heads.FilmFacts("https://example.org/videos/a.mp4", "https://example.org/images/a.jpg", 61)
    facts = heads.film_facts(Film(src=LocatedText("videos/a.mp4")), "https://example.org{}".format, 60)
    assert facts == heads.FilmFacts("https://example.org/videos/a.mp4", "", 60)


@pytest.mark.parametrize("film", [None, Film(transcript="Words.")])
def test_a_film_that_is_not_on_this_site_is_nothing_for_machines(film: Film | None) -> None:
    assert heads.film_facts(film, str, 60) is None
