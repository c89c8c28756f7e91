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
_NUMBER = re.compile("(\\d{1,2})[.)][\\s\u00a0]+")


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


def _marked(paragraph: Tag) -> _Marked | None:
    text = paragraph.get_text().lstrip()
    for sort, pattern in (("ul", _BULLET), ("dash", _DASH), ("ol", _NUMBER)):
        if (match := pattern.match(text)) and match.end() < len(text):
            return _Marked(paragraph, sort, match[0], int(match[1]) if sort == "ol" else 0)
    return None


def _runs(root: Tag) -> Iterator[list[_Marked]]:
    for first in root.find_all("p"):
        before = sibling_before(first)
        marked = _marked(first)
        above = _marked(before) if before and before.name == "p" else None
        if marked is None or (above and above.sort == marked.sort):
            continue
        run = [marked]
        while (after := sibling_after(run[-1].paragraph)) and after.name == "p":
            item = _marked(after)
            if item is None or item.sort != marked.sort:
                break
            run.append(item)
        yield run


def _is_list(run: list[_Marked]) -> bool:
    if run[0].sort == "ol":
        return len(run) > 1 and [marked.number for marked in run] == list(range(1, len(run) + 1))
    return run[0].sort == "ul" or len(run) > 1


def _replace(run: list[_Marked], soup: BeautifulSoup, notes: Notes) -> None:
    holder = soup.new_tag("ol" if run[0].sort == "ol" else "ul")
    run[0].paragraph.insert_before(holder)
    for marked in run:
        item = soup.new_tag("li")
        item.extend([child.extract() for child in list(marked.paragraph.children)])
        _cut(item, len(marked.mark))
        holder.append(item)
        marked.paragraph.decompose()
    notes.mend("typed bullets and numbers are a list now", " ".join(marked.mark for marked in run), "")


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
    patterns = (_BULLET, _DASH, _NUMBER)
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
