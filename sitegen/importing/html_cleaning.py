"""Make a tree of hostile or broken HTML: cleaned by nh3, which parses as browsers do, then held by Beautiful Soup."""

from collections.abc import Collection
from functools import cache

import nh3
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from sitegen.content.sanitize import TAGS
from sitegen.importing.bounds import check_nesting

# fmt: off
_MORE_TAGS = frozenset({
    "address", "article", "aside", "audio", "big", "button", "center", "dialog", "dir", "fieldset", "font", "footer",
    "form", "header", "hgroup", "iframe", "input", "label", "legend", "main", "nav", "noscript", "object", "option",
    "picture", "search", "select", "source", "strike", "svg", "textarea", "tt", "video",
})
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "legend", "li", "main", "nav", "noscript", "object", "ol", "p", "pre", "search", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption",
})
"""The elements that stand on lines of their own."""
# fmt: on

_EVERYWHERE = {"class", "id", "role", "hidden", "aria-hidden", "style", "lang", "title"}
_ATTRIBUTES = {
    "a": {"href", "name"},
    "iframe": {"src"},
    "img": {"src", "alt", "data-src", "width", "height"},
    "ol": {"start", "type"},
    "source": {"src"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align", "scope"},
    "time": {"datetime"},
    "video": {"src"},
    "audio": {"src"},
}
_SCHEMES = {"http", "https", "mailto", "tel", "data", "file", "cid"}
_BREAKS = BLOCKS | {"br", "button", "option", "select", "textarea", "input"}


def clean_tree(html: str) -> BeautifulSoup:
    """Return the tree of a page without scripts, styles, comments, and anything that runs.

    Raises:
        RefusedSourceError: its elements are too many, or too deep.
    """
    check_nesting(html)
    return BeautifulSoup(_cleaner().clean(html), "html.parser")


def text_in(element: PageElement) -> str:
    """Return the words of an element, texts of pictures included, with a line end at each block."""
    pieces: list[str] = []
    _collect(element, pieces)
    return "".join(pieces)


def elements_in(root: Tag) -> list[Tag]:
    """Return all elements within one, in order."""
    return [element for element in root.descendants if isinstance(element, Tag)]


def has_any(root: Tag, names: Collection[str]) -> bool:
    """Return whether an element of one of these names stands within another."""
    return any(isinstance(element, Tag) and element.name in names for element in root.descendants)


def children_of(element: Tag) -> list[Tag]:
    """Return the elements directly within one, in order."""
    return [child for child in element.children if isinstance(child, Tag)]


def sibling_after(element: Tag) -> Tag | None:
    """Return the next element beside one, whatever words are between them."""
    return next((sibling for sibling in element.next_siblings if isinstance(sibling, Tag)), None)


def sibling_before(element: Tag) -> Tag | None:
    """Return the element beside one that comes before it, whatever words are between them."""
    return next((sibling for sibling in element.previous_siblings if isinstance(sibling, Tag)), None)


def _collect(element: PageElement, pieces: list[str]) -> None:
    if isinstance(element, NavigableString):
        pieces.append(str(element))
    elif isinstance(element, Tag):
        is_block = element.name in _BREAKS
        pieces.append("\n" if is_block else "")
        if element.name == "img":
            pieces.append(f" {element.get('alt') or ''} ")
        for child in element.children:
            _collect(child, pieces)
        pieces.append("\n" if is_block else "")


@cache
def _cleaner() -> nh3.Cleaner:
    attributes = {tag: set(names) for tag, names in _ATTRIBUTES.items()}
    return nh3.Cleaner(
        tags=set(TAGS | _MORE_TAGS),
        attributes=attributes | {"*": set(_EVERYWHERE)},
        clean_content_tags={"script", "style", "template", "title"},
        url_schemes=set(_SCHEMES),
        link_rel=None,
        strip_comments=True,
    )
