"""The browser that tests drive: how it is found, and that it shows what a folder holds."""

import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page

from tests.browser import chromium, installing

CSP = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'"
NOWHERE = Path("/nowhere/chromium")
APT = [["apt-get", "update"], ["apt-get", "install", "-y", "chromium"]]
DOWNLOAD = [list(chromium.PLAYWRIGHT_COMMAND)]


def make_program(path: Path) -> Path:
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_variable_comes_before_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = make_program(tmp_path / "mine")
    make_program(tmp_path / "chromium")
    monkeypatch.setenv("CHROMIUM", str(named))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert chromium.existing_chromium(NOWHERE) == named


def test_a_variable_that_names_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", str(NOWHERE))
    with pytest.raises(installing.NoBrowserError, match="which is no file"):
        chromium.existing_chromium(NOWHERE)


@pytest.mark.skipif("sys.platform == 'win32'", reason="programs there are found by their suffix")
def test_the_path_comes_before_a_download(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bin").mkdir()
    on_path = make_program(tmp_path / "bin" / "chromium-browser")
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert chromium.existing_chromium(make_program(tmp_path / "downloaded")) == on_path


def test_an_earlier_download_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert chromium.existing_chromium(NOWHERE) is None
    downloaded = make_program(tmp_path / "downloaded")
    assert chromium.existing_chromium(downloaded) == downloaded


@pytest.mark.parametrize(
    ("is_debian", "is_root", "commands"),
    [(True, True, APT), (True, False, DOWNLOAD), (False, True, DOWNLOAD), (False, False, DOWNLOAD)],
)
def test_it_is_installed_as_the_system_does_it(
    monkeypatch: pytest.MonkeyPatch, *, is_debian: bool, is_root: bool, commands: list[list[str]]
) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr(installing, "is_debian", lambda: is_debian)
    monkeypatch.setattr(installing, "is_root", lambda: is_root)
    monkeypatch.setattr(installing, "run", lambda command, _: calls.append(list(command)))
    chromium.install_chromium()
    assert calls == commands


def test_a_failed_installation_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(command: Sequence[str], **_: object) -> None:
        raise subprocess.CalledProcessError(1, list(command), "no such package")

    monkeypatch.setattr(subprocess, "run", fail)
    monkeypatch.setattr(installing, "can_use_apt", lambda: True)
    with pytest.raises(installing.NoBrowserError, match=r"no such package\n.*apt-get install chromium"):
        chromium.install_chromium()


def test_an_endless_installation_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(command: Sequence[str], **options: float) -> None:
        raise subprocess.TimeoutExpired(list(command), options["timeout"])

    monkeypatch.setattr(subprocess, "run", hang)
    with pytest.raises(installing.NoBrowserError, match="took over 600 s"):
        installing.run(["apt-get", "update"], "")


@pytest.mark.parametrize(("is_root", "is_sandboxed"), [(True, False), (False, True)])
def test_root_alone_goes_without_the_sandbox(
    monkeypatch: pytest.MonkeyPatch, *, is_root: bool, is_sandboxed: bool
) -> None:
    monkeypatch.setattr(installing, "is_root", lambda: is_root)
    assert ("--no-sandbox" not in chromium.launch_flags()) == is_sandboxed


@pytest.mark.browser
def test_a_served_page_runs_its_script(page: Page, serve_folder: Callable[[Path], str], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{CSP}">'
        '<title>Start</title><p>Before</p><script type="module" src="/a.js"></script>',
        encoding="utf-8",
    )
    (tmp_path / "a.js").write_text('document.querySelector("p").textContent = "After";', encoding="utf-8")
    page.goto(serve_folder(tmp_path) + "/")
    assert page.title() == "Start"
    assert page.text_content("p") == "After"


@pytest.mark.browser
def test_a_missing_page_is_the_folders_own(page: Page, serve_folder: Callable[[Path], str], tmp_path: Path) -> None:
    address = serve_folder(tmp_path)
    (tmp_path / "404.html").write_text("<!doctype html><title>Nothing here</title>", encoding="utf-8")
    response = page.goto(address + "/missing/")
    assert response is not None
    assert response.status == 404
    assert page.title() == "Nothing here"


@pytest.mark.browser
def test_axe_finds_a_fault_under_the_strict_policy(
    page: Page, serve_folder: Callable[[Path], str], tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text(
        f'<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="{CSP}">'
        '<title>Fault</title><main><h1>Fault</h1><img src="data:,"></main>',
        encoding="utf-8",
    )
    page.goto(serve_folder(tmp_path) + "/")
    violations = Axe().run(page).response["violations"]
    assert [violation["id"] for violation in violations] == ["image-alt"]


@pytest.mark.browser
def test_nothing_but_this_machines_own_address_is_looked_up(page: Page) -> None:
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto("http://127.0.0.2:9999/")


@pytest.mark.browser
@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("a.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.json.gz", "application/gzip"),
        ("a.webmanifest", "application/manifest+json"),
        ("a", "application/octet-stream"),
    ],
)
def test_files_have_the_types_that_hosts_give_them(
    page: Page, serve_folder: Callable[[Path], str], tmp_path: Path, name: str, content_type: str
) -> None:
    (tmp_path / name).touch()
    response = page.request.get(f"{serve_folder(tmp_path)}/{name}")
    assert response.headers["content-type"] == content_type
    assert "content-encoding" not in response.headers


@pytest.mark.browser
def test_the_browser_is_a_chromium(browser: Browser) -> None:
    assert browser.browser_type.name == "chromium"
    assert browser.is_connected()
