"""Snapshots: what a finished build left behind, read without changing it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.engine.snapshot import Snapshot
from tests.engine import toy
from tests.engine.workshop import Workshop, small_site


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    shop = small_site(tmp_path)
    shop.page("a", title="Alpha", terms="x", see="b")
    shop.build()
    return shop


@pytest.fixture
def snapshot(shop: Workshop) -> Iterator[Snapshot]:
    opened = Snapshot.open(shop.store, "salt")
    assert opened is not None
    with opened:
        yield opened


def test_a_value_has_the_type_that_its_rule_returns(snapshot: Snapshot) -> None:
    page = snapshot.value(toy.page, "a")
    assert page is not None
    assert page.title == "Alpha"
    assert snapshot.value(toy.titles) == {"a": "Alpha", "b": "Beta", "c": "Gamma"}


def test_a_value_is_read_by_name_and_type_where_the_rules_are_not_at_hand(snapshot: Snapshot) -> None:
    assert snapshot.load(dict[str, str], "titles") == {"a": "Alpha", "b": "Beta", "c": "Gamma"}
    assert snapshot.load(str, "part", "p") == "aside"


def test_what_the_build_did_not_need_has_no_value(snapshot: Snapshot) -> None:
    assert snapshot.value(toy.page, "z") is None
    assert snapshot.load(str, "part", "z") is None


def test_all_values_of_a_rule_come_by_their_arguments(snapshot: Snapshot) -> None:
    assert [(arguments, page.title) for arguments, page in snapshot.values(toy.page)] == [
        (("a",), "Alpha"),
        (("b",), "Beta"),
        (("c",), "Gamma"),
    ]


def test_the_subkeys_of_a_mapping_are_no_keys_of_its_rule(snapshot: Snapshot) -> None:
    assert [arguments for arguments, _ in snapshot.values(toy.titles)] == [()]
    assert list(snapshot.digests("titles")) == [()]


def test_a_rule_is_not_taken_for_another_whose_name_it_begins(snapshot: Snapshot) -> None:
    assert set(snapshot.digests("part")) == {("p",)}
    assert snapshot.digests("par") == {}


def test_a_digest_changes_with_its_value_alone(shop: Workshop, snapshot: Snapshot) -> None:
    before = snapshot.digests("page")
    shop.page("b", title="Omega", terms="x y")
    shop.build()
    after = snapshot.digests("page")
    assert {name for name in before if before[name] != after[name]} == {("b",)}


def test_outputs_lead_to_the_keys_that_make_them(shop: Workshop, snapshot: Snapshot) -> None:
    outputs = snapshot.outputs()
    assert list(outputs) == sorted(shop.files())
    assert outputs["a/index.html"] == ("html", "a")
    assert outputs["term/x.html"] == ("listing", "x", 0)
    row = snapshot.output("a/index.html")
    assert row is not None
    assert snapshot.key(row.node) == ("html", "a")
    assert snapshot.output("z/index.html") is None


def test_a_trace_says_what_a_task_fetched(snapshot: Snapshot) -> None:
    row = snapshot.output("a/index.html")
    assert row is not None
    trace = snapshot.trace(row.node)
    assert trace is not None
    assert [snapshot.key(node) for node, _ in trace.deps] == [
        ("neighbours", "a"),
        ("page", "a"),
        toy.titles.subkey("b"),
    ]
    assert snapshot.trace(0) is None


def test_it_says_whether_sources_have_changed_since(shop: Workshop, snapshot: Snapshot) -> None:
    assert not snapshot.has_changed(shop.sources())
    shop.page("a", "edited", title="Alpha", terms="x", see="b")
    assert snapshot.has_changed(shop.sources())


def test_the_stamp_changes_with_each_build_that_had_something_to_do(shop: Workshop, snapshot: Snapshot) -> None:
    first = snapshot.stamp
    shop.build()
    assert snapshot.stamp == first
    shop.page("a", "edited", title="Alpha", terms="x", see="b")
    shop.build()
    assert snapshot.stamp != first


def test_there_is_none_before_the_first_build_or_after_an_update_of_the_program(shop: Workshop, tmp_path: Path) -> None:
    assert Snapshot.open(tmp_path / "none.db", "salt") is None
    assert Snapshot.open(shop.store, "another salt") is None


def test_reading_leaves_the_store_as_it_was(shop: Workshop) -> None:
    before = shop.store.read_bytes()
    with Snapshot(shop.store) as opened:
        opened.value(toy.titles)
        opened.outputs()
    assert shop.store.read_bytes() == before
    assert not list(shop.store.parent.glob("*-journal"))
