"""Failures: one that a task swallows counts all the same, and a task that nobody needs may crash."""

from contextlib import closing
from pathlib import Path

import pytest

from sitegen.engine.plan import Plan
from sitegen.engine.rules import Fetch, Key, Rules
from sitegen.engine.store import Store
from sitegen.errors import ContentError
from sitegen.model import Output
from tests.engine.workshop import Workshop

RULES = Rules()
FILE = RULES.input("file", bytes | None)


@RULES.task()
def leaves(fetch: Fetch) -> tuple[Key, ...]:  # noqa: ARG001 - there are none
    return ()


@RULES.task()
def fragile(fetch: Fetch, name: str) -> str:
    text = (fetch(FILE, f"{name}.txt") or b"").decode()
    if "WRONG" in text:
        raise ContentError("this is wrong", path=f"{name}.txt")
    return text


@RULES.task()
def forgiving(fetch: Fetch, name: str) -> str:
    try:
        return fetch(fragile, name)
    except Exception:  # noqa: BLE001 - what no task should do, and some day one will
        return "fallback"


@RULES.task(keep=True)
def names(fetch: Fetch) -> tuple[str, ...]:
    return tuple((fetch(FILE, "names.txt") or b"").decode().split())


@RULES.task()
def number(fetch: Fetch, name: str) -> int:
    """Crashes for a name that is gone; of a page called bug always."""
    if fetch(fragile, name) == "bug":
        raise ZeroDivisionError(name)
    return fetch(names).index(name)


@RULES.task()
def outputs(fetch: Fetch) -> tuple[Output, ...]:
    return tuple(Output(name, html.key(name)) for name in sorted(fetch(names)))


@RULES.task(is_output=True)
def html(fetch: Fetch, name: str) -> bytes:
    if name not in fetch(names):
        return b"gone"
    return f"{fetch(number, name)} {fetch(forgiving, name)}".encode()


@pytest.fixture
def site(tmp_path: Path) -> Workshop:
    site = Workshop(tmp_path, lambda: Plan(RULES, (leaves,), outputs))
    site.write("a.txt", "first")
    site.write("b.txt", "second")
    site.write("names.txt", "a b")
    site.build_right()
    assert site.files() == {"a": b"0 first", "b": b"1 second"}
    return site


def test_a_failure_that_a_task_swallows_is_reported_and_mended(site: Workshop) -> None:
    site.write("a.txt", "WRONG")
    result = site.build_right()
    assert [problem.headline for problem in result.problems] == ["this is wrong"]
    site.write("a.txt", "mended")
    assert not site.build_right().errors
    assert site.files()["a"] == b"0 mended"


def test_a_task_that_nobody_needs_may_crash(site: Workshop) -> None:
    site.write("names.txt", "b")
    result = site.build_right()
    assert result.pruned == ("a",)
    assert site.files() == {"b": b"0 second"}
    assert site.build().executed == ()


def test_a_crash_is_raised_where_somebody_asks_and_the_next_build_tries_again(site: Workshop) -> None:
    before = site.files()
    site.write("a.txt", "bug")
    with pytest.raises(ZeroDivisionError, match="a"):
        site.build()
    assert site.files() == before
    with pytest.raises(ZeroDivisionError, match="a"):
        site.build()
    site.write("a.txt", "mended")
    assert not site.build_right().errors
    assert site.files()["a"] == b"0 mended"


def test_what_is_verified_is_no_longer_stale(site: Workshop) -> None:
    text = (site.site / "a.txt").read_text("utf-8")
    site.write("a.txt", "WRONG")
    site.build_right()
    site.write("a.txt", text)
    site.build_right()
    with closing(Store(site.store, "salt")) as store:
        assert store.stale() == []


def test_what_a_failed_task_fetched_for_the_first_time_is_forgotten_once_nothing_needs_it(tmp_path: Path) -> None:
    rules = Rules()
    file = rules.input("file", bytes | None)

    @rules.task()
    def leaf_keys(fetch: Fetch) -> tuple[Key, ...]:  # noqa: ARG001 - there are none
        return ()

    @rules.task()
    def source(fetch: Fetch, name: str) -> str:
        return (fetch(file, name) or b"").decode()

    @rules.task()
    def outputs(fetch: Fetch) -> tuple[Output, ...]:
        if fetch(source, "mode") == "look":
            fetch(source, "aside")
            raise ContentError("this is wrong", path="mode")
        return ()

    site = Workshop(tmp_path, lambda: Plan(rules, (leaf_keys,), outputs))
    site.write("mode", "plain")
    site.build_right()
    site.write("mode", "look")
    assert site.build_right().errors
    site.write("mode", "rest")
    site.build_right()
    with closing(Store(site.store, "salt")) as store:
        assert store.find(("source", "aside")) is None
