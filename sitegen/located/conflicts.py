"""The marks that a merge leaves where two versions of a file differ: told once, and read past."""

import re

from sitegen.errors import Problem
from sitegen.located.nodes import SourceFile

_MARK = re.compile(r"(?m)^(?:<{7}|>{7}|\|{7})(?:[ \t].*)?$")


def without_conflicts(file: SourceFile) -> tuple[str, list[Problem]]:
    """Give a file's text with our side of each conflict, every line at its number, and a problem for each."""
    text = file.text
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return text, []
    lines = text.split("\n")
    problems: list[Problem] = []
    last = max((number for number, line in enumerate(lines, 1) if line.startswith(">>>>>>>")), default=0)
    is_theirs, opened = False, 0
    for number, line in enumerate(lines, 1):
        if _MARK.match(line) or (opened and line.rstrip() == "======="):
            if line[0] == "<" or not opened:
                problems.append(_conflict(file, number, line[:7]))
            is_theirs = line[0] in "=|" and number < last
            opened = 0 if line[0] == ">" else number
            lines[number - 1] = ""
        elif is_theirs:
            lines[number - 1] = ""
    return "\n".join(lines), problems


def _conflict(file: SourceFile, line: int, mark: str) -> Problem:
    headline = f"two versions of this file were merged, and {mark} marks where they differ"
    return file.problem(headline, "keep the right lines, and delete the lines <<<<<<<, ======= and >>>>>>>", line, 1)
