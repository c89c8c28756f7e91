"""Work out what the fixes of problems change in the files of a site."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sitegen.errors import EditError, Problem
from sitegen.upkeep.file_changes import ChangeSet, make_change_set
from sitegen.upkeep.fixes.ways import WAYS


class Mending(NamedTuple):
    """The changes that mend problems, the problems that they mend, and those that need a person."""

    change_set: ChangeSet
    mended: tuple[Problem, ...]
    left: tuple[Problem, ...]


def mend(files: Mapping[str, bytes], problems: Iterable[Problem]) -> Mending:
    """Return what mends the problems that have a fix; those that cannot be mended exactly are left.

    `files` are those that a writer edits, by their paths from the site's root.
    """
    known = list(problems)
    after = dict(files)
    mended = set()
    for problem in sorted(known, key=lambda problem: problem.location, reverse=True):  # what is above keeps its place
        data = _mended(after, problem)
        if data is not None:
            after[problem.location.path] = data
            mended.add(problem)
        elif _is_same_link(problem, mended):
            mended.add(problem)
    count = "1 problem" if len(mended) == 1 else f"{len(mended):,} problems"
    return Mending(
        make_change_set(f"mend {count}", dict(files), after),
        tuple(problem for problem in known if problem in mended),
        tuple(problem for problem in known if problem not in mended),
    )


def _mended(files: Mapping[str, bytes], problem: Problem) -> bytes | None:
    """Return the file of a problem without it; None where that cannot be made."""
    data = files.get(problem.location.path)
    if data is None or problem.fix is None:
        return None
    try:
        return WAYS[problem.fix.kind](data, problem.location, problem.fix)
    except EditError:
        return None


def _is_same_link(problem: Problem, mended: Iterable[Problem]) -> bool:
    """Return whether a link is mended because another one in its file, to the same page, is."""
    return (
        problem.fix is not None
        and problem.fix.kind == "link"
        and any(other.fix == problem.fix and other.location.path == problem.location.path for other in mended)
    )
