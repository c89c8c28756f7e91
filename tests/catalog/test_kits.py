"""Tests of the tables of the Path to Performance: which pages a kit holds, in which order, and what it borrows."""

import msgspec
import pytest

from sitegen.catalog import kits
from sitegen.catalog.kits import PathLayout, ShelfSource
from sitegen.model import Collection, Entry, Taxonomy, Term
from sitegen.model.kinds import KindId

LEVEL_TERMS = tuple(Term(n, f"Level {n}") for n in "12345")
DIMENSION_TERMS = (Term("training", "Training"), Term("leadership", "Leadership"))
LAYOUT = PathLayout(
    level_collection="levels",
    dimension_collection="dimensions",
    address="path",
    levels=LEVEL_TERMS,
    dimensions=DIMENSION_TERMS,
)
TOOLS, STORIES = ShelfSource("tools", ("guides",)), ShelfSource("stories")


def entry(name: str, levels: str = "", *sides: str, date: str = "", weight: int | None = None) -> Entry:
    """Return a page of a folder `FOLDER/name` that is for these levels (each a letter) and dimensions."""
    terms = {"level": tuple(levels), "dimension": sides or ("training",)}
    folder = name.partition("/")[0]
    chosen = {taxonomy: ids for taxonomy, ids in terms.items() if ids}
    return Entry(
        path=name,
        collection=folder,
        kind="tool",
        url=f"/{name}/",
        listed=True,
        sort_date=date,
        weight=weight,
        terms=chosen,
    )


def kit(cell: str, *tools: Entry, stories: tuple[Entry, ...] = (), guides: tuple[Entry, ...] = ()) -> kits.Kit:
    shelves = [(TOOLS, (*tools, *guides)), (ShelfSource("guides"), guides), (STORIES, stories)]
    return kits.make_kits(LAYOUT, shelves)[cell]


def folder(name: str, kind: KindId, *, has_list: bool = True) -> Collection:
    return Collection(
        id=name,
        title=name.title(),
        kind=kind,
        address="path" if kind in ("level", "dimension") else name,
        has_list=has_list,
    )


LEVELS, DIMENSIONS = folder("levels", "level"), folder("dimensions", "dimension", has_list=False)
TAXONOMIES = (
    Taxonomy(id="level", label="Level", field="team_levels", terms=LEVEL_TERMS),
    Taxonomy(id="dimension", label="Dimension", field="dimensions", terms=DIMENSION_TERMS),
)


def test_a_path_is_laid_by_two_folders_and_two_taxonomies() -> None:
    assert kits.path_layout((LEVELS, DIMENSIONS), TAXONOMIES) == LAYOUT


@pytest.mark.parametrize(
    ("collections", "taxonomies"),
    [
        ((LEVELS,), TAXONOMIES),
        ((DIMENSIONS,), TAXONOMIES),
        ((LEVELS, DIMENSIONS), TAXONOMIES[:1]),
        (
            (LEVELS, DIMENSIONS),
            (TAXONOMIES[0], Taxonomy(id="dimension", label="Dimension", field="dimensions", is_open=True)),
        ),
        ((folder("levels", "level", has_list=False), DIMENSIONS), TAXONOMIES),
        ((), ()),
    ],
)
def test_without_one_of_them_there_is_none(
    collections: tuple[Collection, ...], taxonomies: tuple[Taxonomy, ...]
) -> None:
    assert kits.path_layout(collections, taxonomies) is None


@pytest.mark.parametrize(
    ("level", "url"),
    [("3", "/path/level-3/training/"), ("level-3", "/path/level-3/training/"), ("top", "/path/level-top/training/")],
)
def test_a_kit_stands_below_its_level(level: str, url: str) -> None:
    assert kits.kit_url(LAYOUT, level, "training") == url


def test_there_is_a_kit_for_each_level_and_dimension_whatever_their_number() -> None:
    for count in range(1, 6):
        levels = LEVEL_TERMS[:count]
        layout = msgspec.structs.replace(LAYOUT, levels=levels)
        assert list(kits.make_kits(layout, [])) == [f"{n.id}/{side.id}" for n in levels for side in DIMENSION_TERMS]


def test_a_page_is_in_the_kits_of_all_its_levels_and_dimensions() -> None:
    made = kits.make_kits(LAYOUT, [(TOOLS, (entry("tools/a", "23", "training", "leadership"),))])
    own = [cell for cell, kit in made.items() if kit.own]
    assert own == ["2/training", "2/leadership", "3/training", "3/leadership"]


def test_what_was_made_for_fewer_steps_comes_first_then_the_newest_and_weight_before_all() -> None:
    broad = entry("tools/broad", "12345")
    exact = entry("tools/exact", "3")
    newer = entry("tools/newer", "345", date="2017-02-01")
    older = entry("tools/older", "345", date="2017-01-01")
    first, second = entry("tools/zz", "12345", weight=-1), entry("tools/zy", "12345", weight=9)
    (shelf,) = kit("3/training", broad, older, newer, exact, first, second).shelves
    assert shelf.paths == ("tools/zz", "tools/zy", "tools/exact", "tools/newer", "tools/older", "tools/broad")


def test_a_shelf_shows_the_best_and_counts_all() -> None:
    (shelf,) = kit("1/training", *(entry(f"tools/{n:03}", "1") for n in range(500))).shelves
    assert (len(shelf.paths), shelf.paths[0], shelf.count) == (kits.SHELF, "tools/000", 500)


def test_a_kit_leaves_out_what_is_missing() -> None:
    missing = msgspec.structs.replace(entry("tools/a", "1"), is_missing=True)
    made = kit("1/training", missing, entry("tools/b", "1"))
    assert [(shelf.paths, shelf.count) for shelf in made.shelves] == [(("tools/b",), 1)]
    assert made.own == 1


def test_a_view_of_tools_has_a_shelf_of_its_own_and_its_pages_still_count_as_tools() -> None:
    made = kit("1/training", entry("tools/a", "1"), guides=(entry("tools/g", "1"),), stories=(entry("stories/s", "1"),))
    assert [(shelf.collection, shelf.paths, shelf.count) for shelf in made.shelves] == [
        ("tools", ("tools/a",), 1),
        ("guides", ("tools/g",), 1),
        ("stories", ("stories/s",), 1),
    ]
    assert made.own == 3


def test_sorts_come_in_the_order_of_a_kit_and_only_views_of_tools_alone_are_sorts() -> None:
    def view(name: str, *sources: str, where: tuple[tuple[str, str], ...] = (("tool_type", "x"),)) -> Collection:
        return Collection(id=name, title=name, sources=sources, where=where)

    homes = (
        folder("videos", "video"), folder("stories", "story"), view("news", "stories"), view("guides", "tools"),
        view("all", "tools", "stories"), view("same", "tools", where=()), folder("toolkits", "toolkit"),
        folder("tools", "tool"),
    )  # fmt: skip
    names = [source.collection for source in kits.shelf_sources(homes)]
    assert names == ["tools", "guides", "toolkits", "stories", "videos"]


def loans(cell: str, *tools: Entry) -> list[tuple[str, tuple[str, ...]]]:
    return [(loan.level, loan.paths) for loan in kit(cell, *tools).loans]


def test_a_thin_kit_borrows_from_the_nearest_levels_the_lower_first() -> None:
    borrowed = loans("3/training", *(entry(f"tools/{n}", n) for n in "12345"))
    assert borrowed == [("2", ("tools/2",)), ("4", ("tools/4",)), ("1", ("tools/1",)), ("5", ("tools/5",))]


def test_it_borrows_no_more_than_fill_it() -> None:
    borrowed = loans("3/training", entry("tools/own", "3"), *(entry(f"tools/{n}", "2") for n in range(9)))
    assert borrowed == [("2", tuple(f"tools/{n}" for n in range(kits.FULL - 1)))]


def test_it_borrows_neither_from_another_dimension_nor_what_it_has() -> None:
    assert loans("3/training", entry("tools/own", "23"), entry("tools/other", "2", "leadership")) == []


def test_a_page_for_several_levels_is_borrowed_once_from_the_nearest() -> None:
    assert loans("5/training", entry("tools/a", "123")) == [("3", ("tools/a",))]


def test_what_is_for_no_level_in_particular_is_borrowed_last() -> None:
    assert loans("2/training", entry("tools/any"), entry("tools/five", "5")) == [
        ("5", ("tools/five",)),
        ("", ("tools/any",)),
    ]


def test_a_kit_that_is_not_thin_borrows_nothing() -> None:
    own = [entry(f"tools/{n}", "3") for n in range(kits.THIN)]
    assert loans("3/training", *own, entry("tools/two", "2")) == []


def test_a_dimension_has_the_best_of_every_level_and_of_none() -> None:
    pages = (entry("tools/any"), entry("tools/one", "1"), entry("tools/other", "1", "leadership"))
    shelves = kits.shelves_by_dimension(LAYOUT, [(TOOLS, pages)], most=5)
    assert [(shelf.paths, shelf.count) for shelf in shelves["training"]] == [(("tools/any", "tools/one"), 2)]
    assert [shelf.paths for shelf in shelves["leadership"]] == [("tools/other",)]


def test_the_order_of_the_pages_does_not_matter() -> None:
    pages = [entry(f"tools/{n}", "12"[: n % 2 + 1], date=f"2017-01-0{n % 3 + 1}") for n in range(9)]
    assert kits.make_kits(LAYOUT, [(TOOLS, pages)]) == kits.make_kits(LAYOUT, [(TOOLS, pages[::-1])])


def test_what_was_made_for_fewer_dimensions_comes_first() -> None:
    broad, exact = entry("tools/broad", "3", "training", "leadership"), entry("tools/exact", "3", "training")
    (shelf,) = kit("3/training", broad, exact).shelves
    assert shelf.paths == ("tools/exact", "tools/broad")


def test_a_page_without_a_level_counts_as_made_for_one() -> None:
    no_level, level, two_levels = entry("tools/c", ""), entry("tools/b", "3"), entry("tools/a", "34")
    shelves = kits.shelves_by_dimension(LAYOUT, [(TOOLS, (two_levels, no_level, level))], 9)["training"]
    assert [shelf.paths for shelf in shelves] == [("tools/b", "tools/c", "tools/a")]


def test_the_page_of_a_level_or_dimension_is_found_by_its_slug_if_it_is_shown() -> None:
    def page(folder: str, slug: str, *, listed: bool = True) -> Entry:
        path = f"{folder}/{slug}.md"
        return Entry(path=path, collection=folder, kind="page", url=f"/path/{slug}/", listed=listed)

    entries = [
        page("levels", "level-3"),
        page("levels", "level-4", listed=False),
        page("levels", "level-3", listed=False),
        page("dimensions", "training"),
        page("tools", "leadership"),
    ]
    assert kits.path_pages(LAYOUT, entries) == {
        "level/3": "levels/level-3.md",
        "dimension/training": "dimensions/training.md",
    }
