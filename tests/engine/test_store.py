"""The store: traces, edges, inputs and the manifest in one file that may be lost or damaged at any time."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from sitegen.engine import database
from sitegen.engine.database import discard, is_current
from sitegen.engine.rows import ABSENT, InputRow, OutputRow, digest_of, encode
from sitegen.engine.store import Store
from sitegen.errors import BuildError, Location, Problem

KEY = ("page", "a")
PROBLEM = Problem(
    location=Location("a", 1, 2),
    headline="wrong",
    hint="mend it",
    kind="ContentError",
    values=(("is", "x"),),
    excerpt=((1, "x"),),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "site.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    store = Store(path, "salt")
    yield store
    store.close()


def put(store: Store, key: tuple[str, ...], data: bytes = b"x", **facts: object) -> tuple[int, list[int]]:
    """Record a trace of rank 5, anew where there is one."""
    known = store.find(key)
    said = {"deps": {}, "data": data, "problems": (), "cause": 0} | facts
    return store.put(known[0] if known else None, key, 5, digest_of(data), **said)  # type: ignore[arg-type]


def test_a_trace_is_found_by_key_and_by_node(store: Store) -> None:
    dep = store.put_input(None, ("file", "a"), b"d" * 16, size=1, mtime=2)
    node, dropped = put(store, KEY, deps={dep: b"d" * 16}, cause=dep)
    assert dropped == []
    assert store.find(KEY) == (node, digest_of(b"x"), 5)
    assert store.key(node) == KEY
    assert store.head(node) == (KEY, 5, digest_of(b"x"))
    assert store.value(node) == b"x"
    assert store.trace(node) == (node, digest_of(b"x"), ((dep, b"d" * 16),), dep, 1)


def test_what_is_not_there_is_none(store: Store) -> None:
    assert (store.find(KEY), store.key(9), store.head(9), store.trace(9)) == (None, None, None, None)
    assert (store.meta("x"), store.manifest.at("x"), store.manifest.of(9)) == (None, None, None)
    assert store.delete(9) == []


def test_dependencies_keep_the_order_in_which_they_were_fetched(store: Store) -> None:
    one, two = (put(store, ("page", name))[0] for name in "ab")
    node, _ = put(store, ("list",), deps={two: ABSENT, one: ABSENT})
    trace = store.trace(node)
    assert trace is not None
    assert [dep for dep, _ in trace.deps] == [two, one]
    assert store.dependencies()(node) == (two, one)


def test_a_new_trace_drops_the_edges_of_the_old_one(store: Store) -> None:
    one, two = (put(store, ("page", name))[0] for name in "ab")
    node, _ = put(store, ("list",), deps={one: ABSENT})
    assert put(store, ("list",), deps={two: ABSENT}) == (node, [one])
    assert store.dependents(one) == []
    assert not store.has_dependents(one)
    assert store.dependents(two) == [(node, 5)]


def test_a_new_trace_replaces_the_problems_of_the_old_one(store: Store) -> None:
    node, _ = put(store, KEY, problems=[PROBLEM, PROBLEM])
    assert store.problems.all() == [PROBLEM, PROBLEM]
    assert store.problems.by_node() == {node: [PROBLEM, PROBLEM]}
    put(store, KEY)
    assert store.problems.all() == []


def test_a_deleted_node_leaves_nothing_behind(store: Store) -> None:
    dep, _ = put(store, ("page", "a"))
    node, _ = put(store, ("list",), deps={dep: ABSENT}, problems=[PROBLEM])
    assert store.delete(node) == [dep]
    assert (store.find(("list",)), store.problems.all(), store.dependents(dep)) == (None, [], [])


def test_the_number_of_a_deleted_node_is_never_used_again(path: Path) -> None:
    with closing(Store(path, "salt")) as store:
        node, _ = put(store, KEY)
        store.delete(node)
        store.commit()
    with closing(Store(path, "salt")) as store:
        assert put(store, KEY)[0] > node


def test_stale_marks_last_until_the_node_is_current_or_made(store: Store) -> None:
    one, two = (put(store, ("page", name))[0] for name in "ab")
    store.mark_stale([one, two])
    assert store.stale() == [(one, 5), (two, 5)]
    store.mark_current(one)
    put(store, ("page", "b"))
    assert store.stale() == []


def test_candidates_for_deletion_are_returned_once(store: Store) -> None:
    store.gc_candidates.add([1, 2])
    store.gc_candidates.add([2, 3])
    assert sorted(store.gc_candidates.take()) == [1, 2, 3]
    assert store.gc_candidates.take() == []


def test_inputs_are_given_with_digest_and_stat(store: Store) -> None:
    node = store.put_input(None, ("file", "a"), b"d" * 16, size=1, mtime=2)
    store.put_input(node, ("file", "a"), b"e" * 16, size=3, mtime=4)
    assert list(store.inputs()) == [InputRow(node, ("file", "a"), b"e" * 16, 3, 4)]
    store.hint_input(node, 3, 5)
    assert next(iter(store.inputs())).mtime == 5


def test_the_manifest_is_given_by_path_and_by_node(store: Store) -> None:
    node, _ = put(store, KEY)
    rows = [OutputRow(path, node, b"d" * 16, 1, 2) for path in ("a", "b")]
    for row in reversed(rows):
        store.manifest.put(row)
    store.manifest.put(OutputRow("c", 99, b"d" * 16, 1, 2))
    assert store.manifest.rows()[:2] == rows
    assert store.output_keys() == {"a": KEY, "b": KEY}
    store.manifest.drop("a")
    assert store.manifest.of(node) == store.manifest.at("b") == rows[1]


def test_equal_values_give_equal_bytes_whatever_order_they_were_filled_in() -> None:
    assert encode({"a": 1, "b": {2, 1}}) == encode({"b": {1, 2}, "a": 1})


def test_what_is_not_committed_is_not_kept(path: Path) -> None:
    with closing(Store(path, "salt")) as store:
        put(store, KEY)
        store.commit()
        put(store, ("page", "b"))
    with closing(Store(path, "salt")) as store:
        assert store.find(KEY)
        assert store.find(("page", "b")) is None
        assert store.run == 2


def test_another_salt_begins_anew(path: Path) -> None:
    with closing(Store(path, "salt")) as store:
        put(store, KEY)
        store.commit()
    assert is_current(path, "salt")
    assert not is_current(path, "pepper")
    with closing(Store(path, "pepper")) as store:
        assert store.find(KEY) is None


@pytest.mark.parametrize("data", [b"", b"garbage", b"\0" * 5000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_store_is_replaced(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    assert not is_current(path, "salt")
    with closing(Store(path, "salt")) as store:
        assert store.run == 1


def test_a_store_that_is_busy_is_not_thrown_away(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(Store(path, "salt")) as store:
        put(store, KEY)
        store.commit()
    connect = partial(sqlite3.connect, timeout=0, isolation_level=None)
    monkeypatch.setattr(database, "_connect", connect)
    with closing(connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            Store(path, "salt")
    assert is_current(path, "salt")


def test_a_discarded_store_leaves_no_journal(path: Path) -> None:
    path.parent.mkdir()
    journal = path.with_name("site.db-journal")
    for file in (path, journal):
        file.write_bytes(b"x")
    discard(path)
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("name", ["a\x1fb", "\ud800"])
def test_a_key_that_could_not_be_read_back_is_refused(store: Store, name: str) -> None:
    with pytest.raises(BuildError, match="characters that cannot be used"):
        put(store, ("page", name))
