"""Playwright's driver where a library is missing that it is linked with: what is installed, and what is said."""

from pathlib import Path

import pytest

from tests.browser import chromium, driver, installing

NO_ATOMIC = "node: error while loading shared libraries: libatomic.so.1: cannot open shared object file: No such file"
APT = "sudo apt-get update && sudo apt-get install"


class System:
    """Stands in for a machine: the libraries that its driver lacks, and the packages that are put on it."""

    def __init__(self, *lacking: str) -> None:
        self.lacking = list(lacking)
        self.installed: list[list[str]] = []

    def why_not(self) -> str:
        return NO_ATOMIC.replace("libatomic.so.1", self.lacking[0]) if self.lacking else ""

    def install(self, packages: list[str]) -> None:
        self.installed.append(packages)
        self.lacking = [library for library in self.lacking if driver.PACKAGES.get(library) not in packages]


def put(
    monkeypatch: pytest.MonkeyPatch, system: System, *, apt: bool, debian: bool = True, installed: str = ""
) -> None:
    """Let the tests run on a machine, with or without the right to install, and with a Chromium of its own or none."""
    monkeypatch.setattr(driver, "why_not", system.why_not)
    monkeypatch.setattr(installing, "install_packages", system.install)
    monkeypatch.setattr(installing, "can_use_apt", lambda: apt)
    monkeypatch.setattr(installing, "is_debian", lambda: debian)
    monkeypatch.setattr(chromium, "chromium_of_system", lambda: Path(installed) if installed else None)


def test_where_it_starts_nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, system := System(), apt=True)
    driver.prepare_driver()
    assert system.installed == []


def test_a_missing_library_comes_with_chromium(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, system := System("libatomic.so.1"), apt=True)
    driver.prepare_driver()
    assert system.installed == [["libatomic1", "chromium"]]


def test_where_chromium_is_there_the_libraries_come_alone_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, system := System("libatomic.so.1", "libstdc++.so.6"), apt=True, installed="/usr/bin/chromium")
    driver.prepare_driver()
    assert system.installed == [["libatomic1"], ["libstdc++6"]]


@pytest.mark.parametrize(
    ("installed", "debian", "remedy"),
    [
        ("", True, f"Run: {APT} libatomic1 chromium"),
        ("/usr/bin/chromium", True, f"Run: {APT} libatomic1"),
        ("", False, "Install the library with your system's package manager (Debian's package is libatomic1)."),
    ],
)
def test_where_it_may_not_be_installed_the_command_is_named(
    monkeypatch: pytest.MonkeyPatch, installed: str, remedy: str, *, debian: bool
) -> None:
    put(monkeypatch, System("libatomic.so.1"), apt=False, debian=debian, installed=installed)
    with pytest.raises(installing.NoBrowserError) as raised:
        driver.prepare_driver()
    assert str(raised.value) == f"Playwright's driver cannot start: {NO_ATOMIC}\n{remedy}"


def test_what_no_package_of_ours_mends_is_told_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, system := System("libodd.so.7"), apt=True)
    with pytest.raises(installing.NoBrowserError, match=r"cannot start: node: error .* libodd\.so\.7"):
        driver.prepare_driver()
    assert system.installed == []


def test_a_package_that_does_not_help_is_tried_once(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, system := System("libatomic.so.1"), apt=True)
    monkeypatch.setattr(installing, "install_packages", system.installed.append)
    with pytest.raises(installing.NoBrowserError, match=r"libatomic\.so\.1"):
        driver.prepare_driver()
    assert system.installed == [["libatomic1", "chromium"]]


@pytest.mark.skipif("sys.platform == 'win32'", reason="a program there is no script")
@pytest.mark.parametrize(
    ("script", "reason"),
    [("exit 0", ""), (f"echo '{NO_ATOMIC}' >&2; exit 127", NO_ATOMIC), ("exit 3", "it ended with 3")],
)
def test_why_it_does_not_start_is_what_the_system_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, reason: str
) -> None:
    node = tmp_path / "node"
    node.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    node.chmod(0o755)
    monkeypatch.setenv("PLAYWRIGHT_NODEJS_PATH", str(node))
    assert driver.why_not() == reason


def test_a_driver_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PLAYWRIGHT_NODEJS_PATH", str(tmp_path / "node"))
    assert "No such file" in driver.why_not()


def test_this_machine_has_what_the_tests_drive(capsys: pytest.CaptureFixture[str]) -> None:
    assert driver.main() == 0
    assert capsys.readouterr().err.startswith("Browser tests drive ")


def test_without_it_the_command_says_so_and_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(monkeypatch, System("libatomic.so.1"), apt=False)
    assert driver.main() == 1
    assert capsys.readouterr().err.endswith(f"Run: {APT} libatomic1 chromium\n")
