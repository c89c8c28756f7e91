"""Write what an import did as a page of its own: one file without scripts."""

from collections.abc import Sequence
from pathlib import Path

from sitegen.importing.import_plan import Outcome
from sitegen.importing.report_counts import shown_source, shown_value, summary_of

_FOLDER = Path(__file__).parent


def report_html(outcomes: Sequence[Outcome], generator: str, style: tuple[str, str], *, is_dry: bool) -> str:
    """Return the report as HTML; `style` is a style sheet, and its digest as a content-security policy names it."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"shown": shown_value, "source": shown_source}
    return environment.get_template("import_report.html").render(
        outcomes=outcomes,
        summary=summary_of(outcomes, is_dry=is_dry),
        generator=generator,
        style=Markup(style[0]),  # noqa: S704 - a file of ours
        style_digest=style[1],
    )
