"""A finished site: what checks see of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.building import Choices
from sitegen.errors import UsageError
from sitegen.findings import FinishedSite, finished_site, open_site
from sitegen.site.members import members
from tests.findings.checked import opened
from tests.site.path import PathSite
from tests.site.small import SmallSite


@pytest.fixture
def small(tmp_path: Path) -> SmallSite:
    made = SmallSite(tmp_path)
    made.story("secret", draft=True)
    made.write("static/old.html", "<p id=here>")
    return made


@pytest.fixture
def site(small: SmallSite) -> Iterator[FinishedSite]:
    with opened(small) as finished:
        yield finished


def test_pages_and_routes_are_those_that_were_read(site: FinishedSite) -> None:
    assert [page.path for page in site.pages()][-3:] == ["stories/story-4.md", "tools/charter.md", "tools/huddle.md"]
    page = site.page("tools/huddle.md")
    assert page is not None
    assert (page.title, site.routes["tools/huddle.md"].url) == ("Tool huddle", "/tools/huddle/")
    assert not site.routes["stories/secret.md"].listed
    assert site.page("tools/nothing.md") is None


def test_settings_are_those_of_the_build(site: FinishedSite) -> None:
    assert (site.config.site.title, site.base_path) == ("Small site", "/lmp")


def test_the_value_of_any_rule_is_at_hand(site: FinishedSite) -> None:
    tools = site.value(members, "tools")
    assert tools is not None
    assert [entry.path for entry in tools.entries] == ["tools/charter.md", "tools/huddle.md"]
    assert site.value(members, "nothing") is None


def test_a_file_leads_to_the_content_that_it_shows(site: FinishedSite) -> None:
    assert site.content_path("tools/huddle/index.html") == "tools/huddle.md"
    assert site.content_path("index.html") == ""
    assert site.content_path("old.html") == ""


def test_a_step_of_the_path_shows_the_page_of_its_level(tmp_path: Path) -> None:
    with opened(PathSite(tmp_path)) as finished:
        assert finished.content_path("path/level-1/index.html") == "levels/level-1.md"
        assert finished.content_path("path/level-1/leading/index.html") == ""


def test_finished_pages_are_parsed_once(site: FinishedSite, monkeypatch: pytest.MonkeyPatch) -> None:
    assert site.rendered["old.html"].ids == {"here"}
    assert set(site.rendered) == {path for path in site.outputs if path.endswith(".html")}
    monkeypatch.setattr(finished_site, "parse_page", None)
    assert site.rendered["old.html"].ids == {"here"}


def test_sources_are_the_sites_own_and_templates_the_shipped_ones_too(small: SmallSite, site: FinishedSite) -> None:
    assert site.source("site.yaml") == (small.root / "site.yaml").read_bytes()
    assert site.source("content/golden-queries.yaml") is None
    assert site.source_text("templates/404.html") == small.text("templates/404.html")
    assert "{% " in site.source_text("templates/partials/pager.html")
    assert site.source_text("templates/nothing.html") == ""
    paths = [path for path, _ in site.templates()]
    assert paths.index("templates/404.html") < paths.index("templates/partials/pager.html")


def test_a_search_finds_what_readers_find(site: FinishedSite) -> None:
    hits = site.search("huddel")
    assert (hits[0].path, hits[0].title) == ("tools/huddle.md", "Tool huddle")


def test_a_site_that_was_not_built_is_wrong_usage(small: SmallSite) -> None:
    choices = Choices(site=small.root, out=small.out)
    with pytest.raises(UsageError, match="has not been built yet"), open_site(choices):
        pass


def test_a_build_that_could_not_read_the_settings_has_none(small: SmallSite) -> None:
    small.write("site.yaml", "title: x\n")
    small.build(keep_going=True)
    with open_site(Choices(site=small.root, out=small.out)) as site:
        assert list(site.pages()) == []
        with pytest.raises(LookupError):
            _ = site.config
