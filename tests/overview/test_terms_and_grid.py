"""Terms with their counts, terms that no page carries, and the grid of kits."""

from sitegen.overview.kit_grid import make_grid
from sitegen.overview.term_sections import term_section, unused_term_section
from tests.overview.facts import SETTINGS, facts, story, tool

PAGES = {
    "stories/a.md": story(topics="[quality, Safety]", regions="[north, South]"),
    "stories/b.md": story(topics="[quality]", regions="[South]"),
    "stories/c.md": story(topics="[quality]", regions="[East]", draft="true"),
    "tools/d.md": tool(topics="[quality]", team_levels="['2']", dimensions="[training]", draft="true"),
}


def test_terms_are_counted_over_the_pages_that_are_shown() -> None:
    rows = [(row.file, row.line, row.title, row.what) for row in term_section(facts(PAGES)).rows]
    assert rows == [
        ("site.yaml", 8, "Topic: Quality", "2 pages"),
        ("site.yaml", 8, "Topic: Safety", "1 page"),
        ("content/stories/a.md", 6, "Region: South", "2 pages"),
        ("content/stories/a.md", 6, "Region: north", "1 page"),
    ]


def test_terms_that_no_page_carries_say_whether_hidden_pages_do() -> None:
    rows = [(row.line, row.title, row.what) for row in unused_term_section(facts(PAGES)).rows]
    assert rows == [
        (9, "Team level: Level 1", ""),
        (9, "Team level: Level 2", "only 1 page not shown now"),
        (10, "Dimension: Training", "only 1 page not shown now"),
        (10, "Dimension: Sponsorship", ""),
    ]


def test_a_site_without_a_path_has_no_grid() -> None:
    assert make_grid(facts(PAGES)) is None


def test_the_grid_counts_the_pages_of_each_kit() -> None:
    path = (
        "  path: {kind: level, title: Path}\n  dimensions: {kind: dimension, title: Dimensions, list: false}\nmenus:\n"
    )
    pages = {
        "tools/a.md": tool(team_levels="['1', '2']", dimensions="[training]"),
        "stories/b.md": story(team_levels="['2']", dimensions="[training, sponsorship]"),
        "stories/c.md": story(team_levels="['1']", dimensions="[sponsorship]", draft="true"),
        "stories/d.md": story(dimensions="[sponsorship]"),
    }
    grid = make_grid(facts(pages, settings=SETTINGS.replace("menus:\n", path)))
    assert grid is not None
    assert grid.levels == ("Level 1", "Level 2")
    assert grid.dimensions == (
        ("Training", (("/path/level-1/training/", 1), ("/path/level-2/training/", 2))),
        ("Sponsorship", (("/path/level-1/sponsorship/", 0), ("/path/level-2/sponsorship/", 1))),
    )
