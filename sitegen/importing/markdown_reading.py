"""Read the Markdown of other generators: their front matter becomes fields, their own marks become ours."""

import re
import tomllib
from contextlib import suppress
from typing import Any

import yaml

from sitegen.content.days import NotADayError, parse_day
from sitegen.content.foreign_fields import MEANT_FIELDS
from sitegen.content.source_scan import BodySource, find_level_one_headings
from sitegen.importing.foreign_marks import read_foreign_marks
from sitegen.importing.import_records import Article, FieldValue, Notes
from sitegen.importing.source_dates import date_fields
from sitegen.importing.typed_headings import with_marked_headings
from sitegen.importing.typed_targets import number_targets, without_targets

_YAML = re.compile(r"\ufeff?---[ \t]*\n(?P<fields>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_TOML = re.compile(r"\ufeff?\+\+\+[ \t]*\n(?P<fields>.*?)\n\+\+\+[ \t]*(?:\n|$)", re.DOTALL)
_LEVEL_ONE = re.compile(r"#[ \t]+(?P<words>[^\n]*?)[ \t#]*$", re.MULTILINE)
_LISTS = frozenset({"topics", "regions", "departments", "roles", "team_levels", "dimensions", "tool_type", "formats"})
_TEXTS = frozenset({"title", "summary", "best_used"})
_ADDRESSES = ("url", "permalink", "aliases", "redirect_from", "slug")
_DROPPED = frozenset(
    {"layout", "draft", "published", "type", "eleventynavigation", "weight", "toc", "lang", "author", "owner"}
)
_MEANT = {"excerpt": "summary", "lead": "summary", "intro": "summary"}
_OPENING = re.compile(r"\A\ufeff?(?:---|\+\+\+)[ \t]*\n")
_SYNTAX = re.compile(
    r"^[ \t]*\[[^\]\n^][^\]\n]*\]:[ \t]+\S+|^[ \t]*(?:`{3,}|~{3,})[^\n]*|</?(?!img\b)[A-Za-z][^<>\n]*>|\[\^[\w-]+\]:?"
    r"|(?<=\])\[[^\]\n]*\]|^[ \t]*:::[^\n]*|\[!\w+\]",
    re.MULTILINE,
)
"""What is a mark of Markdown and no word."""

_MOST_FIELDS = 100_000
_ANCHOR = re.compile(r"(?:^|[\s:\[{,-])[&*][A-Za-z0-9_]", re.MULTILINE)
"""A mark by which few characters of YAML can mean billions; no page's fields need it."""


def read_markdown(text: str) -> Article:
    """Return the article of a Markdown file with front matter in YAML or TOML, or without any."""
    notes = Notes()
    match = _YAML.match(text) or _TOML.match(text)
    values = _values_of(match, notes) if match else {}
    labels, fields, address, slug = _sorted_fields(values, notes)
    whole = text[match.end() :] if match else _OPENING.sub("", text)
    body, anchors = read_foreign_marks(whole, notes)
    body = with_marked_headings(body, BodySource(body, "", 1).code_free)
    body = _without_title(body, fields, notes)
    body, targets = number_targets("\n\n".join(filter(None, (labels, body.strip()))))
    said = "\n".join([*(_text_of(value) for value in values.values()), _SYNTAX.sub(" ", without_targets(whole))])
    return Article(
        body=body,
        said=said,
        fields=tuple(fields),
        targets=targets,
        anchors=tuple(anchors.items()),
        left_out=tuple(notes.left_out),
        mended=tuple(notes.mended),
        decisions=tuple(notes.decisions),
        address=address,
        slug=slug,
    )


def _values_of(match: re.Match[str], notes: Notes) -> dict[str, Any]:
    fields = match["fields"]
    values: Any = None
    with suppress(ValueError, yaml.YAMLError, RecursionError):
        if match.re is _TOML:
            values = tomllib.loads(fields)
        elif len(fields) <= _MOST_FIELDS and not _ANCHOR.search(fields):
            values = yaml.load(fields, yaml.BaseLoader)  # noqa: S506 - texts alone
    if isinstance(values, dict):
        return {str(name): value for name, value in values.items()}
    notes.ask("the front matter of the source cannot be read", "write the fields by hand: they stand in the report")
    notes.leave_out("front matter that cannot be read", fields)
    return {}


def _sorted_fields(values: dict[str, Any], notes: Notes) -> tuple[str, list[FieldValue], str, str]:
    """Return lines with labels for fields whose words must be looked up, the other fields, the address and the slug."""
    labels: list[str] = []
    fields: list[FieldValue] = []
    address = slug = ""
    for name, value in values.items():
        plain = name.casefold().replace("-", "_")
        text = _text_of(value)
        meant = MEANT_FIELDS.get(plain, _MEANT.get(plain, plain))
        because = f'its front matter says so ("{name}")'
        if plain in _ADDRESSES:
            slug = text if plain == "slug" and "/" not in text else slug
            address = address or (f"https://{text}" if text.startswith("/") else "")
            notes.mend("an old address is kept", text, "")
        elif meant in _TEXTS and text:
            fields.append(FieldValue(meant, text, "certain", because))
        elif meant in {"date", "publish"} and (dates := date_fields(_day_of(text), "certain", because)):
            fields += dates
            notes.mend("a date is a field now", text, "")
        elif meant in _LISTS and text:
            labels.append(f"{meant.replace('_', ' ')}: {text}")
        elif plain not in _DROPPED or text.casefold() not in {"true", "false"}:
            notes.leave_out(f'the field "{name}" of the source has no place here', text)
        else:
            notes.mend("every page comes in as a draft", text, "")
    return "\n".join(labels), fields, address, slug


def _day_of(text: str) -> str:
    try:
        return parse_day(text)[:10]
    except NotADayError:
        return text


def _text_of(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(_text_of(one) for one in value.values())
    return ", ".join(map(_text_of, value)) if isinstance(value, list) else str(value).strip()


def _without_title(body: str, fields: list[FieldValue], notes: Notes) -> str:
    """Return a body whose headings begin with level 2; a first one of level 1 is the title, if there is no other."""
    offsets = find_level_one_headings(BodySource(body, "", 1).code_free)
    headings = [match for offset in offsets if (match := _LEVEL_ONE.match(body, offset))]
    title = next((str(field.value) for field in fields if field.name == "title"), "")
    for number, heading in reversed(list(enumerate(headings))):
        words = heading["words"]
        is_title = not number and not title and not body[: heading.start()].strip()
        if is_title:
            fields.append(FieldValue("title", words, "certain", "it is the heading of the text"))
        elif not number and title.casefold() == words.casefold():
            notes.mend("the title stood in the text, too", title, "")
            is_title = True
        body = body[: heading.start()] + ("" if is_title else f"## {words}") + body[heading.end() :]
    return body
