"""Make lists of paragraphs that begin with a typed bullet or number, as old pages and word processors have them."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from sitegen.importing.html_cleaning import sibling_after, sibling_before
from sitegen.importing.import_records import Notes

_BULLET = re.compile(
    "[\u2022\u2023\u25a0\u25aa\u25ba\u25cf\u25e6\u2756\u27a2\u00b7\u00bb\uf0b7\uf0a7\uf0d8][\\s\u00a0]*"
)
_DASH = re.compile("[-*\u2013\u2014][\\s\u00a0]+")
_LETTER = re.compile("\\(?([a-h])\\)[\\s\u00a0]+")
_ROUND = re.compile("o[\\s\u00a0]+")
"""The letter that old programs type for a bullet of the second level; only below another bullet."""

_NUMBER = re.compile("(\\d{1,2})[.)][\\s\u00a0]+")


_DEEPER = frozenset("o\u25e6\u25aa\u25a0\uf0a7")
"""The bullets of deeper levels, below others."""

_MOST_DIGITS = 7
_ORDERED = frozenset({"ol", "letters"})


class _Marked:
    """A paragraph with a typed mark: the sort of list, the mark, and its number."""

    def __init__(self, paragraph: Tag, sort: str, mark: str, number: int) -> None:
        self.paragraph, self.sort, self.mark, self.number = paragraph, sort, mark, number


def lists_of_typed_marks(root: Tag, soup: BeautifulSoup, notes: Notes) -> None:
    """Replace runs of marked paragraphs by lists; lines of one paragraph count as paragraphs where each is marked."""
    for paragraph in root.find_all("p"):
        _split_marked_lines(paragraph, soup)
    for run in list(_runs(root)):
        if _is_list(run):
            _replace(run, soup, notes)
        elif len(run) > 1 and run[0].sort == "ol":
            order = ", ".join(str(marked.number) for marked in run)
            near = " ".join(run[0].paragraph.get_text().split())
            notes.ask(
                f"these numbers stand in the order {order}", "put the parts in order, or take the numbers away", near
            )


def count_on(root: Tag) -> None:
    """Number lists on that stand right below another numbered list, since Markdown makes one list of both."""
    for below in root.find_all("ol"):
        above = sibling_before(below)
        if above is not None and above.name == "ol":
            first = str(above.get("start") or "1")
            begin = int(first) if first.isdecimal() and len(first) < _MOST_DIGITS else 1
            below["start"] = str(begin + len(above.find_all("li", recursive=False)))


def _marked(paragraph: Tag) -> _Marked | None:
    text = paragraph.get_text().lstrip()
    for sort, pattern in (("ul", _BULLET), ("dash", _DASH), ("ol", _NUMBER), ("letters", _LETTER)):
        if (match := pattern.match(text)) and match.end() < len(text):
            number = int(match[1]) if sort == "ol" else "abcdefgh".index(match[1]) + 1 if sort == "letters" else 0
            return _Marked(paragraph, sort, match[0], number)
    return None


def _marked_below(run: list[_Marked], paragraph: Tag) -> _Marked | None:
    """Return a paragraph below others, with its mark: the letter of a bullet, too, below another bullet."""
    text = paragraph.get_text().lstrip()
    if run[0].sort == "ul" and (match := _ROUND.match(text)) and match.end() < len(text):
        return _Marked(paragraph, "ul", match[0], 0)
    return _marked(paragraph)


def _runs(root: Tag) -> Iterator[list[_Marked]]:
    taken: set[int] = set()
    for first in root.find_all("p"):
        marked = None if id(first) in taken else _marked(first)
        if marked is None:
            continue
        run = [marked]
        while (after := sibling_after(run[-1].paragraph)) and after.name == "p":
            item = _marked_below(run, after)
            if item is None or item.sort != marked.sort:
                break
            run.append(item)
        taken |= {id(one.paragraph) for one in run}
        yield run


def _is_list(run: list[_Marked]) -> bool:
    if run[0].sort in _ORDERED:
        return len(run) > 1 and [marked.number for marked in run] == list(range(1, len(run) + 1))
    return run[0].sort == "ul" or len(run) > 1


def _replace(run: list[_Marked], soup: BeautifulSoup, notes: Notes) -> None:
    name = "ol" if run[0].sort in _ORDERED else "ul"
    levels: list[tuple[str, Tag]] = []
    last_items: dict[str, Tag] = {}
    for marked in run:
        mark = _level_mark(marked, run)
        known = [position for position, (one, _) in enumerate(levels) if one == mark]
        if known:
            del levels[known[0] + 1 :]
        else:
            holder = soup.new_tag(name)
            if levels:
                last_items[levels[-1][0]].append(holder)
            else:
                marked.paragraph.insert_before(holder)
            levels.append((mark, holder))
        item = soup.new_tag("li")
        item.extend([child.extract() for child in list(marked.paragraph.children)])
        _cut(item, len(marked.mark))
        levels[-1][1].append(item)
        last_items[mark] = item
        marked.paragraph.decompose()
    notes.mend("typed bullets and numbers are a list now", " ".join(marked.mark for marked in run), "")


def _level_mark(marked: _Marked, run: list[_Marked]) -> str:
    """Return the mark of an item if it stands for a level below that of the first items; else an empty text."""
    mark = marked.mark.strip()
    return mark if mark in _DEEPER and not run[0].mark.startswith(mark) else ""


def _cut(item: Tag, length: int) -> None:
    """Delete the first characters of an item, after the white space before them."""
    whole = item.get_text()
    left = len(whole) - len(whole.lstrip()) + length
    for text in list(item.find_all(string=True)):
        cut = str(text)[left:]
        left -= len(str(text)) - len(cut)
        text.replace_with(NavigableString(cut))
        if left <= 0:
            return


def _split_marked_lines(paragraph: Tag, soup: BeautifulSoup) -> None:
    lines: list[list[PageElement]] = [[]]
    for child in paragraph.children:
        if isinstance(child, Tag) and child.name == "br":
            lines.append([])
        else:
            lines[-1].append(child)
    texts = ["".join(child.get_text() for child in line).strip() for line in lines]
    patterns = (_BULLET, _DASH, _NUMBER, _LETTER)
    if len(lines) < 2 or sum(any(p.match(text) for p in patterns) for text in texts) < 2:  # noqa: PLR2004 - a list
        return
    last = paragraph
    for line in lines[1:]:
        following = soup.new_tag("p")
        last.insert_after(following)
        following.extend([child.extract() for child in line])
        last = following
    for line_break in paragraph.find_all("br", recursive=False):
        line_break.decompose()
