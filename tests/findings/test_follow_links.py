"""Following links: which lead nowhere, out of the site, or to a place that is not on its page."""

import pytest

from sitegen.findings.follow_links import BrokenLink, follow_links
from sitegen.findings.rendered_page import parse_page

PAGES = {
    "index.html": '<h1 id="top">Home</h1>',
    "404.html": "",
    "tools/index.html": '<h2 id="all">All</h2><h2 id="caf\u00e9">C</h2>',
    "tools/huddle/index.html": "",
}
FILES = [*PAGES, "downloads/a b.pdf", "robots.txt"]


def follow(
    link: str, *, base: str = "https://example.org/sub/", page: str = "tools/huddle/index.html"
) -> list[BrokenLink]:
    escaped = link.replace("&", "&amp;").replace('"', "&quot;")
    pages = {**PAGES, page: f'<a href="{escaped}">x</a>'}
    return follow_links({name: parse_page(html) for name, html in pages.items()}, FILES, base)


@pytest.mark.parametrize(
    "link",
    [
        "/sub/",
        "/sub/tools/",
        "/sub/tools/?topic=quality&level=3",
        "/sub/tools/#all",
        "/sub/tools/#caf%C3%A9",
        "/sub/tools",
        "/sub/downloads/a%20b.pdf",
        "/sub/downloads/a%20b.pdf#page=2",
        "/sub/robots.txt",
        "../",
        "../../#top",
        "",
        "#",
        "https://example.org/sub/tools/#all",
        "https://EXAMPLE.org/sub/tools/",
        "https://example.org/another/site/",
        "https://example.com/nothing/",
        "//example.com/nothing/",
        "mailto:a@example.org",
        "tel:+15551234",
    ],
)
def test_a_link_that_leads_somewhere_is_not_reported(link: str) -> None:
    assert follow(link) == []


@pytest.mark.parametrize(
    ("link", "what", "hint"),
    [
        ("/sub/tolls/", "leads nowhere", 'did you mean "/tools/"?'),
        ("/sub/tools/hudle/", "leads nowhere", 'did you mean "/tools/huddle/"?'),
        ("/sub/downloads/a+b.pdf", "leads nowhere", ""),
        ("../nothing.html", "leads nowhere", ""),
        ("https://example.org/sub/nothing/zzz/", "leads nowhere", ""),
        ("/tools/", "leads out of the site", "addresses begin with /sub/"),
        ("/subway/", "leads out of the site", "addresses begin with /sub/"),
        ("../../../", "leads out of the site", "addresses begin with /sub/"),
        ("/sub/tools/#al", "leads to a place that is not on its page", 'did you mean "all"?'),
        ("#nothing", "leads to a place that is not on its page", ""),
    ],
)
def test_a_link_that_leads_nowhere_is_reported_as_it_was_written(link: str, what: str, hint: str) -> None:
    page = "tools/huddle/index.html"
    assert follow(link) == [BrokenLink(page, link, f'the link "{link}" {what}', hint)]


@pytest.mark.parametrize(("link", "count"), [("/tools/", 0), ("tools/huddle/", 0), ("/sub/tools/", 1)])
def test_a_site_at_the_root_of_its_host_begins_with_a_slash(link: str, count: int) -> None:
    assert len(follow(link, base="https://example.org", page="404.html")) == count


def test_broken_links_come_page_by_page_in_the_order_of_the_page() -> None:
    pages = {"a.html": parse_page('<a href="/2">2</a><a href="/1">1</a>'), "b.html": parse_page('<a href="/1">1</a>')}
    links = follow_links(pages, pages, "https://example.org/")
    assert [(broken.page, broken.link) for broken in links] == [("a.html", "/2"), ("a.html", "/1"), ("b.html", "/1")]
