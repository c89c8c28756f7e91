"""Changes are made all or none, and the last ones can be taken back as long as nobody touched their files."""

from pathlib import Path

import pytest

from sitegen.errors import EditError, UsageError
from sitegen.upkeep import applying
from sitegen.upkeep.applying import apply, records
from sitegen.upkeep.file_changes import ChangeSet, make_change_set
from sitegen.upkeep.undoing import last_change, take_back

BEFORE = {"a.md": b"a\r\n", "b/b.md": b"b", "gone.md": b"gone"}
AFTER = {"a.md": b"A\r\n", "b/b.md": b"b", "new/new.md": b"new"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, data in BEFORE.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


def files_of(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.md")}


def changes() -> ChangeSet:
    return make_change_set("a change", BEFORE, AFTER)


def test_changes_are_made_and_taken_back(site: Path) -> None:
    apply(site, changes())
    assert files_of(site) == AFTER
    take_back(site, *last_change(site))
    assert files_of(site) == BEFORE
    with pytest.raises(UsageError, match="nothing to undo"):
        last_change(site)


def test_the_last_of_several_changes_is_taken_back_first(site: Path) -> None:
    apply(site, changes())
    apply(site, make_change_set("another", {"a.md": b"A\r\n"}, {"a.md": b"AA"}))
    assert last_change(site)[1].what == "another"
    take_back(site, *last_change(site))
    assert files_of(site) == AFTER
    take_back(site, *last_change(site))
    assert files_of(site) == BEFORE


def test_a_file_that_changed_meanwhile_stops_the_change(site: Path) -> None:
    (site / "a.md").write_bytes(b"saved just now")
    with pytest.raises(EditError, match="has changed meanwhile"):
        apply(site, changes())
    assert files_of(site) == BEFORE | {"a.md": b"saved just now"}
    assert records(site) == []


def test_a_file_that_changed_since_stops_the_undo(site: Path) -> None:
    apply(site, changes())
    (site / "new/new.md").write_bytes(b"worked on")
    with pytest.raises(EditError, match="has been changed since"):
        take_back(site, *last_change(site))
    assert files_of(site) == AFTER | {"new/new.md": b"worked on"}


@pytest.mark.parametrize("failing", ["a.md", "gone.md", "new.md"])
def test_where_one_file_cannot_be_written_none_is(site: Path, failing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    write = applying.put_file
    calls: list[Path] = []

    def fail(path: Path, data: bytes | None) -> None:
        if path.name == failing and not calls:
            calls.append(path)
            raise PermissionError(13, "Permission denied", str(path))
        write(path, data)

    monkeypatch.setattr(applying, "put_file", fail)
    with pytest.raises(PermissionError):
        apply(site, changes())
    assert calls
    assert files_of(site) == BEFORE


def test_a_change_that_was_cut_short_can_be_taken_back(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = applying.put_file

    def die(path: Path, data: bytes | None) -> None:
        if path.name == "new.md":
            raise KeyboardInterrupt
        write(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(applying, "put_file", die)
        with pytest.raises(KeyboardInterrupt):
            apply(site, changes())
    assert files_of(site) != BEFORE
    take_back(site, *last_change(site))
    assert files_of(site) == BEFORE


def test_only_so_many_changes_are_kept(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(applying, "MOST_KEPT", 3)
    for number in range(5):
        data = (site / "a.md").read_bytes()
        apply(site, make_change_set(str(number), {"a.md": data}, {"a.md": b"%d" % number}))
    assert [record.name for record in records(site)] == ["000003.json", "000004.json", "000005.json"]


def test_a_record_that_is_damaged_is_named(site: Path) -> None:
    apply(site, changes())
    records(site)[0].write_text("{", "utf-8")
    with pytest.raises(EditError, match="cannot be read"):
        last_change(site)
