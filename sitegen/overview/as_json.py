"""Write an overview as an object for other programs."""

import json
from typing import Any

from sitegen.overview.overview_records import Grid, Overview, Row


def overview_json(overview: Overview) -> str:
    """Return an overview as JSON on one line: the site, the moment, the rows of each section by its id, the kits."""
    sections = {section.id: list(map(_row, section.rows)) for section in overview.sections}
    grid = list(_kits(overview.grid)) if overview.grid else None
    whole = {"site": overview.site, "moment": overview.moment, "sections": sections, "grid": grid}
    return json.dumps(whole, ensure_ascii=False)


def _row(row: Row) -> dict[str, Any]:
    return {
        "file": row.file,
        "line": row.line,
        "title": row.title,
        "what": row.what,
        "url": row.url,
        "notes": list(row.notes),
    }


def _kits(grid: Grid) -> list[dict[str, Any]]:
    return [
        {"level": level, "dimension": dimension, "pages": count, "url": url}
        for dimension, kits in grid.dimensions
        for level, (url, count) in zip(grid.levels, kits, strict=True)
    ]
