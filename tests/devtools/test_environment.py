"""The environment in .venv: what is installed when, what a run that failed leaves, and what apt is asked for."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

import build
from sitegen.devtools import environment
from sitegen.devtools.setup_problems import SetupError

RUNTIME = {"requirements.txt": b"runtime 1"}
BOTH = RUNTIME | {"requirements-dev.txt": b"dev 1"}


class Installs:
    """Stands in for `python -m venv` and pip: makes the folder, notes what it was asked for."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.result = 0
        self.output = ""

    def run(self, command: Sequence[str], *_: object) -> subprocess.CompletedProcess[str]:
        if command[1:3] == ["-m", "venv"]:
            self.calls.append("venv")
            python = environment.python_of(Path(command[3]))
            python.parent.mkdir(parents=True)
            python.touch()
        else:
            locks = [Path(word).name for word in command if word.endswith(".txt")]
            self.calls.append(" ".join([str(command[-0] and "pip"), *locks]))
        return subprocess.CompletedProcess(command, self.result, self.output)


@pytest.fixture
def installs(monkeypatch: pytest.MonkeyPatch) -> Installs:
    installs = Installs()
    monkeypatch.setattr(environment, "run", installs.run)
    return installs


def test_a_first_run_installs_and_a_second_one_does_not(tmp_path: Path, installs: Installs) -> None:
    for _ in range(2):
        environment.prepare(str(tmp_path), RUNTIME)
        assert build.is_ready(str(tmp_path), RUNTIME)
    assert installs.calls == ["venv", "pip requirements.txt"]


def test_the_dev_lock_is_added_to_what_is_there(tmp_path: Path, installs: Installs) -> None:
    environment.prepare(str(tmp_path), RUNTIME)
    environment.prepare(str(tmp_path), BOTH)
    environment.prepare(str(tmp_path), RUNTIME)
    assert installs.calls == ["venv", "pip requirements.txt", "pip requirements-dev.txt"]
    assert build.is_ready(str(tmp_path), BOTH)


@pytest.mark.parametrize("lock", list(BOTH))
def test_a_changed_lock_or_interpreter_makes_it_anew(tmp_path: Path, installs: Installs, lock: str) -> None:
    environment.prepare(str(tmp_path), BOTH)
    left_over = tmp_path / ".venv" / "left-over"
    left_over.touch()
    changed = BOTH | {lock: b"another interpreter or lock"}
    assert not build.is_ready(str(tmp_path), changed)
    environment.prepare(str(tmp_path), changed)
    assert installs.calls[2:] == ["venv", "pip requirements.txt requirements-dev.txt"]
    assert build.is_ready(str(tmp_path), changed)
    assert not left_over.exists()


def test_a_new_runtime_lock_leaves_no_stamp_of_lost_dev_packages(tmp_path: Path, installs: Installs) -> None:
    environment.prepare(str(tmp_path), BOTH)
    environment.prepare(str(tmp_path), {"requirements.txt": b"runtime 2"})
    assert installs.calls[2:] == ["venv", "pip requirements.txt"]
    assert not environment.stamp_of(tmp_path / ".venv", "requirements-dev.txt").exists()


@pytest.mark.parametrize("before", [RUNTIME, {}])
def test_a_failed_installation_leaves_no_stamp(tmp_path: Path, installs: Installs, before: dict[str, bytes]) -> None:
    if before:
        environment.prepare(str(tmp_path), before)
    installs.result = 1
    with pytest.raises(SetupError):
        environment.prepare(str(tmp_path), BOTH)
    assert list(tmp_path.glob(".venv/*.stamp")) == []
    installs.result = 0
    environment.prepare(str(tmp_path), BOTH)
    assert installs.calls[-2:] == ["venv", "pip requirements.txt requirements-dev.txt"]


def test_a_venv_that_cannot_be_removed_keeps_no_stamp(
    tmp_path: Path, installs: Installs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    environment.prepare(str(tmp_path), BOTH)
    monkeypatch.setattr(shutil, "rmtree", refuse)
    with pytest.raises(SetupError, match="Permission denied"):
        environment.prepare(str(tmp_path), {"requirements.txt": b"runtime 2"})
    assert list(tmp_path.glob(".venv/*.stamp")) == []
    assert installs.calls == ["venv", "pip requirements.txt requirements-dev.txt"]


def test_a_venv_without_its_python_is_not_ready(tmp_path: Path, installs: Installs) -> None:
    environment.prepare(str(tmp_path), RUNTIME)
    environment.python_of(tmp_path / ".venv").unlink()
    assert not build.is_ready(str(tmp_path), RUNTIME)
    environment.prepare(str(tmp_path), RUNTIME)
    assert installs.calls.count("venv") == 2


def test_two_first_runs_install_once(tmp_path: Path, installs: Installs) -> None:
    runs = [threading.Thread(target=environment.prepare, args=(str(tmp_path), RUNTIME)) for _ in range(2)]
    with environment.held(tmp_path / ".venv.lock"):
        for run in runs:
            run.start()
        assert installs.calls == []
    for run in runs:
        run.join(timeout=30)
    assert installs.calls == ["venv", "pip requirements.txt"]


def test_a_waiting_run_says_so(tmp_path: Path, installs: Installs, capsys: pytest.CaptureFixture[str]) -> None:
    run = threading.Thread(target=environment.prepare, args=(str(tmp_path), RUNTIME))
    with environment.held(tmp_path / ".venv.lock"):
        run.start()
        printed = ""
        while "Another run is setting up .venv" not in printed and run.is_alive():
            printed += capsys.readouterr().err
        assert installs.calls == []
    run.join(timeout=30)
    assert "Another run is setting up .venv; waiting for it to finish." in printed


def without_venv(monkeypatch: pytest.MonkeyPatch, *, is_root: bool, prefix: str = "/usr") -> str:
    """Make this Debian's own Python without venv; the name of the package that holds it."""
    monkeypatch.setattr(environment, "has_venv", lambda: False)
    monkeypatch.setattr(environment, "is_debian_python", lambda: prefix == "/usr")
    monkeypatch.setattr(os, "geteuid", lambda: 0 if is_root else 1000, raising=False)
    return f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def test_debian_as_root_installs_venv_by_apt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    package = without_venv(monkeypatch, is_root=True)
    commands: list[Sequence[str]] = []
    installs = Installs()

    def run(command: Sequence[str], *_: object) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        if command[0] == "apt-get":
            return subprocess.CompletedProcess(command, 0, "")
        return installs.run(command)

    monkeypatch.setattr(environment, "run", run)
    environment.prepare(str(tmp_path), RUNTIME)
    assert commands[:2] == [["apt-get", "update"], ["apt-get", "install", "-y", package]]
    assert f"installing Debian's {package} with apt-get" in capsys.readouterr().err


@pytest.mark.parametrize(("is_root", "prefix"), [(False, "/usr"), (True, "/opt/python")])
def test_apt_is_left_alone_without_debian_or_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, installs: Installs, *, is_root: bool, prefix: str
) -> None:
    without_venv(monkeypatch, is_root=is_root, prefix=prefix)
    with pytest.raises(SetupError, match="cannot make a virtual environment"):
        environment.prepare(str(tmp_path), RUNTIME)
    assert installs.calls == []


def test_without_a_network_the_first_run_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "requirements.txt").write_text("x==1 --hash=sha256:" + "0" * 64, encoding="utf-8")
    for name, value in {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_RETRIES": "0",
        "NO_PROXY": "127.0.0.1",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(environment, "python_of", lambda _: Path(sys.executable))
    with pytest.raises(SetupError, match="index could not be reached"):
        environment.install_locks(tmp_path / ".venv", ["requirements.txt"])


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / ".venv.lock").mkdir()
    with pytest.raises(SetupError, match="Could not set up"):
        environment.prepare(str(tmp_path), RUNTIME)
