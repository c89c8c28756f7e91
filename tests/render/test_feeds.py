"""Files for other programs: what each says, and that odd texts cannot break it."""

from xml.etree import ElementTree as ET

import msgspec
import pytest

from sitegen.model import Entry, Summary
from sitegen.render import feeds

ATOM = {"a": "http://www.w3.org/2005/Atom"}
ODD = "Q & A: <b>\"five\" 'whys'</b> ]]>"
SITE = "https://example.org/sub/"


def entry(number: int, title: str = "T") -> feeds.FeedEntry:
    day = f"2017-01-0{number}T00:00:00-08:00"
    return feeds.FeedEntry(url=f"{SITE}x{number}/", title=title, summary=ODD, published=day, updated=day)


def read_feed(*entries: feeds.FeedEntry, subtitle: str = ODD) -> ET.Element:
    data = feeds.atom(
        "Tools | Site", subtitle, f"{SITE}tools/", f"{SITE}tools/feed.xml", entries, "en-US", author="Site"
    )
    return ET.fromstring(data)  # noqa: S314 - our own text


def text(element: ET.Element, path: str) -> str | None:
    return element.findtext(path, namespaces=ATOM)


def test_a_feed_has_all_that_rfc_4287_asks_for() -> None:
    feed = read_feed(entry(1))
    assert text(feed, "a:id") == f"{SITE}tools/"
    assert text(feed, "a:title") == "Tools | Site"
    assert text(feed, "a:author/a:name") == "Site"
    assert {link.get("rel"): link.get("href") for link in feed.findall("a:link", ATOM)} == {
        "self": f"{SITE}tools/feed.xml",
        "alternate": f"{SITE}tools/",
    }
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en-US"


def test_an_entry_has_its_address_as_its_id() -> None:
    element = read_feed(entry(1)).find("a:entry", ATOM)
    assert element is not None
    assert text(element, "a:id") == f"{SITE}x1/"
    assert text(element, "a:published") == text(element, "a:updated") == "2017-01-01T00:00:00-08:00"


def test_a_feed_is_as_new_as_its_newest_entry() -> None:
    assert text(read_feed(entry(2), entry(3), entry(1)), "a:updated") == "2017-01-03T00:00:00-08:00"


def test_an_entry_without_a_date_is_given_none() -> None:
    element = read_feed(feeds.FeedEntry(url=f"{SITE}x/", title="T", summary=ODD, published="", updated="")).find(
        "a:entry", ATOM
    )
    assert element is not None
    assert element.find("a:published", ATOM) is None
    assert text(element, "a:updated") == feeds.NO_DATE


def test_an_empty_feed_is_valid_and_has_no_date_of_the_build() -> None:
    feed = read_feed(subtitle="")
    assert text(feed, "a:updated") == "1970-01-01T00:00:00+00:00"
    assert feed.find("a:subtitle", ATOM) is None


def test_marks_of_xml_are_text_in_a_feed() -> None:
    feed = read_feed(entry(1, ODD))
    assert text(feed, "a:entry/a:title") == text(feed, "a:entry/a:summary") == text(feed, "a:subtitle") == ODD


def test_a_feed_has_the_text_of_a_page_where_it_is_given() -> None:
    told = msgspec.structs.replace(entry(1), body_html='<p>A &amp; <a href="https://x.org/">b</a></p>')
    feed = read_feed(told, entry(2))
    assert text(feed, "a:entry/a:content") == '<p>A &amp; <a href="https://x.org/">b</a></p>'
    assert len(feed.findall("a:entry/a:content[@type='html']", ATOM)) == 1


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="/sub/x/">x</a>', '<a href="https://e.org/sub/x/">x</a>'),
        ('<a href="#part">x</a>', '<a href="https://e.org/p/#part">x</a>'),
        ('<a href="https://o.org/x">x</a>', '<a href="https://o.org/x">x</a>'),
        ('<a href="//o.org/x">x</a>', '<a href="//o.org/x">x</a>'),
        ('<img srcset="/a.avif 400w, /b.avif 800w" src="/b.png">',
         '<img srcset="https://e.org/a.avif 400w, https://e.org/b.avif 800w" src="https://e.org/b.png">'),
    ],
)  # fmt: skip
def test_links_of_a_text_hold_outside_the_site(html: str, expected: str) -> None:
    assert feeds.with_absolute_links(html, "https://e.org", "https://e.org/p/") == expected


def test_a_sitemap_lists_addresses_in_the_order_given() -> None:
    data = feeds.sitemap([(f"{SITE}?a=1&b=2", ""), (SITE, "2017-01-01")])
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    listed = [(url.findtext("s:loc", "", names), url.findtext("s:lastmod", "", names)) for url in _read(data)]
    assert listed == [(f"{SITE}?a=1&b=2", ""), (SITE, "2017-01-01")]


def _read(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314 - our own text


def test_robots_may_read_everything_and_find_the_sitemap() -> None:
    lines = feeds.robots(f"{SITE}sitemap.xml").decode().splitlines()
    assert lines == ["User-agent: *", "Allow: /", "", f"Sitemap: {SITE}sitemap.xml"]


@pytest.mark.parametrize(
    ("pair", "lines"),
    [
        (("/sub/old/", "/sub/new/"), ["/sub/old/ /sub/new/ 301", "/sub/old /sub/new/ 301"]),
        (("/old.html", "https://example.org/?a=1"), ["/old.html https://example.org/?a=1 301"]),
        (("/caf\u00e9", "/x/"), ["/caf%C3%A9 /x/ 301"]),
        (("/a b/", "/x/"), ["/a%20b/ /x/ 301", "/a%20b /x/ 301"]),
    ],
)
def test_both_forms_of_an_old_address_are_redirected(pair: tuple[str, str], lines: list[str]) -> None:
    assert feeds.redirects([pair]).decode().splitlines() == lines


POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'{}; "
    "require-trusted-types-for 'script'; trusted-types offline"
)


@pytest.mark.parametrize(("origin", "added"), [("", ""), ("https://forms.example.org", " https://forms.example.org")])
def test_there_is_one_policy_and_forms_may_go_to_the_feedback_address(origin: str, added: str) -> None:
    assert feeds.policy(origin) == POLICY.format(added)


def test_headers_carry_the_policy_on_every_path() -> None:
    lines = feeds.headers(POLICY).decode().splitlines()
    assert lines[:2] == ["/*", f"  Content-Security-Policy: {POLICY}"]
    assert lines[lines.index("/assets/*") + 1] == "  Cache-Control: public, max-age=31536000, immutable"
    for path in ("/service-worker.js", "/offline.json"):
        assert lines[lines.index(path) + 1] == "  Cache-Control: no-cache"


def listed(*dates: str) -> list[Entry]:
    return [
        Entry(path=f"{at:03}", collection="x", kind="story", url=f"/{at}/", listed=True, sort_date=date)
        for at, date in enumerate(dates)
    ]


def test_a_feed_has_its_newest_pages_and_none_without_a_date_if_any_has_one() -> None:
    assert feeds.newest_for_feed(listed("2017-01-01", "", "2018-01-01", "2018-01-01")) == ("003", "002", "000")
    dates = [f"2017-01-{day:02}" for day in range(1, 29)]
    assert len(feeds.newest_for_feed(listed(*dates))) == feeds.FEED_LENGTH


def test_a_feed_without_dates_has_all_pages_in_list_order_up_to_a_limit() -> None:
    assert feeds.newest_for_feed(listed("", "")) == ("000", "001")
    assert len(feeds.newest_for_feed(listed(*[""] * (feeds.UNDATED_LENGTH + 1)))) == feeds.UNDATED_LENGTH


def test_a_page_without_a_date_is_as_new_as_its_first_day() -> None:
    pages = listed("2017-01-01", "", "2019-01-01", "")
    first_days = {pages[1].url: "2018-06-01", pages[2].url: "2026-06-03", "/elsewhere/": "2026-06-03"}
    assert feeds.newest_for_feed(pages, first_days) == ("002", "001", "000")
    assert feeds.newest_for_feed(listed("", ""), {}) == ("000", "001")


JULY_1, JULY_2 = "2017-07-01T00:00:00-07:00", "2017-07-02T09:00:00-07:00"


@pytest.mark.parametrize(
    ("date", "updated", "published", "atom_updated"),
    [
        ("2017-07-01", "", JULY_1, JULY_1),
        ("2017-07-01 00:00", "", JULY_1, JULY_1),
        ("2017-07-01", "2017-07-02 09:00", JULY_1, JULY_2),
        ("2017-07", "", None, feeds.NO_DATE),
        ("2017", "", None, feeds.NO_DATE),
        ("", "", None, feeds.NO_DATE),
        ("2017", "2017-07-02 09:00", None, JULY_2),
        ("", "2017-07-02 09:00", None, JULY_2),
    ],
)
def test_an_entry_of_a_feed_states_the_days_that_are_known(
    date: str, updated: str, published: str | None, atom_updated: str
) -> None:
    facts = Summary(path="a.md", collection="x", kind="story", url="/a/", title="A", date=date, updated=updated)
    made = feeds.feed_entry(facts, "https://example.org/sub", "America/Los_Angeles")
    element = read_feed(made).find("a:entry", ATOM)
    assert element is not None
    assert text(element, "a:id") == "https://example.org/sub/a/"
    assert text(element, "a:published") == published
    assert text(element, "a:updated") == atom_updated


@pytest.mark.parametrize(
    ("date", "published"), [("", JULY_1), ("2016-07-01", "2016-07-01T00:00:00-07:00"), ("2016", None)]
)
def test_a_page_without_a_date_was_published_on_its_first_day(date: str, published: str | None) -> None:
    facts = Summary(path="a.md", collection="x", kind="story", url="/a/", title="A", date=date)
    element = read_feed(feeds.feed_entry(facts, "https://example.org", "America/Los_Angeles", "2017-07-01"))
    entry = element.find("a:entry", ATOM)
    assert entry is not None
    assert text(entry, "a:published") == published


@pytest.mark.parametrize(
    ("date", "updated", "day"),
    [
        ("2017-07-01 08:00", "", "2017-07-01"),
        ("2017-07-01", "2018-01-15 09:00", "2018-01-15"),
        ("2017-07", "", ""),
        ("2017", "2018-01-15", "2018-01-15"),
        ("", "", ""),
    ],
)
def test_the_day_of_the_last_change_is_the_last_that_is_known(date: str, updated: str, day: str) -> None:
    page = Entry(path="a.md", collection="x", kind="story", url="/a/", listed=True, date=date, updated=updated)
    assert feeds.last_change(page) == day


INJECTED = (
    "/a\n/evil https://evil.org 301",
    "/a b",
    "/a\r\nX: y",
    '/a"b',
    "/a\tb",
    "/a\u2028b",
    "/a\x00b",
    "/a\x1bb",
    "/a\ud800b",
)


@pytest.mark.parametrize("odd", INJECTED)
def test_no_text_adds_a_line_or_a_word_to_redirects(odd: str) -> None:
    for pair in ((odd, "/new/"), ("/old", odd)):
        (line,) = feeds.redirects([pair]).decode().splitlines()
        old, new, status = line.split()
        assert (old.startswith("/"), new.startswith("/"), status) == (True, True, "301")
        assert line.isprintable()


@pytest.mark.parametrize("odd", INJECTED)
def test_no_text_adds_a_line_to_robots_or_headers(odd: str) -> None:
    assert len(feeds.robots(odd).decode().splitlines()) == len(feeds.robots("/a").decode().splitlines())
    assert len(feeds.headers(odd.replace("\ud800", "")).decode().splitlines()) == len(
        feeds.headers("a").decode().splitlines()
    )


@pytest.mark.parametrize("odd", [*INJECTED, ODD, "</title><x>", "]]>", "\ufffe", "\U0001f600"])
def test_any_text_leaves_feeds_and_sitemap_as_they_are(odd: str) -> None:
    one = feeds.FeedEntry(url=odd, title=odd, summary=odd, published=odd, updated=odd)
    feed = ET.fromstring(feeds.atom(odd, odd, odd, odd, [one], odd, author=odd))  # noqa: S314 - our own text
    assert [child.tag.rpartition("}")[2] for child in feed.findall("a:entry", ATOM)] == ["entry"]
    assert len(feed) == 8
    pages = ET.fromstring(feeds.sitemap([(odd, odd)]))  # noqa: S314 - our own text
    assert [len(page) for page in pages] == [2]
