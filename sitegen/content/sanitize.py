"""Sanitize the HTML of bodies with nh3, and warn of what was removed from what a writer typed."""

import html
import re
from functools import cache

import msgspec
import nh3

from sitegen.content.source_scan import BodySource, RawTag, find_raw_tags
from sitegen.errors import Problem, in_few_words

# fmt: off
TAGS = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup",
    "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt",
    "ruby", "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table",
    "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
})
# fmt: on
"""The elements that a body may have."""

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
"""The attributes that elements may have besides `EVERYWHERE`; the `align` of a cell becomes a class."""

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""The schemes that links may have."""

HIDDEN = frozenset({"script", "style"})
"""The elements whose text no reader would see: it goes with them."""

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_MAX_PASSES = 4
_ALIGNED = {"align": {"left", "center", "right"}}
_DROPPED_WITH_CONTENT = frozenset({"iframe", "noscript", "object", "script", "style", "template", "textarea", "title"})

NOTE_KINDS = frozenset({"note", "tip", "important", "warning", "danger", "caution", "hint"})
"""The sorts of notes that have a look of their own."""

# Made by Python-Markdown: the classes of footnotes and admonitions, and the ids that footnotes point to.
_CLASSES = {
    "a": {"footnote-backref", "footnote-ref"},
    "div": {"footnote", "admonition", *NOTE_KINDS},
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
_READ_ATTRIBUTES = frozenset({"alt", "title", "aria-label", "label", "placeholder", "summary", "value"})
"""The attributes whose values are words for readers."""

_VALUE = re.compile(
    r"""[^\s"'<>/=]++\s*+=\s*+(?:(?P<mark>["'])(?P<quoted>.*?)(?P=mark)|(?P<bare>[^\s"'<>]++))""", re.DOTALL
)
_ITS_TEXT = "with its text"
_READ_BY_MARKDOWN = "markdown"


def sanitize(raw_html: str, *, has_footnotes: bool = False, is_typed: bool = True) -> str:
    """Return well-formed HTML that has only what is allowed, and ids only where there are footnotes.

    HTML that a writer typed is cleaned until it no longer changes, because removing an element can leave others in
    each other's neighborhood that the parser would nest differently.
    """
    clean = _cleaner(has_footnotes).clean
    clean_html = clean(raw_html)
    for _ in range(_MAX_PASSES if is_typed else 0):
        before, clean_html = clean_html, clean(clean_html)
        if clean_html == before:
            break
    return without_controls(clean_html)


def without_controls(text: str) -> str:
    """Return a text without the control characters and noncharacters that HTML does not allow.

    Source: HTML Living Standard, 13.1 (text must not contain them).
    """
    return _CONTROLS.sub("", text)


def keeps_target(target: str) -> bool:
    """Return whether a link keeps this target when it is sanitized."""
    return "href=" in sanitize(f'<a href="{html.escape(target)}"></a>')


def find_removed(source: BodySource) -> list[Problem]:
    """Return a warning for each element and attribute that a writer typed and `sanitize` removes, at its first use.

    What goes with words of the writer, the text of elements or that of attributes, is reported each, with these words.
    """
    removed: dict[tuple[str, str], tuple[int, int]] = {}
    with_text: list[Problem] = []
    for tag in find_raw_tags(source.code_free):
        allowed = TAGS if tag.name in TAGS else frozenset()
        if tag.name.startswith("data:"):
            continue  # the address of a picture in angle brackets, which is reported as a link
        if tag.name in HIDDEN:
            with_text.append(_removal_problem(source, tag.name, "", tag.offset, 1))
            continue
        if not allowed:
            if any(_attribute_text(source, *attribute) for attribute in tag.attributes):
                with_text.append(_with_attributes(source, tag))
            else:
                _count(removed, (tag.name, ""), tag.offset)
            continue
        kept = ATTRIBUTES.get(tag.name, frozenset())
        for offset, name in tag.attributes:
            is_kept = name in kept or name in EVERYWHERE or name == _READ_BY_MARKDOWN
            if is_kept or (name == "align" and tag.name in {"td", "th"}):
                continue
            if text := _attribute_text(source, offset, name):
                problem = _removal_problem(source, tag.name, name, offset, 1)
                with_text.append(msgspec.structs.replace(problem, values=((_ITS_TEXT, text),)))
            else:
                _count(removed, (tag.name, name), offset)
    return [*with_text, *(_removal_problem(source, *names, *occurrences) for names, occurrences in removed.items())]


def _count(removed: dict[tuple[str, str], tuple[int, int]], item: tuple[str, str], offset: int) -> None:
    first, times = removed.get(item, (offset, 0))
    removed[item] = (first, times + 1)


def _removal_problem(source: BodySource, tag: str, attribute: str, offset: int, times: int) -> Problem:
    what = f'attribute "{attribute}" of "<{tag}>"' if attribute else f'"<{tag}>"'
    hint = _ATTRIBUTE_HINTS.get(attribute, "delete it") if attribute else _TAG_HINTS.get(tag, "write it in Markdown")
    if attribute.startswith("on"):
        hint = "the text of a page cannot hold scripts"
    values = (("times", str(times)),) if times > 1 else ()
    if tag in HIDDEN and (text := _text_of(source, tag, offset)):
        values = ((_ITS_TEXT, in_few_words(text)),)
    return source.problem(offset, f"{what} is not allowed here and was removed", hint, "warning", values)


def _attribute_text(source: BodySource, offset: int, name: str) -> str:
    """Return the words that an attribute has for readers; empty for other attributes."""
    if name not in _READ_ATTRIBUTES:
        return ""
    value = _VALUE.match(source.code_free, offset)
    return in_few_words(html.unescape(value["quoted"] or value["bare"] or "").strip()) if value else ""


def _with_attributes(source: BodySource, tag: RawTag) -> Problem:
    """Return the warning for a removed element whose attributes have words for readers."""
    problem = _removal_problem(source, tag.name, "", tag.offset, 1)
    texts = (_attribute_text(source, *attribute) for attribute in tag.attributes)
    return msgspec.structs.replace(problem, values=((_ITS_TEXT, "; ".join(filter(None, texts))),))


def _text_of(source: BodySource, tag: str, offset: int) -> str:
    start = source.text.find(">", offset) + 1
    end = re.compile(f"</{tag}", re.IGNORECASE).search(source.text, start)
    return " ".join(source.text[start : end.start() if end else len(source.text)].split())


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
        clean_content_tags=set(_DROPPED_WITH_CONTENT),
        allowed_classes=_CLASSES,
        url_schemes=set(SCHEMES),
        link_rel=None,
        strip_comments=True,
    )
