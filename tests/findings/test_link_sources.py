"""Where a link was written: in a content file, in site.yaml, or in a template."""

from typing import Any

import pytest

from sitegen.catalog.page_bodies import page_refs
from sitegen.errors import Location
from sitegen.findings import link_sources as places
from sitegen.model import (
    Body,
    Config,
    Html,
    LocatedText,
    MenuItem,
    Page,
    Panel,
    Question,
    Redirect,
    Ref,
    Route,
    SiteSettings,
)

ROUTES = {"stories/y.md": Route("/stories/y/", listed=True)}


def page(**facts: Any) -> Page:
    return Page(path="stories/x.md", collection="stories", kind="story", title="X", slug="x", **facts)


def body(target: str, place: str, fragment: str = "") -> Body:
    return Body((Html("<p>"), Ref(target=target, fragment=fragment, place=place), Html("</p>")))


WHOLE = page(
    body=body("stories/y.md", "#0"),
    questions=(Question("Why?", "why", body("stories/y.md", "#1", "use")),),
    panels=(Panel(title="One", anchor="one", body=body("/tools/?a=1", "#2")),),
)


def test_every_body_of_a_page_is_looked_at() -> None:
    assert [ref.place for ref in page_refs(WHOLE)] == ["#0", "#1", "#2"]


@pytest.mark.parametrize(
    ("link", "place"),
    [("/sub/stories/y/", "#0"), ("/sub/stories/y/#use", "#1"), ("/sub/tools/?a=1", "#2"), ("/sub/nothing/", "")],
)
def test_a_link_is_found_in_the_page_that_wrote_it(link: str, place: str) -> None:
    assert places.in_page(WHOLE, link, "/sub", ROUTES) == place


CONFIG = Config(
    site=SiteSettings(
        title="Site",
        base_url="https://example.org/sub/",
        menus={
            "main": (MenuItem("Tools", LocatedText("/tools/", "main")),),
            "footer": (MenuItem("A", LocatedText("https://a.org/", "footer")),),
        },
        redirects=(Redirect(LocatedText("/old/", "old"), LocatedText("/new/#x", "new")),),
    )
)


@pytest.mark.parametrize(
    ("link", "place"),
    [
        ("/sub/tools/", "main"),
        ("https://a.org/", "footer"),
        ("/sub/new/#x", "new"),
        ("/new/#x", "new"),
        ("/sub/old/", ""),
    ],
)
def test_a_link_is_found_in_the_settings(link: str, place: str) -> None:
    assert places.in_config(CONFIG, link, "/sub") == place


@pytest.mark.parametrize(
    ("link", "place"),
    [
        ("/sub/tools/", Location("templates/a.html", 2, 18)),
        ("/sub/assets/js/list.0123456789.js", None),
        ("/sub/x/deep.html#a", Location("templates/b.html", 1, 10)),
        ("/", None),
    ],
)
def test_a_link_is_found_in_the_first_text_that_has_it(link: str, place: Location | None) -> None:
    texts = [
        ("templates/a.html", lambda: "<p>\n<a href=\"{{ url('/tools/') }}\">\n"),
        ("templates/b.html", lambda: '<a href="deep.html"> /tools/'),
    ]
    assert places.in_texts(texts, link, "/sub") == place
