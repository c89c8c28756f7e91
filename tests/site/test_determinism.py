"""The same site gives the same bytes, whatever the machine is set to: each build is a process of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from sitegen.building import PROJECT, WORKER_THRESHOLD
from tests.site.small import TEMPLATES, SmallSite, files

PROGRAM = "import sys; from sitegen.cli import main; sys.exit(main(sys.argv[1:]))"
PLAIN = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}


class Built(NamedTuple):
    """The bytes of an output, and what the build said."""

    files: dict[str, bytes]
    problems: list[str]


Build = Callable[..., Built]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """Return a small site with the shipped templates, and every sort of text that a machine's settings could touch."""
    small = SmallSite(tmp_path_factory.mktemp("same"))
    shutil.rmtree(small.root / "templates")
    small.story(
        "story-1",
        "Caf\u00e9 [x](story-9.md)\n",
        title="\u00c9tude",
        publish="2017-01-01",
        regions=["Zo\u00eb", "zoe", "North"],
    )
    small.story("story-9", draft=True)
    small.tool("later", "Text.\n", expires="2199-01-01 08:00", date="2017-03-12 02:30", updated="2018-11-04")
    return small


@pytest.fixture(scope="module")
def build(site: SmallSite, tmp_path_factory: pytest.TempPathFactory) -> Build:
    def run(*arguments: str, root: Path = site.root, **variables: str) -> Built:
        out = tmp_path_factory.mktemp("out") / "public"
        words = [sys.executable, "-c", PROGRAM, "build", "--json", "--site", str(root), "--out", str(out), *arguments]
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "TZ", "PYTHON"))
        }
        done = subprocess.run(
            words, cwd=PROJECT, env={**kept, **PLAIN, **variables}, capture_output=True, check=True, encoding="utf-8"
        )
        problems = [problem["message"] for problem in json.loads(done.stdout)["problems"]]
        return Built(files(out), problems)

    return run


@pytest.fixture(scope="module")
def plain(build: Build) -> Built:
    built = build()
    assert len(built.problems) == 1
    assert "stories/story-1/index.html" in built.files
    return built


@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONHASHSEED": "1"},
        {"TZ": "Asia/Kathmandu"},
        {"TZ": "America/St_Johns"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=str,
)
def test_the_bytes_do_not_depend_on_seed_zone_or_locale(build: Build, plain: Built, variables: dict[str, str]) -> None:
    assert build(**variables) == plain


def test_the_bytes_do_not_depend_on_the_number_of_jobs(build: Build, site: SmallSite, tmp_path: Path) -> None:
    """With as many pages to read as it takes to start other processes."""
    crowded = tmp_path / "site"
    shutil.copytree(site.root, crowded, ignore=shutil.ignore_patterns(".sitegen"))
    shutil.copytree(TEMPLATES, crowded / "templates")
    story = site.text("content/stories/story-1.md")
    for number in range(WORKER_THRESHOLD):
        text = story.replace("North", f"N{number % 5}")
        (crowded / "content" / "stories" / f"more-{number}.md").write_text(text, encoding="utf-8")
    assert build("--jobs", "4", root=crowded) == build("--jobs", "1", root=crowded)


def test_the_bytes_do_not_depend_on_the_folder(build: Build, plain: Built, site: SmallSite, tmp_path: Path) -> None:
    moved = tmp_path / "another place" / "s\u00eete"
    shutil.copytree(site.root, moved, ignore=shutil.ignore_patterns(".sitegen"))
    assert build(root=moved) == plain


def test_the_bytes_do_not_depend_on_the_order_in_which_files_were_made(
    build: Build, plain: Built, site: SmallSite, tmp_path: Path
) -> None:
    moved = tmp_path / "site"
    for path in sorted(site.root.rglob("*"), key=lambda path: path.name, reverse=True):
        target = moved / path.relative_to(site.root)
        if path.is_file() and ".sitegen" not in target.parts:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    assert build(root=moved) == plain


def test_no_output_has_the_day_of_the_build(build: Build, plain: Built) -> None:
    """Between two moments at which nothing is published and nothing expires, nothing changes."""
    assert build("--as-of", "2026-01-01") == build("--as-of", "2198-12-31") == plain
