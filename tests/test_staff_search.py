"""The staff's index of a site: as the last build, whatever was edited; and what is answered from it."""

import dataclasses
from pathlib import Path

import pytest

from sitegen.building import Choices
from sitegen.errors import ConfigError, UsageError
from sitegen.staff_search import keep, search
from tests.site.small import SETTINGS, SmallSite

# Whoosh leaves files open where it fails on them, and some later test is told.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite(tmp_path)


def built(site: SmallSite) -> Choices:
    site.build()
    return Choices(site=site.root, out=site.out, jobs=1)


def urls(choices: Choices, text: str, *chosen: tuple[str, str]) -> list[str]:
    return [result.url for result in search(choices, text, chosen).results]


def index_of(site: SmallSite) -> Path:
    return next(path for path in (site.root / ".sitegen").glob("search-*") if path.is_dir())


def test_an_edit_is_found_after_the_next_build(site: SmallSite) -> None:
    assert urls(built(site), "colonoscopy") == []
    site.story("story-1", "About colonoscopy.\n")
    assert urls(built(site), "colonoscopy") == ["/stories/story-1/"]
    (site.root / "content/stories/story-1.md").unlink()
    assert urls(built(site), "colonoscopy") == []


def test_build_keeps_it_and_on_demand_leaves_it_to_the_first_search(site: SmallSite) -> None:
    keep(built(site))
    assert (index_of(site) / "stamp").is_file()
    other = SmallSite(site.folder / "other")
    other.settings({**SETTINGS, "search": {"library_index": "on-demand"}})
    keep(built(other))
    assert not list((other.root / ".sitegen").glob("search-*"))
    assert urls(built(other), "huddle") == ["/tools/huddle/"]


def test_filters_take_ids_labels_and_open_terms(site: SmallSite) -> None:
    choices = built(site)
    assert urls(choices, "tool", ("topic", "Quality")) == ["/tools/charter/"]
    assert urls(choices, "tool", ("level", "1"), ("topic", "safety")) == ["/tools/huddle/"]
    assert len(urls(choices, "story", ("region", "North"))) == 5


@pytest.mark.parametrize(
    ("chosen", "hint"),
    [(("topik", "quality"), 'did you mean "topic"?'), (("topic", "qualty"), 'did you mean "quality"?')],
)
def test_an_unknown_filter_or_term_is_wrong_usage(site: SmallSite, chosen: tuple[str, str], hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        search(built(site), "tool", [chosen])
    assert caught.value.problems[0].hint == hint


def test_a_damaged_index_is_made_anew_by_a_search(site: SmallSite) -> None:
    choices = built(site)
    assert urls(choices, "huddle") == ["/tools/huddle/"]
    for path in index_of(site).glob("*.seg"):
        path.write_bytes(b"no index")
    assert urls(choices, "huddle") == ["/tools/huddle/"]


def test_drafts_are_found_where_they_are_asked_for(site: SmallSite) -> None:
    site.tool("secret", draft=True)
    choices = built(site)
    assert urls(choices, "secret") == []
    assert urls(Choices(site=site.root, out=site.out, drafts=True, jobs=1), "secret") == ["/tools/secret/"]
    assert not (site.out / "tools/secret").exists()


def test_files_that_changed_since_the_build_are_spoken_of(site: SmallSite) -> None:
    told: list[str] = []
    choices = dataclasses.replace(built(site), notify=told.append)
    assert urls(choices, "wallaby") == []
    assert told == []
    site.story("story-1", "About a wallaby.\n")
    assert urls(choices, "wallaby") == []
    assert told == ["files have changed since the site was built: build it, and they are searched too"]
    site.build()
    assert urls(choices, "wallaby") == ["/stories/story-1/"]
    assert len(told) == 1


def test_a_site_with_wrong_settings_cannot_be_searched(site: SmallSite) -> None:
    (site.root / "site.yaml").write_text("title: A site\nno_such_setting: 1\n", "utf-8")
    with pytest.raises(ConfigError) as caught:
        search(Choices(site=site.root, out=site.out, jobs=1), "huddle")
    [problem] = caught.value.problems
    assert (problem.location.path, problem.headline) == (
        "site.yaml",
        "the site cannot be searched before this file is right",
    )
