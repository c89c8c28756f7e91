"""Publishing on time: what dates change goes out of the last release's own sources, and nothing else does."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from sitegen import cli
from sitegen.model.folders import LEDGER
from sitegen.publishing.folder_files import FolderFiles
from tests.site.small import SETTINGS, SmallSite, files

LIVE = {"live": {"folder": "../www", "permanent": True}}
BEFORE, AFTER, LATER = "2026-07-01T07:59", "2026-07-01T08:00", "2026-09-01T00:00"
PAGE = "www/stories/summer/index.html"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """A site that was published before its page `summer` is out; it expires on August 1."""
    site = SmallSite(tmp_path_factory.mktemp("published"))
    site.settings({**SETTINGS, "base_url": "https://example.org", "timezone": "America/Los_Angeles", "publish": LIVE})
    site.story("summer", publish="2026-07-01 08:00", expires="2026-08-01")
    assert run(site, "publish", "--yes", "--as-of", "2026-06-30") == 0
    return site


@pytest.fixture
def site(published: SmallSite, tmp_path: Path) -> SmallSite:
    """A copy of that site, with its target."""
    copy = SmallSite.__new__(SmallSite)
    copy.root, copy.folder = tmp_path / "site", tmp_path
    shutil.copytree(published.folder, tmp_path, dirs_exist_ok=True)
    return copy


def run(site: SmallSite, *words: str) -> int:
    """Run a command on the site; return its exit code."""
    return cli.main([*words, "--site", str(site.root)])


def due(site: SmallSite, as_of: str, *words: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """Publish what is due at a moment; return the object that was printed."""
    capsys.readouterr()
    assert run(site, "publish", "--due", "--yes", "--json", "--as-of", as_of, *words) == 0
    facts: dict[str, Any] = json.loads(capsys.readouterr().out)
    return facts


def test_a_page_comes_and_goes_at_its_moments(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    facts = due(site, BEFORE, capsys=capsys)
    assert facts == {"target": "live", "state": "not due", "next": "2026-07-01T08:00:00-07:00"}
    assert not (site.folder / PAGE).exists()
    assert "/stories/summer/" not in site.text(LEDGER)

    facts = due(site, AFTER, capsys=capsys)
    assert facts["state"] == "published"
    assert [one["title"] for one in facts["plan"]["new"]] == ["Story summer"]
    assert (site.folder / PAGE).exists()
    assert "/stories/summer/: 2026-07-01\n" in site.text(LEDGER)
    assert due(site, AFTER, capsys=capsys)["state"] == "not due"

    facts = due(site, LATER, capsys=capsys)
    assert [one["title"] for one in facts["plan"]["gone"]] == ["Story summer"]
    assert not (site.folder / PAGE).exists()
    assert due(site, LATER, capsys=capsys) == {"target": "live", "state": "not due", "next": None}


def test_the_working_folder_is_not_looked_at(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.story("half-written", "[broken](nowhere.md)\n")
    site.story("story-1", "HALF WRITTEN\n")
    site.write("templates/story.html", "{{ broken")
    site.write("static/new.txt", "new")
    (site.root / "content/tools/charter.md").unlink()
    site.write("site.yaml", "title: [")
    assert due(site, AFTER, capsys=capsys)["state"] == "published"
    now = files(site.folder / "www")
    assert PAGE.removeprefix("www/") in now
    assert "tools/charter/index.html" in now
    assert not any(b"HALF WRITTEN" in data or b"half-written" in data for data in now.values())
    assert "new.txt" not in now


def test_a_release_is_that_of_a_clean_build_at_the_moment(
    site: SmallSite, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    due(site, AFTER, capsys=capsys)
    twin = SmallSite(tmp_path / "twin")
    twin.settings({**SETTINGS, "base_url": "https://example.org", "timezone": "America/Los_Angeles", "publish": LIVE})
    twin.story("summer", publish="2026-07-01 08:00", expires="2026-08-01")
    twin.write(LEDGER, site.text(LEDGER))
    assert run(twin, "publish", "--yes", "--as-of", AFTER) == 0
    assert _outputs(twin.folder / "www").items() <= _outputs(site.folder / "www").items()  # old files stay a while


def test_after_a_release_was_put_back_a_person_must_publish_first(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.story("story-1", "Another text.\n")
    assert run(site, "publish", "--yes", "--as-of", "2026-06-30") == 0
    assert run(site, "publish", "--yes", "--release", "1") == 0
    before = _outputs(site.folder / "www")
    capsys.readouterr()
    assert run(site, "publish", "--due", "--as-of", AFTER) == 1
    said = capsys.readouterr().err
    assert "release 1 was put back at live, and stays until a person publishes" in said
    assert "hint: when the site is as it should be: python3 build.py publish live" in said
    assert _outputs(site.folder / "www") == before
    site.story("story-1")  # the texts of release 1: nothing is to be sent, and still a person has published
    assert run(site, "publish", "--yes", "--as-of", "2026-06-30") == 0
    assert due(site, AFTER, capsys=capsys)["state"] == "published"


def test_a_page_that_was_scheduled_since_is_known_even_where_nothing_was_sent(
    site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    site.story("autumn", publish="2026-10-01")
    capsys.readouterr()
    assert run(site, "publish", "--as-of", "2026-06-30") == 0
    said = capsys.readouterr().out
    assert "Nothing to send: live has this release already." in said
    assert "Held back until October 1, 2026: Story autumn" in said
    facts = due(site, "2026-10-01", capsys=capsys)
    assert [one["title"] for one in facts["plan"]["new"]] == ["Story autumn"]


def test_what_another_computer_published_is_not_undone(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    other = SmallSite(site.folder / "other")
    other.settings({**SETTINGS, "base_url": "https://example.org", "publish": {"live": {"folder": "../../www"}}})
    assert run(other, "publish", "--yes") == 0
    capsys.readouterr()
    assert run(site, "publish", "--due", "--as-of", AFTER) == 3
    assert "what is there is not release 1, the last one from this computer" in capsys.readouterr().err


def test_a_cut_run_of_the_clock_goes_on_and_one_of_a_person_waits(
    site: SmallSite, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put = FolderFiles.put

    def fail(files: FolderFiles, path: str, source: Path | bytes) -> object:
        if path.startswith("stories/") and path.endswith("/index.html"):
            raise OSError(28, "No space left on device", path)
        return put(files, path, source)

    with monkeypatch.context() as patch:
        patch.setattr(FolderFiles, "put", fail)
        assert run(site, "publish", "--due", "--as-of", AFTER) == 4
    assert due(site, AFTER, capsys=capsys)["state"] == "published"

    site.story("by-a-person")
    with monkeypatch.context() as patch:
        patch.setattr(FolderFiles, "put", fail)
        assert run(site, "publish", "--yes", "--as-of", AFTER) == 4
    capsys.readouterr()
    assert run(site, "publish", "--due", "--as-of", LATER) == 4
    assert "a run of somebody's was cut off here" in capsys.readouterr().err


def test_a_page_that_was_called_gone_since_stays_so(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    text = site.text(LEDGER)
    (line,) = [line for line in text.splitlines() if line.startswith("/tools/charter/: ")]
    day = line.partition(": ")[2]
    site.write(LEDGER, text.replace(line, f"/tools/charter/: {{first: {day}, gone: true}}"))
    due(site, AFTER, capsys=capsys)
    assert f"/tools/charter/: {{first: {day}, gone: true}}" in site.text(LEDGER)
    assert "/stories/summer/: " in site.text(LEDGER)


def test_a_dry_run_shows_what_would_be_due(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert due(site, AFTER, "--dry-run", capsys=capsys)["state"] == "planned"
    assert not (site.folder / PAGE).exists()


@pytest.mark.parametrize("option", [("--release", "1"), ("--replace-changes",)])
def test_what_a_person_must_decide_is_refused(
    site: SmallSite, option: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(site, "publish", "--due", *option) == 2
    assert "--due decides nothing that a person must" in capsys.readouterr().err


def test_nothing_is_due_where_nothing_was_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = SmallSite(tmp_path)
    site.settings({**SETTINGS, "publish": LIVE})
    assert run(site, "publish", "live", "--due") == 2
    said = capsys.readouterr().err
    assert "nothing was published to live from this computer yet" in said
    assert "hint: publish it yourself first: python3 build.py publish live" in said


def test_lost_sources_are_named(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    for blob in (site.root / ".sitegen-keep/blobs").rglob("*"):
        if blob.is_file() and b"summer" in blob.read_bytes() and blob.read_bytes().startswith(b"---"):
            blob.unlink()
    assert run(site, "publish", "--due", "--as-of", AFTER) == 2
    assert "the sources of release 1 are not whole: .sitegen-keep has lost content/stories/summer.md" in (
        capsys.readouterr().err
    )


def _outputs(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in files(folder).items() if not path.startswith(".sitegen-publish/")}
