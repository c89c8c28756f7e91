"""Read headings that are underlined with `===` or `---`, and the running heads of pages that PDFs leave in a text."""

import re
from collections import Counter

from sitegen.importing.import_records import Notes

_UNDERLINED = re.compile(
    r"^(?![ \t]*(?:[-*+>|#=]|\d{1,3}[.)]|:|```|~~~))(?P<words>[^\n]*\S)[ \t]*\n(?P<line>={3,}|-{3,})[ \t]*$",
    re.MULTILINE,
)
_SHARE_OF_WORDS = 0.4
_RUNNING = re.compile(
    r"^[ \t]*(?:(?P<head>\S[^\n]{0,78}?)[ \t]{2,}\d{1,4}|\d{1,4}[ \t]{2,}(?P<foot>\S[^\n]{0,78}?)"
    r"|(?P<page>page \d{1,4}(?: of \d{1,4})?))[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)


def with_marked_headings(text: str, code_free: str) -> str:
    """Return a text in which underlined headings have the marks of Markdown; `code_free` is it without its code.

    A line of `=` below the first words makes a heading of level 1, others are below it.
    """
    edits = []
    has_double = False
    for match in _UNDERLINED.finditer(code_free):
        words, line = match["words"], match["line"]
        if len(line) < len(words.strip()) * _SHARE_OF_WORDS:
            continue
        is_first = line[0] == "=" and not text[: match.start()].strip()
        has_double = has_double or (line[0] == "=" and not is_first)
        level = 1 if is_first else 2 if line[0] == "=" or not has_double else 3
        start, end = match.span("words")
        edits.append((match.start(), match.end(), f"{'#' * level} {text[start:end].strip()}"))
    for start, end, heading in reversed(edits):
        below = text[end:].removeprefix("\n")
        text = f"{text[:start]}{heading}\n\n{below.removeprefix(chr(10))}"
    return text


def without_running_heads(text: str, notes: Notes) -> str:
    """Return a text without lines that stand on each page of paper, with its number: `Partnership Quarterly   3`."""
    heads = Counter(match["head"] or match["foot"] for match in _RUNNING.finditer(text))

    def removed(match: re.Match[str]) -> str:
        if not match["page"] and heads[match["head"] or match["foot"]] < 2:  # noqa: PLR2004 - one is no pattern
            return match[0]
        notes.leave_out("it stands at the head or foot of the paper", match[0])
        return ""

    return _RUNNING.sub(removed, text)
