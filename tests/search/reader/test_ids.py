"""Ids of documents: from their paths, whatever their order; one more page moves few."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.search.reader.ids import assign_ids, id_limit
from sitegen.search.rounding import round_up_size
from tests.reference import word_weights as reference

PATHS = st.sets(st.text("abc/.", min_size=1, max_size=8), max_size=40)


@given(PATHS)
def test_ids_are_those_of_the_format(paths: set[str]) -> None:
    assert dict(assign_ids(paths)) == reference.ids(paths)


@given(PATHS)
def test_ids_are_different_rise_and_do_not_depend_on_order(paths: set[str]) -> None:
    assigned = assign_ids(sorted(paths))
    assert assigned == assign_ids(sorted(paths, reverse=True))
    ids = [number for number, _ in assigned]
    assert ids == sorted(set(ids))
    assert all(one < id_limit(len(assigned), ids[-1]) for one in ids)


def test_a_new_page_moves_few_ids() -> None:
    paths = [f"stories/story-{number}.md" for number in range(990)]
    before, after = set(assign_ids(paths)), set(assign_ids([*paths, "stories/new.md"]))
    assert round_up_size(990) == round_up_size(991)
    assert len(before - after) < 12
