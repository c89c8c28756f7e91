"""Dates that are still to come, on pages that are shown."""

from sitegen.catalog.future_dates import future_dates, future_problem
from sitegen.engine.rules import Fetch
from sitegen.model import LocatedText
from sitegen.model.date_precision import first_moment
from sitegen.render.dates import instant
from sitegen.site.inputs import MOMENT_REACHED, RULES
from sitegen.site.page_files import page
from sitegen.site.reporting import problem_at
from sitegen.site.routes import catalog
from sitegen.site.settings import site_text


@RULES.task()
def check_dates(fetch: Fetch) -> None:
    """Warn of pages that state a date still to come; one that waits for its `publish` until then means it."""

    def has_come(moment: str) -> bool:
        is_reached: bool = fetch(MOMENT_REACHED, instant(moment, site_text(fetch, "timezone")).isoformat())
        return is_reached

    for future in future_dates(fetch(catalog), has_come):
        publish = fetch(page, future.path).publish
        if first_moment(publish) < first_moment(future.date):
            located = LocatedText(future.date, future.field)
            headline, hint = future_problem(future)
            fetch.report(problem_at(fetch, future.path, located, headline, hint, severity="warning"))
