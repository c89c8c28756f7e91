"""A copy of a site's sources: all that a build reads, and nothing from outside of the site."""

import os
from pathlib import Path

import pytest

from sitegen import cli
from sitegen.publishing.source_folder import lay_out_sources
from tests.site.small import SETTINGS, SmallSite, files

needs_links = pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A site with a target."""
    site = SmallSite(tmp_path)
    site.settings({**SETTINGS, "base_url": "https://example.org", "publish": {"live": {"folder": "../www"}}})
    return site


def test_sources_are_copied_and_the_rest_is_not(site: SmallSite) -> None:
    for path in ("content/.notes.md.swp", ".git/config", "publish.local.yaml", "notes.txt"):
        site.write(path, "private")
    lay_out_sources(site.root, site.folder / "copy", {"content/tools/charter.md": b"changed"})
    copy = files(site.folder / "copy")
    assert copy.pop("content/tools/charter.md") == b"changed"
    assert copy == {path: data for path, data in files(site.root).items() if path in copy}
    assert {"site.yaml", "content/tools/huddle.md"} <= copy.keys()
    assert b"private" not in copy.values()
    lay_out_sources(site.root, site.folder / "copy", {})
    assert (site.folder / "copy/content/tools/charter.md").read_bytes() != b"changed"


@needs_links
def test_links_inside_the_site_are_followed(site: SmallSite) -> None:
    (site.root / "content/tools").rename(site.root / "tools-of-ours")
    (site.root / "content/tools").symlink_to(site.root / "tools-of-ours")
    (site.root / "content/tools/round").symlink_to(site.root / "tools-of-ours")
    lay_out_sources(site.root, site.folder / "copy", {})
    copied = site.folder / "copy/content/tools/huddle.md"
    assert copied.is_file()
    assert not copied.is_symlink()


@needs_links
@pytest.mark.parametrize("linked", ["static/secret.txt", "content/stories/secret.md", "static/secrets"])
def test_nothing_from_outside_is_published(site: SmallSite, linked: str, capsys: pytest.CaptureFixture[str]) -> None:
    outside = site.folder / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("---\ntitle: SECRET\ndate: 2020-01-01\n---\nSECRET\n")
    (site.root / linked).parent.mkdir(exist_ok=True)
    (site.root / linked).symlink_to(outside if linked.endswith("s") else outside / "secret.txt")
    assert cli.main(["publish", "--yes", "--site", str(site.root)]) == 1
    assert "link" in capsys.readouterr().err
    assert not (site.folder / "www").exists()
    kept = (site.root / ".sitegen-keep").rglob("*")
    assert not any(b"SECRET" in path.read_bytes() for path in kept if path.is_file())
