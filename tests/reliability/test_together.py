"""Builders, a preview and a writer at once; crowds of files that come, and folders that go, under a preview."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from sitegen.building import PROJECT, STATE, Choices, build_site
from tests.engine.workshop import read_tree
from tests.preview.serving import previewed, wait_for
from tests.reliability.random_edits import differences, small
from tests.reliability.soak import read, serving

BUILD = (
    "import sys; from sitegen.cli import main; sys.exit(main(['build', '--site', sys.argv[1], '--out', sys.argv[2]]))"
)
PATIENCE = 120


@contextmanager
def writing(site: Path) -> Iterator[None]:
    """Let a writer save again and again during the block, as fast as the disk takes it."""
    page, done = site / "content" / "stories" / "huddles.md", Event()
    text = page.read_text("utf-8")

    def write() -> None:
        number = 0
        while not done.wait(0.03):
            number += 1
            draft = site / "draft"
            draft.write_text(f"{text}\nThis is save {number}.\n", "utf-8")
            draft.replace(page if number % 3 else page.with_stem(f"copy-{number % 2}"))

    writer = Thread(target=write)
    writer.start()
    try:
        yield
    finally:
        done.set()
        writer.join()


def build_together(site: Path, out: Path, builders: int) -> list[tuple[int, str]]:
    """Build a site in so many processes at once; return the exit code and the messages of each."""
    words = [sys.executable, "-c", BUILD, str(site), str(out)]
    with ExitStack() as stack:
        processes = [
            stack.enter_context(
                subprocess.Popen(words, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            )
            for _ in range(builders)
        ]
        for process in processes:
            stack.callback(process.kill)
        said = [process.communicate(timeout=PATIENCE)[1] for process in processes]
        return [(process.returncode, text) for process, text in zip(processes, said, strict=True)]


def check_equal(folder: Path, out: Path) -> None:
    """See that an output is, after one more build, that of a clean build."""
    build_site(Choices(site=folder / "site", out=out, jobs=1, keep_going=out.parent.name == STATE))
    build_site(Choices(site=folder / "site", out=folder / "clean", state=folder / "clean-state", jobs=1))
    clean = read_tree(folder / "clean")
    assert read_tree(out) == clean, differences(read_tree(out), clean)
    assert not list(out.with_name(f".{out.name}.sitegen").glob("stage-*"))


@pytest.mark.parametrize(
    ("builders", "rounds"),
    [(2, 1), pytest.param(2, 8, marks=pytest.mark.long), pytest.param(4, 8, marks=pytest.mark.long)],
)
def test_builders_a_preview_and_a_writer_at_once_end_well(tmp_path: Path, builders: int, rounds: int) -> None:
    small(tmp_path)
    site = tmp_path / "site"
    with serving(site) as (process, address):
        for _ in range(rounds):
            with writing(site):
                ended = build_together(site, tmp_path / "public", builders)
            for code, said in ended:
                assert code == 0 or "files kept changing while the site was built" in said, said
                assert "Traceback" not in said
        last = (site / "content" / "stories" / "huddles.md").read_text("utf-8").split("\n")[-2]
        wait_for(lambda: last in read(f"{address}stories/huddles/"))
        assert process.poll() is None
    check_equal(tmp_path, tmp_path / "public")
    check_equal(tmp_path, site / STATE / "preview")


@pytest.mark.parametrize("count", [150, pytest.param(10_000, marks=pytest.mark.long)])
def test_a_crowd_of_files_that_comes_at_once_is_shown(tmp_path: Path, count: int) -> None:
    small(tmp_path)
    site = tmp_path / "site"
    with previewed(site) as preview:
        crowd = tmp_path / "crowd"
        crowd.mkdir()
        for number in range(count):
            (crowd / f"{number}.txt").write_text(f"text {number}", "utf-8")
        preview.after_build(lambda: crowd.rename(site / "static" / "crowd"))
        wait_for(lambda: preview.get(f"/crowd/{count - 1}.txt").body == f"text {count - 1}")
        preview.after_build(lambda: shutil.rmtree(site / "static" / "crowd"))
        wait_for(lambda: preview.get("/crowd/0.txt").status == 404)
        assert preview.problems()["errors"] == []
    check_equal(tmp_path, site / STATE / "preview")


@pytest.mark.parametrize("name", ["content", "static", "templates", "site.yaml"])
def test_sources_that_vanish_and_come_back_under_a_preview_are_shown_again(tmp_path: Path, name: str) -> None:
    small(tmp_path)
    site = tmp_path / "site"
    with previewed(site) as preview:
        assert preview.get("/stories/huddles/").status == 200
        preview.after_build(lambda: (site / name).rename(tmp_path / "away"))
        preview.after_build(lambda: (tmp_path / "away").rename(site / name))
        wait_for(lambda: preview.problems()["errors"] == [])
        page = site / "content" / "stories" / "huddles.md"
        preview.after_build(lambda: page.write_text(page.read_text("utf-8") + "\nBack again.\n", "utf-8"))
        wait_for(lambda: "Back again." in preview.get("/stories/huddles/").body)
    check_equal(tmp_path, site / STATE / "preview")


def test_an_output_that_is_a_file_or_lies_below_one_is_refused_in_words(tmp_path: Path) -> None:
    small(tmp_path)
    (tmp_path / "file").touch()
    for out in (tmp_path / "file", tmp_path / "file" / "below"):
        code, said = build_together(tmp_path / "site", out, 1)[0]
        assert code in (1, 2)
        assert "Traceback" not in said
        assert "hint: " in said
