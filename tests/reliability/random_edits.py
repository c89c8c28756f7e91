"""Edits a site at random, builds after each edit, and compares what is built with a clean build.

To repeat what a failure names, or to make a long run in parts:

    .venv/bin/python -m tests.reliability.random_edits --site shipped --seeds 0-9 --edits 30

Sites: `shipped` is the one in content/, `madeup` a made-up one of two hundred pages, `small` a handful of pages.
"""

import random
import shutil
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import pytest

from sitegen.building import PROJECT, Choices, build_site
from sitegen.engine.plan import Result
from sitegen.errors import Problem, SitegenError
from tests.compiling import compile_once
from tests.engine.workshop import read_tree
from tests.reliability.output_mishaps import FOREIGN_TEXT, MISHAPS, REFUSALS
from tests.reliability.source_edits import SOURCE_EDITS
from tests.site.madeup import build_madeup
from tests.site.shipped import build_shipped

MISHAP_RATE = 0.25
MEND_RATE = 0.6
FRESH_RATE = 0.1
SMALL = PROJECT / "tests" / "sites_invalid" / "_base"


class EditedSite:
    """A site in `folder`/site with its output in `folder`/public, which are edited by the chance of a seed.

    Every so many edits the output is compared with that of a clean build; a failed build must leave it as it was.
    """

    def __init__(self, folder: Path, seed: int, compare_every: int) -> None:
        self.root, self.out = folder / "site", folder / "public"
        self.clean = folder / "clean"
        self.log: list[str] = []
        self.compared = self.failed = 0
        self._chance = random.Random(seed)  # noqa: S311 - edits, not secrets
        self._every = compare_every
        self._good = self._first = sources_of(self.root)
        self._before: dict[str, bytes] = {}
        self._is_broken = False

    def step(self, number: int) -> None:
        """Edit and build; see that nothing staged is left and that a second build has nothing to do, and compare."""
        self._edit()
        self._before = read_tree(self.out)
        problems, committed = self._build(self.out)
        after = read_tree(self.out)
        self.failed += not committed
        self._is_broken = not committed
        assert not list(self.out.with_name(f".{self.out.name}.sitegen").glob("stage-*")), "staged files are left"
        if not committed:
            assert after == self._before, differences(self._before, after)
        if number % self._every == 0:
            self._compare(problems, after, committed=committed)
        if committed:
            self._good = sources_of(self.root)
            again = self._result(self.out)
            done = again.executed, again.written, again.pruned
            assert done == ((), (), ()), f"a second build has something to do: {done}"

    def _edit(self) -> None:
        chance = self._chance
        if self._is_broken and chance.random() < MEND_RATE:
            put_back(self.root, self._good)
            self.log.append("all is mended")
        elif chance.random() < FRESH_RATE:
            put_back(self.root, self._first)
            self.log.append("all is as in the beginning")
        elif chance.random() < MISHAP_RATE:
            self._try(MISHAPS, self.out)
        else:
            self._try(SOURCE_EDITS, self.root)

    def _try(self, edits: tuple[Callable[[Path, random.Random], str], ...], folder: Path) -> None:
        """Draw edits until one can be made."""
        said = ""
        while not said:
            said = self._chance.choice(edits)(folder, self._chance)
        self.log.append(said)

    def _build(self, out: Path) -> tuple[list[Problem], bool]:
        """Build; return the problems, and whether it published. What the output refuses is taken away once it did."""
        try:
            result = self._result(out)
        except SitegenError as error:
            headlines = [problem.headline for problem in error.problems]
            assert any(words in headline for words in REFUSALS for headline in headlines), headlines
            assert out == self.out
            self.log.append(f"refused: {headlines[0]}")
            assert read_tree(out) == self._before
            if out.is_dir():
                shutil.rmtree(out)
            out.unlink(missing_ok=True)
            self._before = {}
            result = self._result(out)
        return result.problems, result.committed

    def _result(self, out: Path) -> Result:
        state = None if out == self.out else out.with_name("clean-state")
        return build_site(Choices(site=self.root, out=out, state=state, jobs=1))

    def _compare(self, problems: list[Problem], after: dict[str, bytes], *, committed: bool) -> None:
        shutil.rmtree(self.clean, ignore_errors=True)
        shutil.rmtree(self.clean.with_name("clean-state"), ignore_errors=True)
        clean_problems, clean_committed = self._build(self.clean)
        self.compared += 1
        assert problems == clean_problems
        assert committed == clean_committed
        if committed:
            ours = {path: data for path, data in after.items() if data != FOREIGN_TEXT}
            clean = read_tree(self.clean)
            assert ours == clean, differences(clean, ours)


def run(
    make_site: Callable[[Path], object], folder: Path, seeds: range, *, edits: int, compare_every: int
) -> Iterator[str]:
    """Edit a site with each seed; yield what was done, a line a seed.

    Raises AssertionError where something differs; the edits up to there are in its notes.
    """
    kept, work = folder / "kept", folder / "work"
    make_site(work)
    shutil.copytree(work, kept, symlinks=True)
    for seed in seeds:
        shutil.rmtree(work)
        shutil.copytree(kept, work, symlinks=True)
        site = EditedSite(work, seed, compare_every)
        start = perf_counter()
        try:
            for number in range(1, edits + 1):
                site.step(number)
        except BaseException as error:
            error.add_note("\n".join([f"seed {seed}:", *site.log]))
            raise
        yield (
            f"seed {seed}: {edits} edits, {site.failed} failed builds, {site.compared} compared with clean ones, "
            f"{perf_counter() - start:.0f} s"
        )


def small(folder: Path) -> None:
    """Lay out and build a handful of pages with the shipped templates."""
    shutil.copytree(SMALL, folder / "site")
    shutil.rmtree(folder / "site" / "templates")
    shutil.copytree(PROJECT / "templates", folder / "site" / "templates")
    build_site(Choices(site=folder / "site", out=folder / "public", jobs=1))


SITES: dict[str, Callable[[Path], object]] = {"shipped": build_shipped, "madeup": build_madeup, "small": small}


def sources_of(root: Path) -> dict[str, bytes]:
    """Return the bytes of every source file."""
    return {path: data for path, data in read_tree(root).items() if not path.startswith(".sitegen")}


def put_back(root: Path, files: dict[str, bytes]) -> None:
    """Let the source files be these; one that is so already is not written."""
    now = sources_of(root)
    for path in now.keys() - files.keys():
        (root / path).unlink()
    for path, data in files.items():
        if now.get(path) != data:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Return the paths at which two trees differ."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def seeds_of(text: str) -> range:
    """Return the seeds of `7` or `0-9`."""
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def main() -> int:
    """Run from the command line; return the exit code."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--site", choices=sorted(SITES), default="small")
    parser.add_argument("--seeds", type=seeds_of, default="0-4")
    parser.add_argument("--edits", type=int, default=30)
    parser.add_argument("--compare-every", type=int, default=5)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="edits-") as folder, pytest.MonkeyPatch.context() as monkeypatch:
        compile_once(monkeypatch)
        site = SITES[chosen.site]
        for line in run(site, Path(folder), chosen.seeds, edits=chosen.edits, compare_every=chosen.compare_every):
            print(line, flush=True)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
