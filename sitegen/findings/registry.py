"""Checks of a finished site, as a registry: what is said of a site is found by those that are registered."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sitegen.errors import Problem, Severity
from sitegen.findings.finished_site import FinishedSite

Subject = Literal["settings", "content", "html", "search"]
"""What a check looks at: site.yaml, the pages as they were read, the finished pages, the search."""

CheckFunction = Callable[[FinishedSite], Iterable[Problem]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A function that finds problems of a finished site.

    `name` is the function's, `summary` the first line of its docstring; it finds problems of no other severities
    than these, and looks at no other subjects. `told` says to readers what it looks for, or is empty: then no record
    tells of it.
    """

    name: str
    summary: str
    severities: frozenset[Severity]
    subjects: frozenset[Subject]
    function: CheckFunction
    told: str = ""


class Finding(NamedTuple):
    """A problem, and the check that found it."""

    check: Check
    problem: Problem


class Registry:
    """Checks by name, in the order of their registration."""

    def __init__(self) -> None:
        self._by_name: dict[str, Check] = {}

    def __iter__(self) -> Iterator[Check]:
        return iter(self._by_name.values())

    def __getitem__(self, name: str) -> Check:
        return self._by_name[name]

    def check(
        self, *, severities: Collection[Severity], looks_at: Collection[Subject], told: str = ""
    ) -> Callable[[CheckFunction], CheckFunction]:
        """Register the decorated function as a check, under its own name.

        Raises TypeError for a name that is taken, or a function without a docstring.
        """

        def register(function: CheckFunction) -> CheckFunction:
            name, summary = function.__name__, (function.__doc__ or "").strip().partition("\n")[0]
            if name in self._by_name:
                message = f"two checks are called {name}"
                raise TypeError(message)
            if not summary:
                message = f"a check says in its docstring what it finds: {name}"
                raise TypeError(message)
            self._by_name[name] = Check(
                name=name,
                summary=summary,
                severities=frozenset(severities),
                subjects=frozenset(looks_at),
                function=function,
                told=told,
            )
            return function

        return register

    def run(self, site: FinishedSite, subjects: Collection[Subject] | None = None) -> Iterator[Finding]:
        """Run the checks that look at nothing but these subjects (None: all checks), and yield what they find.

        Raises AssertionError where a check finds a problem of a severity that it did not declare.
        """
        for check in self:
            if subjects is not None and not check.subjects <= set(subjects):
                continue
            for problem in check.function(site):
                if problem.severity not in check.severities:
                    message = f"{check.name} found a problem that is no {' or '.join(sorted(check.severities))}"
                    raise AssertionError(message)
                yield Finding(check, problem)


CHECKS = Registry()
"""The checks of this program; import it from `sitegen.findings.checks`, which fills it."""
