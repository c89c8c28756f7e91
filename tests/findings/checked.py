"""What checks say of a small site."""

from collections.abc import Iterator
from contextlib import contextmanager

from sitegen.building import Choices
from sitegen.errors import Problem
from sitegen.findings import CHECKS, FinishedSite, open_site
from tests.site.small import SmallSite


@contextmanager
def opened(site: SmallSite) -> Iterator[FinishedSite]:
    """Build a site, which must succeed, and open it."""
    result = site.build()
    assert result.committed, result.problems
    with open_site(Choices(site=site.root, out=site.out, jobs=1)) as finished:
        yield finished


def found_by(check: str, site: SmallSite) -> list[Problem]:
    """Build a site, and return what one check finds, in its order."""
    with opened(site) as finished:
        return list(CHECKS[check].function(finished))


def said(problems: list[Problem]) -> list[tuple[str, str]]:
    """Return the place and headline of each problem."""
    return [(str(problem.location), problem.headline) for problem in problems]
