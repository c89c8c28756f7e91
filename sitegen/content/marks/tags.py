"""Show tags as they are typed where they are none, or would swallow what stands after them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.content.edits import Edit
from sitegen.content.html_elements import (
    ELEMENTS,
    ENDS_BY_ITSELF,
    FLAGS,
    FOREIGN,
    HOLDS_RAW_TEXT,
    VOID,
)
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.sanitize import HIDDEN
from sitegen.content.source_scan import BodySource
from sitegen.errors import Problem

_OPENING = re.compile(r"<(?=[A-Za-z/!?])")
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]*+:[^<>\s]*+|[^<>\s@]++@[^<>\s]++)>")
_TAG = re.compile(
    r"""<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9:._-]*+)"""
    r"""(?P<rest>(?:[^"'<>=]|=\s*+(?:"[^"<]*+"|'[^'<]*+')|=(?!\s*+["']))*)>"""
)
_POINTED = re.compile(r"<[^<>\n]*>(?=[ ]*(?:\)|[\"']))")
"""The address of a link in angle brackets, which may have spaces in it."""

_PIECE = re.compile(r"<[A-Za-z/!?][^<>\n]*+>?")
_NAME = re.compile(r"<([A-Za-z][A-Za-z0-9-]*+)\s+[^<>\n]*?=\s*[\"']")
_ANY_TAG = re.compile(r"</?[A-Za-z][^<>]*+>")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]++)(\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>]++))?""")

# fmt: off
_APART = frozenset({
    "address", "article", "aside", "button", "center", "dialog", "dir", "fieldset", "footer", "form", "header",
    "hgroup", "label", "legend", "main", "menu", "nav", "optgroup", "option", "select",
})
# fmt: on
"""Elements that are removed, and that browsers show apart from what stands beside them."""

_MOST_SHOWN = 60


class _Tag(NamedTuple):
    """A tag of a known element: its name in lower case, and the offsets of its text."""

    name: str
    start: int
    end: int
    is_end: bool


def show_wrong_tags(source: BodySource) -> RuleResult:
    """Escape what looks like a tag and is none, and tags that are never closed; report each.

    Of elements that may not stand here and would go with what is in them, the text stays.
    """
    if "<" not in source.text:
        return NO_RESULT
    findings = _Findings(source)
    tags = list(_known_tags(source.code_free, findings))
    for tag in _never_closed(tags):
        findings.escape(
            tag.start,
            f'"<{tag.name}>" is never closed: it is shown as it is typed',
            f'write "</{tag.name}>" where it ends',
        )
    return RuleResult(tuple(sorted(findings.edits)), tuple(findings.problems))


class _Findings:
    """The edits and problems of a body, as they are found."""

    def __init__(self, source: BodySource) -> None:
        self._source = source
        self.edits: list[Edit] = []
        self.problems: list[Problem] = []

    def escape(self, offset: int, headline: str, hint: str) -> None:
        self.edits.append(Edit(offset, 1, "&lt;"))
        self.problems.append(self._source.problem(offset, headline, hint, "warning"))

    def set_apart(self, text: str, tag: _Tag) -> None:
        """Keep the words on both sides of a tag apart, which is removed and would have begun a line of its own."""
        offset = tag.end if tag.is_end else tag.start
        if offset and not text[offset - 1].isspace() and text[offset : offset + 1].strip():
            self.edits.append(Edit(offset, 0, " "))

    def encode(self, offset: int, pointed: str) -> None:
        """Write an address with spaces, which stands in angle brackets, as one without both."""
        if " " in pointed and "(" not in pointed:
            self.edits.append(Edit(offset, len(pointed), pointed[1:-1].strip().replace(" ", "%20")))

    def unescape(self, offset: int) -> None:
        """Show an angle bracket after a backslash, which Markdown does not know as an escape."""
        self.edits.append(Edit(offset - 1, 2, "&lt;"))

    def remove(self, tag: _Tag, ending: re.Match[str]) -> None:
        """Remove the two tags of an element that may not stand here, and keep the text between them."""
        self.edits += [Edit(tag.start, tag.end - tag.start, ""), Edit(ending.start(), len(ending[0]), "")]
        headline = f'"<{tag.name}>" is not allowed here and was removed; its text stays'
        self.problems.append(self._source.problem(tag.start, headline, "write the text without it", "warning"))

    def remove_tags(self, text: str, start: int, end: int) -> None:
        """Remove the tags between two offsets, and keep what stands between them."""
        self.edits += [Edit(tag.start(), len(tag[0]), "") for tag in _ANY_TAG.finditer(text, start, end)]

    def show_tags(self, text: str, start: int, end: int) -> None:
        """Escape what looks like tags between two offsets, where HTML reads none."""
        self.edits += [Edit(opening.start(), 1, "&lt;") for opening in _OPENING.finditer(text, start, end)]

    def close(self, tag: _Tag) -> None:
        """Close an element that ends with a slash, as XML has it; HTML would leave it open."""
        self.edits.append(Edit(tag.end, 0, f"</{tag.name}>"))


def _known_tags(text: str, findings: _Findings) -> Iterator[_Tag]:
    """Yield the tags of known elements that are whole, in order; escape what is none."""
    position = 0
    endless: set[str] = set()
    while opening := _OPENING.search(text, position):
        start = opening.start()
        position = start + 1
        if _is_escaped(text, start):
            findings.unescape(start)
        elif text.endswith("](", 0, start) and (target := _POINTED.match(text, start)):
            findings.encode(start, target[0])
            position = target.end()
        elif link := _AUTOLINK.match(text, start):
            position = link.end()
        elif (match := _TAG.match(text, start)) is None or not _is_element(match):
            _report_no_tag(text, start, findings)
        else:
            tag = _Tag(match["name"].lower(), match.start(), match.end(), bool(match["end"]))
            position = tag.end
            if tag.name in _APART:
                findings.set_apart(text, tag)
            if not tag.is_end and tag.name not in VOID and _ends_with_slash(match["rest"]):
                findings.close(tag)
            elif end := _skip(text, tag, endless, findings):
                position = end
            else:
                yield tag


def _skip(text: str, tag: _Tag, endless: set[str], findings: _Findings) -> int:
    """Return where an element ends that no rule of HTML reads into, or 0 for any other tag, and for one without end."""
    if tag.is_end or tag.name in endless or (tag.name not in HOLDS_RAW_TEXT and tag.name not in FOREIGN):
        return 0
    ending = re.compile(rf"</{tag.name}\s*>", re.IGNORECASE).search(text, tag.end)
    if ending is None:
        endless.add(tag.name)
        return 0
    if tag.name not in HIDDEN and text[tag.end : ending.start()].strip():
        findings.remove(tag, ending)
        if tag.name in FOREIGN:
            findings.remove_tags(text, tag.end, ending.start())
        else:
            findings.show_tags(text, tag.end, ending.start())
    return ending.end()


def _ends_with_slash(rest: str) -> bool:
    """Return whether a tag ends as XML has it; the slash of `href=http://k.org/` is part of an address."""
    rest = rest.rstrip()
    return rest.endswith("/") and not re.search(r"=[^\s\"']+/$", rest)


def _is_escaped(text: str, offset: int) -> bool:
    if text[offset - 1 : offset] != "\\":
        return False
    before = text[max(0, offset - _MOST_SHOWN) : offset]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _is_element(match: re.Match[str]) -> bool:
    """Return whether a tag is one of a known element, with nothing in it but attributes."""
    name = match["name"].lower()
    if ":" in name:  # Word's own elements, which hold no text
        return True
    if name not in ELEMENTS:
        return False
    if not match["rest"]:
        return True
    if match["end"]:
        return not match["rest"].strip()
    return all(attribute[2] or attribute[1].lower() in FLAGS for attribute in _ATTRIBUTE.finditer(match["rest"]))


def _report_no_tag(text: str, start: int, findings: _Findings) -> None:
    if text.startswith("<!--", start):
        headline = '"<!--" is never closed: it is shown as it is typed'
        findings.escape(start, headline, 'write "-->" where the comment ends')
        return
    piece = _PIECE.match(text, start)
    typed = piece[0] if piece else "<"
    quoted = _NAME.match(text, start)
    if quoted and quoted[1].lower() in ELEMENTS:
        headline = f'a quote in "<{quoted[1]}" is never closed: it is shown as it is typed'
        findings.escape(start, headline, 'write the quote that is missing before ">"')
    elif not typed.endswith(">"):
        findings.edits.append(Edit(start, 1, "&lt;"))  # as it is shown anyway, unless a later ">" makes a tag of it
    else:
        shown = typed if len(typed) <= _MOST_SHOWN else f"{typed[:_MOST_SHOWN]}..."
        headline = f'"{shown}" is no tag of HTML: it is shown as it is typed'
        findings.escape(start, headline, f'write "&lt;{shown[1:]}" to have it shown so')


def _never_closed(tags: list[_Tag]) -> list[_Tag]:
    """Return the start tags without an end tag, in order, of the elements that need one."""
    open_tags: dict[str, list[_Tag]] = {}
    for tag in tags:
        if tag.name in VOID or tag.name in ENDS_BY_ITSELF or ":" in tag.name:
            continue
        if not tag.is_end:
            open_tags.setdefault(tag.name, []).append(tag)
        elif open_tags.get(tag.name):
            open_tags[tag.name].pop()
    return sorted(tag for left in open_tags.values() for tag in left)
