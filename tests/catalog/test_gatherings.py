"""What belongs to pages that gather: focus areas, and the pages of terms."""

import pytest

from sitegen.catalog.gatherings import GATHERED, Gathering, gather, is_gathered
from sitegen.model import Collection, Entry

STORIES = Collection(id="stories", title="Stories", kind="story", facets=("region",))
TOOLS = Collection(id="tools", title="Tools", kind="tool")
NORTH = Entry(path="regions/north.md", collection="regions", kind="region", url="/regions/north/", listed=True)
LEVEL = Entry(path="levels/3.md", collection="levels", kind="level", url="/path/level-3/", listed=True)


def story(name: str, areas: tuple[str, ...] = (), **terms: tuple[str, ...]) -> Entry:
    return Entry(
        path=f"stories/{name}.md",
        collection="stories",
        kind="story",
        url=f"/stories/{name}/",
        listed=True,
        terms=terms,
        fields={"focus_areas": areas} if areas else {},
    )


def gathered(*stories: Entry, taxonomies: tuple[str, ...] = ("region", "level")) -> dict[str, tuple[Gathering, ...]]:
    return gather([(STORIES, stories)], [*stories, NORTH, LEVEL], set(taxonomies))


def test_a_page_belongs_to_the_pages_of_its_terms_and_to_its_focus_areas() -> None:
    gatherings = gathered(story("a", ("focus-areas/quality.md",), region=("north",), level=("3",)), story("b"))
    assert {path: [one.paths for one in groups] for path, groups in gatherings.items()} == {
        "focus-areas/quality.md": [("stories/a.md",)],
        "regions/north.md": [("stories/a.md",)],
        "levels/3.md": [("stories/a.md",)],
    }


def test_a_gathering_names_the_list_of_all_only_if_its_collection_has_the_facet() -> None:
    gatherings = gathered(story("a", ("focus-areas/quality.md",), region=("north",), level=("3",)))
    lists = {path: (groups[0].facet, groups[0].term) for path, groups in gatherings.items()}
    assert lists == {
        "focus-areas/quality.md": ("", ""),
        "regions/north.md": ("region", "north"),
        "levels/3.md": ("", ""),
    }


def test_the_first_pages_are_kept_and_all_are_counted() -> None:
    stories = [story(str(number), region=("north",)) for number in range(GATHERED + 2)]
    (group,) = gathered(*stories)["regions/north.md"]
    assert group.count == GATHERED + 2
    assert group.paths == tuple(one.path for one in stories[:GATHERED])


def test_a_page_of_a_kind_that_is_no_taxonomy_gathers_nothing() -> None:
    assert gathered(story("a", region=("north",)), taxonomies=("level",)) == {}


def test_collections_stand_in_the_order_given() -> None:
    both = [(TOOLS, [story("t", region=("north",))]), (STORIES, [story("s", region=("north",))])]
    gatherings = gather(both, [NORTH], {"region"})
    assert [one.collection for one in gatherings["regions/north.md"]] == ["tools", "stories"]


@pytest.mark.parametrize(
    ("collection", "expected"),
    [
        (STORIES, True),
        (TOOLS, True),
        (Collection(id="regions", title="Regions", kind="region"), False),
        (Collection(id="news", title="News", sources=("stories",)), False),
    ],
)
def test_folders_of_some_kinds_are_gathered_and_views_never(collection: Collection, *, expected: bool) -> None:
    assert is_gathered(collection) is expected
