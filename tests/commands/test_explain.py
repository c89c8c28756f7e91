"""`explain`: why a page was last made, down to the file."""

from datetime import datetime
from pathlib import Path

import pytest

from sitegen.building import Choices
from sitegen.cli import main
from sitegen.commands.explain import explain
from sitegen.errors import UsageError, format_problem
from tests.site.small import SmallSite

PAGE = "/stories/story-1/"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    small = SmallSite(tmp_path)
    small.build()
    return small


def story_of(site: SmallSite, url: str = PAGE, *, drafts: bool = False) -> list[str]:
    return list(explain(Choices(site=site.root, out=site.out, drafts=drafts), url))


def append(site: SmallSite, path: str, text: str) -> None:
    site.write(path, site.text(path) + text)
    site.build()


def test_after_the_first_build_a_page_is_new(site: SmallSite) -> None:
    assert story_of(site) == [PAGE, "  item html stories/story-1.md", "    made for the first time (build 1)"]


def test_an_edit_of_its_text_is_named(site: SmallSite) -> None:
    append(site, "content/stories/story-1.md", "More.\n")
    assert story_of(site) == [
        PAGE,
        "  item html stories/story-1.md",
        "    page stories/story-1.md",
        "      because the file content/stories/story-1.md changed (build 2)",
    ]


def test_an_edit_of_a_template_is_named(site: SmallSite) -> None:
    append(site, "templates/item.html", "<!-- x -->\n")
    assert story_of(site) == [
        PAGE,
        "  item html stories/story-1.md",
        "    template story.html",
        "      template part item.html",
        "        because the file templates/item.html changed (build 2)",
    ]


def test_an_edit_of_site_yaml_is_named(site: SmallSite) -> None:
    site.write("site.yaml", site.text("site.yaml").replace('"Small site"', '"Smaller site"'))
    site.build()
    assert story_of(site)[-1].strip() == "because the file site.yaml changed (build 2)"


def test_a_new_file_is_named_by_its_folder(site: SmallSite) -> None:
    site.story("story-9", date="2017-10-09")
    site.build()
    reported = story_of(site, "/stories/")
    assert reported[:2] == ["/stories/", "  list html stories 1"]
    assert reported[-1].strip() == "because files were added to or removed from content/stories/ (build 2)"


def test_a_changed_file_of_the_output_is_named_as_the_cause(site: SmallSite) -> None:
    (site.out / "stories/story-1/index.html").write_text("spoiled", "utf-8")
    site.build()
    assert story_of(site) == [
        PAGE,
        "  item html stories/story-1.md",
        "    made again: the file in the output was missing or had been changed",
    ]


def test_a_page_that_nothing_touched_keeps_its_story(site: SmallSite) -> None:
    append(site, "content/stories/story-4.md", "More.\n")
    assert story_of(site) == [PAGE, "  item html stories/story-1.md", "    made for the first time (build 1)"]


@pytest.mark.parametrize(
    "url",
    [
        "/stories/story-1/",
        "/stories/story-1",
        "stories/story-1",
        "/lmp/stories/story-1/",
        "https://example.org/lmp/stories/story-1/?topic=quality#use",
        "http://localhost:8000/lmp/stories/story-1/",
    ],
)
def test_an_address_may_be_written_as_it_is_seen(url: str, site: SmallSite) -> None:
    assert story_of(site, url)[0] == PAGE


@pytest.mark.parametrize("url", ["/", "/lmp/", "/lmp", ""])
def test_the_home_page_has_a_story(url: str, site: SmallSite) -> None:
    assert story_of(site, url)[:2] == ["/", "  home html"]


def test_a_file_that_is_no_page_has_a_story(site: SmallSite) -> None:
    assert story_of(site, "/sitemap.xml")[:2] == ["/sitemap.xml", "  sitemap xml"]


def test_a_page_that_is_gone_is_reported(site: SmallSite) -> None:
    (site.root / "content/stories/story-1.md").unlink()
    site.build()
    with pytest.raises(UsageError) as caught:
        story_of(site)
    assert format_problem(caught.value.problems[0]) == (
        "no page was built at /stories/story-1/\n"
        "  hint: write the address as in the browser, for example /stories/ or /tools/huddle-guide/"
    )


def test_a_build_as_of_a_day_has_a_story_of_its_own(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    chosen = ["--site", str(site.root), "--out", str(site.out), "--as-of", "2017-10-02"]
    assert main(["explain", *chosen, PAGE]) == 2
    assert "has not been built yet in this way" in capsys.readouterr().err
    site.build(as_of=datetime(2017, 10, 2))  # noqa: DTZ001 - in the site's time zone, as typed
    assert main(["explain", *chosen, PAGE]) == 0
    assert capsys.readouterr().out.splitlines() == story_of(site)


def test_a_site_that_was_not_built_is_reported(site: SmallSite) -> None:
    with pytest.raises(UsageError, match="has not been built yet in this way"):
        story_of(site, drafts=True)
