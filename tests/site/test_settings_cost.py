"""A setting that changes renders the pages that show it, and hardly another: each setting is changed once."""

import copy
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from sitegen.engine.plan import Result
from tests.site.machine import wide_settings
from tests.site.small import SmallSite

Settings = dict[str, Any]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    small = SmallSite(tmp_path_factory.mktemp("settings"))
    shutil.rmtree(small.root / "templates")  # the shipped ones show what the settings say
    small.settings(wide_settings())
    assert not small.build().errors
    return small


@pytest.fixture(autouse=True)
def restored(site: SmallSite) -> Iterator[None]:
    yield
    site.settings(wide_settings())
    site.build()


NO = False


def put(value: Any, *path: str) -> Callable[[Settings], None]:
    """Return an edit that sets what a path leads to."""

    def edit(settings: Settings) -> None:
        for name in path[:-1]:
            settings = settings.setdefault(name, {})
        settings[path[-1]] = value

    return edit


NOTHING_MORE = {
    "title": put("Another", "title"),
    "description": put("What it is.", "description"),
    "base_url": put("https://example.com/x", "base_url"),
    "language": put("es", "language"),
    "feedback": put("mailto:web@example.org", "feedback"),
    "menus": put([{"label": "Tools", "url": "/tools/"}], "menus", "main"),
    "redirect": put("/tools/", "redirects", "/older/"),
    "redirect to another page": put("/tools/", "redirects", "/old/"),
    "open_graph": put("site", "images", "open_graph"),
    "library_index": put("on-demand", "search", "library_index"),
    "synonyms": put([["huddle", "stand-up"]], "search", "synonyms"),
    "gallery's title": put("All", "galleries", "gallery", "title"),
    "gallery's description": put("All of it.", "galleries", "gallery", "description"),
    "gallery's collections": put(["hank"], "galleries", "gallery", "collections"),
    "other words of a term": put({"label": "Safety", "also": ["x"]}, "taxonomies", "topic", "terms", "safety"),
    "a term without pages": put("New", "taxonomies", "topic", "terms", "new"),
    "a collection's address": put("tales", "collections", "stories", "address"),
    "another view": put({"from": ["tools"], "title": "More"}, "collections", "more"),
}
"""Settings whose change renders pages only if their bytes change."""

NO_ITEM = {
    "timezone": put("America/New_York", "timezone"),
    "description": put("Told.", "collections", "stories", "description"),
    "per_page": put(1, "collections", "stories", "per_page"),
    "sort": put("title", "collections", "stories", "sort"),
    "order": put(["story-2"], "collections", "stories", "order"),
    "feed": put(NO, "collections", "stories", "feed"),
    "where": put({"channels": "hank"}, "collections", "news", "where"),
    "group_by": put("", "collections", "hank", "group_by"),
}
"""Settings of lists, whose change renders no item but one whose bytes change."""


def change(site: SmallSite, edit: Callable[[Settings], None]) -> Result:
    """Change the settings and build."""
    settings = copy.deepcopy(wide_settings())
    edit(settings)
    site.settings(settings)
    result = site.build()
    assert not result.errors, result.errors
    return result


@pytest.mark.parametrize("setting", NOTHING_MORE)
def test_a_setting_renders_what_shows_it_and_nothing_more(site: SmallSite, setting: str) -> None:
    result = change(site, NOTHING_MORE[setting])
    assert result.rendered == len([path for path in result.written if path.endswith(".html")])


@pytest.mark.parametrize("setting", NO_ITEM)
def test_a_setting_of_a_list_renders_no_item_that_does_not_show_it(site: SmallSite, setting: str) -> None:
    result = change(site, NO_ITEM[setting])
    items = {str(key[1]).removesuffix(".md") for key in result.executed if key[0] == "item_html"}
    assert result.executed
    assert [item for item in items if f"{item}/index.html" not in result.written] == []


def test_a_comment_renders_nothing_and_leaves_all_else_alone(site: SmallSite) -> None:
    site.write("site.yaml", "# Words.\n" + site.text("site.yaml"))
    result = site.build()
    assert (result.executed, result.rendered, result.written) == ((("config",),), 0, ())
