"""Strike what stands between tildes, and report what looks like a mark of Markdown and is none here."""

import re

from sitegen.content.edits import Edit
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource

_STRUCK = re.compile(r"(?<![~\\])~~(?=[^\s~])(?P<text>(?:[^~\n]|\n(?![ \t]*\n)){1,1000}?)(?<=[^\s~])~~(?!~)")

_ESCAPED = re.compile(r"(?<!\\)\\(?=~~)")
"""A backslash before tildes, which Markdown itself does not know as an escape."""

_ANCHOR_HINT = "delete it: a heading has an anchor of its own, made from its words"
_CLASS_HINT = "delete it: looks belong in the style sheet"
_LINK_HINT = "write [text](address), with nothing between the two"

_OTHERS = re.compile(
    r"(?P<anchor>\{#[\w:.-]{1,100}\})(?=[ ]*$)"
    r"|(?P<attributes>\{:?[ ]*[.#][\w-]{1,100}[^{}\n]{0,100}\})"
    r"|(?<![=\w])(?P<marked>==(?=[^\s=])[^=\n]{1,200}(?<=[^\s=])==)(?![=\w])"
    r"|(?<!\[)(?P<wiki>!?\[\[[^\[\]\n]{1,200}\]\])(?![\](])"
    r"|^(?P<contents>\[(?:TOC|toc)\]|\{:toc\})[ ]*$"
    r"|(?<=[)\]])(?P<size>\{:?[ ]*[\w-]{1,30}=[^{}\n]{1,100}\})"
    r"|^[ ]{0,3}>?[ ]?(?P<alert>\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]|:::[ ]?\w{1,30}|\?\?\?\+?[ ]\w{1,30})"
    r"|(?<=\w)(?P<below>~\w{1,5}~)(?!~)|(?<=\w)(?P<above>\^\w{1,5}\^)"
    r"|(?<=[\w.,])(?P<inline_note>\^\[[^\[\]\n]{1,200}\])"
    r"|^[ >]*(?:[-*+]|\d{1,3}\.)[ ]+(?P<task>\[(?:\]|[-\u00a0]\]|[ xX]\](?=[\w])|[ ]\]$))(?![(\[:])"
    r"|^[ ]{0,3}(?P<box>\[[ xX]\])[ ](?!\()\S"
    r"|(?P<apart>(?<!\\)\[[^\[\]\n]{1,200}\](?:[ ]{1,3}|\n)\((?:(?:https?:|mailto:|/|\.\./)[^()\s]{1,500}"
    r"|[\w./-]{1,200}\.(?:md|pdf|docx|pptx|xlsx))\))"
    r"|(?P<block>\[/?[a-z][a-z_-]{1,30}(?:[ ][^\[\]\n]{0,300}(?:=[\"'\u201c\u201d]|https?://)[^\[\]\n]{0,300})\]"
    r"|\[/[a-z][a-z_-]{1,30}\]|\{%[^\n{}%]{1,200}%\})(?!\()"
    r"|(?<![\w:.])(?P<emoji>:[a-z][a-z0-9_+-]{1,30}:)(?![\w:])"
    r"|^[ ]{0,3}(?P<deep>\#{7,})(?=[ \t]*[^\s#])"
    r"|(?P<turned>\([^()\[\]\n]{1,200}\)\[(?:https?:|mailto:|/|\.\./)[^\[\]\s]{1,500}\])",
    re.MULTILINE,
)
_HINTS = {
    "anchor": _ANCHOR_HINT,
    "attributes": _CLASS_HINT,
    "marked": "write <mark>...</mark>, or **...** for what is important",
    "wiki": "write [text](../stories/name.md), the path of the page's file",
    "contents": "delete it",
    "size": "delete it: looks belong in the style sheet",
    "alert": 'write "!!! note" on a line of its own, and the text below it, set in by four spaces',
    "below": "write <sub>...</sub>",
    "above": "write <sup>...</sup>",
    "inline_note": 'write "[^1]" here, and the note on a line of its own: "[^1]: ..."',
    "task": 'write "- [ ] ..." for a task, or "- [x] ..." for one that is done',
    "box": 'begin the line with a hyphen: "- [ ] ..."',
    "apart": _LINK_HINT,
    "block": "delete it: blocks of other programs do nothing here",
    "emoji": "write the character itself, or delete it",
    "deep": 'write "## ": no heading has more than six signs',
    "turned": "write [text](address): the text stands in square brackets, the address in round ones",
}
_EMOJI = re.compile(r":[a-z][a-z0-9_+-]{1,30}:")
_SIGNS = (
    *("{%", "[/", '="', "=\u201c", "=\u201d", "='", "http", "#######"),
    *("~", "^", "==", "[[", "{#", "{:", "{.", "){", "]{", "[TOC]", "[toc]", "[!", ":::", "???"),
    *("[ ]", "[x]", "[X]", "[]", "[-]", "[\u00a0]", "] (", "]\n(", "]  (", "]   (", ")["),
)


def read_look_alikes(source: BodySource) -> RuleResult:
    """Make struck text of `~~x~~`; report attributes in braces, links in pieces and marks of other programs."""
    if not any(sign in source.text for sign in _SIGNS) and not _EMOJI.search(source.text):
        return NO_RESULT
    text = source.code_free
    edits = []
    for match in _STRUCK.finditer(text) if "~~" in text else ():
        edits += [Edit(match.start(), 2, "<del>"), Edit(match.end() - 2, 2, "</del>")]
    edits += [Edit(match.start(), 1, "") for match in _ESCAPED.finditer(text)]
    problems = []
    for match in _OTHERS.finditer(text):
        name = match.lastgroup or ""
        if name == "box" and f"{match[name]}:".lower() in text.lower():
            continue  # a link that has a definition
        shown = match[name].replace("\n", " ")
        headline = f'"{shown}" is shown as it is typed'
        problems.append(source.problem(match.start(name), headline, _HINTS[name], "warning"))
    return RuleResult(tuple(sorted(edits)), tuple(problems))
