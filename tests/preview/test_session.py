"""What a preview knows of its last build, however that ended."""

from pathlib import Path

import pytest

from sitegen.errors import BuildError, UsageError
from sitegen.preview import session
from sitegen.preview.session import Session
from tests.site.small import SmallSite

PLACE = "/lmp"


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
    assert made.overlay()["title"] == "This is our mistake, not yours"


def test_what_stops_a_build_is_no_bug(built: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise BuildError("the disk is full", hint="free some space")

    monkeypatch.setattr(session, "build_site", full)
    assert built.build() is None
    assert built.bug is None
    assert built.overlay() == {
        "builds": 2,
        "title": "1 error: this page may be out of date",
        "errors": ["the disk is full\n  hint: free some space"],
    }


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
    assert built.overlay()["builds"] == 3
    built.build(jobs=1)
    assert (built.errors, built.bug) == ([], None)
