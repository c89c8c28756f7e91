"""The audit says what pip-audit says, and where that cannot be had, that nothing is known."""

import json
import shutil
import subprocess
from typing import Any

import pytest

from sitegen import cli

CLEAN = {"dependencies": [{"name": "click", "version": "8.1", "vulns": []}], "fixes": []}
FOUND = {
    "dependencies": [
        {"name": "pypdf", "version": "5.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["5.1", "6.0"]}]},
        {"name": "nh3", "version": "0.2", "vulns": [{"id": "PYSEC-2", "fix_versions": []}]},
        {"name": "odd", "skip_reason": "not found"},
    ]
}


def answer(monkeypatch: pytest.MonkeyPatch, *answers: Any, stderr: str = "") -> list[list[str]]:
    """Let pip-audit answer so, once a lock; return the commands that it is given."""
    commands: list[list[str]] = []
    left = list(answers)

    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        said = left.pop(0)
        if isinstance(said, Exception):
            raise said
        return subprocess.CompletedProcess(command, 0, said if isinstance(said, str) else json.dumps(said), stderr)

    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(subprocess, "run", run)
    return commands


def test_packages_without_known_vulnerabilities_pass(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = answer(monkeypatch, CLEAN, CLEAN, CLEAN)
    assert cli.main(["audit"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "requirements.txt: 1 packages, no known vulnerabilities",
        "requirements-dev.txt: 1 packages, no known vulnerabilities",
        "requirements-rclone.txt: 1 packages, no known vulnerabilities",
    ]
    assert all("--require-hashes" in command and "--disable-pip" in command for command in commands)


def test_vulnerabilities_are_named_with_the_versions_that_mend_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, FOUND, CLEAN, CLEAN)
    assert cli.main(["audit"]) == 1
    assert capsys.readouterr().out.splitlines()[:4] == [
        "requirements.txt: 3 packages, 3 known vulnerabilities",
        "  pypdf 5.0: PYSEC-1, mended in 5.1 or 6.0",
        "  nh3 0.2: PYSEC-2, mended in no version yet",
        "  odd: not looked at, not found",
    ]


@pytest.mark.parametrize("said", ["", "no JSON", "[]", "{}", OSError("gone"), subprocess.TimeoutExpired("x", 1)])
def test_a_database_that_cannot_be_asked_is_told(
    said: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, said, stderr="first\nConnectionError: no route\n")
    assert cli.main(["audit"]) == 1
    printed = capsys.readouterr().err
    assert "the database of vulnerabilities cannot be asked, so nothing is known of them" in printed
    assert ("ConnectionError" in printed) == isinstance(said, str)


def test_an_audit_without_pip_audit_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert cli.main(["audit"]) == 1
    assert "pipx install pip-audit" in capsys.readouterr().err
