"""The files of the shipped site: every page, list, feed and redirect is there, whole and right."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest

from sitegen.building import Choices
from sitegen.findings import find_problems, open_site
from sitegen.model import Collection
from sitegen.render.feeds import FEED_LENGTH, NO_DATE, UNDATED_LENGTH
from tests.site.brute import Brute, Row, begins, day_of, values
from tests.site.shipped import Shipped, find_all, page_of

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@pytest.fixture(scope="module", params=["shipped", "shipped_below"])
def site(request: pytest.FixtureRequest) -> Shipped:
    shipped: Shipped = request.getfixturevalue(request.param)
    return shipped


@pytest.fixture(scope="module")
def brute(site: Shipped) -> Brute:
    return Brute(site)


def is_there(site: Shipped, link: str) -> bool:
    """Whether a link, absolute or from the root of the host, leads to a file of the site."""
    path = link.removeprefix(site.start) if link.startswith("http") else link.removeprefix(site.base)
    return page_of(path) in site.files


def read_xml(site: Shipped, path: str) -> ET.Element:
    return ET.fromstring(site.text(path))  # noqa: S314 - our own text


def feeds(site: Shipped) -> Iterator[tuple[Collection, ET.Element]]:
    return ((home, read_xml(site, f"{home.address}/feed.xml")) for home in site.config.collections if home.has_feed)


def text(element: ET.Element, path: str) -> str:
    return element.findtext(path, "", ATOM)


# -- pages


def test_every_item_has_a_page(brute: Brute) -> None:
    assert len(brute.rows) >= 25
    assert [brute.url(row) for row in brute.rows if not is_there(brute.site, brute.url(row))] == []


def test_every_collection_and_view_has_a_list_unless_it_wants_none(site: Shipped) -> None:
    paths = {home.id: f"{home.address}/index.html" for home in site.config.collections if home.has_list}
    assert len(paths) >= 10
    assert [name for name, path in paths.items() if path not in site.files] == []


def test_a_list_of_more_than_a_page_goes_on(brute: Brute) -> None:
    long = [h for h in brute.config.collections if h.has_list and len(brute.members(h)) > h.per_page]
    assert [home.id for home in long] == ["tools", "library"]
    for home in long:
        number = -(-len(brute.members(home)) // home.per_page)
        assert f"{home.address}/page/{number}/index.html" in brute.site.files
        assert f"{home.address}/page/{number + 1}/index.html" not in brute.site.files


def test_home_shows_the_newest_that_are_not_of_hank(brute: Brute) -> None:
    dated = [row for row in brute.rows if row.matter.get("date")]
    news = [row for row in dated if "hank" not in values(row.matter.get("channels"))]
    assert 3 <= len(news) < len(dated)
    news.sort(key=lambda row: (begins(row), f"{row.collection}/{row.slug}"), reverse=True)
    (section,) = find_all(brute.site.tree("index.html"), "section", **{"aria-labelledby": "newest"})
    shown = [link.get("href") for title in find_all(section, "h3", class_="row-title") for link in title.iter("a")]
    here = [row for row in news if not row.matter.get("not_here_yet")]
    of_kind = {name: [row for row in here if row.collection == name] for name in {row.collection for row in here}}
    first = [row for rows in of_kind.values() for row in rows[:2]]
    more = [row for row in here if row not in first]
    chosen = [*sorted(first, key=here.index), *more][:4]
    assert shown == [brute.url(row) for row in sorted(chosen, key=here.index)]


def test_what_a_page_shows_above_is_not_related_again(shipped: Shipped) -> None:
    for path in shipped.pages:
        lists = find_all(shipped.tree(path), "section", class_="group")
        near = [section for section in lists if section.get("aria-labelledby") == "related"]
        above = [section for section in lists if (section.get("aria-labelledby") or "").startswith("group-")]
        links = [{link.get("href") for part in parts for link in part.iter("a")} for parts in (near, above)]
        assert not links[0] & links[1], path


def test_every_facet_has_a_page_of_its_terms_an_index_and_cards(site: Shipped) -> None:
    for home in site.config.collections:
        assert (f"{home.address}/facets.json" in site.files) is bool(home.facets)
        wanted = [f"{home.address}/{facet}/index.html" for facet in home.facets]
        wanted += [f"{home.address}/facets/{facet}.json" for facet in home.facets]
        assert [path for path in wanted if path not in site.files] == []


def test_nothing_is_there_that_no_rule_makes(brute: Brute) -> None:
    """Every page is home, 404, offline, search, list kept, item, kit, list, of terms, term, pair, or an old address."""
    site = brute.site
    known = {"index.html", "404.html", "offline.html", "my-list/index.html", "search/index.html", *site.redirects}
    known |= {page_of(url) for url in (*brute.kits(), *(brute.url(row).removeprefix(site.base) for row in brute.rows))}
    lists = {f"{home.address}/" for home in site.config.collections if home.has_list}
    lists |= {f"{gallery.id}/" for gallery in site.config.site.galleries}
    for home in site.config.collections:
        for facet in home.facets:
            lists |= {f"{home.address}/{facet}/", *(f"{home.address}/{facet}/{t}/" for t in brute.counts(home, facet))}
        lists |= {f"{home.address}/{'/'.join([*one, *other])}/" for one, other in brute.pairs(home)}
    rest = [re.sub(r"(page/\d+/)?index\.html$", "", path) for path in site.pages if path not in known]
    assert set(rest) == lists


def test_every_link_and_anchor_leads_somewhere(site: Shipped) -> None:
    with open_site(Choices(site=site.root, out=site.out, jobs=1)) as finished:
        assert [problem for problem in find_problems(finished) if problem.severity != "advice"] == []


def test_a_build_leaves_nothing_but_its_state_beside_the_sources(shipped: Shipped) -> None:
    assert sorted(path.name for path in shipped.root.iterdir()) == [
        ".sitegen", "content", "site.yaml", "static", "templates",
    ]  # fmt: skip


# -- feeds


def test_a_feed_is_there_where_one_is_wanted_and_only_there(brute: Brute) -> None:
    site = brute.site
    homes = [home for home in site.config.collections if home.has_feed]
    wanted = {f"{home.address}/feed.xml" for home in homes}
    for home in homes:
        wanted |= {f"{home.address}/{f}/{term}/feed.xml" for f in home.facets for term in brute.counts(home, f)}
    assert {path for path in site.files if path.endswith("feed.xml")} == wanted


def fed(rows: list[Row]) -> list[Row]:
    """Return what a feed holds of a list: its newest pages, or all in their order where none has a date."""
    dated = [row for row in rows if row.matter.get("date")]
    dated.sort(key=lambda row: (begins(row), row.collection, row.slug), reverse=True)
    return dated[:FEED_LENGTH] or rows[:UNDATED_LENGTH]


def test_the_feed_of_a_term_holds_its_newest_pages_and_its_page_leads_there(brute: Brute) -> None:
    site = brute.site
    for home in (home for home in site.config.collections if home.has_feed):
        for facet in home.facets:
            for term in brute.counts(home, facet):
                folder = f"{home.address}/{facet}/{term}/"
                feed = read_xml(site, f"{folder}feed.xml")
                wanted = fed([row for row in brute.members(home) if term in row.terms[facet]])
                ids = [text(entry, "a:id").removeprefix(site.start) for entry in feed.findall("a:entry", ATOM)]
                assert ids == [brute.url(row).removeprefix(site.base) for row in wanted]
                assert ids
                assert text(feed, "a:id") == f"{site.start}/{folder}"
                page = site.tree(f"{folder}index.html")
                link = f"{site.base}/{folder}feed.xml"
                feeds = [element.get("href") for element in page.iter("link") if element.get("rel") == "alternate"]
                assert (link in feeds) == (link in [element.get("href") for element in page.iter("a")]) == bool(wanted)


def test_a_feed_has_what_rfc_4287_asks_for(site: Shipped) -> None:
    for home, feed in feeds(site):
        assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
        assert text(feed, "a:id") == f"{site.start}/{home.address}/"
        assert text(feed, "a:title") == f"{home.title} | {site.config.site.title}"
        assert text(feed, "a:author/a:name") == site.config.site.title
        assert RFC_3339.fullmatch(text(feed, "a:updated"))
        links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", ATOM)}
        assert links == {"self": f"{site.start}/{home.address}/feed.xml", "alternate": f"{site.start}/{home.address}/"}


def test_every_entry_has_an_absolute_id_dates_and_a_page(site: Shipped) -> None:
    for _, feed in feeds(site):
        entries = feed.findall("a:entry", ATOM)
        ids = [text(entry, "a:id") for entry in entries]
        assert len(set(ids)) == len(ids)
        assert max((text(entry, "a:updated") for entry in entries), default=text(feed, "a:updated")) == text(
            feed, "a:updated"
        )
        for entry in entries:
            (link,) = entry.findall("a:link", ATOM)
            assert link.get("href") == text(entry, "a:id")
            assert text(entry, "a:id").startswith(f"{site.start}/")
            assert is_there(site, text(entry, "a:id"))
            assert text(entry, "a:title")
            assert text(entry, "a:summary")
            assert RFC_3339.fullmatch(text(entry, "a:updated"))
            published = entry.findtext("a:published", namespaces=ATOM)
            assert published is None or RFC_3339.fullmatch(published)
            assert (published or NO_DATE) <= text(entry, "a:updated")


def test_a_feed_holds_the_newest_pages_of_its_list(brute: Brute) -> None:
    for home, feed in feeds(brute.site):
        ids = [text(entry, "a:id").removeprefix(brute.site.start) for entry in feed.findall("a:entry", ATOM)]
        assert ids == [brute.url(row).removeprefix(brute.site.base) for row in fed(brute.members(home))], home.id


# -- files for robots and hosts


def test_the_sitemap_lists_home_lists_and_items_once_and_in_order(brute: Brute) -> None:
    site = brute.site
    wanted = {f"{site.start}/"}
    wanted |= {f"{site.start}/{home.address}/" for home in site.config.collections if home.has_list}
    wanted |= {f"{site.start}/{gallery.id}/" for gallery in site.config.site.galleries}
    wanted |= {site.start + url for url in brute.kits()}
    wanted |= {site.start + brute.url(row).removeprefix(site.base) for row in brute.rows}
    urls = read_xml(site, "sitemap.xml").findall("s:url", SITEMAP)
    listed = [url.findtext("s:loc", "", SITEMAP) for url in urls]
    assert listed == sorted(wanted)
    assert [url for url in listed if not is_there(site, url)] == []


def test_the_sitemap_dates_what_has_a_day(brute: Brute) -> None:
    urls = read_xml(brute.site, "sitemap.xml").findall("s:url", SITEMAP)
    dates = {u.findtext("s:loc", "", SITEMAP): u.findtext("s:lastmod", None, SITEMAP) for u in urls}
    for row in brute.rows:
        date = "" if "date_shown" in row.matter else row.matter.get("date", "")
        wanted = day_of(row.matter.get("updated", "")) or day_of(date)
        day = dates[brute.site.start + brute.url(row).removeprefix(brute.site.base)]
        assert (day or "") == wanted
        assert day is None or DAY.fullmatch(day)


def test_robots_may_read_everything_and_find_the_sitemap(site: Shipped) -> None:
    lines = site.text("robots.txt").splitlines()
    assert lines[:2] == ["User-agent: *", "Allow: /"]
    assert lines[-1] == f"Sitemap: {site.start}/sitemap.xml"


def test_a_page_for_lost_readers_is_not_indexed_and_leads_home(site: Shipped) -> None:
    tree = site.tree("404.html")
    assert find_all(tree, "meta", name="robots", content="noindex")
    assert any(link.get("href") == f"{site.base}/" for link in tree.iter("a"))


def test_every_old_address_leads_to_a_page_by_both_ways(site: Shipped) -> None:
    assert site.redirects
    lines = [line.split() for line in site.text("_redirects").splitlines()]
    assert {code for _, _, code in lines} == {"301"}
    assert [target for _, target, _ in lines if not is_there(site, target)] == []
    for path, target in site.redirects.items():
        tree = site.tree(path)
        (refresh,) = find_all(tree, "meta", http_equiv="refresh")
        assert refresh.get("content") == f"0; url={target}"
        assert find_all(tree, "meta", name="robots", content="noindex")
        assert [link.get("href") for link in tree.iter("a")] == [target]


def test_headers_keep_fingerprinted_files_for_long(site: Shipped) -> None:
    _, section, cache = site.text("_headers").partition("\n/assets/*\n")
    assert section
    assert "immutable" in cache
    assert [
        path for path in site.files if path.startswith("assets/") and not re.search(r"\.[0-9a-f]{10}\.", path)
    ] == []


def test_the_home_page_leads_to_toolkits_videos_and_views_of_tools(site: Shipped) -> None:
    ways = re.search(r'<ul class="ways">(.*?)</ul>', site.text("index.html"), re.DOTALL)
    assert ways
    links = re.findall(r'<a href="([^"]+)"', ways[1])
    assert sorted(links) == [f"{site.base}/{name}/" for name in ("how-to-guides", "toolkits", "videos")]
