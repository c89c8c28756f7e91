"""Write an overview as one table of comma-separated values (RFC 4180), for a spreadsheet."""

import csv
import io

from sitegen.overview.overview_records import Overview

COLUMNS = ("section", "file", "line", "title", "what")

_FORMULA = ("=", "+", "-", "@")
"""What a cell begins with that spreadsheets may run. Source: OWASP, "CSV Injection"."""


def overview_csv(overview: Overview) -> str:
    """Return an overview as CSV, a line for each row of each section and for each kit, after a line of names.

    Notes stand behind what is said, after a colon. A cell that a spreadsheet could take for a formula has an apostrophe
    before it.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for section in overview.sections:
        for row in section.rows:
            what = ": ".join(filter(None, (row.what, " / ".join(row.notes))))
            writer.writerow(map(_cell, (section.id, row.file, str(row.line or ""), row.title, what)))
    if overview.grid:
        for dimension, kits in overview.grid.dimensions:
            for level, (_, count) in zip(overview.grid.levels, kits, strict=True):
                writer.writerow(map(_cell, ("grid", "", "", f"{level} {dimension}", str(count))))
    return text.getvalue()


def _cell(text: str) -> str:
    line = " ".join(text.split())
    return f"'{line}" if line.startswith(_FORMULA) else line
