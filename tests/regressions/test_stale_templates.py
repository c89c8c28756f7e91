"""Compiled templates are those of this very program: an option of Jinja that changes shows in the next build."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.small import SmallSite, files

ROOT = Path(__file__).resolve().parents[2]
OPTION = "trim_blocks=True"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Return a copy of the program that a test may change."""
    folder = tmp_path / "program"
    ignore = shutil.ignore_patterns("__pycache__")
    for name in ("sitegen", "templates", "static/css", "static/fonts", "static/icons", "static/js"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignore)
    return folder


def build(program: Path, site: SmallSite, out: Path, *options: str) -> None:
    code = "import sys; from sitegen.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-P", "-c", code, "build", "--site", str(site.root), "--out", str(out), "--jobs", "1"]
    variables = dict(os.environ, PYTHONPATH=str(program), PYTHONDONTWRITEBYTECODE="1")
    done = subprocess.run([*command, *options], env=variables, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr


def change_option(program: Path) -> None:
    path = program / "sitegen/render/templates.py"
    text = path.read_text("utf-8")
    assert OPTION in text
    path.write_text(text.replace(OPTION, "trim_blocks=False"), "utf-8")


def test_a_changed_option_of_the_templates_shows_in_the_next_build(tmp_path: Path, program: Path) -> None:
    site = SmallSite(tmp_path / "site")
    build(program, site, site.out)
    before = files(site.out)
    change_option(program)
    build(program, site, site.out, "--verify")
    build(program, site, tmp_path / "fresh", "--clean")
    assert files(site.out) == files(tmp_path / "fresh")
    assert before["index.html"] != files(site.out)["index.html"]


def test_templates_of_another_program_are_deleted_and_a_clean_build_keeps_none_of_before(
    tmp_path: Path, program: Path
) -> None:
    site = SmallSite(tmp_path / "site")
    cache = site.root / ".sitegen/bytecode"
    build(program, site, site.out)
    (first,) = cache.iterdir()
    change_option(program)
    build(program, site, site.out)
    (second,) = cache.iterdir()
    assert first != second
    (second / "left.cache").write_bytes(b"")
    build(program, site, site.out, "--clean")
    assert not (second / "left.cache").exists()
    assert list(second.iterdir())
