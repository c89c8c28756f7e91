"""The files of a place of rclone, over a made-up rclone: whole files, no folder left empty, order kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sitegen.model import PublishTarget
from sitegen.publishing import destinations
from sitegen.publishing.rclone_files import RcloneFiles
from sitegen.publishing.rclone_server import RcloneServer
from sitegen.publishing.target_errors import CutOffError, TargetError
from tests.publishing.fake_rclone import FakeRclone
from tests.publishing.made_up import FIRST, SECOND, Publisher, missing_for_readers
from tests.site.small import files as texts_in


@pytest.fixture
def server(tmp_path: Path) -> FakeRclone:
    return FakeRclone(tmp_path)


@pytest.fixture
def files(server: FakeRclone, tmp_path: Path) -> RcloneFiles:
    (tmp_path / "scratch").mkdir()
    return RcloneFiles(server.as_server(), "server:www", tmp_path / "scratch")


@pytest.fixture
def site(server: FakeRclone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Publisher:
    """A publisher to `www`, which the made-up rclone reaches."""

    @contextmanager
    def run(_options: tuple[str, ...]) -> Iterator[RcloneServer]:
        yield server.as_server()

    monkeypatch.setattr(destinations, "run_rclone", run)
    monkeypatch.setattr(destinations, "find_rclone", lambda: "rclone")
    site = Publisher(tmp_path)
    site.target = PublishTarget(name="live", folder="")
    (site.site / "publish.local.yaml").write_text("publish: {live: {remote: 'server:www'}}\n")
    return site


def test_a_file_is_put_read_and_deleted_with_its_folders(files: RcloneFiles, tmp_path: Path) -> None:
    (tmp_path / "source").write_bytes(b"two")
    assert files.put("a/b/one.txt", b"one").size == 3
    assert files.put("a/two.txt", tmp_path / "source") == files.stat("a/two.txt")
    assert sorted(files.names()) == ["a/b/one.txt", "a/two.txt"]
    assert files.read("a/b/one.txt") == b"one"
    files.delete("a/b/one.txt")
    files.delete("a/b/never-there.txt")
    assert not (tmp_path / "www/a/b").exists()
    assert texts_in(tmp_path / "www/a") == {"two.txt": b"two"}
    assert (tmp_path / "source").exists()
    assert not any((tmp_path / "scratch").iterdir())


def test_a_file_is_created_once(files: RcloneFiles) -> None:
    assert files.create("x", b"1")
    assert not files.create("x", b"2")
    assert files.read("x") == b"1"


def test_of_two_that_create_a_file_at_once_the_last_one_has_it(files: RcloneFiles, server: FakeRclone) -> None:
    call = server.call

    def later(command: str, **given: object) -> dict[str, object]:
        answer = call(command, **given)
        if command == "operations/stat" and answer["item"] is not None:
            (server.folder / "www/x").write_bytes(b"of another")
        return answer

    server.call = later  # type: ignore[method-assign]
    assert not files.create("x", b"1")


def test_what_is_not_there_is_none(files: RcloneFiles) -> None:
    assert (files.stat("x"), files.read("x"), list(files.names())) == (None, None, [])


def test_parts_of_files_that_were_cut_are_nobodys(files: RcloneFiles, tmp_path: Path) -> None:
    files.put("a.html", b"a")
    (tmp_path / "www/a.html.12ab34cd.partial").write_bytes(b"h")
    assert [*files.names()] == ["a.html"]


def test_releases_come_and_go(site: Publisher) -> None:
    for texts in (FIRST, SECOND, FIRST):
        site.publish(texts)
        assert texts.items() <= site.texts().items()
        assert not site.plan(texts).plan.has_work
        assert not (site.www / ".sitegen-publish/lock.json").exists()


def test_what_others_changed_is_refused(site: Publisher) -> None:
    site.publish(FIRST)
    (site.www / "index.html").write_text("hacked")
    (site.www / "theirs.txt").write_text("theirs")
    with pytest.raises(TargetError, match=r"server:www: somebody changed or deleted 1 file here: /index\.html"):
        site.publish(SECOND)
    site.publish(SECOND, replaces_changes=True)
    assert site.texts()["theirs.txt"] == "theirs"


@pytest.mark.parametrize("number", range(0, 17, 2))
def test_a_line_that_is_lost_at_any_file_leaves_readers_without_nothing(
    site: Publisher, server: FakeRclone, number: int
) -> None:
    site.publish(FIRST)
    left = iter(range(number))
    changing = ("operations/copyfile", "operations/deletefile")

    def fails(command: str, path: str) -> bool:
        """Fail for good after some changes at the place."""
        is_change = command in changing and not path.isdecimal()
        return is_change and next(left, None) is None

    server.fails = fails
    with pytest.raises(CutOffError, match="connection lost"):
        site.publish(SECOND)
    assert missing_for_readers(site.texts()) == {}
    server.fails = lambda _command, _path: False
    site.publish(SECOND)
    assert SECOND.items() <= site.texts().items()


def test_files_that_pages_show_are_there_before_the_first_page(site: Publisher, server: FakeRclone) -> None:
    site.publish(FIRST)
    put = [path for command, path in server.calls if command == "operations/copyfile" and not path.isdecimal()]
    order = [path for path in put if not path.startswith(".sitegen-publish")]
    last_asset = max(order.index(path) for path in FIRST if path.startswith(("assets/", "downloads/")))
    first_page = min(order.index(path) for path in FIRST if path.endswith(".html"))
    assert last_asset < first_page
    assert set(order[-2:]) == {"sitemap.xml", "release-id.txt"}
