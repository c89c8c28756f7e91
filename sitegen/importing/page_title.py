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
    heading = next((one for one in (root.find("h1"), soup.find("h1")) if isinstance(one, Tag)), None)
    text = " ".join(text_in(heading).split()) if heading else ""
    parts = _BETWEEN.split(head.title)
    if heading is not None and _is_site(text, head, parts):
        notes.leave_out("the name of the old site", text)
        heading.decompose()
        heading, text = None, ""
    if not text and (first := root.find(["h1", "h2"])) and _is_first(first, root) and isinstance(first, Tag):
        heading, text = first, " ".join(text_in(first).split())
    if text:
        value = FieldValue("title", text, "certain", "it is the heading of the text")
    elif head.heading or head.title:
        value = FieldValue("title", head.heading or parts[0], "likely", "the head of the old page says so")
    else:
        return None
    if heading is not None and heading.decomposed is False and root in heading.parents:
        heading.decompose()
    _leave_out_rest(head.title, str(value.value), notes)
    return value


def _is_site(text: str, head: PageHead, parts: list[str]) -> bool:
    """Return whether a heading is the name of the site, which stands behind the title of the window."""
    return fold(text) == fold(head.site) or (len(parts) > 1 and fold(text) == fold(parts[-1]) != fold(parts[0]))


def _is_first(heading: object, root: Tag) -> bool:
    if not isinstance(heading, Tag):
        return False
    for text in root.find_all(string=True):
        if text.strip():
            return heading in text.parents
    return False


def _leave_out_rest(window: str, title: str, notes: Notes) -> None:
    if not window:
        return
    parts = [window] if fold(window) == fold(title) else _BETWEEN.split(window)
    for part in parts:
        if fold(part) == fold(title):
            notes.mend("the title stood in the title of the window, too", part, "")
        else:
            notes.leave_out("the title of the window, with the name of the old site", part)
