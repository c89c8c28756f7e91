"""A release: the same digest whoever builds it, wherever, in any language and time zone."""

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from sitegen import cli
from sitegen.building import PROJECT
from tests.site.small import SmallSite, files

RUN = "import sys; from sitegen.cli import main; sys.exit(main())"


def build_elsewhere(site: SmallSite, name: str, *arguments: str, **environment: str) -> tuple[str, dict[str, bytes]]:
    """Build a site in another place and environment; return the last line, and what stands beside the output."""
    folder = site.folder / name
    folder.mkdir()
    (folder / "home").mkdir()
    site.root.rename(folder / "site")
    try:
        done = subprocess.run(
            [sys.executable, "-c", RUN, "build", "--site", "site", "--out", "public", "--release", *arguments],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(PROJECT), "HOME": str(folder / "home"), **environment},
            capture_output=True,
            text=True,
            check=False,
            umask=0o077 if name == "one" else 0o022,
        )
    finally:
        (folder / "site").rename(site.root)
    assert done.returncode == 0, done.stderr
    beside = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    return done.stdout.splitlines()[-1], beside


def test_two_machines_make_the_same_release(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    (site.root / "static/images").mkdir(parents=True)
    picture = PROJECT / "tests/sites_invalid/_base/static/images/team.jpg"
    (site.root / "static/images/team.jpg").write_bytes(picture.read_bytes())
    site.story("story-1", "![A team](../../static/images/team.jpg)\n")
    one = build_elsewhere(site, "one", TZ="Asia/Kolkata", LANG="C", LC_ALL="C", USER="ann", PYTHONHASHSEED="1")
    other = build_elsewhere(
        site, "a longer path", "--jobs", "2", TZ="America/Lima", LC_ALL="C.UTF-8", USER="bo", PYTHONHASHSEED="2"
    )
    assert one == other
    line, beside = one
    assert sorted(beside) == ["public.cdx.json", "public.sha256"]
    assert line == f"SHA-256 of the release: {sha256(beside['public.sha256']).hexdigest()}"
    assert json.loads(beside["public.cdx.json"])["metadata"]["properties"][0]["value"] == line.rpartition(" ")[2]


def test_the_list_names_every_file_with_its_digest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = SmallSite(tmp_path)
    (site.out).mkdir()
    arguments = ["--site", str(site.root), "--out", str(site.out), "--jobs", "1", "--release"]
    assert cli.main(["build", *arguments]) == 0
    (site.out / "not-ours.txt").write_text("x")
    first = capsys.readouterr().out.splitlines()[-1]
    lines = (tmp_path / "public.sha256").read_text("utf-8").splitlines()
    ours = {path: data for path, data in files(site.out).items() if path not in (".sitegen-manifest", "not-ours.txt")}
    assert lines == [f"{sha256(data).hexdigest()}  {path}" for path, data in sorted(ours.items())]
    site.story("story-1", body="Other words.\n")
    assert cli.main(["build", *arguments, "--json"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["errors"] == 0
    assert said.err.splitlines()[-1].startswith("SHA-256 of the release: ")
    assert said.err.splitlines()[-1] != first


def test_a_release_has_no_drafts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = SmallSite(tmp_path)
    assert cli.main(["build", "--site", str(site.root), "--release", "--drafts"]) == 2
    assert "a release has no drafts" in capsys.readouterr().err
    assert not (site.root / "public").exists()


def test_a_site_with_mistakes_is_no_release(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.story("story-1", topics=["none"])
    assert cli.main(["build", "--site", str(site.root), "--out", str(site.out), "--release"]) == 1
    assert not (tmp_path / "public.sha256").exists()


def test_a_release_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = SmallSite(tmp_path)
    (tmp_path / "public.sha256").mkdir()
    assert cli.main(["build", "--site", str(site.root), "--out", str(site.out), "--release"]) == 1
    assert "the release cannot be written" in capsys.readouterr().err
