"""Addresses: what they are made of, whose they are, and which reference means which file."""

import pytest

from sitegen.catalog import permalinks
from sitegen.errors import Problem
from sitegen.model import Collection, Entry, LocatedText, Redirect, Route

TOOLS = Collection(id="tools", title="Tools", kind="tool", address="tools")
RESERVED = frozenset({"page", "topic"})


def entry(path: str, url: str, **facts: object) -> Entry:
    return Entry(path, path.partition("/")[0], "tool", url, **{"listed": True, **facts})  # type: ignore[arg-type]


def said(problems: list[Problem]) -> list[tuple[str, str, str]]:
    """Where each problem is, what it says, and who was first."""
    return [(str(p.location), p.headline, dict(p.values).get("taken by", "")) for p in problems]


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


@pytest.mark.parametrize(
    ("old", "key"),
    [("/old", "/old/"), ("/old/", "/old/"), ("/a/b", "/a/b/"), ("/old.html", "/old.html"), ("/v1.0/x", "/v1.0/x/")],
)
def test_an_old_address_ends_with_a_slash_unless_it_names_a_file(old: str, key: str) -> None:
    assert permalinks.alias_key(old) == key


@pytest.mark.parametrize(
    ("old", "key"),
    [
        ("/caf%C3%A9", "/caf\u00e9/"),
        ("/a%20b.html", "/a b.html"),
        ("/%2e%2e/x", "/%2e%2e/x/"),
        ("/a%2F%2Fb", "/a%2F%2Fb/"),
        ("/a%00b", "/a%00b/"),
        ("/a%5Cb", "/a%5Cb/"),
        ("/a%FFb", "/a%FFb/"),
        ("/100%", "/100%/"),
    ],
)
def test_an_old_address_is_decoded_where_that_gives_a_plain_path(old: str, key: str) -> None:
    assert permalinks.alias_key(old) == key


def test_a_page_that_is_not_shown_now_has_a_route_too() -> None:
    entries = [entry("tools/a.md", "/tools/a/"), entry("tools/b.md", "/tools/b/", listed=False, why_unlisted="draft")]
    assert permalinks.routes_of(entries) == {
        "tools/a.md": Route("/tools/a/", listed=True),
        "tools/b.md": Route("/tools/b/", listed=False, why="draft"),
    }


def test_a_slug_cannot_be_the_name_of_a_taxonomy() -> None:
    entries = [
        entry("tools/topic.md", "/tools/topic/"),
        entry("tools/x.md", "/tools/page/", located_slug=LocatedText("page", 4, 7)),
        entry("tools/topics.md", "/tools/topics/"),
    ]
    assert said(permalinks.slug_problems(entries, RESERVED)) == [
        ("content/tools/topic.md", 'the slug "topic" is reserved for lists', ""),
        ("content/tools/x.md:4:7", 'the slug "page" is reserved for lists', ""),
    ]


def test_two_pages_cannot_have_addresses_that_are_equal_but_for_case() -> None:
    entries = [entry("tools/a.md", "/tools/a/"), entry("tools/b.md", "/tools/A/", located_slug=LocatedText("A", 3, 7))]
    assert said(permalinks.collisions(entries, {}, ())) == [
        ("content/tools/b.md:3:7", 'the address "/tools/A/" is taken', "content/tools/a.md")
    ]


def test_a_page_cannot_stand_where_a_list_stands() -> None:
    problems = permalinks.collisions([entry("all/tools.md", "/tools/")], {"/tools/": "the list of tools"}, ())
    assert said(problems) == [("content/all/tools.md", 'the address "/tools/" is taken', "the list of tools")]


def test_a_draft_holds_its_address() -> None:
    entries = [entry("tools/a.md", "/tools/a/", listed=False), entry("tools/b.md", "/tools/a/")]
    assert len(permalinks.collisions(entries, {}, ())) == 1


@pytest.mark.parametrize("old", ["/tools/a/", "/tools/a", "/Tools/A", "/tools/"])
def test_an_old_address_cannot_hide_a_page(old: str) -> None:
    entries = [entry("tools/a.md", "/tools/a/"), entry("tools/b.md", "/tools/b/", aliases=(LocatedText(old, 5, 11),))]
    (problem,) = permalinks.collisions(entries, {"/tools/": "the list of tools"}, ())
    assert str(problem.location) == "content/tools/b.md:5:11"
    assert problem.headline == f'the old address "{old}" is taken'


def test_an_old_address_leads_to_one_page_only() -> None:
    entries = [
        entry("tools/a.md", "/tools/a/", aliases=(LocatedText("/old", 5, 1),)),
        entry("tools/b.md", "/tools/b/", aliases=(LocatedText("/OLD/", 6, 1),)),
    ]
    redirects = [Redirect(LocatedText("/old/", 9, 3), LocatedText("/tools/"))]
    assert said(permalinks.collisions(entries, {}, redirects)) == [
        ("content/tools/b.md:6:1", 'the old address "/OLD/" is taken', "content/tools/a.md:5"),
        ("site.yaml:9:3", 'the old address "/old/" is taken', "content/tools/a.md:5"),
    ]


def test_different_addresses_do_not_collide() -> None:
    entries = [
        entry("tools/a.md", "/tools/a/", aliases=(LocatedText("/a"), LocatedText("/b/"))),
        entry("tools/b.md", "/tools/b/"),
    ]
    assert (
        permalinks.collisions(
            entries, {"/tools/": "the list of tools"}, [Redirect(LocatedText("/c"), LocatedText("/"))]
        )
        == []
    )


def test_an_old_address_that_would_hide_something_is_told_wherever_it_is_written() -> None:
    entries = [entry("tools/a.md", "/tools/a/", aliases=(LocatedText("/404.html", 5, 11), LocatedText("/x", 6, 1)))]
    redirects = [Redirect(LocatedText("/404.html", 9, 3), LocatedText("/tools/"))]
    assert said(permalinks.old_address_problems("/404.html", "/404.html", entries, redirects)) == [
        ("content/tools/a.md:5:11", 'the old address "/404.html" is taken', "/404.html"),
        ("site.yaml:9:3", 'the old address "/404.html" is taken', "/404.html"),
    ]


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
    found = permalinks.content_path(text, folder)
    assert (found if found in ROUTES else None) == path


@pytest.mark.parametrize(
    ("path", "meant"),
    [("videos/x.md", "stories/x"), ("tools/hudle.md", "tools/huddle")],
)
def test_the_nearest_file_is_suggested(path: str, meant: str) -> None:
    assert permalinks.suggest_path(path, ROUTES) == f'did you mean "{meant}"?'


def test_where_no_file_is_near_nothing_is_guessed() -> None:
    assert "did you mean" not in permalinks.suggest_path("zzzzzz/qqqq.md", ROUTES)
