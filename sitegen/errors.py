"""What went wrong, where, and what to do: problems, their places, and how they are printed.

The family of exceptions, each of which carries one or more problems:

    SitegenError
    |-- ConfigError      site.yaml says something that cannot be
    |-- ContentError     a file in content/ cannot be read as a page
    |-- TemplateError    a template is broken, or asks for what is not there
    |-- AssetError       a file in static/ is missing or unusable
    |-- RouteError       two pages want one address, or an address is not allowed
    |-- EditError        a file cannot be changed without a change of what stands around it
    |-- BuildError       the build itself cannot go on (a lock, a disk, a folder)
    `-- UsageError       the command line asks for something that cannot be done (exit 2)

A mistake that leaves the rest of the site readable is not raised but reported as a `Problem`, so that
one run shows them all.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import Literal, get_args

import msgspec

Severity = Literal["error", "warning", "advice"]
"""How grave a problem is: an error stops the build or fails the check; a warning is likely a mistake; advice
is worth knowing and never changes an exit code."""

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""All severities, the gravest first."""

CONTEXT_LINES = 2
MOST_MESSAGE_CHARACTERS = 500
"""A headline or hint that quotes more than anybody reads is cut to this many characters."""

MOST_PROBLEMS_A_FILE = 100

_LINE_LENGTH = 160
_BEFORE_COLUMN = 80
_CUT = "\u2026 "
_CUT_END = 100
_MORE = re.compile("and ([0-9,]+) more problems? in this file")
_HIDDEN = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that would move the cursor, color the screen, or turn the direction of writing."""

_NEAR = 0.6
_SHORTEST_PREFIX = 4
"""A name of fewer letters is not taken for the beginning of a longer one."""


class Location(msgspec.Struct, frozen=True, array_like=True, order=True):
    """A place in a source file: path relative to the site's root, line and column from 1 (0: not known)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}" if self.column else f"{self.path}:{self.line}"


class Fix(msgspec.Struct, frozen=True, array_like=True):
    """What mends a problem for certain: what reads `old`, or leads there, becomes `new`; an item of a list goes."""

    kind: Literal["value", "item", "link"]
    old: str
    new: str = ""


class Problem(msgspec.Struct, frozen=True, array_like=True, kw_only=True):
    """One finding: where it is, what is wrong, and what would help.

    `kind` is the name of the error family, `values` are labelled facts printed below the headline,
    `excerpt` holds (line number, text) of the lines around the place, in order, and may be empty, as may `fix`.
    """

    location: Location
    headline: str
    hint: str = ""
    kind: str = "ContentError"
    values: tuple[tuple[str, str], ...] = ()
    excerpt: tuple[tuple[int, str], ...] = ()
    severity: Severity = "error"
    fix: Fix | None = None

    @property
    def is_error(self) -> bool:
        """Whether it stops the build."""
        return self.severity == "error"


class SitegenError(Exception):
    """The root of the family: carries `problems`, at least one, in the order they were found."""

    def __init__(self, *problems: Problem | str, hint: str = "", path: str = "") -> None:
        kind = type(self).__name__
        self.problems: tuple[Problem, ...] = tuple(
            Problem(location=Location(path), headline=p, hint=hint, kind=kind) if isinstance(p, str) else p
            for p in problems
        )
        super().__init__("; ".join(f"{p.location}: {p.headline}" for p in self.problems))


class ConfigError(SitegenError):
    """site.yaml says something that cannot be."""


class ContentError(SitegenError):
    """A file in content/ cannot be read as a page."""


class TemplateError(SitegenError):
    """A template is broken, or asks for what is not there."""


class AssetError(SitegenError):
    """A file in static/ is missing or unusable."""


class RouteError(SitegenError):
    """Two pages want one address, or an address is not allowed."""


class EditError(SitegenError):
    """A file cannot be changed as asked without a change of what stands around it."""


class BuildError(SitegenError):
    """The build itself cannot go on."""


class UsageError(SitegenError):
    """The command line asks for something that cannot be done."""


def in_few_words(text: str) -> str:
    """Return a message that fits on a screen: control characters escaped, and too long a middle left out."""
    if len(text) > MOST_MESSAGE_CHARACTERS:
        text = f"{text[: MOST_MESSAGE_CHARACTERS - _CUT_END]}...{text[-_CUT_END:]}"
    return _HIDDEN.sub(lambda match: ascii(match[0])[1:-1], text)


def excerpt(text: str, line: int, around: int = CONTEXT_LINES, *, column: int = 0) -> tuple[tuple[int, str], ...]:
    """Return (number, text) of the lines around `line`, in order; empty where the line is not in the text.

    Long lines are cut; of `line` itself the part around the column is kept.
    """
    lines = _lines_of(text)
    if not 1 <= line <= len(lines):
        return ()
    first, last = max(1, line - around), min(len(lines), line + around)
    return tuple(
        (number, cut_line(lines[number - 1], column if number == line else 0)) for number in range(first, last + 1)
    )


def cut_line(text: str, column: int = 0) -> str:
    """Return a line of at most 160 characters as it is, and of a longer one those around a column."""
    if len(text) <= _LINE_LENGTH:
        return text
    start = column - 1 - _BEFORE_COLUMN if column - 1 > _BEFORE_COLUMN else 0
    end = start + _LINE_LENGTH
    return (_CUT if start else "") + text[start:end] + (_CUT[::-1] if end < len(text) else "")


def keep_few(problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems of one file, at most 100 and errors first, with one more that counts the others.

    The order stays. The one that counts is as grave as the gravest that is left out, and comes last.
    """
    if len(problems) <= MOST_PROBLEMS_A_FILE:
        return list(problems)
    counts = [problem for problem in problems if is_count(problem)]
    problems = [problem for problem in problems if not is_count(problem)]
    order = sorted(range(len(problems)), key=lambda number: SEVERITIES.index(problems[number].severity))
    left_out = sorted(order[MOST_PROBLEMS_A_FILE:])
    kept = [problems[number] for number in sorted(order[:MOST_PROBLEMS_A_FILE])]
    others = [*(problems[number] for number in left_out), *counts]
    gravest = min((problem.severity for problem in others), key=SEVERITIES.index)
    count = len(left_out) + sum(map(_count_of_more, counts))
    noun = "problem" if count == 1 else "problems"
    counted = Problem(
        location=max(problem.location for problem in problems),
        headline=f"and {count:,} more {noun} in this file",
        hint="mend those above, and build again to see more",
        kind=others[0].kind,
        severity=gravest,
    )
    return [*kept, counted]


def is_count(problem: Problem) -> bool:
    """Return whether a problem only counts those that `keep_few` left out."""
    return _MORE.fullmatch(problem.headline) is not None


def _count_of_more(problem: Problem) -> int:
    match = _MORE.fullmatch(problem.headline)
    return int(match[1].replace(",", "")) if match else 0


@lru_cache(maxsize=2)
def _lines_of(text: str) -> list[str]:
    """Return the lines of a text; those of the last texts are kept, since a file has many problems."""
    return text.removesuffix("\n").split("\n") if text else []


def suggest(word: str, choices: Iterable[str]) -> str:
    """Return `did you mean "x"?` for the choice nearest to the word, or an empty text."""
    return f'did you mean "{near}"?' if (near := nearest(word, choices)) else ""


def nearest(word: str, choices: Iterable[str], cutoff: float = _NEAR) -> str:
    """Return the choice nearest to a word, in any case; an empty text where none is as near as `cutoff` (1: equal)."""
    by_fold = {choice.casefold(): choice for choice in choices}
    close = get_close_matches(word.casefold(), by_fold, n=1, cutoff=cutoff)
    return by_fold[close[0]] if close else ""


def suggest_path(path: str, choices: Iterable[str]) -> str:
    """Return `did you mean "x"?` for the path whose last part is nearest to this one's, or an empty text."""
    return f'did you mean "{near}"?' if (near := nearest_path(path, choices)) else ""


def nearest_path(path: str, choices: Iterable[str], cutoff: float = _NEAR) -> str:
    """Return the path whose last part is nearest to this one's; an empty text where none is as near as `cutoff`.

    Folders count only between paths of the same last part: what two names share there says little. In its own
    folder a path that goes on from this one comes first.
    """
    folder, _, name = path.rpartition("/")
    choices = list(choices)
    completions = [choice for choice in choices if choice.rpartition("/")[0] == folder and _goes_on(choice, name)]
    if completions:
        return min(completions, key=len)
    by_name: dict[str, list[str]] = {}
    for choice in choices:
        by_name.setdefault(_stem(choice), []).append(choice)
    close = get_close_matches(_stem(name), by_name, n=1, cutoff=cutoff)
    candidates = by_name[close[0]] if close else [""]
    same_folder = (choice for choice in candidates if choice.rpartition("/")[0] == folder)
    return next(same_folder, candidates[0])


def _goes_on(longer: str, name: str) -> bool:
    return len(name) >= _SHORTEST_PREFIX and _stem(longer).startswith(_stem(name))


def format_problem(problem: Problem) -> str:
    """Format a problem as text: location, headline, the lines around with a caret, values, hint.

    There is no final newline. A warning and advice say what they are; an error does not.
    """
    label = "" if problem.is_error else f"{problem.severity}: "
    place = f"{problem.location}: " if problem.location.path else ""
    parts = [f"{place}{label}{problem.headline}"]
    parts += _format_excerpt(problem)
    parts += [f"  {label}: {value}" for label, value in problem.values]
    if problem.hint:
        parts.append(f"  hint: {problem.hint}")
    return "\n".join(parts)


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Sort by file, line and column, then by severity, the gravest first, then by headline; drop duplicates."""
    return sorted(set(problems), key=_sort_key)


def _sort_key(problem: Problem) -> tuple[object, ...]:
    first = (problem.location, SEVERITIES.index(problem.severity), problem.headline)
    return (*first, problem.hint, problem.values, problem.kind, problem.excerpt, repr(problem.fix))


def _stem(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0].casefold()


def _format_excerpt(problem: Problem) -> list[str]:
    lines = []
    width = len(str(problem.excerpt[-1][0])) if problem.excerpt else 0
    for number, text in problem.excerpt:
        here = number == problem.location.line
        shown = _HIDDEN.sub("\ufffd", text)
        lines.append(f"  {'>' if here else ' '} {number:>{width}} | {shown}".rstrip())
        if here and problem.location.column:
            before = text[: _offset_in_excerpt(text, problem.location.column)]
            pad = "".join("\t" if char == "\t" else " " for char in before)
            lines.append(f"    {'':>{width}} | {pad}^")
    return lines


def _offset_in_excerpt(text: str, column: int) -> int:
    """Return how many characters of a line of an excerpt stand before a column of the whole line."""
    is_cut = column - 1 > _BEFORE_COLUMN and text.startswith(_CUT)
    return len(_CUT) + _BEFORE_COLUMN if is_cut else column - 1
