"""The graph: what runs, in what order, and what is reused."""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from sitegen.engine.failures import DependencyFailedError
from sitegen.engine.graph import Graph
from sitegen.engine.leaves import LeafJob, LeafResult
from sitegen.engine.rows import encode
from sitegen.engine.rules import Fetch, Key, Rules
from sitegen.engine.sources import Sources
from sitegen.engine.store import Store
from sitegen.errors import ContentError
from tests.engine import toy
from tests.engine.workshop import Workshop, small_site


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return small_site(tmp_path)


@contextmanager
def run_of(shop: Workshop, rules: Rules = toy.RULES) -> Iterator[Graph]:
    """Yield a run over the site's store, begun, and committed at its end."""
    with closing(Store(shop.store, "salt")) as store:
        graph = Graph(rules, shop.sources(), store)
        graph.begin(shop.sources().scan(list(store.inputs()), 0))
        yield graph
        graph.finish([("catalog",), ("members", "x"), ("part", "p")], list, lambda _node: False, [])
        store.commit()


def executed(shop: Workshop, *wanted: Key) -> list[Key]:
    """Ask for keys in a new run; gives what ran."""
    with run_of(shop) as graph:
        for key in wanted:
            graph.get(toy.RULES[key[0]], *key[1:])
        graph.drain()
    return graph.executed


def test_a_task_runs_once_and_after_what_it_fetches(shop: Workshop) -> None:
    assert executed(shop, ("members", "x"), ("members", "x")) == [
        ("style",),
        ("leaves",),
        ("page", "a"),
        ("summary", "a"),
        ("page", "b"),
        ("summary", "b"),
        ("page", "c"),
        ("summary", "c"),
        ("catalog",),
        ("members", "x"),
    ]


def test_nothing_runs_again_where_nothing_changed(shop: Workshop) -> None:
    executed(shop, ("members", "x"))
    assert executed(shop, ("members", "x")) == []


def test_a_body_edit_stops_at_the_summary(shop: Workshop) -> None:
    executed(shop, ("members", "x"))
    shop.page("a", "edited", title="Alpha", terms="x")
    assert executed(shop, ("members", "x")) == [("page", "a"), ("summary", "a")]


def test_white_space_stops_at_the_page(shop: Workshop) -> None:
    executed(shop, ("members", "x"))
    shop.page("a", "body\n\n", title="Alpha", terms="x")
    assert executed(shop, ("members", "x")) == [("page", "a")]


def test_a_title_edit_goes_through_to_the_list(shop: Workshop) -> None:
    executed(shop, ("members", "x"))
    shop.page("a", title="Omega", terms="x")
    assert executed(shop, ("members", "x")) == [("page", "a"), ("summary", "a"), ("catalog",), ("members", "x")]


def test_a_key_that_was_not_asked_for_again_is_current_all_the_same(shop: Workshop) -> None:
    executed(shop, ("members", "x"), ("part", "p"))
    shop.write("parts/p.txt", "changed")
    assert executed(shop, ("members", "x")) == [("part", "p")]


def test_an_optional_file_that_appears_is_found(shop: Workshop) -> None:
    (shop.site / "parts/p.txt").unlink()
    with run_of(shop) as graph:
        assert graph.get(toy.part, "p") == "(no p)"
    shop.write("parts/p.txt", "here")
    with run_of(shop) as graph:
        assert graph.get(toy.part, "p") == "here"


def test_a_change_deep_in_a_chain_of_one_rank_arrives_at_its_top(shop: Workshop) -> None:
    for name, text in {"p": "@q", "q": "@r", "r": "one"}.items():
        shop.write(f"parts/{name}.txt", text)
    executed(shop, ("part", "p"))
    shop.write("parts/r.txt", "two")
    with run_of(shop) as graph:
        assert graph.get(toy.part, "p") == "two"
    assert sorted(graph.executed) == [("part", "p"), ("part", "q"), ("part", "r")]


def test_what_is_no_longer_fetched_is_forgotten(shop: Workshop) -> None:
    executed(shop, ("part", "p"))
    shop.write("parts/p.txt", "@q")
    executed(shop, ("part", "p"))
    shop.write("parts/p.txt", "alone")
    executed(shop, ("part", "p"))
    with closing(Store(shop.store, "salt")) as store:
        assert store.find(("part", "q")) is None
        assert [row.key for row in store.inputs()] == [("file", "parts/p.txt")]


def test_a_failure_stops_what_needs_it_and_is_told_once(shop: Workshop) -> None:
    shop.page("b", "RAISE")
    with closing(Store(shop.store, "salt")) as store:
        graph = Graph(toy.RULES, shop.sources(), store)
        graph.begin(())
        for term in "xy":
            with pytest.raises(DependencyFailedError):
                graph.get(toy.members, term)
        problems = graph.finish([("members", "x"), ("members", "y")], list, lambda _node: False, [])
    assert [problem.headline for problem in problems] == ["cannot be read"]


def test_a_task_may_not_fetch_a_rule_that_comes_later(shop: Workshop) -> None:
    rules = Rules()

    @rules.task()
    def early(fetch: Fetch) -> str:
        return fetch(later[0])

    later = []

    @rules.task()
    def late(fetch: Fetch) -> str:
        return repr(fetch)

    later.append(late)
    with run_of(shop, rules) as graph, pytest.raises(AssertionError, match="fetched late, which comes later"):
        graph.get(early)


def test_a_bug_in_a_task_is_not_taken_for_a_mistake_of_the_writer(shop: Workshop) -> None:
    rules = Rules()

    @rules.task()
    def wrong(fetch: Fetch) -> str:
        raise ZeroDivisionError(repr(fetch))

    with run_of(shop, rules) as graph, pytest.raises(ZeroDivisionError):
        graph.get(wrong)


# -- leaves


def run_here(jobs: Iterable[LeafJob]) -> Iterator[LeafResult]:
    """Run leaves here: each page gets its slug as its title, and `c` is left out as failed."""
    for key, supplies in jobs:
        assert list(supplies) == [("file", f"pages/{key[1]}.txt")]
        if key[1] != "c":
            page = toy.Page(title=str(key[1]), terms=("x",), include="", alias="", publish=False, body="")
            yield LeafResult(key, encode(page), tuple(supplies), ())


def run_leaves(shop: Workshop, threshold: int) -> tuple[tuple[str, ...], list[Key]]:
    """Return the titles of the pages of term `x` where leaves are run by the runner above, and what it ran."""
    with run_of(shop) as graph:
        graph.run_leaves(graph.get(toy.leaves), run_here, threshold)
        ran = list(graph.executed[2:])
        return graph.get(toy.members, "x"), ran


def test_leaves_are_run_by_the_runner_and_those_that_it_leaves_out_here(shop: Workshop) -> None:
    shop.page("c", title="Gamma", terms="x")
    assert run_leaves(shop, 3) == (("a", "b", "Gamma"), [("page", "a"), ("page", "b")])


def test_few_leaves_are_run_here(shop: Workshop) -> None:
    assert run_leaves(shop, 4) == (("Alpha", "Beta"), [])


def test_leaves_that_are_current_are_not_run(shop: Workshop) -> None:
    executed(shop, ("members", "x"))
    shop.page("a", "edited")
    assert run_leaves(shop, 2)[1] == []


def test_a_leaf_whose_source_cannot_be_read_is_told_as_a_problem(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Sources.read

    def broken(self: Sources, key: Key) -> object:
        if key == ("file", "pages/b.txt"):
            raise ContentError("cannot be read", path=key[1])
        return read(self, key)

    monkeypatch.setattr(Sources, "read", broken)
    with closing(Store(shop.store, "salt")) as store:
        graph = Graph(toy.RULES, shop.sources(), store)
        graph.run_leaves(graph.get(toy.leaves), run_here, 1)
        with pytest.raises(DependencyFailedError):
            graph.get(toy.catalog)
        problems = graph.finish([("catalog",)], list, lambda _node: False, [])
    assert [str(problem.location) for problem in problems] == ["pages/b.txt"]
