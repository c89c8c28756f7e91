"""Know what e-mail programs put around a text: its head, whose subject is the title, signatures, notices."""

import re
from itertools import islice

from bs4 import Tag

from sitegen.importing.html_cleaning import BLOCKS, has_any
from sitegen.importing.import_records import FieldValue, Notes
from sitegen.importing.source_dates import date_fields

_HEAD = re.compile(
    r"(?P<name>from|sent|to|cc|bcc|subject|date|importance|attachments?|reply-to):[ \t]*(?P<value>.*)", re.IGNORECASE
)
_FEWEST_HEAD_LINES = 2
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw|wg):\s*)+", re.IGNORECASE)
_WHEN = re.compile(r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?P<day>.*?\d{4})(?:\D.*)?", re.IGNORECASE)
_SIGNATURE = re.compile(r"^--[ \u00a0]?$", re.MULTILINE)
_MOST_SIGNED_LINES = 20
_FIRST_BLOCKS = 8
_MOST_LOOKED_AT = 500


def count_head_lines(lines: list[str], fields: list[FieldValue], notes: Notes) -> int:
    """Return how many lines, from the first, are the head of an e-mail; its subject and day become fields."""
    count = next((number for number, line in enumerate(lines) if not _HEAD.fullmatch(line.strip())), len(lines))
    heads = [match for line in lines[:count] if (match := _HEAD.fullmatch(line.strip()))]
    names = {match["name"].lower() for match in heads}
    if len(heads) < _FEWEST_HEAD_LINES or not names & {"from", "to", "subject"}:
        return 0
    for match in heads:
        value = match["value"].strip()
        name = match["name"].lower()
        if name == "subject" and (title := _REPLY.sub("", value)):
            fields.append(FieldValue("title", title, "likely", "it is the subject of the e-mail"))
        elif name in {"sent", "date"} and (when := _WHEN.fullmatch(value)):
            fields += date_fields(when["day"], "likely", "the e-mail was sent on this day")
    notes.leave_out("the head of an e-mail", " ".join(match[0] for match in heads))
    return count


def without_signature(text: str, notes: Notes) -> str:
    """Return the text of an e-mail without what stands below the line of two hyphens at its end.

    Source: RFC 3676, section 4.3.
    """
    mark = next(iter(reversed(list(_SIGNATURE.finditer(text)))), None)
    if mark is None or text.count("\n", mark.end()) > _MOST_SIGNED_LINES:
        return text
    notes.leave_out("the signature of an e-mail", text[mark.start() :])
    return text[: mark.start()]


def take_head(root: Tag, notes: Notes) -> list[FieldValue]:
    """Return the fields that the head of an e-mail says with which a page begins, after it is taken out."""
    candidates = islice(root.find_all(["p", "div", "td"]), _MOST_LOOKED_AT)
    blocks = (one for one in candidates if not has_any(one, BLOCKS) and one.get_text().strip())
    lines = [(block, line) for block in islice(blocks, _FIRST_BLOCKS) for line in _lines_of(block)]
    fields: list[FieldValue] = []
    count = count_head_lines([line for _, line in lines], fields, notes)
    kept = {id(block) for block, _ in lines[count:]}
    for block, _ in lines[:count]:
        if id(block) not in kept and not block.decomposed:
            block.decompose()
    return fields


def _lines_of(block: Tag) -> list[str]:
    """Return the lines of a block that breaks part, without those that are empty."""
    pieces = []
    for one in block.descendants:
        if isinstance(one, Tag):
            pieces.append("\n" if one.name == "br" else "")
        else:
            pieces.append(re.sub(r"\s+", " ", str(one)))
    return [line.strip() for line in "".join(pieces).split("\n") if line.strip()]
