"""What a preview knows of its last build, however that ended."""

from datetime import datetime
from pathlib import Path
from typing import cast

import pytest

from sitegen.errors import BuildError, UsageError
from sitegen.preview import session
from sitegen.preview.last_good_pages import MOST_VISITED
from sitegen.preview.session import Session
from tests.site.small import SmallSite

PLACE = "/lmp"


STYLED = '<span style="color: red">Red</span> text.\n'
"""A text with a warning."""


@pytest.fixture
def built(tmp_path: Path) -> Session:
    made = Session(SmallSite(tmp_path).root, drafts=False)
    made.build(jobs=1)
    return made


def break_down(*_: object, **__: object) -> None:
    raise ZeroDivisionError


def test_a_bug_in_the_very_first_build_raises_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "build_site", break_down)
    made = Session(SmallSite(tmp_path).root, drafts=False)
    assert made.build(jobs=1) is None
    assert isinstance(made.bug, ZeroDivisionError)
    assert made.errors[0].startswith("This is our mistake, not yours: an unexpected ZeroDivisionError\n")
    assert made.overlay("")["title"] == "This is our mistake, not yours"


def test_what_stops_a_build_is_no_bug(built: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise BuildError("the disk is full", hint="free some space")

    monkeypatch.setattr(session, "build_site", full)
    assert built.build() is None
    assert built.bug is None
    assert built.overlay("") == {
        "builds": 2,
        "title": "1 error: this page may be out of date",
        "errors": ["the disk is full\n  hint: free some space"],
        "notes": [],
        "status": (),
    }


@pytest.mark.parametrize("is_damaged", [False, True])
def test_a_site_yaml_that_is_wrong_from_the_start_keeps_the_base_path_of_before(
    built: Session, *, is_damaged: bool
) -> None:
    (built.site / "site.yaml").write_text("title: [never closed\n", "utf-8")
    for store in (built.site / ".sitegen").glob("*.db*") if is_damaged else ():
        store.write_bytes(b"not a store" * 100)
    again = Session(built.site, drafts=False)
    again.build(jobs=1)
    assert (again.base, again.bug) == ("" if is_damaged else PLACE, None)


def test_a_site_yaml_that_cannot_be_read_keeps_the_base_path(built: Session) -> None:
    assert built.base == PLACE
    (built.site / "site.yaml").unlink()
    built.build(jobs=1)
    assert (built.base, built.bug) == (PLACE, None)


def test_what_fails_beside_a_build_stands_below_its_problems(built: Session) -> None:
    built.fail(UsageError("odd"))
    built.fail(ZeroDivisionError("no luck"))
    assert [error.partition("\n")[0] for error in built.errors] == [
        "odd",
        "This is our mistake, not yours: an unexpected ZeroDivisionError: no luck",
    ]
    assert built.overlay("")["builds"] == 3
    built.build(jobs=1)
    assert (built.errors, built.bug) == ([], None)


def test_the_warnings_of_a_page_are_shown_on_that_page_alone(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.story("story-1", STYLED)
    site.story("story-2", STYLED)
    made = Session(site.root, drafts=False)
    made.build(jobs=1)
    [note] = cast("list[str]", made.overlay("stories/story-1/index.html")["notes"])
    assert note.startswith("content/stories/story-1.md:")
    assert 'warning: attribute "style" of "<span>"' in note
    for other in ("stories/story-3/index.html", "stories/index.html", "index.html", "nothing", ""):
        assert made.overlay(other)["notes"] == []


def test_only_what_is_new_is_told_again(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.story("story-1", STYLED)
    made = Session(site.root, drafts=False)
    made.build(jobs=1)
    assert (len(made.new_problems), len(made.known_problems)) == (1, 0)
    site.story("story-1", f"One line more.\n\n{STYLED}", weight=3)
    site.story("story-2", STYLED)
    made.build(jobs=1)
    assert [problem.location.path for problem in made.new_problems] == ["content/stories/story-2.md"]
    assert [problem.location.path for problem in made.known_problems] == ["content/stories/story-1.md"]
    site.story("story-1")
    made.build(jobs=1)
    assert (len(made.new_problems), len(made.known_problems)) == (0, 1)


def test_pages_that_were_looked_at_are_kept_while_there_are_errors(built: Session) -> None:
    for number in range(MOST_VISITED + 1):
        built.keep_page(f"{number}/index.html", b"page %d" % number)
    assert built.last_good_page("1/index.html") is None
    built.fail(UsageError("odd"))
    assert built.last_good_page("1/index.html") == b"page 1"
    assert built.last_good_page("0/index.html") is None


def test_a_page_that_nobody_looked_at_is_kept_until_its_mistake_is_mended(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.story("story-1")
    site.story("story-2")
    made = Session(site.root, drafts=False)
    made.build(jobs=1)
    page = made.folder / "stories/story-1/index.html"
    good = page.read_bytes()
    site.write("content/stories/story-1.md", "---\ntitle: [never closed\n---\n")
    made.build(jobs=1)
    assert not page.exists()
    assert made.last_good_page("stories/story-1/index.html") == good
    (site.root / "content/stories/story-1.md").unlink()
    made.build(jobs=1)
    made.fail(UsageError("odd"))
    assert made.last_good_page("stories/story-1/index.html") is None


def test_the_site_of_a_day_is_shown(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.story("story-1", publish="2031-01-01 09:00")
    pages = [Session(site.root, drafts=False, as_of=moment) for moment in (None, datetime(2031, 1, 2))]  # noqa: DTZ001
    shown = []
    for made in pages:
        made.build(jobs=1)
        shown.append((made.folder / "stories/story-1/index.html").is_file())
    assert shown == [False, True]
