"""Write an overview as a page of its own: one file without scripts, readable on a phone and on paper."""

import hashlib
from base64 import b64encode
from functools import cache
from pathlib import Path

from sitegen.overview.overview_records import Overview

GENERATOR = "sitegen report"
"""What the page says it was made by: so a later one may be written over it."""

_FOLDER = Path(__file__).parent


def overview_html(overview: Overview, base: str, uses: str | None = None) -> str:
    """Return an overview as HTML whose links begin with `base`, an address without a slash at its end.

    `uses` is what was asked for in the form of a preview, which stands on the page unless it is None.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style, digest = report_style()
    return environment.get_template("overview.html").render(
        overview=overview,
        base=base,
        uses=uses,
        generator=GENERATOR,
        style=Markup(style),  # noqa: S704 - a file of ours
        style_digest=digest,
    )


@cache
def report_style() -> tuple[str, str]:
    """Return the style sheet of reports, and its digest as a content-security policy names it."""
    style = (_FOLDER / "overview.css").read_text("utf-8")
    return style, f"sha256-{b64encode(hashlib.sha256(style.encode()).digest()).decode()}"
