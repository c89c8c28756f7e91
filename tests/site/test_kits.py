"""The Path to Performance: kits hold what front matter says, are near to home, and change only with what they show."""

import itertools
import re
from collections import deque
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from sitegen.building import Choices
from sitegen.commands.explain import explain
from sitegen.findings import find_problems, open_site
from tests.site.brute import Brute, Row
from tests.site.path import SIDES, PathSite
from tests.site.path import settings as path_settings
from tests.site.pathmachine import EditedPath
from tests.site.shipped import Shipped, find_all, page_of, texts_of

SHOWN = ("tools", "toolkits", "stories", "videos")
UNTIMED = settings(deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def brute(shipped: Shipped) -> Brute:
    return Brute(shipped)


@pytest.fixture
def site(tmp_path: Path) -> PathSite:
    small = PathSite(tmp_path)
    assert not small.build().problems
    return small


def cells(brute: Brute) -> list[tuple[str, str, str]]:
    """Return the address, level and dimension of each kit of the shipped site."""
    parts = [url.strip("/").split("/") for url in brute.kits()]
    return [(f"/{'/'.join(part)}/", part[-2].removeprefix("level-"), part[-1]) for part in parts]


def own(brute: Brute, level: str, dimension: str) -> set[str]:
    """Return the links of all pages that are for a level and a dimension."""

    def is_for(row: Row) -> bool:
        return row.collection in SHOWN and level in row.terms["level"] and dimension in row.terms["dimension"]

    return {brute.url(row) for row in brute.rows if is_for(row)}


def links(element: Element) -> list[str]:
    return [link.get("href", "") for link in element.iter("a")]


def rows_of(tree: Element, kind: str) -> list[str]:
    """Return the links of the rows in sections of one kind (`group shelf`: its own; `group`: borrowed)."""
    sections = find_all(tree, "section", class_=kind)
    titles = (title for section in sections for title in section.iter("h3"))
    return [link for title in titles if title.get("class") == "row-title" for link in links(title)]


# -- the shipped site


def test_there_are_thirty_five_kits(brute: Brute) -> None:
    assert len(brute.kits()) == 35
    assert [url for url in brute.kits() if page_of(url) not in brute.site.files] == []


def test_a_kit_shows_pages_of_its_level_and_dimension_and_all_of_them_where_they_are_few(brute: Brute) -> None:
    for url, level, dimension in cells(brute):
        shown = rows_of(brute.site.tree(page_of(url)), "group shelf")
        wanted = own(brute, level, dimension)
        assert len(set(shown)) == len(shown), url
        assert set(shown) <= wanted, url
        assert len(wanted) > 8 or set(shown) == wanted, url


def test_every_kit_has_something_of_its_own(brute: Brute) -> None:
    assert [url for url, level, dimension in cells(brute) if not own(brute, level, dimension)] == []


def test_the_grid_is_a_table_whose_cells_count_the_pages_of_each_kit(brute: Brute) -> None:
    (table,) = brute.site.tree("path-to-performance/index.html").iter("table")
    assert texts_of(next(table.iter("caption")))
    assert [head.get("scope") for head in table.iter("th")] == ["col"] * 5 + ["rowgroup"] * 7
    counts = {}
    for body in table.iter("tbody"):
        name = texts_of(next(body.iter("th")))
        for cell in body.iter("td"):
            (link,) = cell.iter("a")
            words = texts_of(link)
            assert words.startswith(f"{name}, Level "), words
            counts[link.get("href", "")] = int(re.findall(r"(\d+) items?$", words)[0])
    assert counts == {url: len(own(brute, level, dimension)) for url, level, dimension in cells(brute)}


def test_what_a_level_asks_for_stands_on_its_page_and_of_each_dimension_in_its_kit(brute: Brute) -> None:
    for row in (row for row in brute.rows if row.collection == "levels"):
        asked = row.matter["requires"]
        assert asked
        page = [texts_of(p) for p in find_all(brute.site.tree(page_of(brute.url(row))), "li", class_="check")]
        for one in asked:
            assert any(one["text"] in checks for checks in page), one
            assert (one.get("example") == "true") is not bool(one.get("source")), one
        for url, level, dimension in cells(brute):
            if row.slug == f"level-{level}":
                (first, *_) = find_all(brute.site.tree(page_of(url)), "ul", class_="checks")
                checks = [texts_of(item) for item in find_all(first, "li", class_="check")]
                wanted = [one for one in asked if one.get("dimension", dimension) == dimension]
                assert len(checks) == len(wanted), url
                for one in wanted:
                    (shown,) = (text for text in checks if one["text"] in text)
                    assert ("Example" in shown) is (one.get("example") == "true"), url


def test_every_kit_is_within_three_clicks_of_home(brute: Brute) -> None:
    site = brute.site
    clicks = {"index.html": 0}
    waiting = deque(clicks)
    while waiting:
        page = waiting.popleft()
        for link in links(site.tree(page)) if clicks[page] < 3 else ():
            target = page_of(link.partition("#")[0].partition("?")[0])
            if link.startswith("/") and target in site.pages and target not in clicks:
                clicks[target] = clicks[page] + 1
                waiting.append(target)
    assert {url: clicks.get(page_of(url)) for url in brute.kits() if clicks.get(page_of(url), 9) > 3} == {}


def test_a_kit_leads_a_step_down_a_step_up_and_to_the_other_dimensions(brute: Brute) -> None:
    for url, level, dimension in cells(brute):
        tree = brute.site.tree(page_of(url))
        beside = {at: other for other, *at_ in cells(brute) for at in [tuple(at_)]}
        down, up = (beside.get((str(int(level) + way), dimension)) for way in (-1, 1))
        leads = {link.get("rel"): link.get("href") for link in tree.iter("a") if link.get("rel")}
        assert leads == {rel: to for rel, to in (("prev", down), ("next", up)) if to}
        (others,) = find_all(tree, "nav", aria_labelledby="beside")
        assert links(others) == [to for to, at, side in cells(brute) if at == level and side != dimension]


def test_a_dimension_has_its_five_kits_and_a_level_its_seven(brute: Brute) -> None:
    for row in brute.rows:
        addresses = links(brute.site.tree(page_of(brute.url(row))))
        if row.collection == "dimensions":
            assert {url for url, _, dimension in cells(brute) if dimension == row.slug} <= set(addresses)
        elif row.collection == "levels":
            assert {url for url, level, _ in cells(brute) if f"level-{level}" == row.slug} <= set(addresses)


def test_the_list_that_a_kit_leads_to_has_as_many_pages_as_it_says(brute: Brute) -> None:
    seen = 0
    for url in brute.kits():
        for section in find_all(brute.site.tree(page_of(url)), "section", class_="group shelf"):
            for more in find_all(section, "p", class_="more"):
                (link,) = links(more)
                count = int(re.findall(r"All (\d+) ", texts_of(more))[0])
                (line,) = find_all(brute.site.tree(page_of(link)), "div", class_="count-line")
                assert str(count) in texts_of(line).split(), url
                seen += 1
    assert seen


# -- any site


def kit(site: PathSite, level: int, side: str) -> str:
    return (site.out / "path" / f"level-{level}" / side / "index.html").read_text("utf-8")


def test_a_site_has_kits_for_its_own_levels_and_dimensions(site: PathSite) -> None:
    pages = {path.relative_to(site.out / "path").as_posix() for path in (site.out / "path").rglob("index.html")}
    wanted = {f"level-{level}/{side}/index.html" for level, side in itertools.product((1, 2), SIDES)}
    levels = {f"level-{level}/index.html" for level in (1, 2)}
    assert pages == wanted | levels | {f"{side}/index.html" for side in SIDES} | {"index.html"}


def test_a_thin_kit_says_what_it_borrows_and_from_where(site: PathSite) -> None:
    text = kit(site, 2, "leading")
    assert "Also useful: made for Level 1" in text
    assert text.index("Tool charter") < text.index("Also useful") < text.rindex("Tool huddle")


def test_a_kit_without_anything_says_so(site: PathSite) -> None:
    assert "Nothing has been made for this step yet." in kit(site, 1, "tools-at-work")


def test_a_kit_of_many_tools_shows_eight_and_leads_to_all(site: PathSite) -> None:
    for number in range(41):
        site.tool(f"tool-{number:02}", team_levels=["1"], dimensions=["leading"])
    site.build()
    text = kit(site, 1, "leading")
    assert text.count('<li class="row">') == 8
    assert "All 43 tools for Level 1 Leading" in text
    assert 'href="/lmp/tools/?level=1&amp;dimension=leading"' in text


@pytest.mark.parametrize("gone", ["levels", "dimensions"])
def test_a_site_without_one_of_the_folders_has_no_kits(site: PathSite, gone: str) -> None:
    settings = path_settings()
    del settings["collections"][gone]
    for path in (site.root / "content" / gone).glob("*.md"):
        path.unlink()
    (site.root / "content" / gone).rmdir()
    site.settings(settings)
    result = site.build()
    assert not result.problems
    assert not [path for path in site.out.rglob("*") if path.name in SIDES and path.parent.name.startswith("level-")]


def test_an_old_address_cannot_hide_a_kit(site: PathSite) -> None:
    site.tool("huddle", aliases=["/path/level-1/leading"])
    (problem,) = site.build().problems
    assert problem.headline == 'the old address "/path/level-1/leading" is taken'
    assert problem.values == (("taken by", "the kit Level 1 Leading"),)
    assert (problem.location.path, problem.location.line > 0) == ("content/tools/huddle.md", True)


def test_a_file_of_static_cannot_stand_at_a_kit(site: PathSite) -> None:
    site.write("static/path/level-1/leading/index.html", "mine")
    (problem,) = site.build().problems
    assert problem.location.path == "static/path/level-1/leading/index.html"


def test_explain_and_check_know_kits(site: PathSite) -> None:
    choices = Choices(site=site.root, out=site.out, jobs=1)
    with open_site(choices) as finished:
        assert [problem for problem in find_problems(finished) if problem.severity != "advice"] == []
    site.tool("huddle", title="Another title", team_levels=["1"], dimensions=["leading"])
    site.build()
    story = list(explain(choices, "/path/level-1/leading/"))
    assert "content/tools/huddle.md" in story[-1]


# -- what is made again


def rendered(site: PathSite) -> set[str]:
    """Build, and give the pages of the path whose tasks ran."""
    result = site.build()
    assert not result.errors
    return {" ".join(map(str, key)) for key in result.executed if key[0] in ("kit_html", "grid_html", "step_html")}


def test_the_text_of_a_story_changes_no_kit(site: PathSite) -> None:
    site.write("content/stories/story-0.md", site.text("content/stories/story-0.md") + "More.\n")
    assert rendered(site) == set()


def test_the_text_of_a_level_changes_no_kit(site: PathSite) -> None:
    site.write("content/levels/level-1.md", site.text("content/levels/level-1.md") + "More.\n")
    assert rendered(site) == {"step_html levels/level-1.md"}


def test_another_title_changes_the_kits_that_show_it(site: PathSite) -> None:
    site.story("story-0", title="New", team_levels=["2"], dimensions=["learning"])
    assert rendered(site) == {"kit_html 2 learning", "kit_html 1 learning", "step_html dimensions/learning.md"}


def test_a_story_without_level_and_dimension_changes_no_kit(site: PathSite) -> None:
    site.story("story-1", title="New")
    assert rendered(site) == set()


def test_another_page_in_a_kit_changes_the_ways_to_it_too(site: PathSite) -> None:
    site.tool("poster", team_levels=["1"], dimensions=["learning"])
    assert "grid_html" in rendered(site)


def test_after_any_edits_of_a_path_the_output_is_that_of_a_clean_build() -> None:
    run_state_machine_as_test(EditedPath, settings=settings(UNTIMED, max_examples=2, stateful_step_count=6))


@pytest.mark.long
def test_after_a_thousand_edits_of_a_path_the_output_is_that_of_a_clean_build() -> None:
    run_state_machine_as_test(EditedPath, settings=settings(UNTIMED, max_examples=60, stateful_step_count=18))
