"""Run every check over a finished site."""

from collections.abc import Collection

from sitegen.errors import Problem, sort_problems
from sitegen.findings.checks import CHECKS
from sitegen.findings.finished_site import FinishedSite
from sitegen.findings.registry import Subject


def find_problems(site: FinishedSite, subjects: Collection[Subject] | None = None) -> list[Problem]:
    """Return what all checks find that look at nothing but these subjects (None: all of them), sorted, each once."""
    return sort_problems(finding.problem for finding in CHECKS.run(site, subjects))
