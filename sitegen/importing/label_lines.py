"""Take lines with the label of a field out of a text: `Intended audience: stewards`, `Story body part 1:`."""

import re

from sitegen.importing.import_records import Notes
from sitegen.importing.text_blocks import is_code, join_blocks, plain_line, split_blocks
from sitegen.model import Record
from sitegen.text import fold

_LABELS = {
    "title": ("title", "headline", "head", "page title", "story title"),
    "summary": (
        "deck",
        "dek",
        "subhead",
        "subheading",
        "subtitle",
        "teaser",
        "summary",
        "short description",
        "abstract",
    ),
    "date": ("date", "published", "posted", "posted on", "publication date", "publish date", "date published"),
    "updated": ("updated", "last updated", "last modified", "revised", "last reviewed"),
    "regions": ("region", "regions"),
    "topics": ("topic", "topics", "tag", "tags", "keywords", "category", "categories", "filed under"),
    "departments": ("department", "departments", "dept"),
    "team_levels": ("level", "levels", "team level", "team levels", "ubt level", "ubt levels"),
    "dimensions": ("dimension", "dimensions"),
    "roles": ("intended audience", "audience", "role", "roles", "who it is for", "who its for", "for whom"),
    "tool_type": ("tool type", "type of tool"),
    "formats": ("format", "formats", "file type", "file types"),
    "best_used": ("best used", "best used for", "best use", "when to use", "when to use it"),
}
_FIELDS = {fold(label): field for field, labels in _LABELS.items() for label in labels}
_OF_FORMS = frozenset({"intended-audience", "best-used", "best-used-for", "deck", "dek", "tool-type", "team-level"})
_LINE = re.compile(r"(?P<label>[^\W\d_][\w' -]{1,40}?)\s*:(?:\s+(?P<value>\S.*))?")
_MARKED = re.compile(r"[ \t]*(?:[-*+>|#]|\d{1,3}\.|\[\^|\{\{|<)(?:[ \t]|[^ \t*])")
_FORM_WORDS = (
    r"body|text|content|copy|section|field|paragraph|image|photo|sidebar"
    r"|story|highlighted|part|items?|number|alt|caption"
)
_LEFTOVER = re.compile(
    rf"(?:(?:page|main|article|node|full)[ -])?(?:{_FORM_WORDS})(?:[ -](?:{_FORM_WORDS}|stories and tools))*"
    r"(?:\s*#?\s*\d+)?(?:\s*\([^()]{1,30}\))?\s*:",
    re.IGNORECASE,
)


_BODY_LABEL = re.compile(r"\*{0,2}(?:story |article )?(?:body|copy|text)(?: text| copy)?:\*{0,2}\s+", re.IGNORECASE)


class LabelledValue(Record, frozen=True):
    """The value that stood behind a label, the field that the label means, and the label as it was written."""

    field: str
    value: str
    label: str


def take_labels(body: str, notes: Notes) -> tuple[str, list[LabelledValue]]:
    """Return a body without its lines with labels, and the values.

    A label alone takes the line below it as its value, if that is a line of plain words; else it stays in the text.
    Labels that are left over from forms, with nothing behind them, are noted as left out.
    """
    values: list[LabelledValue] = []
    lines = [(line, number) for number, block in enumerate(split_blocks(body)) for line in _lines_of(block)]
    kept: dict[int, list[str]] = {}
    position = 0
    while position < len(lines):
        line, number = lines[position]
        below = lines[position + 1][0] if position + 1 < len(lines) else ""
        text = "" if is_code(line) else plain_line(line)
        labelled = _labelled(text, is_item=bool(_MARKED.match(line)), is_heading=line.startswith("#"))
        if _LEFTOVER.fullmatch(text):
            notes.leave_out("a label that a form of the old site left over", text)
        elif labelled and labelled.value:
            values.append(labelled)
        elif labelled and _is_value(below):
            values.append(LabelledValue(labelled.field, plain_line(below), labelled.label))
            position += 1
        else:
            kept.setdefault(number, []).append(line)
        position += 1
    if values:
        kept = {number: [_without_label_of_body(line, notes) for line in lines] for number, lines in kept.items()}
    return join_blocks("\n".join(kept[number]) for number in sorted(kept)), values


def begins_story(block: str) -> bool:
    """Return whether a block begins with the label of a title."""
    labelled = None if is_code(block) else _labelled(plain_line(block.partition("\n")[0]))
    return labelled is not None and labelled.field == "title"


def _lines_of(block: str) -> list[str]:
    return [block] if is_code(block) else block.split("\n")


def _is_value(line: str) -> bool:
    """Return whether a line may be the value of the label above it: words without a label or a mark of their own."""
    text = plain_line(line)
    return bool(text) and not _MARKED.match(line) and not is_code(line) and not _labelled(text) and ":" not in text[-1:]


def is_label(text: str) -> bool:
    """Return whether words are the label of a field."""
    return fold(text.replace("'", "")) in _FIELDS


def _without_label_of_body(line: str, notes: Notes) -> str:
    """Return a line without the label that says that the text begins."""
    match = None if is_code(line) else _BODY_LABEL.match(line)
    if match:
        notes.leave_out("a label that a form of the old site left over", match[0])
    return line[match.end() :] if match else line


def _labelled(text: str, *, is_item: bool = False, is_heading: bool = False) -> LabelledValue | None:
    """Return what a line says behind a label; an item of a list only behind one that texts do not use themselves.

    A heading is a title or nothing.
    """
    match = _LINE.fullmatch(text)
    label = fold(match["label"].replace("'", "")) if match else ""
    field = _FIELDS.get(label, "")
    if is_heading:
        field = field if field == "title" else ""
    elif is_item and label not in _OF_FORMS:
        field = ""
    return LabelledValue(field, match["value"] or "", match["label"]) if match and field else None
