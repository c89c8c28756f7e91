"""Make footnotes of links to notes at the end of a text, which lead back to where they came from."""

import re

from bs4 import BeautifulSoup, Tag

from sitegen.importing.import_records import Notes

MARK, NOTE = "footnote-mark", "footnote-note"
"""The elements that stand for a mark in the text, and for a note at its end; `n` is their number."""

_ARROWS = re.compile("^[\\s\u2191\u21a9\u2934\ufe0e^\\[\\]()\\d\u00a0]*$")
_BACK = re.compile("^[\\s\u2191\u21a9\u2934\ufe0e^]*$")
_HOLDERS = ["li", "p", "div", "dd", "aside"]


def read_footnotes(root: Tag, soup: BeautifulSoup, notes: Notes) -> None:
    """Replace marks and notes by elements of ours, and put the notes at the end of the text."""
    by_id = {str(element["name"]): element for element in root.find_all("a", attrs={"name": True})}
    by_id |= {str(element["id"]): element for element in root.find_all(id=True)}
    numbers: dict[int, int] = {}
    made: list[Tag] = []
    for link in root.find_all("a", href=re.compile("^#.")):
        target = by_id.get(str(link["href"])[1:]) if link.parent is not None else None
        holder = _holder_of(target)
        if holder is None or not _ARROWS.match(link.get_text()) or holder in link.parents:
            continue
        back = _way_back(holder, link)
        if back is None and id(holder) not in numbers:
            continue
        if id(holder) not in numbers:
            numbers[id(holder)] = len(numbers) + 1
            made.append(holder)
        mark = soup.new_tag(MARK, n=str(numbers[id(holder)]))
        outer = link
        while outer.parent is not None and outer.parent.name in {"sup", "span"} and _is_alone(outer):
            outer = outer.parent
        notes.mend("a footnote has a mark of its own now", outer.get_text(), "")
        outer.replace_with(mark)
        if back is not None:
            notes.mend("a footnote has a mark of its own now", back.get_text(), "")
            back.decompose()
    for holder in made:
        _move_to_end(holder, root, soup, numbers[id(holder)])


def _holder_of(target: Tag | None) -> Tag | None:
    """Return the element with the words of a note, of the element that a link leads to."""
    if target is None or target.name in _HOLDERS:
        return target
    return target.find_parent(_HOLDERS)


def _way_back(holder: Tag, link: Tag) -> Tag | None:
    """Return the link in a note that leads back to the place of another link."""
    near = (link, *list(link.parents)[:2], *link.find_all(id=True))
    ids = {str(element.get(name)) for element in near for name in ("id", "name") if element.get(name)}
    for back in holder.find_all("a", href=re.compile("^#.")):
        if str(back["href"])[1:] in ids and (_BACK.match(back.get_text()) or _ARROWS.match(back.get_text())):
            return back
    return None


def _is_alone(link: Tag) -> bool:
    return link.parent is not None and link.parent.get_text().strip() == link.get_text().strip()


def _move_to_end(holder: Tag, root: Tag, soup: BeautifulSoup, number: int) -> None:
    note = soup.new_tag(NOTE, n=str(number))
    parent = holder.parent
    paragraphs = holder.find_all("p") if holder.name != "p" else []
    for paragraph in paragraphs[:-1]:
        paragraph.insert_after(soup.new_string(" "))
    for block in holder.find_all(["p", "div"]):
        block.unwrap()
    note.extend([child.extract() for child in list(holder.children)])
    holder.decompose()
    if parent is not None and parent is not root and not parent.get_text().strip() and not parent.find(NOTE):
        parent.decompose()
    root.append(note)
