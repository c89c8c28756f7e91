"""The cost of an edit follows the change: how many keys a build looks at, whatever the size of the site."""

from pathlib import Path

import pytest

from tests.site.small import SmallSite

MOST = 800
"""Keys that a body edit may look at; most of them belong to the search index."""


def site_of(folder: Path, size: int) -> SmallSite:
    site = SmallSite(folder)
    for number in range(size):
        site.story(
            f"item-{number}",
            f"The team {number} met in week {number % 50} and spoke.\n",
            date=f"2017-{number % 12 + 1:02}-{number % 28 + 1:02}",
            topics=["quality"] if number % 2 else ["safety"],
            regions=["North"],
        )
    site.build()
    return site


def visits_of_a_body_edit(site: SmallSite) -> int:
    site.write("content/stories/item-7.md", site.text("content/stories/item-7.md") + "One more line of words.\n")
    result = site.build()
    assert [path for path in result.written if path.endswith(".html")] == ["stories/item-7/index.html"]
    return result.visited


@pytest.fixture(scope="module", params=[500, pytest.param(1000, marks=pytest.mark.long)])
def visits(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, int]:
    """Return the visits of a body edit on a small site, and on one of hundreds of pages."""
    folder = tmp_path_factory.mktemp("visits")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sitegen.search.reader.bundle.MAX_BUNDLE", 20_000)  # which both sites exceed
        few, many = (visits_of_a_body_edit(site_of(folder / str(size), size)) for size in (200, request.param))
    return few, many


def test_a_body_edit_among_many_pages_looks_at_a_bounded_number_of_keys(visits: tuple[int, int]) -> None:
    assert 0 < visits[1] < MOST


def test_a_body_edit_looks_at_hardly_more_keys_where_there_are_more_pages(visits: tuple[int, int]) -> None:
    few, many = visits
    assert many < 1.2 * few


def test_a_build_with_nothing_to_do_looks_at_none(tmp_path: Path) -> None:
    site = site_of(tmp_path, 3)
    assert site.build().visited == 0
