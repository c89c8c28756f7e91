"""The page of an item: what it shows, and which related pages."""

from typing import Any

import pytest
from msgspec import structs

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


def item(kind: KindId = "tool", singular: str = "", links: ItemLinks = LINKS, **facts: Any) -> views.Item:
    page = Page(path="tools/a.md", collection="tools", kind=kind, title="A", slug="a", **facts)
    collection = Collection(id="tools", title="Tools", kind=kind, singular=singular)
    return item_view(page, ENTRY, collection, links, lambda body: body.text, lambda _: None)


@pytest.mark.parametrize(("singular", "label"), [("Guide", "Guide"), ("", "Tool")])
def test_an_item_is_called_what_its_collection_says_else_its_kind(singular: str, label: str) -> None:
    assert item(singular=singular).kind_label == label


@pytest.mark.parametrize(
    ("facts", "date_iso", "date"),
    [
        ({"date": "2017-10-05"}, "2017-10-05", "October 2017"),
        ({"date": "2017-10"}, "2017-10", "October 2017"),
        ({"date": "2017"}, "2017", "2017"),
        ({"date_shown": "Fall 2017"}, "", "Fall 2017"),
        ({}, "", ""),
    ],
)
def test_a_date_is_shown_as_exactly_as_it_is_known(facts: dict[str, Any], date_iso: str, date: str) -> None:
    shown = item(**facts, sort_date="2017-10-05 00:00")
    assert (shown.date_iso, shown.date) == (date_iso, date)


def test_only_a_page_that_somebody_updated_says_so() -> None:
    page, updated = item(date="2017-10-05"), item(date="2017-10-05", updated="2018-01-15 09:00")
    assert (page.updated_iso, page.updated) == ("", "")
    assert (updated.updated_iso, updated.updated) == ("2018-01-15 09:00", "January 15, 2018")


def test_the_head_says_what_the_kind_says() -> None:
    assert (item("page").names_kind, item("page").shows_date) == (False, True)
    assert (item("level").names_kind, item("level").shows_date) == (True, False)


def test_the_picture_of_a_tool_with_files_stands_beside_them_and_any_other_above_the_text() -> None:
    with_files = structs.replace(LINKS, downloads=(views.File("/a.pdf", "A", "PDF", ()),))
    pictured = [item("tool", links=with_files), item("tool"), item("story", links=with_files)]
    assert [one.has_picture_above_text for one in pictured] == [False, True, True]


def test_the_neighbours_of_a_level_are_a_step_down_and_a_step_up() -> None:
    assert (item("level").is_step, item("story").is_step) == (True, False)


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
