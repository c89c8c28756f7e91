"""Give the HTML of Word, Outlook and Google Docs the elements that it means: titles, lists, bold words, comments."""

import re

from bs4 import BeautifulSoup
from bs4.element import NavigableString

from sitegen.importing.html_cleaning import BLOCKS, has_any, sibling_before, text_in
from sitegen.importing.import_records import Notes
from sitegen.importing.office_lists import set_office_lists

_HEADING = re.compile("^h[1-5]$")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE)
_LOOKS = (
    (re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE), "i"),
    (re.compile(r"text-decoration[^;]{0,40}:[^;]{0,60}line-through", re.IGNORECASE), "s"),
    (re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE), "sup"),
    (re.compile(r"vertical-align\s*:\s*sub(?!p|e)", re.IGNORECASE), "sub"),
    (_BOLD, "b"),
)
_COMMENT = re.compile(r"^(?:#cmnt_ref\d+|#_msocom_\d+)$")
_COMMENT_MARK = re.compile(r"^(?:#cmnt\d+|#_msocom_\d+)$")


def set_office_elements(soup: BeautifulSoup, notes: Notes) -> None:
    """Replace what office programs say by classes and styles with the elements that stand for it."""
    _set_titles(soup)
    _set_looks(soup)
    _leave_out_comments(soup, notes)
    set_office_lists(soup, notes)
    _nest_lists(soup)


def _set_titles(soup: BeautifulSoup) -> None:
    """Make the title of a document its one heading of level 1, and mark its subtitle as one."""
    titles = soup.find_all("p", class_="MsoTitle")
    for heading in soup.find_all(_HEADING) if titles else ():
        heading.name = f"h{int(heading.name[1]) + 1}"
    for title in titles:
        title.name = "h1"
    for subtitle in soup.find_all("p", class_="MsoSubtitle"):
        subtitle["class"] = "subtitle"


def _set_looks(soup: BeautifulSoup) -> None:
    """Make elements of looks that mean something, within a block."""
    for element in soup.find_all(["b", "strong"], style=_NOT_BOLD):
        element.name = "span"
    for element in soup.find_all(["span", "font"], style=True):
        if has_any(element, BLOCKS) or not element.get_text().strip():
            continue
        style = str(element["style"])
        for pattern, name in _LOOKS:
            if pattern.search(style) and element.find_parent(name) is None:
                element.wrap(soup.new_tag(name))


def _leave_out_comments(soup: BeautifulSoup, notes: Notes) -> None:
    """Take out comments that are printed below a text, and their marks in it."""
    comments = [(link, link.find_parent(["p", "div"])) for link in soup.find_all("a", href=_COMMENT)]
    holders = {id(holder) for _, holder in comments if holder is not None}
    for link in soup.find_all("a", href=_COMMENT_MARK):
        if any(id(parent) in holders for parent in link.parents):
            continue
        mark = link.parent if link.parent and link.parent.name == "sup" else link
        notes.mend("the mark of a comment is gone", mark.get_text(), "")
        mark.decompose()
    count = 0
    for link, holder in comments:
        if holder is None or link.decomposed or holder.decomposed:
            continue
        count += 1
        notes.leave_out("a comment", text_in(holder))
        holder.decompose()
    if count:
        notes.ask(
            f"the source has {count} comment{'s' if count > 1 else ''}, which the report shows", "see to what they ask"
        )


def _nest_lists(soup: BeautifulSoup) -> None:
    """Put lists that stand directly in lists, which HTML does not know, into the items above them."""
    for inner in soup.find_all(["ul", "ol"]):
        outer = inner.parent
        if outer is None or outer.name not in {"ul", "ol"}:
            continue
        above = sibling_before(inner)
        if above is not None and above.name == "li":
            above.append(NavigableString(" "))
            above.append(inner.extract())
        else:
            inner.wrap(soup.new_tag("li"))
