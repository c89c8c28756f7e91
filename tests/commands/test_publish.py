"""A staff member's week with `publish`: first time, an edit, a rename, a mistake, going back."""

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from sitegen import cli
from sitegen.model.folders import LEDGER
from tests.site.small import SETTINGS, SmallSite, files

LIVE = {"live": {"folder": "../www", "permanent": True}}


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A small site with a target, at the root of a host."""
    site = SmallSite(tmp_path)
    site.settings({**SETTINGS, "base_url": "https://example.org", "publish": LIVE})
    return site


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The address of a web server that shows the target's folder."""
    (tmp_path / "www").mkdir()
    handler = partial(QuietHandler, directory=str(tmp_path / "www"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def run(site: SmallSite, *words: str) -> int:
    """Run a command on the site; return its exit code."""
    return cli.main([*words, "--site", str(site.root)])


def published(site: SmallSite, *words: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """Publish; return the object that was printed."""
    capsys.readouterr()
    assert run(site, "publish", "--yes", "--json", *words) == 0
    facts: dict[str, Any] = json.loads(capsys.readouterr().out)
    return facts


def test_a_week(site: SmallSite, server: str, capsys: pytest.CaptureFixture[str]) -> None:
    settings = {**SETTINGS, "base_url": "https://example.org"}
    site.settings({**settings, "publish": {"live": {**LIVE["live"], "verify_url": server}}})
    www = site.folder / "www"

    # Monday: the first time. The site goes out whole, and its addresses are written down.
    facts = published(site, capsys=capsys)
    assert (facts["state"], facts["number"], facts["verified"]) == ("published", 1, "live")
    assert {one["title"] for one in facts["plan"]["new"]} >= {"Story story-1", "Tool huddle"}
    assert (www / "release-id.txt").read_text() == f"{facts['release']}\n"
    ledger = site.text(LEDGER)
    assert "/tools/huddle/: " in ledger
    assert "/stories/page/2/" not in ledger

    # Tuesday: nothing has changed.
    assert published(site, capsys=capsys)["state"] == "unchanged"
    assert site.text(LEDGER) == ledger

    # Wednesday: a page is renamed. Its old address leads to the new one.
    assert run(site, "rename", "tools/huddle", "morning-huddle", "--yes") == 0
    facts = published(site, capsys=capsys)
    moved = {"title": "Tool huddle", "address": "/tools/morning-huddle/", "earlier": "/tools/huddle/"}
    assert facts["plan"]["moved"] == [moved]
    assert "moved" in (www / "tools/huddle/index.html").read_text()
    assert "/tools/morning-huddle/: " in site.text(LEDGER)

    # Thursday: a page is deleted without a word. It stays published until somebody says where it went.
    (site.root / "content/tools/charter.md").unlink()
    before = files(www)
    assert run(site, "publish", "--yes") == 1
    said = capsys.readouterr()
    assert '"/tools/charter/" was published on ' in said.err
    assert "Not published: " in said.out
    assert files(www) == before
    (line,) = [line for line in site.text(LEDGER).splitlines() if line.startswith("/tools/charter/")]
    lost = [line for line in said.err.splitlines() if ": {first: " in line]
    text = site.text(LEDGER)
    for one in lost:
        better = one.partition('write "')[2].partition('" in this line')[0]
        address = better.partition(": ")[0]
        text = "".join(f"{better}\n" if line.startswith(f"{address}: ") else f"{line}\n" for line in text.splitlines())
    assert line not in text
    site.write(LEDGER, text)
    facts = published(site, capsys=capsys)
    assert [one["address"] for one in facts["plan"]["gone"]] == ["/tools/charter/"]

    # Friday: it was a mistake. The release of Monday is put back, and then that of Wednesday.
    assert run(site, "releases") == 0
    assert "3  " in capsys.readouterr().out.splitlines()[0]
    facts = published(site, "--release", "1", capsys=capsys)
    assert [one["address"] for one in facts["plan"]["new"]] == ["/tools/charter/", "/tools/huddle/"]
    assert facts["verified"] == "live"
    assert published(site, "--release", "2", capsys=capsys)["number"] == 5
    now = {path: data for path, data in files(www).items() if not path.startswith(".sitegen-publish")}
    assert {path: now.get(path) for path in before if not path.startswith(".")} == {
        path: data for path, data in before.items() if not path.startswith(".")
    }


def test_the_plan_is_shown_and_nothing_is_done_without_a_yes(
    site: SmallSite, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(site, "publish", "--dry-run") == 0
    said = capsys.readouterr().out
    assert "7 pages new; " in said
    assert "New: Story story-1 (/stories/story-1/)" in said
    assert not (site.folder / "www").exists()
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    assert run(site, "publish") == 2
    assert "nobody is there to answer" in capsys.readouterr().err
    assert not (site.folder / "www").exists()
    assert not (site.root / LEDGER).exists()


def test_what_others_did_at_the_target_has_its_own_exit_code(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(site, "publish", "--yes") == 0
    (site.folder / "www/index.html").write_text("hacked")
    capsys.readouterr()
    assert run(site, "publish", "--yes") == 3
    assert "somebody changed or deleted 1 file here: /index.html" in capsys.readouterr().err
    assert run(site, "publish", "--yes", "--replace-changes") == 0
    assert "hacked" not in (site.folder / "www/index.html").read_text()


def test_a_download_that_nothing_links_to_any_more_is_not_lost_without_a_word(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.write("static/downloads/plan.csv", "a,b\n")
    site.story("story-1", "[Plan](../../static/downloads/plan.csv)\n")
    assert run(site, "publish", "--yes") == 0
    assert "/downloads/plan.csv: " in site.text(LEDGER)
    site.story("story-1")
    assert run(site, "publish", "--yes") == 1
    assert '"/downloads/plan.csv" was published on ' in capsys.readouterr().err
    assert (site.folder / "www/downloads/plan.csv").exists()


def test_nothing_private_is_published(site: SmallSite) -> None:
    site.story("secret-plan", draft=True, owner="ann.private@example.org")
    assert run(site, "publish", "--yes") == 0
    everything = b"".join(files(site.folder / "www").values())
    assert b"secret" not in everything
    assert b"ann.private" not in everything
    assert str(site.folder).encode() not in everything


def test_a_file_with_the_name_of_a_file_of_publishing_is_refused(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.write("static/release-id.txt", "mine")
    assert run(site, "publish", "--yes") == 1
    assert "static/release-id.txt: publishing writes a file of this name itself" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("publish", "trial", "--yes"), 'there is no target "trial"'),
        (("publish", "--release", "1", "--as-of", "2026-05-01", "--yes"), "leave out --release, or --as-of"),
        (("publish", "--release", "4", "--yes"), "there is no kept release 4"),
        (("publish", "--json"), "add --yes, or --dry-run"),
    ],
)
def test_wrong_usage_is_refused_before_anything_is_built(
    site: SmallSite, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(site, *words) == 2
    assert said in capsys.readouterr().err
    assert not (site.root / ".sitegen").exists()


def test_a_site_without_a_target_is_told_how_to_name_one(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.settings(SETTINGS)
    assert run(site, "publish", "--yes") == 2
    hint = capsys.readouterr().err.partition("hint: add a line to it, such as ")[2].strip()
    assert hint == "publish: {live: {folder: /srv/www/site, permanent: true}}"
