"""What stands in whose way: addresses, files and folders that two things of a site would have."""

import copy
import html
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from sitegen.errors import Problem
from tests.site.small import SETTINGS, SmallSite


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite(tmp_path)


def settings(**changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(SETTINGS), **changes}


def problems(site: SmallSite) -> list[Problem]:
    result = site.build()
    assert result.committed is not bool(result.errors)
    return result.problems


def taken(problem: Problem) -> tuple[str, str, str]:
    return str(problem.location), problem.headline, dict(problem.values).get("taken by", "")


@pytest.mark.parametrize(
    ("old", "holder"),
    [
        ("/404.html", "/404.html"),
        ("/index.html", "/"),
        ("/stories/topic", "/stories/topic/"),
        ("/stories/topic/quality/", "/stories/topic/quality/"),
        ("/Stories/Topic/QUALITY", "/stories/topic/quality/"),
        ("/stories/page/2/", "/stories/page/2/"),
        ("/stories/feed.xml", "/stories/feed.xml"),
        ("/stories/facets.json", "/stories/facets.json"),
    ],
)
def test_an_old_address_cannot_hide_any_file_of_the_site(site: SmallSite, old: str, holder: str) -> None:
    site.story("story-1", aliases=[old])
    (problem,) = problems(site)
    assert taken(problem) == ("content/stories/story-1.md:5:11", f'the old address "{old}" is taken', holder)


@pytest.mark.parametrize("old", ["/sitemap.xml", "/robots.txt"])
def test_an_old_address_cannot_have_a_name_that_sitegen_needs(site: SmallSite, old: str) -> None:
    site.story("story-1", aliases=[old])
    (problem,) = problems(site)
    assert str(problem.location) == "content/stories/story-1.md:5:11"
    assert problem.headline == f'the old address "{old}" has a name that sitegen needs for itself'


def test_a_redirect_cannot_hide_the_home_page(site: SmallSite) -> None:
    site.settings(settings(redirects={"/": "/stories/"}))
    (problem,) = problems(site)
    assert problem.location.path == "site.yaml"
    assert problem.headline == 'the old address "/" is taken'


def test_an_old_address_cannot_be_a_file_and_a_folder(site: SmallSite) -> None:
    site.story("story-1", aliases=["/a.html", "/a.html/b"])
    (problem,) = problems(site)
    assert problem.headline == 'the old address "/a.html/b" is taken'


def test_an_old_address_that_was_typed_encoded_is_the_plain_one(site: SmallSite) -> None:
    site.story("story-1", aliases=["/caf%C3%A9"])
    assert problems(site) == []
    assert (site.out / "caf\u00e9" / "index.html").is_file()
    assert "/lmp/caf%C3%A9/ /lmp/stories/story-1/ 301" in (site.out / "_redirects").read_text("utf-8")


@pytest.mark.parametrize(
    "name", ["stories", "stories/index.html", "Stories/Index.HTML", "robots.txt", "404.html", "tools/huddle/index.html"]
)
def test_a_static_file_cannot_stand_where_something_stands(site: SmallSite, name: str) -> None:
    site.write(f"static/{name}", "x")
    (problem,) = problems(site)
    assert problem.location.path == f"static/{name}"
    assert problem.kind == "RouteError"


def test_two_collections_of_one_address_cannot_have_a_feed_each(site: SmallSite) -> None:
    value = settings()
    value["collections"]["news"] |= {"address": "stories", "list": False}
    site.settings(value)
    (problem,) = problems(site)
    assert (problem.location.path, problem.headline) == (
        "site.yaml",
        '"stories" and "news" would both make "/stories/feed.xml"',
    )


def test_collections_of_one_address_may_share_it_where_nothing_clashes(site: SmallSite) -> None:
    value = settings()
    value["collections"]["news"] |= {"address": "stories", "list": False, "feed": False}
    site.settings(value)
    assert problems(site) == []


def test_a_folder_of_static_may_have_the_name_of_a_list(site: SmallSite) -> None:
    site.write("static/stories/picture.svg", '<svg viewBox="0 0 9 9"/>')
    assert problems(site) == []
    assert (site.out / "stories" / "picture.svg").is_file()


@pytest.mark.parametrize(
    "name", ["a b.txt", "100%.txt", "caf\u00e9 & co.txt", "a#b.txt", "q?.txt", "it's (new), +1.txt"]
)
def test_a_file_of_any_name_can_be_linked_to(site: SmallSite, name: str) -> None:
    shutil.rmtree(site.root / "templates")
    site.write(f"static/{name}", "x")
    encoded = name.replace("%", "%25").replace(" ", "%20").replace("#", "%23").replace("?", "%3F")
    site.tool("huddle", f"[x](<../../static/{encoded}>)\n", downloads=[{"file": name, "label": "File"}])
    assert problems(site) == []
    assert (site.out / name).is_file()
    links = re.findall(r'href="([^"]*txt)"', (site.out / "tools" / "huddle" / "index.html").read_text("utf-8"))
    assert [unquote(html.unescape(link)) for link in links] == [f"/lmp/{name}"] * 2
    assert not {"#", "?", " "} & set("".join(links))


def test_the_words_of_a_draft_are_no_term_of_an_open_taxonomy(site: SmallSite) -> None:
    site.story("secret", draft=True, regions=["Hidden Valley"])
    assert problems(site) == []
    assert b"hidden-valley" not in (site.out / "stories" / "facets.json").read_bytes()
    site.build(drafts=True)
    assert b"hidden-valley" in (site.out / "stories" / "facets.json").read_bytes()


def test_a_page_is_not_related_to_itself_nor_to_another_twice(site: SmallSite) -> None:
    site.write("templates/story.html", "{% for card in item.related %}{{ card.url }} {% endfor %}")
    site.story("story-1", related=["stories/story-1", "stories/story-2", "stories/story-2.md"])
    assert problems(site) == []
    related = (site.out / "stories" / "story-1" / "index.html").read_text("utf-8").split()
    assert related == ["/lmp/stories/story-2/"]


def test_a_feed_of_long_ago_has_dates_that_readers_understand(site: SmallSite) -> None:
    site.settings(settings(timezone="Europe/Amsterdam"))
    site.story("story-1", date="1901-01-01")
    assert problems(site) == []
    assert ">1901-01-01T00:00:00+00:" in (site.out / "stories" / "feed.xml").read_text("utf-8")
