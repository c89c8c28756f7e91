"""Bring a tree of HTML into a plain form: blocks below each other, words only in paragraphs, items, cells, headings.

Containers and elements that only set looks are taken away, and their content stays. Each step changes the tree.
"""

import re
from itertools import takewhile

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from sitegen.importing.html_cleaning import BLOCKS, children_of, elements_in, has_any

# fmt: off
_HOLDS_WORDS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "pre", "summary", "figcaption", "caption"})
_STRUCTURE = frozenset({
    "ul", "ol", "li", "dl", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "blockquote", "figure",
    "details", "hr",
})
_INLINE = frozenset({
    "a", "abbr", "b", "br", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q", "s", "samp", "strong", "sub",
    "sup", "footnote-mark", "footnote-note",
})
# fmt: on
_RENAMED = {"strike": "s", "dir": "ul", "legend": "p", "address": "p"}
_BLOCK_NAMES = _HOLDS_WORDS | _STRUCTURE
_BLOCKS_OR_DIV = _BLOCK_NAMES | {"div"}
_KEPT = _BLOCK_NAMES | _INLINE
_HEADING = re.compile("^h[1-6]$")
_LONG_LINE = 30
_GOES_ON = re.compile(r"\s*[a-z]{2}")
_OPEN_END = re.compile(r"[^\W\d_][,-]?\s*$")
_EMPHASIS = ("b", "strong", "i", "em", "s", "del")
_SAME = {"strong": "b", "em": "i", "del": "s"}
_HOLDS_BLOCKS = ("blockquote", "details", "dd", "figure")
_NO_HEADINGS_IN = ["li", "td", "th", "dd", "summary"]
_MAY_HOLD_BLOCKS = ("li", "td", "th")


def make_plain(root: Tag, soup: BeautifulSoup) -> None:
    """Make a tree plain; `soup` is the document that it belongs to."""
    for element in elements_in(root):
        element.name = _RENAMED.get(element.name, element.name)
        if element.name == "p" and has_any(element, _BLOCK_NAMES):
            element.name = "div"
    for holder in (root, *root.find_all(_HOLDS_BLOCKS), *filter(_has_blocks, root.find_all(_MAY_HOLD_BLOCKS))):
        _gather(holder, soup)
    for element in elements_in(root):
        if element.name not in _KEPT:
            _unwrap(element)
    _lower_headings(root, soup)
    for paragraph in root.find_all("p"):
        _split_at_breaks(paragraph, soup)
    _plain_emphasis(root)
    _remove_empty(root)


def _lower_headings(root: Tag, soup: BeautifulSoup) -> None:
    """Make bold paragraphs of headings where Markdown knows none: in items, cells, definitions."""
    for heading in root.find_all(_HEADING):
        if heading.find_parent(_NO_HEADINGS_IN):
            heading.name = "p"
            heading.insert(0, bold := soup.new_tag("b"))
            bold.extend([child.extract() for child in list(bold.next_siblings)])


def _has_blocks(holder: Tag) -> bool:
    """Return whether an item or a cell holds blocks, lists in the item aside."""
    return any(not _is_inline(child) and child.name not in {"ul", "ol"} for child in children_of(holder))


def _remove_empty(root: Tag) -> None:
    for element in root.find_all([*_HOLDS_WORDS, "li"]):
        is_shown = element.find(["img", "hr", "footnote-mark"]) or element.name == "pre"
        if not element.get_text().strip() and not is_shown:
            element.decompose()


def _gather(holder: Tag, soup: BeautifulSoup) -> None:
    """Put the words that stand loose in a holder of blocks, and in the containers in it, into paragraphs."""
    run: list[PageElement] = []
    for child in list(holder.children):
        if isinstance(child, Tag) and not _is_inline(child):
            _wrap(run, soup)
            run = []
            if child.name not in _BLOCK_NAMES:
                _gather(child, soup)
                child.unwrap()
        else:
            run.append(child)
    _wrap(run, soup)


def _unwrap(element: Tag) -> None:
    """Take an element away and leave its content; what was a line of its own stays apart."""
    if element.name in BLOCKS:
        element.insert_before(NavigableString(" "))
        element.insert_after(NavigableString(" "))
    element.unwrap()


def _is_inline(element: Tag) -> bool:
    if element.name in _BLOCK_NAMES or element.name in {"div", "section", "article", "main", "header", "footer"}:
        return False
    return not has_any(element, _BLOCKS_OR_DIV)


def _wrap(run: list[PageElement], soup: BeautifulSoup) -> None:
    if not any(not isinstance(child, NavigableString) or child.strip() for child in run):
        return
    paragraph = soup.new_tag("p")
    run[0].insert_before(paragraph)
    for child in run:
        paragraph.append(child.extract())


def _split_at_breaks(paragraph: Tag, soup: BeautifulSoup) -> None:
    """Make paragraphs of what two line breaks stand between, and drop breaks at the ends."""
    pieces: list[list[PageElement]] = [[]]
    breaks = 0
    for child in list(paragraph.children):
        if isinstance(child, Tag) and child.name == "br":
            breaks += 1
        elif isinstance(child, NavigableString) and not child.strip():
            pieces[-1].append(child)
        else:
            if breaks > 1 and pieces[-1]:
                pieces.append([])
            elif breaks and pieces[-1]:
                is_wrap = _ends_open(pieces[-1]) and _GOES_ON.match(child.get_text())
                pieces[-1].append(NavigableString(" ") if is_wrap else soup.new_tag("br"))
            breaks = 0
            pieces[-1].append(child)
    if len(pieces) == 1 and not paragraph.find("br", recursive=False):
        return
    last: Tag = paragraph
    paragraph.clear()
    for number, piece in enumerate(pieces):
        target = paragraph if not number else soup.new_tag("p")
        if number:
            last.insert_after(target)
        target.extend(piece)
        last = target


def _ends_open(line: list[PageElement]) -> bool:
    """Return whether the long line before a line break ends in the middle of a sentence."""
    pieces = takewhile(lambda one: not (isinstance(one, Tag) and one.name == "br"), reversed(line))
    last = "".join(reversed([one.get_text() for one in pieces])).strip()
    return len(last) >= _LONG_LINE and _OPEN_END.search(last) is not None


def _plain_emphasis(root: Tag) -> None:
    """Join equal marks beside each other, and drop those within each other, in headings, and around nothing."""
    for element in root.find_all(_EMPHASIS):
        element.name = _SAME.get(element.name, element.name)
    for element in root.find_all(["b", "i", "s"]):
        is_within = element.find_parent(element.name) or element.find_parent(_HEADING)
        if is_within or element.find("img") or not element.get_text().strip():
            element.unwrap()
    for element in root.find_all(["b", "i", "s"]):
        before = element.previous_sibling
        if isinstance(before, Tag) and before.name == element.name:
            before.extend([child.extract() for child in list(element.children)])
            element.decompose()
