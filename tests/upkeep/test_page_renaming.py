"""A page gets another name, and so does all that leads to it, in each form that a reference can have."""

import shutil
from pathlib import Path

import pytest

from sitegen.building import PROJECT, Choices, build_site
from sitegen.config import read_config
from sitegen.errors import EditError, UsageError
from sitegen.model import Config
from sitegen.upkeep.applying import apply
from sitegen.upkeep.file_changes import ChangeSet
from sitegen.upkeep.page_renaming import rename_page
from sitegen.upkeep.site_files import read_site
from tests.site.small import SmallSite
from tests.site.small import files as site_files

SETTINGS = b"""title: Site
base_url: https://example.org
collections:
  stories:
    kind: story
    title: Stories
    order: [old-name, other]
  tools: {kind: tool, title: Tools, address: kit}
menus:
  main:
    - {label: "Old", url: /stories/old-name/}
redirects:
  /from: /stories/old-name/#part
"""
PAGE = b"---\ntitle: Old\n---\nSee [above](#top) and [me](old-name.md).\n"


def files_with(page: bytes = PAGE, **others: bytes) -> dict[str, bytes]:
    paths = {f"content/{name.replace('__', '/').replace('_', '-')}.md": data for name, data in others.items()}
    return {"site.yaml": SETTINGS, "content/stories/old-name.md": page, **paths}


def config() -> Config:
    settings = read_config(SETTINGS)[0]
    assert settings is not None
    return settings


def after(change_set: ChangeSet, path: str) -> bytes | None:
    return next(change.after for change in change_set.changes if change.path == path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("stories/old-name", "new-name"),
        ("content/stories/old-name.md", "stories/new-name.md"),
        ("stories/old-name.md", "content/stories/new-name"),
    ],
)
def test_the_file_moves_and_its_old_address_becomes_an_alias(old: str, new: str) -> None:
    changes = rename_page(config(), files_with(), old, new)
    assert after(changes, "content/stories/old-name.md") is None
    assert after(changes, "content/stories/new-name.md") == (
        b"---\ntitle: Old\naliases: [/stories/old-name/]\n---\nSee [above](#top) and [me](new-name.md).\n"
    )
    assert changes.what == "rename stories/old-name to stories/new-name"


@pytest.mark.parametrize(
    ("typed", "changed"),
    [
        ("[x](old-name.md)", "[x](new-name.md)"),
        ("[x](old-name.md#part)", "[x](new-name.md#part)"),
        ("[x](../stories/old-name.md)", "[x](../stories/new-name.md)"),
        ("[x](/stories/old-name/)", "[x](/stories/new-name/)"),
        ("[x](/stories/old-name)", "[x](/stories/new-name/)"),
        ("[x](/stories/old-name/#a)", "[x](/stories/new-name/#a)"),
        ("[x]: old-name.md", "[x]: new-name.md"),
        ('<a href="old-name.md">x</a>', '<a href="new-name.md">x</a>'),
        ("[x](old-name-2.md) old-name.md `[x](old-name.md)`", "[x](old-name-2.md) old-name.md `[x](old-name.md)`"),
        ("[x](https://example.org/stories/old-name/)", "[x](https://example.org/stories/old-name/)"),
    ],
)
def test_links_in_bodies_lead_to_the_new_file(typed: str, changed: str) -> None:
    page = f"---\ntitle: Other\n---\n{typed}\n".encode()
    changes = rename_page(config(), files_with(stories__other=page), "stories/old-name", "new-name")
    renamed = dict.fromkeys([change.path for change in changes.changes])
    result = after(changes, "content/stories/other.md") if "content/stories/other.md" in renamed else page
    assert result == f"---\ntitle: Other\n---\n{changed}\n".encode()


@pytest.mark.parametrize(
    ("typed", "changed"),
    [
        ("related: [stories/old-name, stories/other]", "related: [stories/new-name, stories/other]"),
        ("related: stories/old-name.md  # why", "related: stories/new-name.md  # why"),
        ("story: old-name", "story: new-name"),
        ("goodies:\n- 'stories/old-name'", "goodies:\n- 'stories/new-name'"),
        ("links: [{label: x, url: /stories/old-name/}]", "links: [{label: x, url: /stories/new-name/}]"),
        ("panels:\n- text: |\n   [x](../stories/old-name.md).", "panels:\n- text: |\n   [x](../stories/new-name.md)."),
        ("summary: About old-name", "summary: About old-name"),
        ("tools: old-name", "tools: old-name"),
    ],
)  # fmt: skip
def test_references_in_fields_name_the_new_file(typed: str, changed: str) -> None:
    page = f"---\ntitle: Other\n{typed}\n---\n".encode()
    changes = rename_page(config(), files_with(tools__other=page), "stories/old-name", "new-name")
    paths = [change.path for change in changes.changes]
    result = after(changes, "content/tools/other.md") if "content/tools/other.md" in paths else page
    assert result == f"---\ntitle: Other\n{changed}\n---\n".encode()


def test_the_settings_and_the_golden_queries_follow() -> None:
    files = files_with() | {"content/golden-queries.yaml": b"old: stories/old-name\nx: [stories/old-name, tools/y]\n"}
    changes = rename_page(config(), files, "stories/old-name", "new-name")
    assert after(changes, "site.yaml") == SETTINGS.replace(b"old-name", b"new-name")
    assert after(changes, "content/golden-queries.yaml") == b"old: stories/new-name\nx: [stories/new-name, tools/y]\n"


@pytest.mark.parametrize(
    ("page", "renamed"),
    [
        (b"---\ntitle: x\nslug: fixed\n---\n", b"---\ntitle: x\nslug: fixed\n---\n"),
        (b"---\ntitle: x\ndraft: true\n---\n", b"---\ntitle: x\ndraft: true\n---\n"),
        (b"---\ndraft: [y]\nslug: [z]\n---\n", b"---\ndraft: [y]\nslug: [z]\naliases: [/stories/old-name/]\n---\n"),
        (b"---\ntitle: x\naliases: /a/\n---\n", b"---\ntitle: x\naliases: [/a/, /stories/old-name/]\n---\n"),
        (b"---\ntitle: x\naliases: /stories/new-name\n---\n", b"---\ntitle: x\naliases: [/stories/old-name/]\n---\n"),
        (b"---\r\naliases:\r\n- /a/\r\n---\r\n", b"---\r\naliases:\r\n- /a/\r\n- /stories/old-name/\r\n---\r\n"),
    ],
)  # fmt: skip
def test_an_alias_is_made_only_where_an_address_was_known_and_is_gone(page: bytes, renamed: bytes) -> None:
    changes = rename_page(config(), files_with(page), "stories/old-name", "new-name")
    assert after(changes, "content/stories/new-name.md") == renamed


def test_links_to_an_address_that_stays_are_left_as_they_are() -> None:
    other = b"---\ntitle: x\n---\n[x](/stories/fixed)\n"
    changes = rename_page(
        config(), files_with(b"---\nslug: fixed\n---\n", stories__other=other), "stories/old-name", "new-name"
    )
    assert "content/stories/other.md" not in [change.path for change in changes.changes]


def test_a_title_can_be_given_too() -> None:
    changes = rename_page(config(), files_with(), "stories/old-name", "new-name", "New: the title")
    renamed = after(changes, "content/stories/new-name.md")
    assert renamed is not None
    assert renamed.startswith(b'---\ntitle: "New: the title"\n')


@pytest.mark.parametrize(
    ("old", "new", "headline", "hint"),
    [
        ("stories/old-nam", "x", 'there is no page "stories/old-nam"', 'did you mean "stories/old-name"?'),
        ("old-name", "x", 'there is no page "old-name"', "stories/old-name"),
        ("stories/old-name", "tools/x", '"tools/x" is in another folder than stories/', "name one in stories/"),
        ("stories/old-name", "New Name", '"New Name" cannot be part of an address', "write new-name"),
        ("stories/old-name", "other", "there is a page stories/other already", "choose another name"),
    ],
)
def test_what_cannot_be_renamed_is_said_in_words(old: str, new: str, headline: str, hint: str) -> None:
    with pytest.raises(UsageError) as refusal:
        rename_page(config(), files_with(stories__other=PAGE), old, new)
    assert refusal.value.problems[0].headline == headline
    assert hint in refusal.value.problems[0].hint


def test_a_file_with_errors_stops_the_rename_with_its_place() -> None:
    broken = b"---\ntitle: [x\n---\n"
    with pytest.raises(EditError) as refusal:
        rename_page(config(), files_with(stories__other=broken), "stories/old-name", "new-name")
    assert str(refusal.value.problems[0].location) == "content/stories/other.md:2:8"


def test_after_a_rename_a_site_builds_without_a_word(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.story("story-1", "See [below](#end) and [the tool](../tools/charter.md).\n\n## End\n")
    site.story("story-2", "As in [the first](story-1.md#end), and [once more](/stories/story-1/).\n")
    site.tool("huddle", related=["stories/story-1"])
    config, files = read_site(site.root)
    apply(site.root, rename_page(config, files, "stories/story-1", "a-new-name"))
    assert site.build().problems == []
    assert "/stories/a-new-name/" in (site.out / "stories/story-1/index.html").read_text("utf-8")
    pages = {path: data for path, data in site_files(site.out).items() if path.startswith(("stories/", "tools/"))}
    assert [path for path, data in pages.items() if b"/stories/story-1/" in data] == []


@pytest.mark.long
def test_after_a_rename_the_shipped_site_builds_without_a_word(tmp_path: Path) -> None:
    config, files = read_site(PROJECT)
    site = tmp_path / "site"
    for name in ("content", "static", "templates"):
        shutil.copytree(PROJECT / name, site / name)
    shutil.copy(PROJECT / "site.yaml", site)
    apply(site, rename_page(config, files, "focus-areas/quality", "better-care"))
    result = build_site(Choices(site=site, out=tmp_path / "public", jobs=1))
    assert not result.problems
    assert (tmp_path / "public" / "focus-areas" / "better-care" / "index.html").is_file()
    assert "/focus-areas/better-care/" in (tmp_path / "public/focus-areas/quality/index.html").read_text("utf-8")
