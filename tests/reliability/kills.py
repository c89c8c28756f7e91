"""Kills builds and previews at random moments; the next build must equal a clean one, and nothing may be left behind.

To repeat what a failure names, or to make a long run in parts:

    .venv/bin/python -m tests.reliability.kills --kills 100 --seed 1 --signals SIGKILL
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from time import perf_counter, sleep

import psutil

from sitegen.building import PROJECT, STATE, Choices, build_site
from tests.engine.workshop import read_tree
from tests.interrupts import killed_at_last
from tests.reliability.random_edits import differences, put_back, small, sources_of

PATIENCE = 30.0
"""Seconds within which every process must have ended."""

BUILD = """
import signal, sys
from pathlib import Path
from sitegen.building import Choices, build_site
for name in ("SIGTERM", "SIGHUP"):
    signal.signal(getattr(signal, name), signal.SIG_DFL)  # a suite that was started in the background ignores some
build_site(Choices(site=Path(sys.argv[1]), out=Path(sys.argv[2]), jobs=int(sys.argv[3]), threshold=1))
"""
SERVE = """
import signal, sys
from sitegen.cli import main
for name in ("SIGTERM", "SIGHUP"):
    signal.signal(getattr(signal, name), signal.SIG_DFL)
main(["serve", "--site", sys.argv[1], "--port", "0"])
"""
WAYS = ("build", "build in processes", "serve")


class KilledSite:
    """A small site in a folder, built and previewed; `ended` counts what was killed, by its way, and what was not."""

    def __init__(self, folder: Path, seed: int) -> None:
        small(folder)
        self.root, self.folder = folder / "site", folder
        self.ended: Counter[str] = Counter()
        self._first = sources_of(self.root)
        self._chance = random.Random(seed)  # noqa: S311 - moments, not secrets
        self._seconds = dict.fromkeys(WAYS, 1.0)
        self._number = 0

    def kill(self, way: str, name: str) -> None:
        """Start an edit's build, end it with a signal at a moment of it, and see that the next build is right."""
        self._edit()
        out = self.root / STATE / "preview" if way == "serve" else self.folder / "public"
        was_killed = self._preview(name) if way == "serve" else self._build(way, out, name)
        self.ended[f"{way}, {name}" if was_killed else f"{way}, over before {name}"] += 1
        self._check(out, keep_going=way == "serve")

    def _edit(self) -> None:
        """Change every page, and add, change and delete some files."""
        self._number += 1
        put_back(self.root, self._first)
        text = (self.root / "site.yaml").read_text("utf-8").replace("title: ", f"title: Number {self._number} ", 1)
        (self.root / "site.yaml").write_text(text, "utf-8")
        added = self.root / "static" / f"added-{self._number % 3}.txt"
        added.write_text(f"{self._number}\n", "utf-8")
        page = self.root / "content" / "stories" / "huddles.md"
        (page.with_stem(f"copy-{self._number % 2}")).write_text(page.read_text("utf-8"), "utf-8")

    def _build(self, way: str, out: Path, name: str) -> bool:
        words = [sys.executable, "-c", BUILD, str(self.root), str(out), "2" if way == "build in processes" else "1"]
        start = perf_counter()
        with subprocess.Popen(words, cwd=PROJECT, start_new_session=True) as process, killed_at_last(process):
            try:
                process.wait(self._chance.uniform(0, 1.1 * self._seconds[way]))
            except subprocess.TimeoutExpired:
                return end(process, name)
            assert process.returncode == 0
        self._seconds[way] = perf_counter() - start
        return False

    def _preview(self, name: str) -> bool:
        words = [sys.executable, "-c", SERVE, str(self.root)]
        with (
            subprocess.Popen(
                words, cwd=PROJECT, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
            ) as process,
            killed_at_last(process),
        ):
            assert process.stdout is not None
            if self._chance.random() < 0.8:
                while "Preview: " not in (line := process.stdout.readline()):
                    assert line, "the preview ended"
                self._edit()
            sleep(self._chance.uniform(0, self._seconds["serve"]))
            return end(process, name)

    def _check(self, out: Path, *, keep_going: bool) -> None:
        result = build_site(Choices(site=self.root, out=out, jobs=1, keep_going=keep_going))
        assert result.committed, result.problems
        staging = out.with_name(f".{out.name}.sitegen")
        assert not list(staging.glob("stage-*"))
        assert not (staging / "journal.json").exists()
        for name in ("clean", "clean-state"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        clean = self.folder / "clean"
        build_site(Choices(site=self.root, out=clean, state=self.folder / "clean-state", jobs=1))
        assert read_tree(out) == read_tree(clean), differences(read_tree(out), read_tree(clean))


def end(process: "subprocess.Popen[str] | subprocess.Popen[bytes]", name: str) -> bool:
    """Send a signal to a process, and wait until it and all that it started have ended; says whether it was killed."""
    number = getattr(signal, name)
    family = members(process.pid)
    process.send_signal(number)
    process.wait(PATIENCE)
    _, alive = psutil.wait_procs(family | members(process.pid), PATIENCE)
    for member in alive:
        member.kill()
    assert not alive, "processes are left"
    return bool(process.returncode == -number)


def members(session: int) -> set[psutil.Process]:
    """Return the processes of a session, without its first one."""
    left_over = set()
    for process in psutil.process_iter():
        try:
            if process.pid != session and os.getsid(process.pid) == session:
                left_over.add(process)
        except (ProcessLookupError, PermissionError):
            continue
    return left_over


def run(folder: Path, seed: int, kills: int, signals: list[str]) -> Counter[str]:
    """Kill so many times, in each way and with each signal in turn; return how often which was killed."""
    site = KilledSite(folder, seed)
    try:
        for number in range(kills):
            site.kill(WAYS[number % len(WAYS)], signals[number // len(WAYS) % len(signals)])
    except BaseException as error:
        error.add_note(f"seed {seed}, after {site.ended}")
        raise
    return site.ended


def main() -> int:
    """Run from the command line; return the exit code."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--signals", nargs="+", default=["SIGKILL"])
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        ended = run(Path(folder) / "work", chosen.seed, chosen.kills, chosen.signals)
    for way, count in sorted(ended.items()):
        print(f"seed {chosen.seed}: {way}: {count}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
