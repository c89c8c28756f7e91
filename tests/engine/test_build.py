"""A whole build: how much it does, what it says, and what it leaves alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.engine.output import MANIFEST
from sitegen.engine.plan import Plan
from sitegen.engine.rules import Fetch, Rules
from sitegen.engine.sources import Sources
from sitegen.errors import BuildError, UsageError
from sitegen.model import Output
from tests.engine.workshop import Workshop, small_site

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    shop = small_site(tmp_path)
    shop.build_right()
    return shop


def test_a_first_build_writes_everything(tmp_path: Path) -> None:
    shop = small_site(tmp_path)
    result = shop.build()
    assert shop.files() == {
        "a/index.html": b"Alpha|body|||Beta\n",
        "b/index.html": b"Beta|body||Alpha|Gamma\n",
        "c/index.html": b"Gamma|body|aside|Beta|\n",
        "index.html": b"Alpha\nBeta\nGamma",
        "old/index.html": b"old -> c in folders",
        "term/x.html": b"x\nAlpha\nBeta",
        "term/y.html": b"y\nBeta",
    }
    assert result.written == tuple(sorted(shop.files()))
    assert (result.outputs, result.pages, result.rendered, result.problems) == (7, 7, 7, [])
    assert set(result.seconds) == {"scan", "read", "catalog", "render", "commit", "save"}


def test_a_second_build_does_nothing_and_does_not_even_load_its_rules(shop: Workshop) -> None:
    def load() -> Plan:
        raise AssertionError("the rules were loaded")

    stats = shop.stats()
    shop.load = load
    result = shop.build()
    assert (result.executed, result.written, result.pruned, result.outputs) == ((), (), (), 7)
    assert shop.stats() == stats


# -- minimal work


def test_a_body_edit_renders_its_page_alone(shop: Workshop) -> None:
    shop.page("a", "edited", title="Alpha", terms="x")
    result = shop.build_right()
    assert result.executed == (("page", "a"), ("summary", "a"), ("html", "a"))
    assert result.written == ("a/index.html",)


def test_a_touched_file_runs_nothing(shop: Workshop) -> None:
    os.utime(shop.site / "pages/a.txt", ns=(1, 1))
    assert shop.build_right().executed == ()


def test_white_space_stops_at_the_page(shop: Workshop) -> None:
    shop.page("a", "\nbody\n", title="Alpha", terms="x")
    result = shop.build_right()
    assert (result.executed, result.written) == ((("page", "a"),), ())


def test_a_title_is_shown_by_its_page_its_neighbours_and_its_lists(shop: Workshop) -> None:
    shop.page("a", title="Omega", terms="x")
    assert shop.build_right().written == ("a/index.html", "b/index.html", "index.html", "term/x.html")


def test_a_renamed_term_makes_its_list_and_deletes_the_old_one(shop: Workshop) -> None:
    shop.page("b", title="Beta", terms="x z")
    result = shop.build_right()
    assert (result.written, result.pruned) == (("term/z.html",), ("term/y.html",))
    assert [key for key in result.executed if key[0] in {"html", "listing"}] == [("html", "b"), ("listing", "z", 0)]


def test_a_new_page_is_made_and_a_deleted_one_is_pruned_with_its_folder(shop: Workshop) -> None:
    shop.page("d", title="Delta")
    (shop.site / "pages/a.txt").unlink()
    result = shop.build_right()
    assert result.pruned == ("a/index.html",)
    assert "d/index.html" in result.written
    assert not (shop.out / "a").exists()


def test_an_output_changed_or_deleted_by_hand_is_made_again(shop: Workshop) -> None:
    (shop.out / "a/index.html").write_text("by hand")
    (shop.out / "term/x.html").unlink()
    result = shop.build_right()
    assert result.executed == (("html", "a"), ("listing", "x", 0))


def test_a_clock_that_moves_shows_what_has_become_due(shop: Workshop) -> None:
    shop.page("d", publish="yes")
    shop.build_right()
    assert "d/index.html" not in shop.files()
    shop.due.add("d")
    assert "d/index.html" in shop.build_right().written


# -- beside other builds and other files


def test_a_lost_store_costs_work_but_rewrites_nothing(shop: Workshop) -> None:
    stats = shop.stats()
    shop.store.unlink()
    assert shop.build_right().written == ()
    assert shop.stats() == stats


def test_a_clean_build_runs_everything_and_rewrites_nothing(shop: Workshop) -> None:
    result = shop.build(clean=True)
    assert (len(result.executed), result.written) == (24, ())


def test_what_another_store_published_in_this_folder_is_cleared_away(shop: Workshop, tmp_path: Path) -> None:
    other = Workshop(tmp_path)
    (other.site / ".sitegen").rename(other.site / ".aside")
    other.due.add("d")
    shop.page("d", publish="yes")
    other.build_right()
    assert "d/index.html" in other.files()
    (other.site / ".sitegen").rename(other.site / ".other")
    (other.site / ".aside").rename(other.site / ".sitegen")
    assert shop.build_right().pruned == ("d/index.html",)


def test_a_foreign_file_is_kept_and_named(shop: Workshop) -> None:
    (shop.out / "foreign.txt").touch()
    shop.page("d")
    assert shop.build_right().notes == [f"{shop.out / 'foreign.txt'} was not written by sitegen and was left alone"]


def test_a_foreign_file_in_the_way_stops_the_build(shop: Workshop) -> None:
    (shop.out / "d").mkdir()
    (shop.out / "d" / "index.html").write_text("foreign")
    shop.page("d")
    stats = shop.stats()
    with pytest.raises(BuildError, match="did not write is in the way"):
        shop.build()
    assert shop.stats() == stats
    (shop.out / "d" / "index.html").unlink()
    shop.build_right()


def test_a_folder_full_of_other_files_is_not_built_into(tmp_path: Path) -> None:
    shop = small_site(tmp_path)
    shop.out.mkdir()
    (shop.out / "foreign.txt").touch()
    with pytest.raises(UsageError):
        shop.build()
    assert not shop.staging.exists()


def test_a_lost_manifest_is_written_again(shop: Workshop) -> None:
    manifest = (shop.out / MANIFEST).read_bytes()
    (shop.out / MANIFEST).unlink()
    (shop.staging / "journal.json").write_text('{"renames": [], "prunes": []}')
    shop.build_right()
    assert (shop.out / MANIFEST).read_bytes() == manifest


# -- errors


def test_good_pages_are_published_beside_errors_where_the_build_keeps_going(shop: Workshop) -> None:
    shop.page("a", "edited", title="Alpha", terms="x")
    shop.page("b", "ERROR", title="Beta", terms="x y")
    result = shop.build_right(keep_going=True)
    assert result.written == ("a/index.html", "b/index.html")
    assert [problem.headline for problem in result.errors] == ["says ERROR"]


def test_warnings_do_not_stop_a_build(shop: Workshop) -> None:
    shop.page("a", "WARN", title="Alpha", terms="x")
    result = shop.build_right()
    assert [problem.headline for problem in result.warnings] == ["says WARN"]
    assert result.committed


def test_all_errors_of_a_site_are_told_in_one_run_sorted(shop: Workshop) -> None:
    shop.page("b", "ERROR")
    shop.page("a", "ERROR")
    shop.page("c", "RAISE WARN")
    problems = [(problem.location.path, problem.headline) for problem in shop.build_right().problems]
    assert problems[-2:] == [("pages/c.txt", "cannot be read"), ("pages/c.txt", "says WARN")]
    assert [path for path, _ in problems[:2]] == ["pages/a.txt", "pages/b.txt"]


def test_one_path_listed_twice_is_a_bug_that_shows(tmp_path: Path) -> None:
    rules = Rules()

    @rules.task()
    def twice(fetch: Fetch) -> tuple[Output, ...]:
        assert hasattr(fetch, "report")
        return (Output("a", ("made",)), Output("b", ("made",)))

    @rules.task(is_output=True)
    def made(fetch: Fetch) -> bytes:
        return repr(fetch).encode()

    with pytest.raises(AssertionError, match="listed twice"):
        Workshop(tmp_path, lambda: Plan(rules, (twice,), twice)).build()


def test_progress_is_told(shop: Workshop) -> None:
    steps: list[tuple[str, int, int]] = []
    shop.build(clean=True, progress=lambda *step: steps.append(step))
    assert steps[0] == ("render", 1, 7)
    assert steps[-1] == ("render", 7, 7)


# -- a moving target


def test_a_source_that_changes_during_the_build_starts_it_over(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    shop.page("a", "first edit", title="Alpha", terms="x")
    scan = Sources.scan

    def edited_after_scan(self: Sources, *args: object) -> object:
        changes = scan(self, *args)  # type: ignore[arg-type]
        monkeypatch.setattr(Sources, "scan", scan)
        shop.page("a", "second edit", title="Alpha", terms="x")
        return changes

    monkeypatch.setattr(Sources, "scan", edited_after_scan)
    shop.build_right()
    assert b"second edit" in shop.files()["a/index.html"]


def test_a_source_that_never_rests_stops_the_build(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    scan, numbers = Sources.scan, iter(range(9))

    def edited_after_scan(self: Sources, *args: object) -> object:
        changes = scan(self, *args)  # type: ignore[arg-type]
        shop.page("a", f"edit {next(numbers)}", title="Alpha", terms="x")
        return changes

    shop.page("a", "edit")
    stats = shop.stats()
    monkeypatch.setattr(Sources, "scan", edited_after_scan)
    with pytest.raises(BuildError, match="files kept changing"):
        shop.build()
    assert shop.stats() == stats


def test_two_hash_seeds_give_the_same_bytes(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tests.engine.workshop import small_site;"
        "shop = small_site(Path(sys.argv[1])); shop.build();"
        "print(sorted(shop.files().items()), (shop.out / '.sitegen-manifest').read_bytes())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, str(tmp_path / seed)],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
