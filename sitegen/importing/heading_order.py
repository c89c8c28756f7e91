"""Set the headings of a text: the title is the only one above level 2, and none is skipped on the way down."""

import re

from bs4 import BeautifulSoup, Tag

from sitegen.importing.html_cleaning import sibling_after
from sitegen.importing.import_records import Notes

HEADINGS = re.compile("^h[1-6]$")
_FIRST_LEVEL, _LAST_LEVEL = 2, 6
_LONGEST = 90
_MOST_WORDS = 14
_NO_HEADING = re.compile(r"[.,;:!?)\u201d\u2026]$|^\W*\d+\W*$")


def bold_lines_to_headings(root: Tag, soup: BeautifulSoup, notes: Notes) -> None:
    """Make headings of paragraphs that are wholly bold, short, no sentence, and followed by other text."""
    levels = [int(heading.name[1]) for heading in root.find_all(HEADINGS)]
    level = min(max(levels, default=1) + 1, _LAST_LEVEL)
    for paragraph in root.find_all("p"):
        text = " ".join(paragraph.get_text().split())
        if paragraph.parent is not root or not _is_all_bold(paragraph) or not _looks_like_heading(text):
            continue
        after = sibling_after(paragraph)
        if after is None or HEADINGS.match(after.name) or (after.name == "p" and _is_all_bold(after)):
            continue
        heading = soup.new_tag(f"h{level}")
        heading.string = text
        paragraph.replace_with(heading)
        notes.mend("a bold line is a heading now", text, text)


def set_levels(root: Tag) -> None:
    """Begin with level 2, and let no heading be more than one level below the one before it."""
    headings = root.find_all(HEADINGS)
    top = min((int(heading.name[1]) for heading in headings), default=_FIRST_LEVEL)
    last = _FIRST_LEVEL - 1
    for heading in headings:
        level = int(heading.name[1]) - top + _FIRST_LEVEL
        last = min(level, last + 1, _LAST_LEVEL)
        heading.name = f"h{last}"


def _is_all_bold(paragraph: Tag) -> bool:
    bold = "".join(element.get_text() for element in paragraph.find_all("b", recursive=False))
    return bool(bold.strip()) and bold.split() == paragraph.get_text().split()


def _looks_like_heading(text: str) -> bool:
    return len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS and not _NO_HEADING.search(text)
