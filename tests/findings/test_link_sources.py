"""Where a link was written: in a content file, in site.yaml, or in a template."""

from typing import Any

import pytest

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


def body(target: str, line: int, fragment: str = "") -> Body:
    return Body((Html("<p>"), Ref(target=target, fragment=fragment, line=line, column=5), Html("</p>")))


WHOLE = page(
    body=body("stories/y.md", 7),
    questions=(Question("Why?", "why", body("stories/y.md", 3, "use")),),
    panels=(Panel(title="One", anchor="one", body=body("/tools/?a=1", 5)),),
)


def test_every_body_of_a_page_is_looked_at() -> None:
    assert [ref.line for ref in places.page_refs(WHOLE)] == [7, 3, 5]


@pytest.mark.parametrize(
    ("link", "line"),
    [("/sub/stories/y/", 7), ("/sub/stories/y/#use", 3), ("/sub/tools/?a=1", 5), ("/sub/nothing/", None)],
)
def test_a_link_is_found_in_the_page_that_wrote_it(link: str, line: int | None) -> None:
    expected = Location("content/stories/x.md", line, 5) if line else None
    assert places.in_page(WHOLE, link, "/sub", ROUTES) == expected


CONFIG = Config(
    site=SiteSettings(
        title="Site",
        base_url="https://example.org/sub/",
        menus={
            "main": (MenuItem("Tools", LocatedText("/tools/", 4, 9)),),
            "footer": (MenuItem("A", LocatedText("https://a.org/", 6, 9)),),
        },
        redirects=(Redirect(LocatedText("/old/", 8, 3), LocatedText("/new/#x", 8, 10)),),
    )
)


@pytest.mark.parametrize(
    ("link", "line"),
    [("/sub/tools/", 4), ("https://a.org/", 6), ("/sub/new/#x", 8), ("/new/#x", 8), ("/sub/old/", None)],
)
def test_a_link_is_found_in_the_settings(link: str, line: int | None) -> None:
    place = places.in_config(CONFIG, link, "/sub")
    assert (place.line if place else None) == line


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
