"""Find the conflict markers that a merge leaves in a file, report each conflict once, and read past it."""

import re

from sitegen.errors import Problem
from sitegen.located.nodes import SourceFile

_MARKER = re.compile(r"(?m)^(?:<{7}|>{7}|\|{7})(?:[ \t].*)?$")


def remove_conflicts(file: SourceFile) -> tuple[str, list[Problem]]:
    """Return a file's text with only our side of each conflict, and one problem for each conflict.

    Markers and the other side become empty lines, so that line numbers stay as they are. A text without
    conflicts is returned as it is, with no problems.
    """
    text = file.text
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return text, []
    lines = text.split("\n")
    problems: list[Problem] = []
    last = max((number for number, line in enumerate(lines, 1) if line.startswith(">>>>>>>")), default=0)
    is_theirs, opened = False, 0
    for number, line in enumerate(lines, 1):
        if _MARKER.match(line) or (opened and line.rstrip() == "======="):
            if line[0] == "<" or not opened:
                problems.append(_conflict_problem(file, number, line[:7]))
            is_theirs = line[0] in "=|" and number < last
            opened = 0 if line[0] == ">" else number
            lines[number - 1] = ""
        elif is_theirs:
            lines[number - 1] = ""
    return "\n".join(lines), problems


def _conflict_problem(file: SourceFile, line: int, marker: str) -> Problem:
    headline = f"two versions of this file were merged, and {marker} marks where they differ"
    return file.problem(headline, "keep the right lines, and delete the lines <<<<<<<, ======= and >>>>>>>", line, 1)
