"""Addresses that cannot be: reserved slugs, and two of one address."""

import pytest

from sitegen.catalog.address_clashes import address_clashes, list_addresses, old_address_problems, slug_problems
from sitegen.errors import Location, Problem
from sitegen.model import Collection, Entry, Gallery, LocatedText, Redirect

RESERVED = frozenset({"page", "topic"})


def entry(path: str, url: str, **facts: object) -> Entry:
    return Entry(path=path, collection=path.partition("/")[0], kind="tool", url=url, **{"listed": True, **facts})  # type: ignore[arg-type]


def locate(path: str, located: LocatedText) -> Location:
    """Return the location that a place names: in these tests, by line and column."""
    return Location(path, *map(int, located.place.split(":"))) if located.place else Location(path)


def said(problems: list[Problem]) -> list[tuple[str, str, str]]:
    """Where each problem is, what it says, and who was first."""
    return [(str(p.location), p.headline, dict(p.values).get("taken by", "")) for p in problems]


def test_a_slug_cannot_be_the_name_of_a_taxonomy() -> None:
    entries = [
        entry("tools/topic.md", "/tools/topic/"),
        entry("tools/x.md", "/tools/page/", located_slug=LocatedText("page", "4:7")),
        entry("tools/topics.md", "/tools/topics/"),
    ]
    assert said(slug_problems(entries, RESERVED, locate)) == [
        ("content/tools/topic.md", 'the slug "topic" is reserved for lists', ""),
        ("content/tools/x.md:4:7", 'the slug "page" is reserved for lists', ""),
    ]


def test_two_pages_cannot_have_addresses_that_are_equal_but_for_case() -> None:
    entries = [entry("tools/a.md", "/tools/a/"), entry("tools/b.md", "/tools/A/", located_slug=LocatedText("A", "3:7"))]
    assert said(address_clashes(entries, {}, (), locate)) == [
        ("content/tools/b.md:3:7", 'the address "/tools/A/" is taken', "content/tools/a.md")
    ]


def test_a_page_cannot_stand_where_a_list_stands() -> None:
    problems = address_clashes([entry("all/tools.md", "/tools/")], {"/tools/": "the list of tools"}, (), locate)
    assert said(problems) == [("content/all/tools.md", 'the address "/tools/" is taken', "the list of tools")]


def test_a_page_that_is_not_out_yet_holds_its_address() -> None:
    soon = entry("tools/a.md", "/tools/a/", listed=False, why_unlisted="not yet published")
    assert len(address_clashes([soon, entry("tools/b.md", "/tools/a/")], {}, (), locate)) == 1


def test_a_draft_takes_no_address_of_a_page_list_or_old_address() -> None:
    aliases = (LocatedText("/old", "4:1"), LocatedText("/tools", "5:1"), LocatedText("/gone", "6:1"))
    draft = entry("tools/a.md", "/tools/b/", listed=False, why_unlisted="draft", aliases=aliases)
    page = entry("tools/b.md", "/tools/B/", located_slug=LocatedText("B", "3:7"), aliases=(LocatedText("/old", "5:1"),))
    redirects = [Redirect(LocatedText("/gone/", "9:3"), LocatedText("/"))]
    assert said(address_clashes([draft, page], {"/tools/": "the list of tools"}, redirects, locate)) == [
        ("content/tools/a.md", 'the address "/tools/b/" is taken', "content/tools/b.md"),
        ("content/tools/a.md:4:1", 'the old address "/old" is taken', "content/tools/b.md:5"),
        ("content/tools/a.md:5:1", 'the old address "/tools" is taken', "the list of tools"),
        ("content/tools/a.md:6:1", 'the old address "/gone" is taken', "site.yaml:9"),
    ]


def test_an_old_address_of_a_draft_hides_nothing() -> None:
    draft = entry("tools/a.md", "/tools/a/", why_unlisted="draft", aliases=(LocatedText("/404.html", "5:11"),))
    assert old_address_problems("/404.html", "/404.html", [draft], (), locate) == []


@pytest.mark.parametrize("old", ["/tools/a/", "/tools/a", "/Tools/A", "/tools/"])
def test_an_old_address_cannot_hide_a_page(old: str) -> None:
    entries = [entry("tools/a.md", "/tools/a/"), entry("tools/b.md", "/tools/b/", aliases=(LocatedText(old, "5:11"),))]
    (problem,) = address_clashes(entries, {"/tools/": "the list of tools"}, (), locate)
    assert str(problem.location) == "content/tools/b.md:5:11"
    assert problem.headline == f'the old address "{old}" is taken'


def test_an_old_address_leads_to_one_page_only() -> None:
    entries = [
        entry("tools/a.md", "/tools/a/", aliases=(LocatedText("/old", "5:1"),)),
        entry("tools/b.md", "/tools/b/", aliases=(LocatedText("/OLD/", "6:1"),)),
    ]
    redirects = [Redirect(LocatedText("/old/", "9:3"), LocatedText("/tools/"))]
    assert said(address_clashes(entries, {}, redirects, locate)) == [
        ("content/tools/b.md:6:1", 'the old address "/OLD/" is taken', "content/tools/a.md:5"),
        ("site.yaml:9:3", 'the old address "/old/" is taken', "content/tools/a.md:5"),
    ]


def test_different_addresses_do_not_collide() -> None:
    entries = [
        entry("tools/a.md", "/tools/a/", aliases=(LocatedText("/a"), LocatedText("/b/"))),
        entry("tools/b.md", "/tools/b/"),
    ]
    assert (
        address_clashes(
            entries, {"/tools/": "the list of tools"}, [Redirect(LocatedText("/c"), LocatedText("/"))], locate
        )
        == []
    )


def test_an_old_address_that_would_hide_something_is_told_wherever_it_is_written() -> None:
    entries = [entry("tools/a.md", "/tools/a/", aliases=(LocatedText("/404.html", "5:11"), LocatedText("/x", "6:1")))]
    redirects = [Redirect(LocatedText("/404.html", "9:3"), LocatedText("/tools/"))]
    assert said(old_address_problems("/404.html", "/404.html", entries, redirects, locate)) == [
        ("content/tools/a.md:5:11", 'the old address "/404.html" is taken', "/404.html"),
        ("site.yaml:9:3", 'the old address "/404.html" is taken', "/404.html"),
    ]


def test_lists_and_galleries_have_addresses_but_not_collections_without_a_list() -> None:
    tools = Collection(id="tools", title="Tools", address="kit")
    regions = Collection(id="regions", title="Regions", address="regions", has_list=False)
    assert list_addresses(
        [tools, regions], [Gallery(id="all", title="All", description="", collections=("tools",))]
    ) == {
        "/kit/": "the list of tools",
        "/all/": "the gallery all",
    }
