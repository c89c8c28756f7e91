"""Building by choices: the day, drafts, folders, and which pages are made again for them."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitegen.building import Choices, build_site, output_folder, place_of
from sitegen.errors import UsageError
from sitegen.salt import salt
from tests.site.small import SmallSite, files

BEFORE, AFTER = datetime(2018, 4, 30, 23, 59), datetime(2018, 5, 1)  # noqa: DTZ001 - in the site's time zone


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite(tmp_path)


def made(site: SmallSite, as_of: datetime | None) -> set[str]:
    """Build, and give the pages that were rendered."""
    result = site.build(as_of=as_of)
    assert not result.errors
    return {" ".join(map(str, key)) for key in result.executed if str(key[0]).endswith("_html")}


def test_a_page_appears_on_its_day_and_only_what_shows_it_is_made_again(site: SmallSite) -> None:
    site.story("story-9", publish="2018-05-01", date="2017-10-09")
    made(site, BEFORE)
    assert not (site.out / "stories/story-9").exists()
    assert made(site, BEFORE) == set()
    shown = made(site, AFTER)
    assert (site.out / "stories/story-9/index.html").is_file()
    assert {"item_html stories/story-9.md", "home_html", "list_html stories 1", "list_html library 1"} <= shown
    assert not {page for page in shown if page.startswith(("item_html tools", "list_html tools", "term_html tools"))}
    assert not {page for page in shown if page.startswith("list_html news")}


def test_a_page_disappears_on_its_day(site: SmallSite) -> None:
    site.story("story-9", expires="2018-05-01", date="2017-10-09")
    made(site, BEFORE)
    assert (site.out / "stories/story-9/index.html").is_file()
    shown = made(site, AFTER)
    assert not (site.out / "stories/story-9").exists()
    assert "list_html stories 1" in shown
    assert "item_html stories/story-9.md" not in shown
    made(site, BEFORE)
    assert (site.out / "stories/story-9/index.html").is_file()


def test_a_site_without_such_days_is_the_same_on_every_day(site: SmallSite) -> None:
    made(site, BEFORE)
    assert site.build(as_of=datetime(2100, 1, 1, tzinfo=UTC)).executed == ()


def test_a_day_is_read_in_the_time_zone_of_the_site(site: SmallSite) -> None:
    site.write("site.yaml", site.text("site.yaml").replace('"title"', '"timezone": "Pacific/Kiritimati",\n "title"', 1))
    site.story("story-9", publish="2018-05-01 08:00")
    site.build(as_of=datetime(2018, 4, 30, 17, 59, tzinfo=UTC))
    assert not (site.out / "stories/story-9").exists()
    site.build(as_of=datetime(2018, 4, 30, 18, 0, tzinfo=UTC))
    assert (site.out / "stories/story-9").exists()
    site.build(as_of=datetime(2018, 5, 1, 7, 59))  # noqa: DTZ001
    assert not (site.out / "stories/story-9").exists()


def test_without_a_day_the_clock_counts(site: SmallSite) -> None:
    site.story("story-8", publish="2001-01-01")
    site.story("story-9", publish="2199-01-01")
    site.build()
    assert (site.out / "stories/story-8").exists()
    assert not (site.out / "stories/story-9").exists()


def test_builds_of_two_modes_into_one_folder_agree_with_clean_ones(site: SmallSite) -> None:
    site.story("story-9", draft=True)
    site.build()
    site.build(drafts=True)
    site.build_clean(drafts=True)
    assert files(site.out) == files(site.folder / "clean")
    site.build()
    site.build_clean()
    assert files(site.out) == files(site.folder / "clean")


def test_each_output_folder_and_mode_has_a_store_of_its_own(site: SmallSite) -> None:
    choices = [
        Choices(site=site.root),
        Choices(site=site.root, out=site.out),
        Choices(site=site.root, drafts=True),
        Choices(site=site.root, as_of=AFTER),
    ]
    assert len({place_of(one).store for one in choices}) == len(choices)
    assert place_of(Choices(site=site.root, as_of=BEFORE)).store == place_of(Choices(site=site.root, as_of=AFTER)).store


def test_the_output_lies_in_the_site_unless_reported_otherwise(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.folder)
    assert output_folder(Choices(site=site.root)) == site.root / "public"
    assert output_folder(Choices(site=site.root, out=Path("here"))) == site.folder / "here"


def test_a_folder_that_is_not_there_is_reported(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no folder"):
        build_site(Choices(site=tmp_path / "nowhere"))


def test_a_folder_without_a_site_gets_a_message(tmp_path: Path) -> None:
    result = build_site(Choices(site=tmp_path, out=tmp_path / "public", jobs=1))
    assert [problem.headline for problem in result.problems] == ["there is no site.yaml here"]
    assert not result.committed


def test_a_site_is_found_through_a_link(site: SmallSite) -> None:
    link = site.folder / "link"
    link.symlink_to(site.root, target_is_directory=True)
    assert build_site(Choices(site=link, jobs=1)).committed
    assert build_site(Choices(site=site.root, jobs=1)).executed == ()
    assert (site.root / "public/index.html").is_file()


def test_the_salt_changes_with_what_shapes_the_output_and_not_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    salts = [salt(), salt()]
    monkeypatch.setattr("zlib.ZLIB_RUNTIME_VERSION", "0.9")
    salts.append(salt())
    monkeypatch.setattr("sys.version", "2.7")
    salts.append(salt())
    monkeypatch.setattr("sitegen.salt.PACKAGES", ("jinja2",))
    salts.append(salt())
    assert salts[0] == salts[1]
    assert len(set(salts)) == len(salts) - 1


def test_nothing_of_a_build_lies_in_the_working_directory(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    here = site.folder / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    site.build()
    assert os.listdir(here) == []  # noqa: PTH208
    assert sorted(path.name for path in site.root.iterdir()) == [".sitegen", "content", "site.yaml", "templates"]
