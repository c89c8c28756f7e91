"""Incremental output equals a clean build, byte for byte, after any sequence of edits."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from sitegen.engine.store import Store
from tests.site.machine import EditedSite
from tests.site.small import SmallSite, files

UNTIMED = settings(deadline=None, suppress_health_check=list(HealthCheck))


def test_after_any_edits_the_output_is_that_of_a_clean_build() -> None:
    run_state_machine_as_test(EditedSite, settings=settings(UNTIMED, max_examples=6, stateful_step_count=8))


@pytest.mark.long
def test_after_two_thousand_edits_the_output_is_that_of_a_clean_build() -> None:
    run_state_machine_as_test(EditedSite, settings=settings(UNTIMED, max_examples=110, stateful_step_count=25))


def test_a_lost_dependency_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drop the template from the traces of items, on purpose: the property must fail."""
    put = Store.put

    def forgetful(self: Store, node: int | None, key: tuple[str, ...], *args: object, **facts: object) -> object:
        if key[0] == "item_html":
            deps: dict[int, bytes] = facts["deps"]  # type: ignore[assignment]
            template = self.find(("template", "story.html"))
            facts["deps"] = {dep: at for dep, at in deps.items() if template is None or dep != template[0]}
        return put(self, node, key, *args, **facts)  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "put", forgetful)
    machine = EditedSite()
    with pytest.raises(AssertionError):
        machine.edit_template("base.html", "another word")
    machine.teardown()


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    small = SmallSite(tmp_path)
    assert not small.build().problems
    return small


def rendered(small: SmallSite) -> set[str]:
    """Build, and give the pages whose tasks ran."""
    result = small.build()
    assert not result.errors
    return {" ".join(map(str, key)) for key in result.executed if str(key[0]).endswith("_html")}


def test_a_body_edit_renders_that_page_and_the_search_page_which_names_the_bundle(site: SmallSite) -> None:
    site.write("content/stories/story-1.md", site.text("content/stories/story-1.md") + "More.\n")
    assert rendered(site) == {"item_html stories/story-1.md", "search_html"}


def test_where_there_is_no_bundle_a_body_edit_renders_that_page_alone(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.search.reader.bundle.MAX_BUNDLE", 0)
    site.story("story-0")
    site.build()
    site.write("content/stories/story-1.md", site.text("content/stories/story-1.md") + "More.\n")
    assert rendered(site) == {"item_html stories/story-1.md"}


def test_a_touched_file_renders_nothing(site: SmallSite) -> None:
    os.utime(site.root / "content/stories/story-1.md")
    assert site.build().executed == ()


def test_white_space_in_a_file_renders_nothing(site: SmallSite) -> None:
    site.write("content/stories/story-1.md", site.text("content/stories/story-1.md") + "\n\n")
    assert rendered(site) == set()


def test_a_title_edit_renders_what_shows_the_title(site: SmallSite) -> None:
    text = site.text("content/stories/story-4.md")
    site.write("content/stories/story-4.md", text.replace("Story story-4", "Renamed"))
    shown = rendered(site)
    assert "item_html stories/story-4.md" in shown
    assert "list_html stories 1" in shown
    assert not {page for page in shown if page.startswith(("list_html stories 2", "term_html tools", "terms_html"))}


def test_a_renamed_term_renders_its_lists_and_pages(site: SmallSite) -> None:
    site.write("site.yaml", site.text("site.yaml").replace('"Level 2"', '"Second level"'))
    shown = rendered(site)
    assert "item_html tools/charter.md" in shown
    assert "term_html tools level 2 1" in shown
    assert not {page for page in shown if page.startswith(("item_html stories", "list_html stories", "list_html news"))}


def test_the_bytes_do_not_depend_on_processes_or_folder(site: SmallSite) -> None:
    expected = files(site.out)
    site.build_clean("one", jobs=1)
    site.build_clean("four", jobs=4, threshold=1)
    assert files(site.folder / "one") == files(site.folder / "four") == expected
