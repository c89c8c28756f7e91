"""What the home page leads to."""

from sitegen.model import Collection
from sitegen.render.home_view import WaysIn, role_of, ways_in

TOOLS = Collection(id="tools", title="Tools", kind="tool")
GUIDES = Collection(id="guides", title="Guides", sources=("tools",), description="How-to.")
LIBRARY = Collection(id="library", title="Library", sources=("tools", "stories"))
STORIES = Collection(id="stories", title="Stories", kind="story")
VIDEOS = Collection(id="videos", title="Videos", kind="video")
HIDDEN = Collection(id="hidden", title="Hidden", kind="video", has_list=False)


def ways_to(*collections: Collection) -> WaysIn:
    return ways_in(collections, lambda one: f"/{one.id}/")


def test_the_main_way_leads_to_the_first_tools_with_a_list() -> None:
    assert ways_to(STORIES, TOOLS).main is not None
    assert ways_to(STORIES, VIDEOS).main is None


def test_beside_it_stand_kinds_that_say_so_and_the_views_of_tools_alone() -> None:
    assert [(card.url, card.kind) for card in ways_to(TOOLS, GUIDES, LIBRARY, STORIES, VIDEOS, HIDDEN).beside] == [
        ("/guides/", "tool"),
        ("/videos/", "video"),
    ]


def test_without_tools_no_view_is_a_way_in() -> None:
    assert [card.url for card in ways_to(GUIDES, VIDEOS).beside] == ["/videos/"]


def test_all_collections_with_a_list_are_linked() -> None:
    assert [link.url for link in ways_to(TOOLS, HIDDEN, LIBRARY).all] == ["/tools/", "/library/"]


def test_a_view_has_no_part_of_its_own() -> None:
    assert [role_of(one) for one in (TOOLS, GUIDES, VIDEOS, STORIES)] == ["main", "none", "way", "none"]
