"""Make lists of paragraphs that Word and Outlook mean as items: by the style `mso-list`, or by their class."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from sitegen.importing.furniture import words_of
from sitegen.importing.import_records import Notes

_LEVEL = re.compile(r"mso-list:\s*\w+\s+level(\d)", re.IGNORECASE)
_IGNORED = re.compile(r"mso-list:\s*Ignore", re.IGNORECASE)
_CLASS = re.compile(r"MsoList(?P<sort>Bullet|Number)(?P<level>\d)?(?:CxSp\w+)?")
_NUMBER = re.compile(r"\(?(?P<number>\d{1,4}|[A-Za-z]|[ivxlc]{1,6})[.)]")


class _Item(NamedTuple):
    """A paragraph that is an item: its level from 1, and the number before it, empty for a bullet."""

    paragraph: Tag
    level: int
    is_numbered: bool
    number: int


def set_office_lists(soup: BeautifulSoup, notes: Notes) -> None:
    """Replace runs of paragraphs that are items by lists in lists."""
    items = [item for paragraph in soup.find_all("p") if (item := _item_of(paragraph, notes))]
    for run in _runs(items):
        _replace(run, soup)


def _item_of(paragraph: Tag, notes: Notes) -> _Item | None:
    level = _LEVEL.search(str(paragraph.get("style") or ""))
    named = next((match for name in words_of(paragraph, "class") if (match := _CLASS.fullmatch(name))), None)
    if not level and not named:
        return None
    mark = paragraph.find(style=_IGNORED)
    typed = mark.get_text() if isinstance(mark, Tag) else ""
    if isinstance(mark, Tag):
        notes.mend("typed bullets and numbers are a list now", typed, "")
        mark.decompose()
    number = _NUMBER.fullmatch(typed.strip())
    is_numbered = bool(number) or (not typed.strip() and named is not None and named["sort"] == "Number")
    own = int(level[1]) if level else int(named["level"] or 1) if named else 1
    value = int(number["number"]) if number and number["number"].isdecimal() else 1
    return _Item(paragraph, own, is_numbered, value)


def _runs(items: list[_Item]) -> Iterator[list[_Item]]:
    """Yield the items that stand one after the other, with nothing but white space between them."""
    run: list[_Item] = []
    for item in items:
        if run and _after(run[-1].paragraph) is not item.paragraph:
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _after(paragraph: Tag) -> PageElement | None:
    return next((one for one in paragraph.next_siblings if isinstance(one, Tag) or str(one).strip()), None)


def _replace(run: list[_Item], soup: BeautifulSoup) -> None:
    open_lists: list[tuple[int, Tag]] = []
    last_items: dict[int, Tag] = {}
    for item in run:
        name = "ol" if item.is_numbered else "ul"
        while open_lists and open_lists[-1][0] > item.level:
            open_lists.pop()
        if open_lists and open_lists[-1][0] == item.level and open_lists[-1][1].name != name:
            open_lists.pop()
        if not open_lists or open_lists[-1][0] < item.level:
            fresh = soup.new_tag(name, attrs={"start": str(item.number)} if item.number > 1 else {})
            if open_lists:
                last_items[id(open_lists[-1][1])].append(fresh)
            else:
                item.paragraph.insert_before(fresh)
            open_lists.append((item.level, fresh))
        entry = soup.new_tag("li")
        entry.extend([child.extract() for child in list(item.paragraph.children)])
        open_lists[-1][1].append(entry)
        last_items[id(open_lists[-1][1])] = entry
        item.paragraph.decompose()
