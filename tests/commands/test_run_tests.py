"""The test command: every step runs, pytest last, and one failure is enough."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from sitegen.commands import run_tests as module
from sitegen.commands.run_tests import ROOT, run_tests

BESIDE = "-n 2 --dist loadfile --no-loadscope-reorder --max-worker-restart 0"
STEPS = ["ruff check .", "ruff format --check .", "mypy", "tests.browser.driver", f"pytest {BESIDE}"]


class Steps:
    """Stands in for the steps' processes: notes their words, fails those that it is to fail."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.folder = ""
        self.failing = ""

    def run(self, command: Sequence[str], **options: object) -> subprocess.CompletedProcess[str]:
        assert command[:2] == [sys.executable, "-m"]
        assert options["cwd"] == ROOT
        self.calls.append(" ".join(command[2:]))
        self.folder = os.environ.get("TMPDIR", "")
        is_failing = bool(self.failing) and self.calls[-1].startswith(self.failing)
        return subprocess.CompletedProcess(command, 2 if is_failing else 0)


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Steps:
    steps = Steps()
    monkeypatch.setattr(subprocess, "run", steps.run)
    return steps


def test_every_step_runs_and_passes(steps: Steps) -> None:
    assert run_tests() == 0
    assert steps.calls == STEPS


@pytest.mark.parametrize("failing", [step for step in STEPS if "browser" not in step])
def test_one_failure_fails_the_whole_and_stops_nothing(steps: Steps, failing: str) -> None:
    steps.failing = failing
    assert run_tests() == 1
    assert steps.calls == STEPS


def test_without_a_browser_it_is_for_the_tests_to_fail(steps: Steps) -> None:
    steps.failing = "tests.browser.driver"
    assert run_tests() == 0
    assert steps.calls == STEPS


def test_what_failed_is_reported_before_pytest_speaks(steps: Steps, capsys: pytest.CaptureFixture[str]) -> None:
    steps.failing = "ruff check"
    run_tests()
    assert capsys.readouterr().out.endswith("\nFailed before pytest: ruff check\n\n== pytest\n")


def test_arguments_go_to_pytest(steps: Steps) -> None:
    run_tests(["-k", "locks"])
    assert steps.calls[-1] == f"pytest {BESIDE} -k locks"


@pytest.mark.parametrize("words", [["-p", "no:xdist"], ["-pno:xdist", "tests"]])
def test_without_the_plugin_for_workers_pytest_is_not_asked_for_them(steps: Steps, words: list[str]) -> None:
    run_tests(words)
    assert steps.calls[-1] == " ".join(["pytest", *words])


def test_long_takes_back_the_choice_of_short_tests(steps: Steps) -> None:
    run_tests(["-x"], long=True)
    assert steps.calls[-1] == f"pytest {BESIDE} -m  -o faulthandler_timeout=14400 -x"


def test_temporary_files_are_in_memory_where_there_is_room_and_gone_afterwards(
    steps: Steps, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("TMPDIR", raising=False)
    monkeypatch.setattr(module, "MEMORY", tmp_path)
    monkeypatch.setattr(module, "LEAST_MEMORY", 1)
    run_tests()
    assert Path(steps.folder).parent == tmp_path
    assert list(tmp_path.iterdir()) == []
    assert "TMPDIR" not in os.environ


@pytest.mark.parametrize("way", ["little room", "no folder", "chosen", "long"])
def test_temporary_files_are_elsewhere_otherwise(
    steps: Steps, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, way: str
) -> None:
    monkeypatch.delenv("TMPDIR", raising=False)
    monkeypatch.setattr(module, "MEMORY", tmp_path / "none" if way == "no folder" else tmp_path)
    monkeypatch.setattr(module, "LEAST_MEMORY", 2**70 if way == "little room" else 1)
    if way == "chosen":
        monkeypatch.setenv("TMPDIR", "own")
    run_tests(long=way == "long")
    assert steps.folder == ("own" if way == "chosen" else "")


def test_a_folder_that_can_hold_no_programs_has_no_room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "LEAST_MEMORY", 1)
    facts = os.statvfs(tmp_path)
    assert module.has_room(tmp_path)
    fields = list(facts)
    fields[8] = facts.f_flag | os.ST_NOEXEC
    monkeypatch.setattr(os, "statvfs", lambda _: os.statvfs_result(fields))
    assert not module.has_room(tmp_path)
