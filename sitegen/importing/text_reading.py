"""Read pasted text: of mail, of Word, of a text file, of a web page, with whatever marks it has."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sitegen.content.code_free import FENCED
from sitegen.content.marks.bullets import read_bullets
from sitegen.content.marks.invisible import remove_invisible
from sitegen.content.marks.symbols import replace_symbols
from sitegen.content.marks.tab_rows import read_tab_rows
from sitegen.content.marks.tracking import cut_tracking
from sitegen.content.source_scan import BodySource
from sitegen.importing.hard_wraps import paragraphs_of, unwrapped
from sitegen.importing.import_records import Article, FieldValue, Notes
from sitegen.importing.mail_frame import count_head_lines, without_signature
from sitegen.importing.source_dates import DATE_LINE
from sitegen.importing.splitting import label_typed_titles
from sitegen.importing.typed_headings import with_marked_headings, without_running_heads
from sitegen.importing.typed_targets import number_targets, without_targets

_RULES = (remove_invisible, replace_symbols, cut_tracking, read_bullets, read_tab_rows)
_TAG = re.compile(r"<(?!https?://|mailto:|[\w.+-]+@[\w.-]+>)")
_LOOK_ALIKE = re.compile(r"(?<==)=(?=\S)|\{(?=[:#.%])|(?<!\[)\[(?=\[|TOC\])")
"""A sign that begins what other programs read as a mark, and none reads here."""

_ANGLE_BULLET = re.compile("^([ \t]*)\u00bb[ \t\u00a0]*", re.MULTILINE)
_NOTE = re.compile(r"^\[\^(\w{1,20})\]:", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[\^(\w{1,20})\](?!:)")
_LEVEL_ONE = re.compile(r"^#(?=[ \t]+\S)", re.MULTILINE)
_OPEN_FENCE = re.compile("^([ \t]*)(`{3,}|~{3,})", re.MULTILINE)
_HEADING_END = re.compile(r"[.,;!?)\u2026\u201d\"]$")
_LIKE_ITEM = re.compile(r"\s*(?:[-*+>|#]|\d{1,3}[.)]|\u2022|!!!|\[\^|```|---)|.*\t|.*\|.*\|")
_SIGN_OFF = re.compile(
    r"(?:(?:best |kind |warm )?regards|thanks|thank you|sincerely|cheers|best|yours)\b[^.]*,", re.IGNORECASE
)
"""What stands above the name of the one who wrote a mail."""

_LONGEST_HEADING = 80
_MOST_HEADING_WORDS = 12


def read_text(text: str) -> Article:
    """Return the article of a plain text. Its first line is its title if it is short and no sentence."""
    notes = Notes()
    fields: list[FieldValue] = []
    said = without_targets(text)
    text = without_running_heads(_without_mail_frame(text, fields, notes), notes)
    text = label_typed_titles(with_marked_headings(text, BodySource(text, "", 1).code_free))
    paragraphs = [paragraph for part, is_code in _parts(text) for paragraph in _paragraphs(part, is_code=is_code)]
    if not fields and paragraphs:
        paragraphs = _take_title(paragraphs, fields)
    paragraphs = _with_headings(paragraphs)
    body = _as_markdown("\n\n".join(paragraphs))
    body, targets = number_targets(body)
    return Article(
        body=body,
        said=said,
        fields=tuple(fields),
        targets=targets,
        left_out=tuple(notes.left_out),
        mended=tuple(notes.mended),
        decisions=tuple(notes.decisions),
    )


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a text between its code fences, and the fences; what no fence closes is text."""
    last = 0
    for match in FENCED.finditer(text):
        yield text[last : match.start()], False
        yield match[0], True
        last = match.end()
    yield _OPEN_FENCE.sub(lambda fence: f"&#{ord(fence[2][0])};{fence[2][1:]}", text[last:]), False


def _paragraphs(part: str, *, is_code: bool) -> list[str]:
    return [part.strip("\n")] if is_code else [unwrapped(paragraph) for paragraph in paragraphs_of(part)]


def _as_markdown(text: str) -> str:
    """Return a text in which tags and shortcodes are words, and typed marks are those of Markdown."""
    text = _TAG.sub("&lt;", text).replace("{{", "{\\{")
    text = _LOOK_ALIKE.sub(lambda match: f"&#{ord(match[0])};", text)
    notes = set(_NOTE.findall(text))
    text = _NOTE_MARK.sub(lambda match: match[0] if match[1] in notes else f"&#91;{match[0][1:]}", text)
    text = _LEVEL_ONE.sub("##", text)
    source = BodySource(_ANGLE_BULLET.sub("\\1\u2022 ", text), "", 1)
    for rule in _RULES:
        source = source.edited(rule(source).edits)
    return source.text


def _without_mail_frame(text: str, fields: list[FieldValue], notes: Notes) -> str:
    """Return a text without what a mail program put around it."""
    lines = text.lstrip().split("\n")
    count = count_head_lines(lines, fields, notes)
    return without_signature("\n".join(lines[count:]), notes) if count else text


def _take_title(paragraphs: list[str], fields: list[FieldValue]) -> list[str]:
    first, *rest = paragraphs
    line, _, below = first.partition("\n")
    text = re.sub(r"^#\s+", "", line.strip())
    if not _is_heading_like(text, most=_LONGEST_HEADING + 40) or (
        below and not line.endswith(" ") and not _LIKE_ITEM.match(below)
    ):
        return paragraphs
    fields.append(FieldValue("title", text, "likely", "it is the first line"))
    return [below.strip("\n"), *rest] if below.strip() else rest


def _with_headings(paragraphs: list[str]) -> list[str]:
    """Return the paragraphs with marks of headings where a short line, no sentence, stands above other text."""
    result = []
    for paragraph, following in pairwise([*paragraphs, ""]):
        is_heading = (
            _is_heading_like(paragraph)
            and not DATE_LINE.fullmatch(paragraph.strip())
            and len(following) > len(paragraph)
            and (not _is_heading_like(following) or _LIKE_ITEM.match(following))
        )
        result.append(f"## {paragraph.strip()}" if is_heading else paragraph)
    return result


def _is_heading_like(text: str, most: int = _LONGEST_HEADING) -> bool:
    text = text.strip()
    if not text or "\n" in text or _SIGN_OFF.match(text) or len(text) > most or len(text.split()) > _MOST_HEADING_WORDS:
        return False
    return not _HEADING_END.search(text) and not _LIKE_ITEM.match(text) and ":" not in text and text[:1].isupper()
