"""Check the labels of footnotes, and keep only the ids that Python-Markdown makes for them."""

import re

from sitegen.content.source_scan import BodySource
from sitegen.errors import Problem, suggest

_REFERENCE = re.compile(r"\[\^([^\]\n]*+)\](:?)")
_LABEL = re.compile(r"[\w.-]+")
_ID = re.compile(r'<(li|sup)([^>]*?) id="([^"]*)"')
_GENERATED_ID = re.compile(r"fn(?:ref\d*)?:[\w.-]+")


def find_footnote_problems(source: BodySource) -> list[Problem]:
    """Return a problem for each label that cannot be part of an anchor, that has no text, or that is not used."""
    references = list(_REFERENCE.finditer(source.code_free))
    defined = {reference[1] for reference in references if reference[2]}
    used = {reference[1] for reference in references if not reference[2]}
    problems = []
    for reference in references:
        if not _LABEL.fullmatch(reference[1]):
            headline = f'footnote label "{reference[1]}" cannot be part of an anchor'
            hint = "use letters, digits and hyphens"
            problems.append(source.problem(reference.start(), headline, hint))
        elif reference[1] not in defined:
            hint = suggest(reference[1], sorted(defined)) or f"add a line: [^{reference[1]}]: ..."
            headline = f'footnote "{reference[1]}" has no text'
            problems.append(source.problem(reference.start(), headline, hint, "warning"))
        elif reference[1] not in used:
            headline = f'footnote "{reference[1]}" is used nowhere'
            hint = f"write [^{reference[1]}] in the text, or delete it"
            problems.append(source.problem(reference.start(), headline, hint, "warning"))
    return problems


def keep_footnote_ids(clean_html: str) -> str:
    """Remove every id that is not a footnote's or that repeats one."""
    ids: set[str] = set()

    def keep(match: re.Match[str]) -> str:
        if not _GENERATED_ID.fullmatch(match[3]) or match[3] in ids:
            return f"<{match[1]}{match[2]}"
        ids.add(match[3])
        return match[0]

    return _ID.sub(keep, clean_html)
