"""Footnotes: labels that work as anchors, and the ids that may stay."""

import re

from sitegen.content.source_scan import Source
from sitegen.errors import Problem, suggest

_MARK = re.compile(r"\[\^([^\]\n]*+)\](:?)")
_LABEL = re.compile(r"[\w.-]+")
_ID = re.compile(r'<(li|sup)([^>]*?) id="([^"]*)"')
_MADE = re.compile(r"fn(?:ref\d*)?:[\w.-]+")


def find_footnote_problems(source: Source) -> list[Problem]:
    """Give the labels that cannot be part of an anchor, those without a text, and those that are not used."""
    marks = list(_MARK.finditer(source.code_free))
    defined = {mark[1] for mark in marks if mark[2]}
    used = {mark[1] for mark in marks if not mark[2]}
    problems = []
    for mark in marks:
        if not _LABEL.fullmatch(mark[1]):
            headline = f'footnote label "{mark[1]}" cannot be part of an anchor'
            hint = "use letters, digits and hyphens"
            problems.append(source.problem(mark.start(), headline, hint))
        elif mark[1] not in defined:
            hint = suggest(mark[1], sorted(defined)) or f"add a line: [^{mark[1]}]: ..."
            headline = f'footnote "{mark[1]}" has no text'
            problems.append(source.problem(mark.start(), headline, hint, "warning"))
        elif mark[1] not in used:
            headline = f'footnote "{mark[1]}" is used nowhere'
            hint = f"write [^{mark[1]}] in the text, or delete it"
            problems.append(source.problem(mark.start(), headline, hint, "warning"))
    return problems


def keep_footnote_ids(clean_html: str, anchors: set[str]) -> str:
    """Drop every id but those of footnotes, each once, and add these to the anchors of the page."""

    def keep(match: re.Match[str]) -> str:
        if not _MADE.fullmatch(match[3]) or match[3] in anchors:
            return f"<{match[1]}{match[2]}"
        anchors.add(match[3])
        return match[0]

    return _ID.sub(keep, clean_html)
