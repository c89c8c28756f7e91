"""Random edits of a toy site, each followed by a build that is compared with the oracle."""

import os
import shutil
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from sitegen.engine.leaves import LeafWorkers
from sitegen.engine.plan import Result
from sitegen.engine.workers import run_batch
from tests.engine.workshop import FOREIGN, Workshop

SLUGS = st.sampled_from("abcd")
PARTS = st.sampled_from("pqr")
FLAWS = st.sampled_from(["", "", "", "", "", "", " WARN", " ERROR", " RAISE", " me@example"])
BUILDS = st.sampled_from(["stop", "stop", "stop", "keep going", "batches", "clean", "wait"])
PAGES = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from(["T", "U"]),
        "terms": st.sampled_from(["x", "y", "x y"]),
        "include": PARTS,
        "see": SLUGS,
        "alias": SLUGS,
        "publish": st.just("yes"),
    },
)
BODIES = st.builds(
    "{}{}{}".format, st.sampled_from(["one", "two"]), FLAWS, st.sampled_from(["", "", "\n\n", "\n+e\n", "\n+f\n+G\n"])
)
LINES = st.lists(st.sampled_from(["one", "two", "@p", "@q", "@r", "+e", "+F", "TEMPLATE", "FAIL"]), max_size=3)
EXTRAS = st.sampled_from("efgh")
WISHES = st.lists(st.sampled_from(["words", "+e", "+f", "+g", "+h", "+E", "+nothing"]), max_size=2)
STYLES = st.sampled_from(["", "style: folders", "style: files", "style: bare", "BROKEN"])


class EditedSite(RuleBasedStateMachine):
    """Each step edits and mostly builds; each build must give what the oracle gives, and then be at rest."""

    is_thorough = False

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="toy-"))
        self.shop = Workshop(self.root)
        self.serial = 0

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    @initialize(pages=st.dictionaries(SLUGS, PAGES, min_size=1))
    def start(self, pages: dict[str, dict[str, str]]) -> None:
        for slug, said in pages.items():
            self.shop.page(slug, **said)
        self.check("stop")

    @rule(slug=SLUGS, said=PAGES, body=BODIES, then=BUILDS)
    def write_page(self, slug: str, said: dict[str, str], body: str, then: str) -> None:
        self.shop.page(slug, body, **said)
        self.check(then)

    @rule(slug=SLUGS, flaw=FLAWS, then=BUILDS)
    def edit_body(self, slug: str, flaw: str, then: str) -> None:
        path = self.page_path(slug)
        if path.exists():
            self.serial += 1
            head = path.read_text("utf-8").partition("\n\n")[0]
            self.shop.write(f"pages/{slug}.txt", f"{head}\n\nbody {self.serial}{flaw}\n")
        self.check(then)

    @rule(slug=SLUGS, then=BUILDS)
    def add_white_space(self, slug: str, then: str) -> None:
        path = self.page_path(slug)
        if path.exists():
            path.write_bytes(path.read_bytes() + b"\n")
        self.check(then)

    @rule(slug=SLUGS, then=BUILDS)
    def touch(self, slug: str, then: str) -> None:
        if self.page_path(slug).exists():
            os.utime(self.page_path(slug))
        self.check(then)

    @rule(slug=SLUGS, other=SLUGS, then=BUILDS)
    def exchange_pages(self, slug: str, other: str, then: str) -> None:
        here, there = self.page_path(slug), self.page_path(other)
        if here.exists() and there.exists() and slug != other:
            here.replace(aside := here.with_name(".aside"))
            there.replace(here)
            aside.replace(there)
        self.check(then)

    @rule(slug=SLUGS, then=BUILDS)
    def lead_page_away(self, slug: str, then: str) -> None:
        outside = self.root / "outside.txt"
        outside.write_text("title: secret\n\nsecret", "utf-8")
        self.page_path(slug).unlink(missing_ok=True)
        self.page_path(slug).symlink_to(outside)
        self.check(then)

    @rule(slug=SLUGS, then=BUILDS)
    def delete_page(self, slug: str, then: str) -> None:
        self.page_path(slug).unlink(missing_ok=True)
        self.check(then)

    @rule(slug=SLUGS, other=SLUGS, then=BUILDS)
    def rename_page(self, slug: str, other: str, then: str) -> None:
        if self.page_path(slug).exists():
            self.page_path(slug).replace(self.page_path(other))
        self.check(then)

    @rule(name=PARTS, lines=LINES, then=BUILDS)
    def write_part(self, name: str, lines: list[str], then: str) -> None:
        self.shop.write(f"parts/{name}.txt", "\n".join(lines))
        self.check(then)

    @rule(name=PARTS, then=BUILDS)
    def delete_part(self, name: str, then: str) -> None:
        (self.shop.site / f"parts/{name}.txt").unlink(missing_ok=True)
        self.check(then)

    @rule(name=EXTRAS, lines=WISHES, then=BUILDS)
    def write_extra(self, name: str, lines: list[str], then: str) -> None:
        self.shop.write(f"extras/{name}.txt", "\n".join(lines))
        self.check(then)

    @rule(name=EXTRAS, then=BUILDS)
    def delete_extra(self, name: str, then: str) -> None:
        (self.shop.site / f"extras/{name}.txt").unlink(missing_ok=True)
        self.check(then)

    @rule(style=STYLES, then=BUILDS)
    def write_settings(self, style: str, then: str) -> None:
        self.shop.write("settings.txt", style)
        self.check(then)

    @rule(slug=SLUGS, then=BUILDS)
    def let_time_pass(self, slug: str, then: str) -> None:
        self.shop.due ^= {slug}
        self.check(then)

    @rule(number=st.integers(0, 9), way=st.sampled_from(["change", "delete", "delete folder", "folder"]), then=BUILDS)
    def meddle_with_an_output(self, number: int, way: str, then: str) -> None:
        paths = sorted(self.shop.files().keys() - {FOREIGN})
        if paths:
            target = self.shop.out / paths[number % len(paths)]
            if way == "change":
                target.write_bytes(b"by hand")
            elif way == "delete folder" and target.parent != self.shop.out:
                shutil.rmtree(target.parent)
            else:
                target.unlink()
                if way == "folder":
                    (target / "empty").mkdir(parents=True)
        self.check(then)

    @rule(then=BUILDS)
    def delete_the_whole_output(self, then: str) -> None:
        shutil.rmtree(self.shop.out, ignore_errors=True)
        self.check(then)

    @rule(then=BUILDS)
    @precondition(lambda self: self.shop.out.is_dir())
    def add_a_foreign_file(self, then: str) -> None:
        (self.shop.out / FOREIGN).write_bytes(b"foreign")
        self.check(then)

    @rule(then=BUILDS)
    def lose_the_store(self, then: str) -> None:
        self.shop.store.unlink(missing_ok=True)
        self.check(then)

    @rule()
    def mend_everything(self) -> None:
        for path in self.shop.site.glob("pages/*.txt"):
            head = path.read_text("utf-8").partition("\n\n")[0].partition("alias")[0]
            self.shop.write(f"pages/{path.name}", f"{head}\n\nmended\n")
        for path in self.shop.site.glob("parts/*.txt"):
            path.write_text("mended", "utf-8")
        self.shop.write("settings.txt", "")
        self.check("stop")

    def page_path(self, slug: str) -> Path:
        return self.shop.site / f"pages/{slug}.txt"

    # -- the property

    def check(self, then: str) -> None:
        if then == "wait":
            return
        ways: dict[str, dict[str, Any]] = {
            "keep going": {"keep_going": True},
            "batches": {"workers": LeafWorkers(lambda: partial(run_batch, "tests.engine.toy:RULES"), 1)},
            "clean": {"clean": True},
        }
        result = self.shop.build_right(**ways.get(then, {}))
        if self.is_thorough and not result.errors:
            files = {path: data for path, data in self.shop.files().items() if path != FOREIGN}
            assert files == self.clean_build()
        self.build_again(result, keep_going=then == "keep going")

    def build_again(self, first: Result, *, keep_going: bool) -> None:
        before = self.shop.stats()
        again = self.shop.build(keep_going=keep_going)
        assert again.problems == first.problems
        assert again.committed == first.committed
        assert self.shop.stats() == before, "a second build wrote"
        if not first.errors:
            assert (again.executed, again.written, again.pruned) == ((), (), ())

    def clean_build(self) -> dict[str, bytes]:
        shutil.rmtree(self.root / "clean", ignore_errors=True)
        return self.shop.clean_copy()


class ThoroughlyEditedSite(EditedSite):
    """As above, and each good output is compared with a first build in another folder."""

    is_thorough = True
