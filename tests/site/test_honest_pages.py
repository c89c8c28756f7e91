"""What the shipped pages say where something is still to come, and where readers are led on."""

import pytest

from sitegen.content.check_record import read_record
from tests.site.shipped import Shipped, find_all, texts_of

TALK_OF_EDITORS = (
    "undated", "year not given", "sample file", "standing in for", "stands in for", "not available here",
    "picture to come", "is not known", "our source", "example address", "please do not",
)  # fmt: skip
MISSING = {"/tools/20th-anniversary-how-to-guide/", "/videos/reaching-a-national-agreement/"}


def main_of(shipped: Shipped, path: str) -> str:
    (main,) = find_all(shipped.tree(path), "main")
    return " ".join(texts_of(main).split())


def linked(shipped: Shipped, path: str) -> list[str]:
    (main,) = find_all(shipped.tree(path), "main")
    return [link.get("href") or "" for link in main.iter("a")]


def test_no_page_talks_of_its_sources(shipped: Shipped) -> None:
    said = {path: main_of(shipped, path).casefold() for path in shipped.pages}
    assert [(path, talk) for path, text in said.items() for talk in TALK_OF_EDITORS if talk in text] == []


@pytest.mark.parametrize("path", ["index.html", "gallery/index.html"])
def test_what_is_missing_is_not_shown_first(shipped: Shipped, path: str) -> None:
    assert not MISSING & set(linked(shipped, path))


def test_no_kit_has_what_is_missing(shipped: Shipped) -> None:
    kits = [path for path in shipped.pages if path.startswith("path-to-performance/level-") and path.count("/") == 3]
    assert len(kits) == 35
    assert [path for path in kits if MISSING & set(linked(shipped, path))] == []


@pytest.mark.parametrize("url", sorted(MISSING))
def test_what_is_missing_says_so_on_its_page_and_stands_last(shipped: Shipped, url: str) -> None:
    assert "Not here yet." in main_of(shipped, f"{url.strip('/')}/index.html")
    folder = url.split("/")[1]
    pages = sorted(path for path in shipped.pages if path.startswith(f"{folder}/page/")) or [f"{folder}/index.html"]
    (rows,) = find_all(shipped.tree(pages[-1]), "div", class_="list-static")
    titles = find_all(rows, "h2", class_="row-title")
    assert next(titles[-1].iter("a")).get("href") == url


@pytest.mark.parametrize("region", ["ohio", "georgia"])
def test_a_region_without_anything_says_so(shipped: Shipped, region: str) -> None:
    text = main_of(shipped, f"regions/{region}/index.html")
    assert "There is no link yet to pages of its own on other sites." in text
    assert f"No story, tool or video on this site is from {region.capitalize()} yet." in text


def test_regions_do_not_repeat_each_other(shipped: Shipped) -> None:
    regions = next(collection for collection in shipped.config.collections if collection.id == "regions")
    bodies = [
        (shipped.root / "content" / "regions" / f"{slug}.md").read_text("utf-8")
        for slug in shipped.front_matter(regions)
    ]
    lines = [line for body in bodies for line in set(body.split("\n---\n", 1)[1].splitlines()) if len(line) > 60]
    assert len(lines) == len(set(lines))


def test_the_path_leads_to_what_changed_in_it(shipped: Shipped) -> None:
    assert "/stories/whats-changed-in-the-path-to-performance/" in linked(shipped, "path-to-performance/index.html")


def test_the_name_of_a_menu_entry_is_an_address_too(shipped: Shipped) -> None:
    assert shipped.redirects["team-tested-practices/index.html"] == "/toolkits/"


def test_the_page_on_accessibility_says_what_was_checked_and_when(shipped: Shipped) -> None:
    text = main_of(shipped, "about/accessibility/index.html")
    record, problems = read_record((shipped.root / "content" / "checks.yaml").read_bytes())
    assert record is not None
    assert problems == []
    assert f"all {record.pages:,} pages were looked through" in text
    assert [result.what for result in record.results if result.what not in text] == []
    assert "What is known to fail" in text


@pytest.mark.parametrize("name", ["news", "stories"])
def test_the_feeds_of_news_and_stories_have_whole_texts_and_those_of_terms_have_none(
    shipped: Shipped, name: str
) -> None:
    feed = (shipped.out / name / "feed.xml").read_text("utf-8")
    assert feed.count("<entry>") == feed.count('<content type="html">') > 0
    assert "The outpatient" in feed
    assert "href=&quot;/" not in feed
    assert "<content" not in (shipped.out / "stories/topic/quality/feed.xml").read_text("utf-8")
