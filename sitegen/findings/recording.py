"""What the checks find, as it is recorded for readers: counts alone, no file and no title."""

from collections import Counter

from sitegen.findings.checks import CHECKS
from sitegen.findings.finished_site import FinishedSite
from sitegen.model import CheckRecord, CheckResult


def check_record(site: FinishedSite, day: str) -> CheckRecord:
    """Return what the checks that readers are told of find on a day (YYYY-MM-DD)."""
    counts = Counter(finding.check.name for finding in CHECKS.run(site))
    results = tuple(CheckResult(check.told, counts[check.name]) for check in CHECKS if check.told)
    return CheckRecord(day, len(site.rendered), results)
