"""The command line: what it prints, where, and its exit codes."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from filelock import FileLock

from sitegen import cli
from sitegen.building import PROJECT, Choices, place_of
from sitegen.commands import build
from sitegen.errors import BuildError
from tests.site.small import SmallSite, files

BUILD_PY = [sys.executable, str(PROJECT / "build.py")]
COMMANDS = sorted(cli.commands.commands)
KEYS = {
    "pages",
    "files",
    "written",
    "unchanged",
    "pruned",
    "rendered",
    "warnings",
    "errors",
    "advice",
    "seconds",
    "peak_mb",
    "problems",
    "notes",
    "held_back",
}


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


class Runner:
    """Runs commands on a small site in this process."""

    def __init__(self, site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
        self.site, self._capsys = site, capsys

    def __call__(self, command: str, *arguments: str) -> Ran:
        code = cli.main([command, "--site", str(self.site.root), *arguments])
        return Ran(code, *self._capsys.readouterr())

    def build(self, *arguments: str) -> Ran:
        return self("build", "--out", str(self.site.out), "--jobs", "1", *arguments)

    def check(self, *arguments: str) -> Ran:
        return self("check", "--out", str(self.site.out), *arguments)


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Runner:
    return Runner(SmallSite(tmp_path), capsys)


def test_a_build_says_what_it_made_and_where(run: Runner) -> None:
    ran = run.build()
    assert ran.code == 0
    assert ran.err == ""
    first, second = ran.out.splitlines()
    assert first.startswith(f"{len([*run.site.out.rglob('*.html')])} pages in ")
    assert first.endswith(" files written.")
    assert second == f"The site is in {run.site.out}. To look at it: python3 build.py serve"


def test_a_build_with_nothing_to_do_says_so(run: Runner) -> None:
    run.build()
    assert "nothing had changed" in run.build().out


def test_a_mistake_is_reported_on_standard_error_and_the_old_site_stays(run: Runner) -> None:
    run.build()
    before = files(run.site.out)
    run.site.story("story-1", "See [that](nothing.md).\n", topics=["qualty"])
    ran = run.build()
    assert ran.code == 1
    assert 'content/stories/story-1.md:5:10: unknown topic "qualty"' in ran.err
    assert 'did you mean "Quality"?' in ran.err
    assert 'there is no page "stories/nothing"' in ran.err
    assert ran.out == f"Not built: 2 errors. The site in {run.site.out} is as it was before.\n"
    assert files(run.site.out) == before


def test_warnings_leave_the_exit_code_at_0(run: Runner) -> None:
    run.site.story("story-1", "# Big\n")
    ran = run.build()
    assert ran.code == 0
    assert "warning: heading of level 1" in ran.err
    assert "Built with 1 warning." in ran.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([command, "--help"]) == 0
    said = capsys.readouterr().out
    assert f"Usage: build.py {command}" in said
    declared = [name for option in cli.commands.commands[command].params for name in option.opts if name[0] == "-"]
    assert all(name in said for name in declared)


@pytest.mark.parametrize("word", ["--help", "-h"])
def test_help_lists_every_command(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([word]) == 0
    said = capsys.readouterr().out
    assert all(f"  {command} " in said for command in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["biuld"], "No such command 'biuld'"),
        (["build", "--cleen"], "No such option"),
        (["--cleen"], "No such option"),
        (["build", "--jobs", "0"], "Invalid value for '--jobs'"),
        (["build", "--as-of", "soon"], '"soon" is no date: write 2026-05-01'),
        (["build", "extra"], "unexpected extra argument"),
        (["new", "story"], "Missing argument 'TITLE...'"),
        (["explain"], "Missing argument 'URL'"),
        (["serve", "--port", "99999"], "Invalid value for '--port'"),
        (["build", "--site", "/nowhere/at-all"], "there is no folder /nowhere/at-all"),
        (["serve", "--site", "/nowhere/at-all"], "there is no folder /nowhere/at-all"),
    ],
)
def test_wrong_usage_is_reported_with_exit_code_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.out == ""


def test_a_build_is_what_happens_without_a_command(run: Runner) -> None:
    assert cli.main(["--site", str(run.site.root), "--out", str(run.site.out), "--jobs", "1"]) == 0
    assert (run.site.out / "index.html").is_file()


def test_a_bug_of_ours_shows_its_traceback_with_exit_code_70(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_choices: Choices) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(build, "build_site", broken)
    ran = run.build()
    assert ran.code == 70
    assert "Traceback" in ran.err
    assert "This is a bug in sitegen, not a mistake of yours." in ran.err


def test_what_the_machine_refuses_is_reported_without_a_traceback(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_choices: Choices) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "some/file")

    monkeypatch.setattr(build, "build_site", refused)
    ran = run.build()
    assert ran.code == 1
    assert ran.err.startswith("some/file: the system says: Permission denied\n  hint: ")


def test_what_stops_the_build_itself_is_reported_without_a_traceback(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_choices: Choices) -> None:
        raise BuildError("writing failed: No space left on device", path="public", hint="free some space")

    monkeypatch.setattr(build, "build_site", full)
    ran = run.build()
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "public: writing failed: No space left on device\n  hint: free some space\n\n"


def test_json_is_one_object_on_one_line(run: Runner) -> None:
    ran = run.build("--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("\n") == 1
    printed = json.loads(ran.out)
    assert printed.keys() == KEYS
    assert printed["pages"] == len([*run.site.out.rglob("*.html")])
    assert printed["written"] == printed["files"]
    assert (printed["unchanged"], printed["pruned"], printed["warnings"], printed["errors"]) == (0, 0, 0, 0)
    assert set(printed["seconds"]) >= {"scan", "read", "catalog", "render", "commit", "save", "total"}
    assert printed["peak_mb"] > 10


def test_json_tells_mistakes_too(run: Runner) -> None:
    run.site.story("story-1", topics=["qualty"])
    ran = run.build("--json")
    assert (ran.code, ran.err) == (1, "")
    assert json.loads(ran.out)["problems"] == [
        {
            "severity": "error",
            "kind": "ContentError",
            "file": "content/stories/story-1.md",
            "line": 5,
            "column": 10,
            "message": 'unknown topic "qualty"',
            "hint": 'did you mean "Quality"?',
            "values": {},
        }
    ]


@pytest.mark.parametrize("place", ["content", "templates/x", "static", ".", "..", "taken"])
def test_an_output_folder_that_is_not_ours_is_refused(place: str, run: Runner) -> None:
    run.site.write("static/x.txt", "x")
    run.site.write("taken/mine.txt", "mine")
    ran = run("build", "--out", str(run.site.root / place))
    assert ran.code == 2
    assert "hint: choose an empty folder" in ran.err


def test_a_file_that_we_did_not_write_is_kept_and_named(run: Runner) -> None:
    run.build()
    (run.site.out / "mine.txt").write_text("mine", "utf-8")
    run.site.story("story-9", date="2017-10-09")
    ran = run.build()
    assert ran.code == 0
    assert f"note: {run.site.out / 'mine.txt'} was not written by sitegen and was left alone" in ran.err
    assert (run.site.out / "mine.txt").read_text("utf-8") == "mine"


def test_drafts_are_shown_where_they_are_asked_for(run: Runner) -> None:
    run.site.story("story-9", draft=True)
    run.build()
    assert not (run.site.out / "stories/story-9").exists()
    assert run.build("--drafts").code == 0
    assert (run.site.out / "stories/story-9/index.html").is_file()


def test_build_py_gives_the_exit_code_and_utf8_on(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.story("story-1", topics=["\u00fcber\u2026"])
    command = [*BUILD_PY, "--site", str(site.root), "--out", str(site.out), "--jobs", "1"]
    ran = subprocess.run(command, capture_output=True, check=False, env=os.environ | {"LC_ALL": "C"}, timeout=120)
    assert ran.returncode == 1
    assert 'unknown topic "\u00fcber\u2026"' in ran.stderr.decode("utf-8")


def test_a_second_build_waits_and_says_so(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    lock = FileLock(place_of(Choices(site=site.root, out=site.out)).store.with_suffix(".lock"))
    Path(lock.lock_file).parent.mkdir(parents=True)
    command = [*BUILD_PY, "build", "--site", str(site.root), "--out", str(site.out), "--jobs", "1"]
    with lock, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as second:
        assert second.stderr
        assert second.stderr.readline() == "another build of this site is running; waiting for it to end\n"
        assert not site.out.exists()
        lock.release()
        assert second.wait(120) == 0
    assert (site.out / "index.html").is_file()
