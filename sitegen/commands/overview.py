"""Say where a site stands: what the command `report` does."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Literal

from sitegen.overview import Overview, make_overview, make_uses, read_site_facts
from sitegen.overview.as_csv import overview_csv
from sitegen.overview.as_html import overview_html
from sitegen.overview.as_json import overview_json
from sitegen.overview.as_text import MOST_ROWS, overview_lines
from sitegen.overview.saving import save_html
from sitegen.publishing.page_ages import page_ages

Form = Literal["text", "csv", "json"]
"""What is printed: lines for people, a table, or an object."""


def run(
    site: Path,
    as_of: datetime | None,
    say: Callable[[str], None],
    *,
    form: Form = "text",
    html: Path | None = None,
    uses: str = "",
    is_whole: bool = False,
) -> None:
    """Print the overview of a site, or what uses a page or file of it; `is_whole` shows every row.

    With `html` it is written to that file, and lines for people are not printed. Raises what `read_site_facts`,
    `make_uses` and `save_html` raise.
    """
    facts = read_site_facts(site, as_of)
    overview = make_uses(facts, uses) if uses else make_overview(facts, page_ages(site, facts.files))
    if html:
        save_html(site, html, overview_html(overview, overview.base_url))
    if form == "text" and html:
        say(f"The report is in {html}.")
    else:
        say(_text(overview, form, None if is_whole or uses else MOST_ROWS))


def _text(overview: Overview, form: Form, most: int | None) -> str:
    if form == "csv":
        return overview_csv(overview).removesuffix("\n")
    if form == "json":
        return overview_json(overview)
    return "\n".join(overview_lines(overview, most))
