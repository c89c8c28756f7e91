"""The page of an item: what it shows, and which related pages."""

from typing import Any

import pytest

from sitegen.model import Body, Collection, Entry, Html, Page, Panel, Question, Slide
from sitegen.model.kinds import KindId
from sitegen.render import views
from sitegen.render.item_views import ItemLinks, chosen_related, item_view, without_shown

TOOLS = Collection(id="tools", title="Tools", kind="tool", singular="Guide")
ENTRY = Entry(path="tools/a.md", collection="tools", kind="tool", url="/tools/a/", listed=True, terms={"level": ("3",)})
LINKS = ItemLinks(
    collection=views.Link("Tools", "/tools/"),
    facets=(),
    audience=(),
    picture=None,
    downloads=(),
    film=None,
    story=None,
    groups=(),
    related=(),
    previous=None,
    next=None,
    focus_areas=(),
)


def item(kind: KindId = "tool", singular: str = "", **facts: Any) -> views.Item:
    page = Page(path="tools/a.md", collection="tools", kind=kind, title="A", slug="a", **facts)
    collection = Collection(id="tools", title="Tools", kind=kind, singular=singular)
    return item_view(page, ENTRY, collection, LINKS, lambda body: body.text, lambda _: None)


@pytest.mark.parametrize(("singular", "label"), [("Guide", "Guide"), ("", "Tool")])
def test_an_item_is_called_what_its_collection_says_else_its_kind(singular: str, label: str) -> None:
    assert item(singular=singular).kind_label == label


def test_a_day_that_nobody_knows_is_not_for_machines() -> None:
    known, unknown = item(date="2017-10-05"), item(date="2017-10-05", date_shown="Fall 2017")
    assert (known.date_iso, known.date, known.updated) == ("2017-10-05", "October 2017", "October 5, 2017")
    assert (unknown.date_iso, unknown.date, unknown.updated) == ("", "Fall 2017", "")


def test_the_head_says_what_the_kind_says() -> None:
    assert (item("page").names_kind, item("page").shows_date) == (False, True)
    assert (item("level").names_kind, item("level").shows_date) == (True, False)


def test_bodies_are_rendered_in_the_order_shown() -> None:
    seen: list[str] = []

    def html(body: Body) -> str:
        seen.append(body.text)
        return body.text

    def body(text: str) -> Body:
        return Body(segments=(Html(text),), text=text)

    page = Page(
        path="tools/a.md",
        collection="tools",
        kind="tool",
        title="A",
        slug="a",
        body=body("body"),
        questions=(Question("Q", "q", body("answer")),),
        panels=(Panel(title="P", anchor="p", body=body("panel")),),
        slides=(Slide(title="S", anchor="s", body=body("slide"), notes=body("notes")),),
    )
    item_view(page, ENTRY, TOOLS, LINKS, html, lambda _: None)
    assert seen == ["body", "answer", "panel", "slide", "notes"]


@pytest.mark.parametrize(
    ("named", "near", "count", "expected"),
    [
        ((), ("a", "b", "c"), 2, ["a", "b"]),
        (("x",), ("a", "x", "b"), 2, ["x", "a"]),
        (("x", "y", "z"), ("a",), 2, ["x", "y", "z"]),
        (("x",), ("a",), 0, ["x"]),
        ((), (), 3, []),
    ],
)
def test_pages_that_the_writer_named_come_first_and_all(
    named: tuple[str, ...], near: tuple[str, ...], count: int, expected: list[str]
) -> None:
    assert chosen_related(named, near, count) == expected


def test_a_page_that_stands_in_a_group_is_not_shown_again() -> None:
    one, other = (views.Card(url=url, title="T", summary="", kind="tool", kind_label="Tool") for url in ("/a/", "/b/"))
    assert without_shown([one, other], [views.Group("G", (one,))]) == (other,)
