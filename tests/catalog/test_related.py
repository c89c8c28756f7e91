"""Pages near a page: its neighbours in a list, and those that share most with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.catalog.related import WINDOW, neighbours, related
from sitegen.model import Entry

TERMS = st.dictionaries(
    st.sampled_from(["topic", "level"]), st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True)
)
SITES = st.lists(st.tuples(TERMS, st.integers(1, 9), st.booleans()), max_size=WINDOW)


def page(name: str, day: int, terms: dict[str, list[str]] | None = None, *, listed: bool = True) -> Entry:
    tags = {taxonomy: tuple(ids) for taxonomy, ids in (terms or {}).items()}
    return Entry(
        path=f"s/{name}.md",
        collection="s",
        kind="story",
        url=f"/s/{name}/",
        listed=listed,
        sort_date=f"2017-01-{day:02}",
        terms=tags,
    )


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ([], {}),
        (["a"], {"a": ("", "")}),
        (["a", "b", "c"], {"a": ("", "b"), "b": ("a", "c"), "c": ("b", "")}),
    ],
)
def test_a_page_has_the_pages_beside_it_in_the_list(order: list[str], expected: dict[str, tuple[str, str]]) -> None:
    assert neighbours(order) == expected


def test_a_rare_term_relates_more_than_a_common_one() -> None:
    pages = [
        page("a", 1, {"topic": ["rare", "common"]}),
        page("b", 9, {"topic": ["rare"]}),
        page("c", 2, {"topic": ["common"]}),
        page("d", 3, {"topic": ["common"]}),
    ]
    assert related(pages, {"s": 3})["s/a.md"] == ("s/b.md", "s/c.md", "s/d.md")


def test_the_nearer_date_comes_first_where_as_much_is_shared() -> None:
    pages = [page(name, day, {"topic": ["x"]}) for name, day in (("a", 1), ("b", 2), ("c", 3), ("d", 9))]
    assert related(pages, {"s": 3})["s/d.md"] == ("s/c.md", "s/b.md", "s/a.md")


def test_no_more_are_given_than_the_collection_wants() -> None:
    pages = [page(str(day), day, {"topic": ["x"]}) for day in range(1, 6)]
    assert {len(near) for near in related(pages, {"s": 2}).values()} == {2}
    assert related(pages, {"s": 0}) == related(pages, {}) == {}


def test_a_page_without_terms_has_no_related_pages_and_is_none() -> None:
    assert related([page("a", 1), page("b", 2, {"topic": ["x"]})], {"s": 3}) == {"s/b.md": ()}


def test_a_page_that_is_not_shown_now_is_never_related() -> None:
    pages = [page("a", 1, {"topic": ["x"]}), page("b", 2, {"topic": ["x"]}, listed=False)]
    assert related(pages, {"s": 3}) == {"s/a.md": ()}


def test_equal_ids_of_different_taxonomies_are_different_terms() -> None:
    assert related([page("a", 1, {"topic": ["1"]}), page("b", 2, {"level": ["1"]})], {"s": 3})["s/a.md"] == ()


def test_the_work_for_a_page_is_bounded_by_the_window() -> None:
    pages = [page(f"{number:03}", 1, {"topic": ["x"]}) for number in range(5 * WINDOW)]
    near = related(pages, {"s": 1000})
    assert max(map(len, near.values())) == 2 * WINDOW


@given(SITES)
def test_on_a_small_site_the_best_are_those_of_a_brute_force_comparison(
    site: list[tuple[dict[str, list[str]], int, bool]],
) -> None:
    pages = [page(str(number), day, terms, listed=listed) for number, (terms, day, listed) in enumerate(site)]
    shown = sorted((p for p in pages if p.listed and p.terms), key=lambda p: (p.sort_date, p.path), reverse=True)
    tags = {p.path: {(t, v) for t, values in p.terms.items() for v in values} for p in shown}

    def shared(one: Entry, other: Entry) -> float:
        common = tags[one.path] & tags[other.path]
        return round(sum(1 / sum(tag in values for values in tags.values()) for tag in sorted(common)), 9)

    for at, one in enumerate(shown):
        others = [p for p in shown if p is not one and shared(one, p)]
        others.sort(key=lambda p, at=at, one=one: (-shared(one, p), abs(shown.index(p) - at), shown.index(p)))  # type: ignore[misc]
        assert related(pages, {"s": 3})[one.path] == tuple(p.path for p in others[:3])


@given(SITES, st.randoms())
def test_the_order_in_which_pages_come_makes_no_difference(
    site: list[tuple[dict[str, list[str]], int, bool]], chance: "object"
) -> None:
    pages = [page(str(number), day, terms, listed=listed) for number, (terms, day, listed) in enumerate(site)]
    mixed = list(pages)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert related(mixed, {"s": 3}) == related(pages, {"s": 3})
