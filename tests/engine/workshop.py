"""A toy site in a folder: its files, its builds, and what lies in its output."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from sitegen.engine.incremental_build import build
from sitegen.engine.leaves import LeafWorkers
from sitegen.engine.output import MANIFEST
from sitegen.engine.plan import Mode, Place, Plan, Result
from sitegen.engine.rows import key_of
from sitegen.engine.rules import Key
from sitegen.engine.sources import Sources
from tests.engine import toy
from tests.engine.naive import NaiveSite

PLAN = Plan(toy.RULES, (toy.leaves,), toy.outputs, toy.extra_files)
FOREIGN = "foreign.txt"
Tree = dict[str, bytes]


class Workshop:
    """A toy site below `root`, in `root/site`, with its output in `root/site/out`; `due` is what its clock says."""

    def __init__(self, root: Path, load: Callable[[], Plan] = lambda: PLAN) -> None:
        self.root = root
        self.site = root / "site"
        self.out = self.site / "out"
        self.due: set[str] = set()
        self.load = load
        (self.site / "pages").mkdir(parents=True, exist_ok=True)
        (self.site / "parts").mkdir(exist_ok=True)

    @property
    def store(self) -> Path:
        """The file of the store."""
        return self.site / ".sitegen" / "site.db"

    @property
    def staging(self) -> Path:
        """The folder where files wait for their commit."""
        return self.site / ".out.sitegen"

    @property
    def journal(self) -> Path:
        """The journal of a commit that was cut short."""
        return self.staging / "journal.json"

    def sources(self) -> Sources:
        """Return the inputs of the site."""
        roots = {"file": self.site, "folder": self.site}
        return Sources(roots, {"clock": lambda slug: slug in self.due})

    def place(self) -> Place:
        """Where the site is built."""
        return Place(sources=self.sources(), store=self.store, salt="salt", out=self.out)

    def build(
        self, *, clean: bool = False, keep_going: bool = False, workers: LeafWorkers | None = None, **options: Any
    ) -> Result:
        """Build the site."""
        return build(self.load, self.place(), Mode(clean, keep_going, workers), **options)

    def clean_copy(self, folder: str = "clean") -> Tree:
        """Return the output of a first build of the same sources in another folder."""
        place = Place(
            sources=self.sources(), store=self.root / folder / "site.db", salt="salt", out=self.root / folder / "out"
        )
        build(self.load, place, Mode())
        return files_of(place.out)

    def truth(self) -> NaiveSite:
        """Return what the site is by definition."""
        return NaiveSite(self.load(), self.sources())

    def page(self, slug: str, body: str = "body", **said: str) -> Path:
        """Write a page."""
        head = "".join(f"{name}: {value}\n" for name, value in said.items())
        return self.write(f"pages/{slug}.txt", f"{head}\n\n{body}\n")

    def write(self, path: str, text: str) -> Path:
        """Write a source file."""
        target = self.site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_symlink():
            target.unlink()
        target.write_text(text, "utf-8")
        return target

    def files(self) -> Tree:
        """Return the output files and their bytes, without the manifest."""
        return files_of(self.out)

    def build_right(self, *, keep_going: bool = False, **options: Any) -> Result:
        """Build, and see that problems and output are those of the definition."""
        before, stats = self.files(), self.stats()
        result, truth = self.build(keep_going=keep_going, **options), self.truth()
        assert result.problems == truth.problems
        if truth.keys is not None:
            assert self.stored_keys() == truth.keys, "the store keeps too much or too little"
        if truth.errors and not (keep_going and truth.listed):
            assert not result.committed
            assert self.stats() == stats, "a failed build touched the output"
            return result
        assert result.committed
        files = {path: data for path, data in self.files().items() if path != FOREIGN}
        for path, data in truth.outputs.items():
            if data is None:
                assert files.pop(path, None) == before.get(path)
        if None in truth.outputs.values():  # what stays as it was may still ask for extras
            kept = {path for path in files if "extra/" in path and files[path] == before.get(path)}
            files = {path: data for path, data in files.items() if path in truth.files or path not in kept}
        assert files == truth.files
        return result

    def stored_keys(self) -> set[Key]:
        """Every key that the store knows."""
        with closing(sqlite3.connect(self.store)) as db:
            return {key_of(text) for (text,) in db.execute("SELECT key FROM node")}

    def stats(self) -> dict[str, tuple[int, int]]:
        """Inode and time of each output file: equal before and after means untouched."""
        stats = ((path, (self.out / path).lstat()) for path in read_tree(self.out))
        return {path: (stat.st_ino, stat.st_mtime_ns) for path, stat in stats}


def read_tree(folder: Path) -> Tree:
    """Every file below a folder and its bytes."""
    paths = [Path(parent, name) for parent, _, names in os.walk(folder) for name in names]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def files_of(out: Path) -> Tree:
    """Return the files of an output folder and their bytes, without the manifest."""
    files = read_tree(out)
    files.pop(MANIFEST, None)
    return files


def small_site(root: Path) -> Workshop:
    """Three pages: `a` and `b` share a term, `c` takes in a part and has an alias."""
    shop = Workshop(root)
    shop.page("a", title="Alpha", terms="x")
    shop.page("b", title="Beta", terms="x y")
    shop.page("c", title="Gamma", include="p", alias="old")
    shop.write("parts/p.txt", "aside")
    return shop
