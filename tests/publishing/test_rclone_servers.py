"""Publishing over SFTP and to S3, to servers that rclone runs here: whole releases, cuts, bad and slow lines."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from sitegen.publishing.publication import plan_publication
from sitegen.publishing.rclone_server import run_rclone
from sitegen.publishing.target_errors import CutOffError, TargetError
from sitegen.publishing.target_lock import LOCK_PATH
from tests.publishing.made_up import FIRST, SECOND, Publisher, missing_for_readers, release_of
from tests.publishing.rclone_servers import ROOT, breaking_line, publisher_to, rclone, served, write_there

pytestmark = pytest.mark.long

PUBLISH = """
import sys
from pathlib import Path
from tests.publishing.made_up import SECOND
from tests.publishing.rclone_servers import publisher_to
publisher_to(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), *sys.argv[4:]).publish(SECOND)
"""
KILLS = 13
"""How often a run is killed in one share of the test, of which there are eight: 104 times in all."""


@pytest.fixture(params=["sftp", "s3"])
def kind(request: pytest.FixtureRequest) -> str:
    """Return a way to reach a server."""
    return str(request.param)


@pytest.fixture
def port(kind: str, tmp_path: Path) -> Iterator[int]:
    """Yield the port of a server of an empty folder."""
    (tmp_path / "served/bucket").mkdir(parents=True)
    with served(kind, tmp_path / "served") as port:
        yield port


@pytest.fixture
def site(kind: str, port: int, tmp_path: Path) -> Publisher:
    """Return a publisher to the server."""
    return publisher_to(kind, port, tmp_path)


def test_releases_come_and_go(site: Publisher) -> None:
    for texts in (FIRST, SECOND, FIRST):
        site.publish(texts)
        assert texts.items() <= site.texts().items()
        assert missing_for_readers(site.texts()) == {}
        assert not site.plan(texts).plan.has_work
        assert not site.plan(texts, is_thorough=True).plan.has_work


def test_what_others_did_is_found(site: Publisher, tmp_path: Path) -> None:
    site.publish(FIRST)
    write_there(tmp_path, "index.html", "hacked")
    write_there(tmp_path, "theirs.txt", "theirs")
    with pytest.raises(TargetError, match=r"somebody changed or deleted 1 file here: /index\.html"):
        site.publish(SECOND)
    site.publish(SECOND, replaces_changes=True)
    assert site.texts()["theirs.txt"] == "theirs"


@pytest.mark.parametrize("share", range(4))
def test_a_run_that_is_killed_leaves_readers_without_nothing_and_the_next_one_goes_on(
    kind: str, port: int, site: Publisher, tmp_path: Path, share: int
) -> None:
    chance = random.Random(f"{kind} {share}")  # noqa: S311 - the moments are the same in each run
    command = [sys.executable, "-P", "-c", PUBLISH, kind, str(port), str(tmp_path), "--bwlimit", "6k"]
    lock, cut = site.www / LOCK_PATH, 0
    for _ in range(KILLS):
        site.publish(FIRST)
        process = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.DEVNULL)
        while not lock.exists() and process.poll() is None:
            time.sleep(0.005)
        time.sleep(chance.random() * 8)
        process.send_signal(signal.SIGKILL)
        process.wait()
        site = publisher_to(kind, port, tmp_path)  # over a line that is not slow any more
        assert missing_for_readers(site.texts()) == {}
        cut += not site.plan(SECOND).manifest.is_whole
        site.publish(SECOND)
        assert SECOND.items() <= site.texts().items()
    assert cut, "no run was cut in the middle: it is too fast, or too slow"


@pytest.mark.parametrize("most_bytes", [4_000, 9_000, 16_000])
def test_a_line_that_breaks_again_and_again_is_survived_or_told(
    kind: str, port: int, tmp_path: Path, most_bytes: int
) -> None:
    site = publisher_to(kind, port, tmp_path)
    site.publish(FIRST)
    with breaking_line(port, most_bytes) as broken:
        worse = publisher_to(kind, broken, tmp_path, "--low-level-retries", "1")
        with suppress(CutOffError):
            worse.publish(SECOND)
        assert missing_for_readers(site.texts()) == {}
    site = publisher_to(kind, port, tmp_path)
    site.publish(SECOND)
    assert SECOND.items() <= site.texts().items()


def test_a_server_that_is_gone_is_told(kind: str, tmp_path: Path) -> None:
    site = publisher_to(kind, 1, tmp_path)
    with pytest.raises(CutOffError, match="place:bucket/www: the target cannot be read: "):
        plan_publication(site.site, site.target, release_of(FIRST), base_url=site.base_url)


def test_rclone_ends_with_whoever_started_it() -> None:
    rclone()
    run = "from sitegen.publishing.rclone_server import run_rclone as run"
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", f"{run}\nwith run(()): print(1, flush=True); input()"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "1\n"
    (keeper,) = _children(process.pid)
    process.kill()
    process.communicate()
    deadline = time.monotonic() + 20
    while _is_alive(keeper) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _is_alive(keeper)


def test_wrong_options_are_told_with_what_rclone_says() -> None:
    rclone()
    with pytest.raises(OSError, match=r"rclone did not start \(.*unknown flag"), run_rclone(["--no-such-option"]):
        pass


def _children(pid: int) -> list[int]:
    import psutil

    return [child.pid for child in psutil.Process(pid).children()]


def _is_alive(pid: int) -> bool:
    import psutil

    return psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
