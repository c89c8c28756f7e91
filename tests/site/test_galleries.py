"""Galleries, and lists under headings: what they show, and that they follow every edit."""

from pathlib import Path

import pytest

from tests.site.machine import wide_settings
from tests.site.shipped import Shipped, find_all, texts_of
from tests.site.small import SmallSite, files

GALLERY, HANK = "gallery/index.html", "hank/index.html"


def test_the_gallery_leads_to_tools_videos_and_hank(shipped: Shipped) -> None:
    wings = find_all(shipped.tree(GALLERY), "section")
    links = [next(heading.iter("a")).get("href") for wing in wings for heading in wing.iter("h2")]
    assert links == ["/tools/", "/videos/", "/hank/"]
    counts = [texts_of(paragraph) for paragraph in find_all(shipped.tree(GALLERY), "p", class_="wing-count")]
    assert [words.split()[-1] for words in counts] == ["tools", "videos", "stories"]
    assert counts[0] == f"{len(list((shipped.root / 'content' / 'tools').glob('*.md')))} tools"


def test_the_menu_has_one_entry_for_the_gallery_which_is_marked_in_all_of_it(shipped: Shipped) -> None:
    labels = [item.label for item in shipped.config.site.menus["main"]]
    ways = ["Focus Areas", "Team-Tested Practices", "Path to Performance", "How-To Guides"]
    assert labels == [*ways, "Gallery", "Library", "Regions", "News", "About"]
    for page in (GALLERY, "tools/index.html", "tools/huddle-guide/index.html", HANK, "videos/index.html"):
        menu = next(nav for nav in find_all(shipped.tree(page), "nav", class_="menu"))
        assert [texts_of(link) for link in menu.iter("a") if link.get("aria-current")] == ["Gallery"], page


def test_hank_stands_by_issue_and_each_issue_has_a_page(shipped: Shipped) -> None:
    groups = find_all(shipped.tree(HANK), "section", class_="list-group")
    titles = [texts_of(next(group.iter("h2"))) for group in groups]
    assert len(titles) >= 2
    for group, title in zip(groups, titles, strict=True):
        link = next(next(group.iter("h2")).iter("a")).get("href")
        assert link is not None
        stories = [texts_of(heading) for heading in group.iter("h3")]
        page = shipped.tree(f"{link.strip('/')}/index.html")
        rows = [texts_of(heading) for heading in page.iter("h2") if heading.get("class") == "row-title"]
        assert rows[: len(stories)] == stories
        assert title in texts_of(next(page.iter("h1")))


def test_a_story_of_hank_leads_to_its_issue(shipped: Shipped) -> None:
    facts = find_all(shipped.tree("stories/sample-the-huddle-that-shrank/index.html"), "p", class_="item-facts")[0]
    assert [link.get("href") for link in facts.iter("a")] == ["/hank/issue/sample-issue-1/"]


def test_the_issues_are_marked_as_samples(shipped: Shipped) -> None:
    groups = find_all(shipped.tree(HANK), "section", class_="list-group")
    assert all("Sample" in texts_of(next(group.iter("h2"))) for group in groups)


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    small = SmallSite(tmp_path)
    small.settings(wide_settings())
    for number, issue in enumerate(["Spring", "Fall", "spring"], 1):
        small.story(f"story-{number}", date=f"2017-10-0{number}", channels=["hank"], issue=issue)
    small.story("story-4", date="2017-10-09", channels=["hank"])
    assert not small.build().problems
    return small


def titles(site: SmallSite, path: str) -> list[str]:
    text = files(site.out)[path].decode()
    return [part.partition("</a>")[0].rpartition(">")[2] for part in text.split("<h")[1:]]


def test_the_newest_of_each_collection_stand_in_the_gallery(site: SmallSite) -> None:
    assert b"Story story-4" in files(site.out)[GALLERY]
    assert b"Story story-0" not in files(site.out)[GALLERY]
    site.story("brand-new", date="2018-01-01", channels=["hank"])
    result = site.build()
    assert ("gallery_html", "gallery") in result.executed
    assert b"Story brand-new" in files(site.out)[GALLERY]


def test_an_edit_of_what_the_gallery_does_not_show_leaves_it_alone(site: SmallSite) -> None:
    site.story("story-1", "Another body.\n", date="2017-10-01", channels=["hank"], issue="Spring")
    assert ("gallery_html", "gallery") not in site.build().executed


def test_a_gallery_cannot_stand_where_a_page_stands(site: SmallSite) -> None:
    site.story("story-1", date="2017-10-01", aliases=["/gallery/"])
    assert [problem.headline for problem in site.build().errors] == ['the old address "/gallery/" is taken']


def test_a_gallery_that_is_gone_from_the_settings_has_no_page(site: SmallSite) -> None:
    settings = wide_settings()
    del settings["galleries"]
    site.settings(settings)
    result = site.build()
    assert not result.problems
    assert GALLERY not in files(site.out)
