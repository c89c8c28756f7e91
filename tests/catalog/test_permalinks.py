"""Addresses: what they are made of, whose they are, and which reference means which file."""

import pytest

from sitegen.catalog import permalinks
from sitegen.model import Collection, Entry, Route

TOOLS = Collection(id="tools", title="Tools", kind="tool", address="tools")


def entry(path: str, url: str, **facts: object) -> Entry:
    return Entry(path=path, collection=path.partition("/")[0], kind="tool", url=url, **{"listed": True, **facts})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (permalinks.page_url(TOOLS, "huddle"), "/tools/huddle/"),
        (permalinks.list_url(TOOLS), "/tools/"),
        (permalinks.list_url(TOOLS, 3), "/tools/page/3/"),
        (permalinks.terms_url(TOOLS, "topic"), "/tools/topic/"),
        (permalinks.term_url(TOOLS, "topic", "quality"), "/tools/topic/quality/"),
        (permalinks.term_url(TOOLS, "topic", "quality", 2), "/tools/topic/quality/page/2/"),
        (permalinks.numbered("/x/", 1), "/x/"),
        (permalinks.numbered("/x/", 2), "/x/page/2/"),
    ],
)
def test_an_address_says_what_stands_there(address: str, expected: str) -> None:
    assert address == expected


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("/", "index.html"),
        ("/tools/huddle/", "tools/huddle/index.html"),
        ("/old/page.html", "old/page.html"),
        ("/feed.xml", "feed.xml"),
    ],
)
def test_a_page_is_the_index_of_its_folder(url: str, path: str) -> None:
    assert permalinks.output_path(url) == path


def test_a_page_that_is_not_shown_now_has_a_route_too() -> None:
    entries = [entry("tools/a.md", "/tools/a/"), entry("tools/b.md", "/tools/b/", listed=False, why_unlisted="draft")]
    assert permalinks.routes_of(entries) == {
        "tools/a.md": Route("/tools/a/", listed=True),
        "tools/b.md": Route("/tools/b/", listed=False, why="draft"),
    }


ROUTES = {
    path: Route(f"/{path[:-3]}/", listed=True) for path in ("tools/huddle.md", "stories/x.md", "stories/huddle.md")
}


@pytest.mark.parametrize(
    ("text", "folder", "path"),
    [
        ("tools/huddle", "", "tools/huddle.md"),
        ("tools/huddle.md", "", "tools/huddle.md"),
        (" /tools/huddle/ ", "", "tools/huddle.md"),
        ("huddle", "tools", "tools/huddle.md"),
        ("stories/huddle", "tools", "stories/huddle.md"),
        ("huddle", "", None),
        ("nothing", "tools", None),
        ("tools/nothing", "", None),
    ],
)
def test_a_reference_means_a_file(text: str, folder: str, path: str | None) -> None:
    named = permalinks.content_path(text, folder)
    assert (named if named in ROUTES else None) == path


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ((("level", "3"),), "/tools/level/3/"),
        ((("level", "3"), ("topic", "quality")), "/tools/topic/quality/level/3/"),
        ((("role", "manager"), ("topic", "quality")), "/tools/?topic=quality&role=manager"),
    ],
)
def test_a_choice_of_filters_has_a_page_of_its_own_if_the_pair_is_declared(
    chosen: tuple[tuple[str, str], ...], expected: str
) -> None:
    facets = ("topic", "level", "role")
    tools = Collection(id="tools", title="Tools", address="tools", facets=facets, pairs=(("topic", "level"),))
    assert permalinks.filtered_url(tools, *chosen) == expected
