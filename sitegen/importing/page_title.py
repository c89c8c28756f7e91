"""Choose the title of a web page, and take it out of the text where it stands there once more."""

import re

from bs4 import BeautifulSoup, Tag

from sitegen.importing.html_cleaning import text_in
from sitegen.importing.import_records import FieldValue, Notes
from sitegen.importing.page_head import PageHead
from sitegen.text import fold

_BETWEEN = re.compile(r"\s+(?:[|\u00bb\u203a\u00b7\u2022]|[-\u2013\u2014:]{1,2})\s+")


def title_of(head: PageHead, soup: BeautifulSoup, root: Tag, notes: Notes) -> FieldValue | None:
    """Return the title of a page: its first heading, else what its head says; None where nothing does.

    What stands beside it in the title of the window, the name of the site, is noted as left out.
    """
    parts = _BETWEEN.split(head.title)
    heading = root.find("h1") or soup.find("h1")
    if isinstance(heading, Tag) and _is_site(_words(heading), head, parts):
        notes.leave_out("the name of the old site", _words(heading))
        heading.decompose()
        heading = None
    heading = heading or _first_heading(root)
    if isinstance(heading, Tag) and _words(heading):
        value = FieldValue("title", _words(heading), "certain", "it is the heading of the text")
        if root in heading.parents:
            heading.decompose()
    elif head.heading or head.title:
        value = FieldValue("title", head.heading or parts[0], "likely", "the head of the old page says so")
    else:
        return None
    _leave_out_rest(head.title, str(value.value), notes)
    return value


def _words(heading: Tag) -> str:
    return " ".join(text_in(heading).split())


def _is_site(text: str, head: PageHead, parts: list[str]) -> bool:
    """Return whether a heading is the name of the site, which stands behind the title of the window."""
    return fold(text) == fold(head.site) or (len(parts) > 1 and fold(text) == fold(parts[-1]) != fold(parts[0]))


def _first_heading(root: Tag) -> Tag | None:
    """Return the heading of one of the two highest ranks with which a text begins."""
    heading = root.find(["h1", "h2"])
    first = next((text for text in root.find_all(string=True) if text.strip()), None)
    return heading if isinstance(heading, Tag) and first is not None and heading in first.parents else None


def _leave_out_rest(window: str, title: str, notes: Notes) -> None:
    if not window:
        return
    parts = [window] if fold(window) == fold(title) else _BETWEEN.split(window)
    for part in parts:
        if fold(part) == fold(title):
            notes.mend("the title stood in the title of the window, too", part, "")
        else:
            notes.leave_out("the title of the window, with the name of the old site", part)
