"""Random edits of a toy site, each followed by a build that is compared with the oracle."""

import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from sitegen.engine.build import Result
from tests.engine.naive import NaiveSite
from tests.engine.workshop import Workshop

SLUGS = st.sampled_from("abcd")
PARTS = st.sampled_from("pqr")
FLAWS = st.sampled_from(["", "", "", "", "", "", " WARN", " ERROR", " RAISE", " me@example"])
BUILDS = st.sampled_from(["stop", "stop", "stop", "keep going", "wait"])
PAGES = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from(["T", "U"]),
        "terms": st.sampled_from(["x", "y", "x y"]),
        "include": PARTS,
        "alias": SLUGS,
        "publish": st.just("yes"),
    },
)
BODIES = st.builds("{}{}{}".format, st.sampled_from(["one", "two"]), FLAWS, st.sampled_from(["", "", "\n\n"]))
LINES = st.lists(st.sampled_from(["one", "two", "@p", "@q", "@r", "TEMPLATE"]), max_size=3)
STYLES = st.sampled_from(["", "style: folders", "style: files", "style: bare", "BROKEN"])
FOREIGN = "foreign.txt"


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
            path.write_text(f"{head}\n\nbody {self.serial}{flaw}\n", "utf-8")
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

    @rule(style=STYLES, then=BUILDS)
    def write_settings(self, style: str, then: str) -> None:
        self.shop.write("settings.txt", style)
        self.check(then)

    @rule(slug=SLUGS, then=BUILDS)
    def let_time_pass(self, slug: str, then: str) -> None:
        self.shop.due ^= {slug}
        self.check(then)

    @rule(number=st.integers(0, 9), way=st.sampled_from(["change", "delete"]), then=BUILDS)
    def meddle_with_an_output(self, number: int, way: str, then: str) -> None:
        paths = sorted(self.shop.files().keys() - {FOREIGN})
        if paths:
            target = self.shop.out / paths[number % len(paths)]
            target.unlink() if way == "delete" else target.write_bytes(b"by hand")
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
            path.write_text(f"{head}\n\nmended\n", "utf-8")
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
        keep_going = then == "keep going"
        before, stats = self.shop.files(), self.shop.stats()
        result, truth = self.shop.build(keep_going=keep_going), self.shop.truth()
        assert result.problems == truth.problems
        if truth.errors and not (keep_going and truth.listed):
            assert not result.committed
            assert self.shop.stats() == stats, "a failed build touched the output"
        else:
            assert result.committed
            self.compare(truth, before)
        self.build_again(result, keep_going=keep_going)

    def compare(self, truth: NaiveSite, before: dict[str, bytes]) -> None:
        found = {path: data for path, data in self.shop.files().items() if path != FOREIGN}
        for path, data in truth.outputs.items():
            if data is None:
                assert found.pop(path, None) == before.get(path)
        assert found == truth.files
        if self.is_thorough and not truth.errors:
            assert found == {p: d for p, d in self.clean_build().items() if not p.startswith(".")}

    def build_again(self, first: Result, *, keep_going: bool) -> None:
        stats = self.shop.stats()
        again = self.shop.build(keep_going=keep_going)
        assert again.problems == first.problems
        assert again.committed == first.committed
        assert self.shop.stats() == stats, "a second build wrote"
        if not first.errors:
            assert (again.executed, again.written, again.pruned) == ((), (), ())

    def clean_build(self) -> dict[str, bytes]:
        shutil.rmtree(self.root / "clean", ignore_errors=True)
        return self.shop.clean_copy()
