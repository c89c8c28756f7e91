"""Which folders can be a target, and what is said of the others."""

import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from sitegen.errors import SitegenError, UsageError
from sitegen.model import Config, PublishTarget, SiteSettings
from sitegen.publishing.target_folder import choose_target, find_folder
from tests.publishing.made_up import FIRST, SECOND, Publisher

LIVE, TRIAL = (PublishTarget(name=name, folder=f"../{name}") for name in ("live", "trial"))


def config_of(*targets: PublishTarget) -> Config:
    return Config(site=SiteSettings(title="Small", base_url="https://example.org"), targets=targets)


def test_the_only_target_needs_no_name() -> None:
    assert choose_target(config_of(LIVE), "") == LIVE
    assert choose_target(config_of(LIVE, TRIAL), "trial") == TRIAL


@pytest.mark.parametrize(
    ("targets", "name", "hint"),
    [
        ((), "", "add a line to it, such as publish: {live: {folder: /srv/www/site, permanent: true}}"),
        ((LIVE, TRIAL), "", "name one of these: publish live | trial"),
        ((LIVE,), "love", "name one of these: publish live"),
    ],
)
def test_a_target_that_is_not_there_is_refused(targets: tuple[PublishTarget, ...], name: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        choose_target(config_of(*targets), name)
    assert caught.value.problems[0].hint == hint


def make_file(site: Publisher) -> None:
    site.www.write_text("")


def make_output(site: Publisher) -> None:
    (site.www.parent / ".www.sitegen").mkdir()


def make_folder(site: Publisher) -> None:
    site.www.mkdir()


def nothing(_site: Publisher) -> None:
    return


@pytest.mark.parametrize(
    ("folder", "prepare", "said"),
    [
        (".", nothing, "is, or contains"),
        ("..", nothing, "is, or contains"),
        ("/", nothing, "is a whole disk"),
        ("content", nothing, "is, or contains"),
        ("static/www", nothing, "lies in"),
        (".sitegen-keep/www", nothing, "lies in"),
        (".sitegen/publish", nothing, "lies in"),
        ("public", nothing, "is one that builds write to"),
        ("../www", make_output, "is one that builds write to"),
        ("../www", make_file, "is a file"),
        ("../not-connected/www", nothing, "there is no folder"),
    ],
)
def test_a_folder_that_cannot_be_a_target_is_refused(
    tmp_path: Path, folder: str, prepare: Callable[[Publisher], None], said: str
) -> None:
    site = Publisher(tmp_path)
    prepare(site)
    with pytest.raises(UsageError, match=said):
        find_folder(site.site, msgspec.structs.replace(site.target, folder=folder))


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_links_into_the_sources_are_followed(tmp_path: Path) -> None:
    site = Publisher(tmp_path)
    (site.site / "static").mkdir()
    site.www.symlink_to(site.site / "static")
    with pytest.raises(UsageError, match="is, or contains"):
        find_folder(site.site, site.target)


def test_an_atomic_target_is_a_link(tmp_path: Path) -> None:
    site = Publisher(tmp_path, atomic=True)
    make_folder(site)
    with pytest.raises(UsageError) as caught:
        site.plan(FIRST)
    assert caught.value.problems[0].hint == "move that folder away; publishing makes the link"
    site.www.rmdir()
    site.publish(FIRST)
    assert site.texts() == FIRST


def test_a_folder_with_files_of_others_is_refused(tmp_path: Path) -> None:
    site = Publisher(tmp_path)
    make_folder(site)
    (site.www / "index.html").write_text("Welcome to nginx!")
    with pytest.raises(UsageError, match="were not published from here"):
        site.publish(FIRST)
    (site.www / "index.html").unlink()
    site.publish(FIRST)


def test_a_copy_of_what_a_build_wrote_is_ours(tmp_path: Path) -> None:
    site = Publisher(tmp_path)
    make_folder(site)
    for path, text in {**FIRST, ".sitegen-manifest": "".join(f"{path}\n" for path in FIRST)}.items():
        (site.www / path).parent.mkdir(parents=True, exist_ok=True)
        (site.www / path).write_text(text)
    (site.www / "theirs.txt").write_text("theirs")
    site.publish(SECOND)
    old = {path: FIRST[path] for path in ("assets/site.1.css", "assets/a.1.png")}
    assert site.texts() == {**SECOND, **old, "theirs.txt": "theirs"}


def test_a_folder_that_lost_everything_is_told_from_a_new_one(tmp_path: Path) -> None:
    site = Publisher(tmp_path)
    site.publish(FIRST)
    keep(site)
    site.www.rename(tmp_path / "another-drive")
    with pytest.raises(SitegenError, match="is empty, though release 1 was published here"):
        site.plan(FIRST)
    site.publish(FIRST, replaces_changes=True)
    assert site.texts() == FIRST


def test_a_folder_of_another_site_is_refused(tmp_path: Path) -> None:
    site = Publisher(tmp_path)
    site.publish(FIRST)
    site.base_url = "https://another.example.org"
    with pytest.raises(SitegenError, match=r"another site is published here, https://example.org"):
        site.publish(SECOND)
    assert site.texts() == FIRST
    site.publish(SECOND, replaces_changes=True)
    site.publish(FIRST)


def keep(site: Publisher) -> None:
    """Note the first release as published, as `finish` does."""
    from sitegen.publishing.kept_releases import KeptReleases
    from tests.publishing.made_up import NOW, release_of

    KeptReleases(site.site).record("live", release_of(FIRST), NOW)
