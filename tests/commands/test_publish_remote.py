"""A week with `publish` over SFTP: first time, an edit, a page on time, somebody else's hand, going back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen import cli
from sitegen.model.folders import LEDGER
from tests.publishing.made_up import Publisher
from tests.publishing.rclone_servers import publisher_to, served, write_there
from tests.site.small import SETTINGS, SmallSite

pytestmark = pytest.mark.long


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Publisher]:
    """Yield a publisher to a server, whose settings the site of the test takes over."""
    (tmp_path / "served/bucket").mkdir(parents=True)
    with served("sftp", tmp_path / "served") as port:
        yield publisher_to("sftp", port, tmp_path)


@pytest.fixture
def site(place: Publisher, tmp_path: Path) -> SmallSite:
    """A small site whose target is that server."""
    site = SmallSite(tmp_path / "small")
    site.settings({**SETTINGS, "base_url": "https://example.org", "publish": {"live": {"permanent": True}}})
    site.write("publish.local.yaml", (place.site / "publish.local.yaml").read_text())
    return site


def publish(site: SmallSite, *words: str) -> int:
    """Publish; return the exit code."""
    return cli.main(["publish", "--yes", *words, "--site", str(site.root)])


def test_a_week_over_sftp(
    site: SmallSite, place: Publisher, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    www = place.www
    site.story("summer", publish="2026-07-01 08:00")
    assert publish(site, "--as-of", "2026-06-30") == 0
    said = capsys.readouterr().out
    assert "To live, place:bucket/www:" in said
    assert (www / "tools/huddle/index.html").is_file()
    assert "/tools/huddle/: " in site.text(LEDGER)
    assert publish(site, "--as-of", "2026-06-30") == 0
    assert "Nothing to send" in capsys.readouterr().out

    site.story("half-written", draft=False)  # begun, and not published
    assert publish(site, "--due", "--as-of", "2026-07-01T08:00") == 0
    assert (www / "stories/summer/index.html").is_file()
    assert not (www / "stories/half-written").exists()

    assert publish(site, "--as-of", "2026-07-02") == 0
    assert (www / "stories/half-written/index.html").is_file()
    write_there(tmp_path, "index.html", "hacked")
    assert publish(site, "--as-of", "2026-07-02") == 3
    assert publish(site, "--replace-changes", "--as-of", "2026-07-02") == 0
    assert "hacked" not in (www / "index.html").read_text()

    assert publish(site, "--release", "1") == 0
    assert not (www / "stories/summer").exists()
    assert publish(site, "--due", "--as-of", "2026-07-03") == 1
    assert b"secret" not in (www / "index.html").read_bytes()
    settings = (tmp_path / "rclone.conf").read_bytes()
    everything = b"".join(path.read_bytes() for path in www.rglob("*") if path.is_file())
    assert settings not in everything
    assert b"place:bucket" not in everything
