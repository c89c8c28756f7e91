"""build.py: which locks a command needs, when .venv is ready, and how the command is started."""

import ast
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import build
from sitegen.devtools import environment
from tests.interrupts import inherited, killed_at_last

ROOT = Path(build.ROOT)
LOCKS = ("requirements.txt", "requirements-dev.txt")
needs_posix = pytest.mark.skipif(os.name != "posix", reason="on Windows the console passes Ctrl-C on")


def copy_bootstrap(folder: Path) -> Path:
    """Return a project of its own in a folder: build.py, what it imports, and empty locks."""
    for name in ("build.py", *(f"sitegen/devtools/{part.name}" for part in devtools_sources())):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((ROOT / name).read_bytes())
    for lock in LOCKS:
        (folder / lock).touch()
    return folder / "build.py"


def devtools_sources() -> list[Path]:
    return sorted((ROOT / "sitegen" / "devtools").glob("*.py"))


def run_python(*words: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], cwd=cwd, check=False, capture_output=True, encoding="utf-8")


@needs_posix
def test_a_command_starts_also_where_its_output_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(os, "execve", lambda *words: words)
    assert build.start(["python"], {}) == ("python", ["python"], {})  # type: ignore[comparison-overlap]


@pytest.mark.parametrize(
    ("arguments", "locks"),
    [
        ([], ["requirements.txt"]),
        (["build", "--out", "test"], ["requirements.txt"]),
        (["--help"], ["requirements.txt"]),
        (["test"], ["requirements.txt", "requirements-dev.txt"]),
        (["-v", "test", "-k", "x"], ["requirements.txt", "requirements-dev.txt"]),
        (["bench"], ["requirements.txt", "requirements-dev.txt"]),
    ],
)
def test_only_commands_for_developers_need_the_dev_lock(arguments: list[str], locks: list[str]) -> None:
    assert build.wanted_locks(arguments) == locks


def test_only_a_site_with_such_targets_needs_rclone(tmp_path: Path) -> None:
    both = ["requirements.txt", "requirements-rclone.txt"]
    assert build.wanted_locks(["publish", "--site", str(tmp_path)]) == both[:1]
    (tmp_path / "publish.local.yaml").touch()
    assert build.wanted_locks(["publish", "live", "--site", str(tmp_path)]) == both
    assert build.wanted_locks(["publish", f"--site={tmp_path}"]) == both
    assert build.wanted_locks(["build", "--site", str(tmp_path)]) == both[:1]


def test_the_stamp_tells_interpreters_and_folders_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    for folder in ("a", "b"):
        (tmp_path / folder / "requirements.txt").write_bytes(b"x==1\n")
    here = build.expected_stamp(str(tmp_path / "a"), "requirements.txt")
    assert here.endswith(b"\n\nx==1\n")
    assert build.expected_stamp(str(tmp_path / "b"), "requirements.txt") != here
    monkeypatch.setattr(sys, "base_prefix", "/elsewhere")
    assert build.expected_stamp(str(tmp_path / "a"), "requirements.txt") != here


def test_both_sides_agree_where_things_lie(tmp_path: Path) -> None:
    venv = tmp_path / ".venv"
    assert build.stamp_path(str(tmp_path), "x.txt") == str(environment.stamp_of(venv, "x.txt"))
    assert build.python_path(str(tmp_path)) == str(environment.python_of(venv))


def test_without_ensurepip_the_exact_remedy_is_printed(tmp_path: Path) -> None:
    script = copy_bootstrap(tmp_path)
    hide = (
        "import os, runpy, sys; sys.modules['ensurepip'] = None; os.geteuid = lambda: 1000\n"
        "sys.base_prefix = sys.argv.pop(1); sys.argv = sys.argv[1:]; sys.path.insert(0, '.')\n"
        "runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    done = run_python("-c", hide, "/opt/python", script, "build", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "Setting up sitegen in .venv (only this once; it takes some 30 seconds and the Internet).\n"
        f"This Python ({sys.executable}) cannot make a virtual environment: a part of it"
        " (venv, ensurepip) is missing.\n"
        "Install Python 3.11 to 3.14 from python.org, which has it, and start build.py with that.\n\n"
        "Then run the same command again.\n"
    )
    assert not (tmp_path / ".venv").exists()


def test_a_missing_lock_is_told(tmp_path: Path) -> None:
    script = copy_bootstrap(tmp_path)
    (tmp_path / "requirements.txt").unlink()
    done = run_python(script, "build")
    assert done.returncode == 1
    assert done.stderr.startswith("Cannot read ")
    assert "Is this the whole project?" in done.stderr


@needs_posix
@pytest.mark.parametrize("code", [0, 2, 70])
def test_the_exit_code_and_arguments_pass_through(tmp_path: Path, code: int) -> None:
    script = ready_project(tmp_path, f"print(sys.argv[1:], sys.flags.safe_path, flush=True)\n    return {code}")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "sitegen.py").write_text("raise SystemExit('the wrong one')", encoding="utf-8")
    done = run_python(script, "build", "--out", "a b", "", cwd=elsewhere)
    assert (done.returncode, done.stdout, done.stderr) == (code, "['build', '--out', 'a b', ''] True\n", "")


@needs_posix
def test_an_interrupt_reaches_the_command(tmp_path: Path) -> None:
    script = ready_project(tmp_path, "print('here', flush=True)\n    sys.stdin.read()")
    with inherited(signal.SIG_DFL):
        process = subprocess.Popen(
            [sys.executable, script, "serve"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    with process, killed_at_last(process):
        assert process.stdout
        assert process.stdout.readline() == b"here\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == -signal.SIGINT


def test_a_child_that_handles_the_interrupt_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    interrupts = [KeyboardInterrupt(), KeyboardInterrupt()]

    class Interrupted(subprocess.Popen[bytes]):
        def wait(self, timeout: float | None = None) -> int:
            if interrupts:
                raise interrupts.pop()
            return super().wait(timeout)

    monkeypatch.setattr(subprocess, "Popen", Interrupted)
    assert build.run_and_wait([sys.executable, "-c", "raise SystemExit(5)"], dict(os.environ)) == 5
    assert not interrupts


def ready_project(folder: Path, body: str) -> Path:
    """Return a project whose .venv is in place, with a command line of the given body; its build.py."""
    script = copy_bootstrap(folder)
    (folder / "sitegen" / "cli.py").write_text(f"import sys\n\n\ndef main():\n    {body}\n", encoding="utf-8")
    python = environment.python_of(folder / ".venv")
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    for lock in LOCKS:
        stamp = build.expected_stamp(os.path.realpath(folder), lock)
        environment.stamp_of(folder / ".venv", lock).write_bytes(stamp)
    return script


def test_importing_build_does_nothing(tmp_path: Path) -> None:
    copy_bootstrap(tmp_path)
    done = run_python("-c", "import build", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not (tmp_path / ".venv").exists()


def test_a_run_with_nothing_to_make_imports_nothing_of_weight() -> None:
    modules = "import sys; before = set(sys.modules); import build\n"
    ready = "build.is_ready(build.ROOT, {n: build.expected_stamp(build.ROOT, n) for n in LOCKS})\n"
    ready = ready.replace("LOCKS", repr(LOCKS))
    done = run_python("-c", f"{modules}{ready}print(sorted(set(sys.modules) - before))", cwd=ROOT)
    assert done.stdout == "['build']\n"


def test_what_runs_before_the_environment_needs_the_standard_library_alone() -> None:
    done = run_python(
        "-I", "-S", "-c", f"import sys; sys.path.append({str(ROOT)!r}); import sitegen.devtools.environment"
    )
    assert done.stderr == ""


def test_an_older_python_can_read_build_py() -> None:
    ast.parse((ROOT / "build.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_sitegen_keeps_its_compiled_modules_and_reads_time_zones_from_the_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PYTHONHOME", "/elsewhere")
    monkeypatch.setenv("PYTHONTZPATH", "/usr/share/zoneinfo")
    variables = build.child_environment("/root/of/site")
    assert not {"PYTHONDONTWRITEBYTECODE", "PYTHONHOME"} & variables.keys()
    assert variables["PYTHONPATH"] == "/root/of/site"
    assert variables["PYTHONTZPATH"] == ""
