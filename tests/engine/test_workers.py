"""Workers: leaf tasks in other processes give what they would give here."""

from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sitegen.engine.leaves import LeafJob, LeafWorkers
from sitegen.engine.plan import Plan
from sitegen.engine.rules import Fetch, Key, Rules
from sitegen.engine.workers import BATCH, LeafPool, process_executor, run_batch
from tests.engine import toy
from tests.engine.workshop import Workshop, small_site

REGISTRY = "tests.engine.toy:RULES"
FILE_A = ("file", "pages/a.txt")


@pytest.fixture(scope="module")
def executor() -> Iterator[Executor]:
    with process_executor(2, REGISTRY) as executor:
        yield executor


def build_in_processes(shop: Workshop, executor: Executor) -> list[str]:
    """Build with every page read in another process; gives the headlines of the problems."""
    result = shop.build(workers=LeafWorkers(lambda: LeafPool(executor, REGISTRY, 2), 1))
    return [problem.headline for problem in result.problems]


def test_two_processes_give_the_same_site_as_one(tmp_path: Path, executor: Executor) -> None:
    alone, together = small_site(tmp_path / "one"), small_site(tmp_path / "two")
    for shop in (alone, together):
        for number in range(BATCH * 2 + 1):
            shop.page(f"page-{number:03}", "WARN" if number % 9 == 0 else "body", terms="x")
    headlines = [problem.headline for problem in alone.build().problems]
    assert build_in_processes(together, executor) == headlines
    assert together.files() == alone.files()
    assert together.build().executed == ()


def test_what_other_processes_read_is_recorded_as_what_this_one_reads(tmp_path: Path, executor: Executor) -> None:
    shop = small_site(tmp_path)
    build_in_processes(shop, executor)
    shop.page("b", "edited", title="Beta", terms="x y")
    assert shop.build_right().executed == (("page", "b"), ("summary", "b"), ("html", "b"))


def test_a_mistake_of_the_writer_is_told_as_from_one_process(tmp_path: Path, executor: Executor) -> None:
    shop = small_site(tmp_path)
    shop.page("a", "ERROR RAISE")
    shop.page("b", "WARN")
    assert build_in_processes(shop, executor) == [problem.headline for problem in shop.truth().problems]
    assert not shop.out.exists()


BROKEN = Rules()


@BROKEN.task(needs=lambda: ())
def page(fetch: Fetch) -> str:
    raise ZeroDivisionError(repr(fetch))


@BROKEN.task()
def leaves(fetch: Fetch) -> tuple[Key, ...]:
    assert hasattr(fetch, "report")
    return (("page",),)


def test_a_bug_in_another_process_comes_out_as_it_is(tmp_path: Path, executor: Executor) -> None:
    shop = Workshop(tmp_path, lambda: Plan(BROKEN, (leaves,), leaves))
    with pytest.raises(ZeroDivisionError):
        shop.build(workers=LeafWorkers(lambda: LeafPool(executor, f"{__name__}:BROKEN", 2), 1))


DRAWN = Rules()
SOURCE = DRAWN.input("file", bytes | None)


@DRAWN.task(needs=lambda number: (SOURCE.key(f"{number}.txt"),), weight=16, is_output=True)
def drawing(fetch: Fetch, number: str) -> bytes:
    return number.encode() + (fetch(SOURCE, f"{number}.txt") or b"")


@DRAWN.task()
def nothing(fetch: Fetch) -> tuple[Key, ...]:
    assert hasattr(fetch, "report")
    return ()


@DRAWN.task()
def drawings(fetch: Fetch) -> tuple[tuple[str, Key], ...]:
    assert hasattr(fetch, "report")
    return tuple((f"{number}.out", drawing.key(str(number))) for number in range(9))


class Drawn(NamedTuple):
    path: str
    key: Key


@DRAWN.task()
def listed(fetch: Fetch) -> tuple[Drawn, ...]:
    return tuple(Drawn(path, key) for path, key in fetch(drawings))


@pytest.mark.parametrize(("threshold", "batches"), [(9 * 16, 5), (9 * 16 + 1, 0)])
def test_outputs_that_are_leaves_are_made_by_the_pool_where_they_weigh_enough(
    tmp_path: Path, threshold: int, batches: int
) -> None:
    shop = Workshop(tmp_path, lambda: Plan(DRAWN, (nothing,), listed))
    shop.write("3.txt", "three")
    with CountingExecutor() as executor:
        shop.build(workers=LeafWorkers(lambda: LeafPool(executor, f"{__name__}:DRAWN", 1), threshold))
        assert executor.count == batches
        assert shop.files()["3.out"] == b"3three"
        assert len([path for path in shop.files() if path.endswith(".out")]) == 9
        shop.write("3.txt", "drei")
        workers = LeafWorkers(lambda: LeafPool(executor, f"{__name__}:DRAWN", 1), 64)
        assert shop.build(workers=workers).executed == (("drawing", "3"),)
        assert shop.files()["3.out"] == b"3drei"


class CountingExecutor(ThreadPoolExecutor):
    """One thread, and how many batches it was given."""

    def __init__(self) -> None:
        super().__init__(1)
        self.count = 0

    def submit(self, *args: Any, **kwargs: Any) -> Future[Any]:
        self.count += 1
        return super().submit(*args, **kwargs)


def test_a_batch_gives_values_dependencies_and_problems_in_order() -> None:
    supplies: dict[Key, object] = {FILE_A: b"title: T\n\nWARN"}
    (result,) = run_batch(REGISTRY, [(("page", "a"), supplies)])
    assert result.key == ("page", "a")
    assert toy.page.decoder.decode(result.data).title == "T"
    assert result.deps == (FILE_A,)
    assert [problem.headline for problem in result.problems] == ["says WARN"]


def test_a_job_that_fails_is_left_out_of_its_batch() -> None:
    jobs: list[LeafJob] = [(("page", "b"), {("file", "pages/b.txt"): None}), (("page", "a"), {FILE_A: b""})]
    assert [result.key for result in run_batch(REGISTRY, jobs)] == [("page", "a")]


def test_a_task_that_fetches_more_than_it_said_is_a_bug() -> None:
    with pytest.raises(KeyError):
        run_batch(REGISTRY, [(("page", "a"), {})])


def test_results_come_in_the_order_of_the_jobs_and_only_a_few_batches_ahead() -> None:
    taken = []

    def jobs() -> Iterator[tuple[Key, dict[Key, object]]]:
        for number in range(BATCH * 10):
            taken.append(number)
            yield ("page", str(number)), {("file", f"pages/{number}.txt"): b""}

    with ThreadPoolExecutor(1) as threads:
        results = iter(LeafPool(threads, REGISTRY, 1)(jobs()))
        first = next(results)
        assert len(taken) <= BATCH * 4
        rest = list(results)
    assert [result.key[1] for result in (first, *rest)] == [str(number) for number in range(BATCH * 10)]
