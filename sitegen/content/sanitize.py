"""What HTML a body may hold: nh3 removes the rest, and a warning says what of the writer's was removed."""

import html
import re
from functools import cache

import nh3

from sitegen.content.source_scan import Source, raw_tags
from sitegen.errors import Problem

# fmt: off
TAGS = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup",
    "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt",
    "ruby", "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table",
    "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
})
# fmt: on
"""The elements that a body may hold."""

EVERYWHERE = frozenset({"lang", "dir", "title"})

ATTRIBUTES = {
    "a": frozenset({"href", "hreflang"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "del": frozenset({"datetime"}),
    "details": frozenset({"open"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "ins": frozenset({"datetime"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"abbr", "colspan", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}
"""The attributes that elements may have beside `EVERYWHERE`; `align` of cells becomes a class."""

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""The schemes that links may have."""

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_MOST_PASSES = 4
_ALIGNED = {"align": {"left", "center", "right"}}
_DROPPED_WHOLE = frozenset({"iframe", "noscript", "object", "script", "style", "template", "textarea", "title"})

# Python-Markdown's own: classes of footnotes and admonitions, and the ids that footnotes point to.
_CLASSES = {
    "a": {"footnote-backref", "footnote-ref"},
    "div": {"footnote", "admonition", "note", "tip", "important", "warning", "danger", "caution", "hint"},
    "p": {"admonition-title"},
}
_FOOTNOTE_IDS = {"li": frozenset({"id"}), "sup": frozenset({"id"})}

_TAG_HINTS = {
    "button": "write a link",
    "center": "write the text without it",
    "font": "write the text without it",
    "iframe": "write a link, or use a shortcode",
    "main": "write the text without it",
    "script": "the text of a page cannot hold scripts",
    "style": "looks belong in the style sheet",
}
_ATTRIBUTE_HINTS = {
    "class": "looks belong in the style sheet",
    "id": "link to a heading: headings have anchors",
    "name": "link to a heading: headings have anchors",
    "style": "looks belong in the style sheet",
}
_READ_BY_MARKDOWN = "markdown"


def sanitize(raw_html: str, *, has_footnotes: bool = False, is_typed: bool = True) -> str:
    """Give well-formed HTML with nothing in it that is not allowed; ids only where there are footnotes.

    Where a writer typed HTML, taking an element away can leave what must not stand together; so that is cleaned
    until it stays as it is.
    """
    clean = _cleaner(has_footnotes).clean
    clean_html = clean(raw_html)
    for _ in range(_MOST_PASSES if is_typed else 0):
        before, clean_html = clean_html, clean(clean_html)
        if clean_html == before:
            break
    return without_controls(clean_html)


def without_controls(text: str) -> str:
    """Drop the control characters and non-characters that HTML does not allow."""
    return _CONTROLS.sub("", text)


def keeps_target(target: str) -> bool:
    """Whether a link keeps this target when it is sanitised."""
    return "href=" in sanitize(f'<a href="{html.escape(target)}"></a>')


def find_removed(source: Source) -> list[Problem]:
    """Give one warning for each element and attribute that a writer typed and `sanitize` removes."""
    removed: dict[tuple[str, str], tuple[int, int]] = {}
    for tag in raw_tags(source.code_free):
        allowed = TAGS if tag.name in TAGS else frozenset()
        if not allowed:
            _count(removed, (tag.name, ""), tag.offset)
            continue
        kept = ATTRIBUTES.get(tag.name, frozenset())
        for offset, name in tag.attributes:
            is_kept = name in kept or name in EVERYWHERE or name == _READ_BY_MARKDOWN
            if not is_kept and not (name == "align" and tag.name in {"td", "th"}):
                _count(removed, (tag.name, name), offset)
    return [_removal(source, *names, *found) for names, found in removed.items()]


def _count(removed: dict[tuple[str, str], tuple[int, int]], what: tuple[str, str], offset: int) -> None:
    first, times = removed.get(what, (offset, 0))
    removed[what] = (first, times + 1)


def _removal(source: Source, tag: str, attribute: str, offset: int, times: int) -> Problem:
    what = f'attribute "{attribute}" of "<{tag}>"' if attribute else f'"<{tag}>"'
    hint = _ATTRIBUTE_HINTS.get(attribute, "") if attribute else _TAG_HINTS.get(tag, "write it in Markdown")
    if attribute.startswith("on"):
        hint = "the text of a page cannot hold scripts"
    values = (("times", str(times)),) if times > 1 else ()
    return source.problem(offset, f"{what} is not allowed here and was removed", hint, "warning", values)


@cache
def _cleaner(has_footnotes: bool) -> nh3.Cleaner:  # noqa: FBT001
    attributes = {tag: set(names) for tag, names in ATTRIBUTES.items()} | {"*": set(EVERYWHERE)}
    if has_footnotes:
        for tag, names in _FOOTNOTE_IDS.items():
            attributes[tag] = attributes.get(tag, set()) | names
    return nh3.Cleaner(
        tags=set(TAGS),
        attributes=attributes,
        tag_attribute_values={"td": _ALIGNED, "th": _ALIGNED},
        clean_content_tags=set(_DROPPED_WHOLE),
        allowed_classes=_CLASSES,
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=True,
    )
