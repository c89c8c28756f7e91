"""What a person sees of a build: progress while it runs, then problems, then a summary."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Any, Self

import click

from sitegen.assets.linked_names import FOLDERS as ON_DEMAND
from sitegen.engine.plan import Result
from sitegen.errors import SEVERITIES, Location, Problem, Severity, format_problem
from sitegen.model.folders import CONTENT
from sitegen.model.held_back import HeldBack
from sitegen.render.dates import moment

_SECONDS_BEFORE_FIRST = 0.7
_STAGES = {"read": "Reading pages", "render": "Making pages", "send": "Sending files"}
_FEWEST_STEPS = 200
_NOUNS: dict[Severity, tuple[str, str]] = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "advice": ("piece of advice", "pieces of advice"),
}

_REMEDIES: dict[Severity, str] = {
    "warning": "mend some and build again, or see them all",
    "advice": "see it all",
}

_NAMED_AT_MOST = 5
"""How many pages and files that are no longer published are named."""

_SYSTEM_HINT = "free some space, or check the permissions of the folder or file, then try again"
_MADE_ENDINGS = (".json", "/feed.xml", "/share.png")
"""What the site makes of its pages, and stands beside them."""

PRINTED_AT_MOST = 50
"""How many warnings, and how many pieces of advice, are printed; an error is never left out."""


class ProgressReporter:
    """Shows a progress bar on long work in a terminal, plain lines elsewhere, nothing with `as_json`."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        self.started = perf_counter()
        self._bar: Any = None
        self._tasks: dict[str, Any] = {}
        self._peak: Any = None

    def __enter__(self) -> Self:
        if self.as_json:
            from sitegen.memory import PeakMemory

            self._peak = PeakMemory()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
        self.seconds = perf_counter() - self.started
        self.peak_mb = self._peak.stop() if self._peak else 0.0

    def notify(self, text: str) -> None:
        """Print a text at once."""
        click.echo(text, err=True)

    def progress(self, stage: str, done: int, total: int) -> None:
        """Show that `done` of `total` steps of a stage are done."""
        if self.as_json or perf_counter() - self.started < _SECONDS_BEFORE_FIRST or total < _FEWEST_STEPS:
            return
        if not sys.stderr.isatty():
            if stage not in self._tasks:
                self._tasks[stage] = True
                click.echo(f"{_STAGES[stage]}: {total:,}", err=True)
            return
        if self._bar is None:
            from rich.console import Console
            from rich.progress import Progress

            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._bar.start()
        if stage not in self._tasks:
            self._tasks[stage] = self._bar.add_task(_STAGES[stage], total=total)
        self._bar.update(self._tasks[stage], completed=done)


def print_result(
    result: Result, reporter: ProgressReporter, out: Path, *, checked: bool = False, held: Sequence[HeldBack] = ()
) -> None:
    """Print what a build did: problems on standard error, the summary on standard output.

    `held` are the pages that wait for their day.
    """
    if reporter.as_json:
        facts = result_object(result, reporter.seconds, reporter.peak_mb, held)
        click.echo(json.dumps(facts, ensure_ascii=False))
        return
    for note in result.notes:
        click.echo(f"note: {note}", err=True)
    print_problems(result.problems, with_heading=True)
    for line in closing_lines(result, reporter.seconds, out, checked=checked, held=held):
        click.echo(line)


def print_system_error(error: OSError) -> None:
    """Print what the system says of a disk or a file."""
    headline, path = f"the system says: {error.strerror}", str(error.filename or "")
    print_problems([Problem(location=Location(path), headline=headline, hint=_SYSTEM_HINT, kind="BuildError")])


def print_problems(problems: Iterable[Problem], *, with_heading: bool = False) -> None:
    """Print problems on standard error, a blank line after each; the errors come last, so that they stay on the screen.

    Within both groups their order stays. With `with_heading` the errors stand under a line that counts them. Every
    error is printed; of the warnings and of the advice no more than a person would read, and then how many are left.
    """
    counts: Counter[Severity] = Counter()
    errors = []
    for problem in problems:
        counts[problem.severity] += 1
        if problem.is_error:
            errors.append(problem)
        elif counts[problem.severity] <= PRINTED_AT_MOST:
            _print_problem(problem)
    for severity, remedy in _REMEDIES.items():
        if counts[severity] > PRINTED_AT_MOST:
            more = _count_of(severity, counts[severity] - PRINTED_AT_MOST, "more ")
            click.echo(f"{more}: {remedy} with --json.\n", err=True)
    if errors and with_heading:
        click.echo(f"== {_count_of('error', len(errors))}\n", err=True)
    for problem in errors:
        _print_problem(problem)


def _print_problem(problem: Problem) -> None:
    click.echo(format_problem(problem) + "\n", err=True)


def count_problems(problems: Iterable[Problem]) -> str:
    """Return how many problems there are of each severity, `1 error, 2 warnings`; without problems an empty text."""
    counts = Counter(problem.severity for problem in problems)
    return ", ".join(_count_of(severity, counts[severity]) for severity in SEVERITIES if counts[severity])


def closing_lines(
    result: Result, seconds: float, out: Path, *, checked: bool, held: Sequence[HeldBack] = ()
) -> list[str]:
    """Return the closing lines of a build for people."""
    counted = count_problems(result.problems)
    if not result.committed:
        return [f"Not built: {counted}. The site in {_relative_path(out)} is as it was before."]
    changed = [f"{_count(len(result.written), 'file')} written"] if result.written else []
    changed += [f"{_count(len(result.pruned), 'file')} removed"] if result.pruned else []
    pages = _count(result.pages, "page") or "no pages"
    lines = [f"{pages} in {seconds:.2f} s: {', '.join(changed) or 'nothing had changed'}."]
    lines += [*_gone(result), *held_lines(held)]
    if checked and not result.errors and not result.warnings:
        lines.append(f"Checked: no broken links, no missing files{f'; {counted}' if counted else ''}.")
    elif counted:
        lines.append(f"{'Checked' if checked else 'Built'} with {counted}.")
    lines.append(f"The site is in {_relative_path(out)}. To look at it: python3 build.py serve")
    return lines


def held_lines(held: Sequence[HeldBack]) -> list[str]:
    """Return a line for each of the first pages that wait for their day; none if none does."""
    lines = [f"Held back until {moment(page.until.replace(' ', 'T'))}: {page.title}" for page in held[:_NAMED_AT_MOST]]
    more = len(held) - _NAMED_AT_MOST
    return [*lines, f"Held back until later: {_count(more, 'more page')}"] if more > 0 else lines


def _gone(result: Result) -> list[str]:
    """Return a line with the first files and pages that left the site, none if none did."""
    files = [path for path in result.pruned if path.startswith(ON_DEMAND) and not path.endswith(_MADE_ENDINGS)]
    pages = [path for path in result.pruned if path.endswith("index.html") and "/page/" not in path]
    gone = [f"/{path.removesuffix('index.html')}" for path in dict.fromkeys((*sorted(set(files) - set(pages)), *pages))]
    more = f" and {len(gone) - _NAMED_AT_MOST:,} more" if len(gone) > _NAMED_AT_MOST else ""
    return [f"No longer published: {', '.join(gone[:_NAMED_AT_MOST])}{more}."] if gone else []


def result_object(result: Result, seconds: float, peak_mb: float, held: Sequence[HeldBack] = ()) -> dict[str, Any]:
    """Return a build as the object of `--json`."""
    return {
        "pages": result.pages,
        "files": result.outputs,
        "written": len(result.written),
        "unchanged": result.outputs - len(result.written),
        "pruned": len(result.pruned),
        "rendered": result.rendered,
        "warnings": len(result.warnings),
        "errors": len(result.errors),
        "advice": len(result.advice),
        "seconds": {**{stage: round(value, 4) for stage, value in result.seconds.items()}, "total": round(seconds, 4)},
        "peak_mb": peak_mb,
        "problems": [_problem_dict(problem) for problem in result.problems],
        "notes": [*result.notes, *_gone(result)],
        "held_back": [{"title": page.title, "file": f"{CONTENT}/{page.path}", "until": page.until} for page in held],
    }


def print_differences(differences: Sequence[str], *, quiet: bool = False) -> None:
    """Print what a clean build makes otherwise; with `quiet`, print nothing where there is no difference."""
    if not differences:
        if not quiet:
            click.echo("Verified: a clean build gives the same bytes.")
        return
    for line in differences:
        click.echo(line, err=True)
    click.echo("A clean build differs. This is a bug in sitegen; --clean mends the site for now.", err=True)


def _problem_dict(problem: Problem) -> dict[str, Any]:
    return {
        "severity": problem.severity,
        "kind": problem.kind,
        "file": problem.location.path,
        "line": problem.location.line,
        "column": problem.location.column,
        "message": problem.headline,
        "hint": problem.hint,
        "values": dict(problem.values),
    }


def _count_of(severity: Severity, number: int, word: str = "") -> str:
    singular, plural = _NOUNS[severity]
    return f"{number:,} {word}{singular if number == 1 else plural}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}" if number else ""


def _relative_path(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
