"""What the last check that was recorded found."""

from sitegen.engine.rules import Fetch
from sitegen.model import CheckRecord
from sitegen.model.folders import CHECKS
from sitegen.site.inputs import FILE, RULES


@RULES.task()
def recorded_checks(fetch: Fetch) -> CheckRecord | None:
    """Return what content/checks.yaml says; None without it, or where it has a mistake, which is reported."""
    from sitegen.content.check_record import read_record

    data = fetch(FILE, CHECKS)
    if data is None:
        return None
    record, problems = read_record(data)
    for problem in problems:
        fetch.report(problem)
    return record
