"""Run every check over a finished site."""

from collections.abc import Collection

import msgspec

from sitegen.errors import Problem, sort_problems
from sitegen.findings.checks import CHECKS
from sitegen.findings.finished_site import FinishedSite
from sitegen.findings.registry import Finding, Subject


def find_problems(
    site: FinishedSite, subjects: Collection[Subject] | None = None, *, strict: Collection[str] = ()
) -> list[Problem]:
    """Return what all checks find that look at nothing but these subjects (None: all of them), sorted, each once.

    Advice of the checks that `strict` names is returned as errors.
    """
    return sort_problems(_judged(finding, strict) for finding in CHECKS.run(site, subjects))


def _judged(finding: Finding, strict: Collection[str]) -> Problem:
    if finding.check.name in strict and finding.problem.severity == "advice":
        return msgspec.structs.replace(finding.problem, severity="error")
    return finding.problem
