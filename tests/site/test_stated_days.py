"""No output states a day that nobody knows: pages, rows, feeds, the sitemap, structured data, the search index."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.site.brute import day_of
from tests.site.shipped import Shipped, find_all, texts_of
from tests.site.small import SmallSite

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
IN_WORDS = re.compile(rf"({'|'.join(MONTHS)}) (\d\d?), (\d{{4}})")
FOR_MACHINES = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
EPOCH = "1970-01-01"
"""What feeds say where they must say a day and none is known."""

READ = (".html", ".xml", ".json", ".gz", ".txt")


def days_in(text: str) -> set[str]:
    """Return the days that a text states, for people or for machines."""
    words = (f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}" for month, day, year in IN_WORDS.findall(text))
    return {*FOR_MACHINES.findall(text), *words}


def texts(files: Iterable[tuple[str, Path]]) -> Iterator[tuple[str, str]]:
    """Yield the name and the readable text of each output, shards unpacked."""
    for name, path in files:
        if name.endswith(READ) or name.startswith("_"):
            data = path.read_bytes()
            yield name, (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8", "replace")


def test_days_are_seen_however_they_are_written() -> None:
    text = 'On October 5, 2017 <time datetime="2016-02-29 08:00">2015</time> 2014-01-01T00:00:00Z, 2013-04, 12017-01-01'
    assert days_in(text) == {"2017-10-05", "2016-02-29", "2014-01-01"}


def test_each_day_in_the_shipped_site_is_one_that_a_source_states(shipped: Shipped) -> None:
    known = days_in((shipped.root / "site.yaml").read_text("utf-8"))
    for path in (shipped.root / "content").rglob("*.md"):
        text = path.read_text("utf-8")
        known |= days_in(re.sub(r"(?m)^date: .*\n", "", text) if "\ndate_shown:" in text else text)
    assert "1997-10-01" in known
    stated = {name: days_in(text) for name, text in texts(shipped.files.items())}
    feeds = {name for name in stated if name.endswith(".xml") and name != "sitemap.xml"}
    wrong = {name: days - known - ({EPOCH} if name in feeds else set()) for name, days in stated.items()}
    assert {name: days for name, days in wrong.items() if days} == {}
    assert "1997-10-01" in stated["stories/the-day-partnership-began/index.html"]


def test_words_in_place_of_a_date_stand_alone_on_the_shipped_pages(shipped: Shipped) -> None:
    worded = 0
    for home in (one for one in shipped.config.collections if not one.is_view):
        for slug, matter in shipped.front_matter(home).items():
            page = f"{home.address}/{slug}/index.html"
            facts = find_all(shipped.tree(page), "p", class_="item-facts")
            times = [time for fact in facts for time in fact.iter("time")]
            if "date_shown" in matter:
                worded += 1
                assert times == []
                assert any(matter["date_shown"] in texts_of(fact) for fact in facts)
            elif "date" in matter and facts:
                assert [time.get("datetime") for time in times] == [matter["date"]]
            assert ("Updated" in [texts_of(term) for term in shipped.tree(page).iter("dt")]) is ("updated" in matter)
    assert worded > 5


STORIES = {
    "exact": {"date": "2003-02-11 08:15"},
    "month": {"date": "2004-03"},
    "year": {"date": "2005"},
    "words": {"date": "2006-07-19", "date_shown": "A summer"},
    "updated": {"date": "2007-09", "updated": "2008-11-23"},
}
"""Years that nothing else of the site states."""

DAYS_KNOWN = {"2003-02-11", "2008-11-23"}
EXACT, UPDATED, NONE = "2003-02-11T08:15:00+00:00", "2008-11-23T00:00:00+00:00", f"{EPOCH}T00:00:00+00:00"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with dates of every exactness, made with the shipped templates."""
    site = SmallSite(tmp_path_factory.mktemp("days"))
    for path in sorted((site.root / "templates").rglob("*.html")):
        path.unlink()
    for path in (site.root / "content/stories").glob("*.md"):
        path.unlink()
    for name, fields in STORIES.items():
        site.story(name, **fields, topics=["quality"])
    result = site.build()
    assert result.committed
    assert result.problems == []
    return site.out


def test_no_output_states_another_day_than_those_known(out: Path) -> None:
    files = [(path.relative_to(out).as_posix(), path) for path in sorted(out.rglob("*")) if path.is_file()]
    stated: dict[str, set[str]] = {name: days_in(text) for name, text in texts(files)}
    assert set().union(*stated.values()) == {*DAYS_KNOWN, EPOCH}
    assert {name for name, days in stated.items() if EPOCH in days and not name.endswith("feed.xml")} == set()


def test_a_date_that_only_sorts_stands_nowhere(out: Path) -> None:
    files = [(path.relative_to(out).as_posix(), path) for path in sorted(out.rglob("*")) if path.is_file()]
    hidden = re.compile(r"\b2006\b|\bJuly\b")
    assert [name for name, text in texts(files) if hidden.search(text)] == []


def test_pages_of_every_exactness_stand_in_the_order_of_their_first_moments(out: Path) -> None:
    feed = ET.parse(out / "stories/feed.xml")  # noqa: S314 - our own file
    ids = [element.text or "" for element in feed.iter("{http://www.w3.org/2005/Atom}id")][1:]
    assert [address.rstrip("/").rpartition("/")[2] for address in ids] == [
        "updated", "words", "year", "month", "exact",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "time", "words"),
    [
        ("exact", "2003-02-11 08:15", "February 2003"),
        ("month", "2004-03", "March 2004"),
        ("year", "2005", "2005"),
        ("words", None, "A summer"),
        ("updated", "2007-09", "September 2007"),
    ],
)
def test_a_page_and_its_row_show_what_is_known(out: Path, name: str, time: str | None, words: str) -> None:
    element = f'<time datetime="{time}">{words}</time>' if time else f"<span>{words}</span>"
    page = (out / f"stories/{name}/index.html").read_text("utf-8")
    assert element in page.partition("</header>")[2]
    rows = [row for row in rows_of_lists(out) if f'/stories/{name}/"' in row]
    assert rows
    assert [row for row in rows if element not in row] == []


def rows_of_lists(out: Path) -> list[str]:
    """Return the rows of every list of stories, as HTML, without those on the pages of the stories."""
    pages = {out / f"stories/{name}/index.html" for name in STORIES}
    lists = sorted(set((out / "stories").glob("**/index.html")) - pages)
    parts = (part for path in lists for part in path.read_text("utf-8").split('<li class="row">')[1:])
    return [part.partition("</li>")[0] for part in parts]


@pytest.mark.parametrize(
    ("name", "published", "updated"),
    [
        ("exact", EXACT, EXACT),
        ("month", None, NONE),
        ("year", None, NONE),
        ("words", None, NONE),
        ("updated", None, UPDATED),
    ],
)
def test_a_feed_says_when_a_page_came_where_the_day_is_known(
    out: Path, name: str, published: str | None, updated: str
) -> None:
    atom = {"a": "http://www.w3.org/2005/Atom"}
    root = ET.parse(out / "stories/feed.xml").getroot()  # noqa: S314 - our own file
    (entry,) = [one for one in root.findall("a:entry", atom) if f"/{name}/" in one.findtext("a:id", "", atom)]
    assert entry.findtext("a:published", None, atom) == published
    assert entry.findtext("a:updated", None, atom) == updated
    assert root.findtext("a:updated", None, atom) == UPDATED


@pytest.mark.parametrize(
    ("name", "published", "modified", "lastmod", "footer"),
    [
        ("exact", EXACT, None, "2003-02-11", None),
        ("month", "2004-03", None, None, None),
        ("year", "2005", None, None, None),
        ("words", None, None, None, None),
        ("updated", "2007-09", UPDATED, "2008-11-23", "November 23, 2008"),
    ],
)
def test_machines_are_told_what_is_known(
    out: Path, name: str, published: str | None, modified: str | None, lastmod: str | None, footer: str | None
) -> None:
    page = (out / f"stories/{name}/index.html").read_text("utf-8")
    facts = json.loads(page.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert (facts.get("datePublished"), facts.get("dateModified")) == (published, modified)
    assert "article:published_time" not in page
    assert "article:modified_time" not in page
    sitemap = (out / "sitemap.xml").read_text("utf-8").partition(f"/stories/{name}/</loc>")[2].partition("</url>")[0]
    assert sitemap == (f"<lastmod>{lastmod}</lastmod>" if lastmod else "")
    shown = re.search(r"<dt>Updated</dt><dd><time[^>]*>([^<]*)</time>", page)
    assert (shown[1] if shown else None) == footer


def test_the_brute_count_knows_a_day_when_it_sees_one() -> None:
    assert [day_of(date) for date in ("2017", "2017-10", "2017-10-05 09:00")] == ["", "", "2017-10-05"]
