"""build.py: when it makes .venv, when it leaves it alone, and what it says when it cannot."""

import ast
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

import build
from sitegen.devtools import environment
from sitegen.devtools.setup_problems import SetupError, explain_pip
from tests.interrupts import inherited, killed_at_last

ROOT = Path(build.ROOT)
RUNTIME = {"requirements.txt": b"runtime 1"}
BOTH = RUNTIME | {"requirements-dev.txt": b"dev 1"}
needs_posix = pytest.mark.skipif(os.name != "posix", reason="on Windows the console passes Ctrl-C on")


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


def copy_bootstrap(folder: Path) -> Path:
    """A project of its own in a folder: build.py, what it imports, and empty locks."""
    for name in ("build.py", *(f"sitegen/devtools/{part.name}" for part in devtools_sources())):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((ROOT / name).read_bytes())
    for lock in BOTH:
        (folder / lock).touch()
    return folder / "build.py"


def devtools_sources() -> list[Path]:
    return sorted((ROOT / "sitegen" / "devtools").glob("*.py"))


def run_python(*words: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], cwd=cwd, check=False, capture_output=True, encoding="utf-8")


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
        told = ""
        while "Another run is setting up .venv" not in told and run.is_alive():
            told += capsys.readouterr().err
        assert installs.calls == []
    run.join(timeout=30)
    assert "Another run is setting up .venv; waiting for it to finish." in told


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


@pytest.mark.parametrize(
    ("output", "meaning"),
    [
        ("Failed to establish a new connection: [Errno 111] Connection refused", "could not be reached"),
        ("[Errno -3] Temporary failure in name resolution\nNo matching distribution found", "be reached"),
        ("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed", "certificate was not accepted"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "index alters downloads"),
        ("ERROR: OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: No matching distribution found for nh3==9", "no ready-made file"),
        ("ERROR: something new", "as told above"),
    ],
)
def test_what_pip_complained_of_is_said_in_plain_words(output: str, meaning: str) -> None:
    told = explain_pip(output)
    assert meaning in told
    assert output.splitlines()[-1] in told


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


@needs_posix
def test_a_child_that_handles_the_interrupt_is_waited_for() -> None:
    child = "import os, signal, sys; os.kill(os.getppid(), signal.SIGINT); sys.exit(5)"
    handler = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        assert build.run_and_wait([sys.executable, "-c", child], dict(os.environ)) == 5
    finally:
        signal.signal(signal.SIGINT, handler)


def ready_project(folder: Path, body: str) -> Path:
    """A project whose .venv is in place, with a command line of the given body; its build.py."""
    script = copy_bootstrap(folder)
    (folder / "sitegen" / "cli.py").write_text(f"import sys\n\n\ndef main():\n    {body}\n", encoding="utf-8")
    python = environment.python_of(folder / ".venv")
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    for lock in BOTH:
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
    ready = ready.replace("LOCKS", repr(list(BOTH)))
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
