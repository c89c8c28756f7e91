"""Write an overview as lines for a terminal."""

from collections.abc import Iterator

from sitegen.errors import in_few_words
from sitegen.overview.overview_records import Grid, Overview, Row, Section

MOST_ROWS = 20
"""How many rows of a section are shown where not all are asked for."""

_MOST_NOTES = 1


def overview_lines(overview: Overview, most: int | None = MOST_ROWS) -> Iterator[str]:
    """Yield the lines of an overview; of each section at most so many rows, None for all.

    A text of a writer stays on its line: characters that would move the cursor are escaped.
    """
    yield f"{in_few_words(overview.site)} as of {overview.moment}"
    for section in overview.sections:
        yield ""
        yield from _section_lines(section, most)
    if overview.grid:
        yield ""
        yield from _grid_lines(overview.grid)


def _section_lines(section: Section, most: int | None) -> Iterator[str]:
    yield f"== {in_few_words(section.title)}: {len(section.rows):,}"
    if section.rows and section.explanation:
        yield section.explanation
    for row in section.rows[:most]:
        yield in_few_words(_row_line(row))
        for note in row.notes[:_MOST_NOTES] if most is not None else row.notes:
            yield in_few_words(f"    {note}")
    if most is not None and len(section.rows) > most:
        yield f"and {len(section.rows) - most:,} more: see them with --all"


def _row_line(row: Row) -> str:
    place = f"{row.file}:{row.line}" if row.line else row.file
    words = " - ".join(filter(None, (row.title, row.what)))
    return f"{place}: {words}" if words else place


def _grid_lines(grid: Grid) -> Iterator[str]:
    yield "== Path to Performance: pages of each kit"
    width = max(len(label) for label, _ in grid.dimensions)
    columns = [max(len(label), 3) for label in grid.levels]
    yield f"{'':{width}}  " + "  ".join(f"{label:>{at}}" for label, at in zip(grid.levels, columns, strict=True))
    for label, kits in grid.dimensions:
        counts = (f"{count:>{at}}" for (_, count), at in zip(kits, columns, strict=True))
        yield f"{label:{width}}  " + "  ".join(counts)
