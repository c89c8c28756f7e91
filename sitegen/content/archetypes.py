"""Write the text of a new page: the fields that its kind needs, and the optional ones as comments."""

from typing import IO, Any

import yaml
from pydantic.fields import FieldInfo
from yaml.emitter import Emitter
from yaml.representer import SafeRepresenter
from yaml.resolver import BaseResolver
from yaml.serializer import Serializer

from sitegen.content.kind_fields import FIELDS_OF_KIND
from sitegen.located.nodes import Plain

_FILLED_IN = ("title", "date", "draft")
_NEEDED = {"video": ("transcript",)}
_INTRODUCTION = "# What else there is: take away the # right before a field to use it, and write your own words."
_NO_FOLDING = 100_000
_CURLY_QUOTES = frozenset("\u201c\u201d\u201e\u2018\u2019\u201a")
_BODY = "Write the text here. The first paragraph should say what it is about.\n"


def archetype(kind: str, title: str, today: str) -> str:
    """Return the text of a new file of a kind: a draft without errors; `today` is YYYY-MM-DD."""
    fields = FIELDS_OF_KIND[kind].model_fields
    needed = [name for name, field in fields.items() if field.is_required() or name in _NEEDED.get(kind, ())]
    lines = ["---", _yaml("title", " ".join(title.split()) or "Untitled")]
    if fields["date"].is_required():
        lines.append(_yaml("date", today))
    lines.append("draft: true  # take this line away when the page is ready")
    lines += [text for name in needed if name not in _FILLED_IN for text in _with_comment(name, fields[name])]
    lines += ["", _INTRODUCTION]
    optional = [name for name in fields if name not in needed and name not in {"title", "draft"}]
    lines += [text for name in optional for text in _as_comment(name, fields[name])]
    return "\n".join([*lines, "---", "", _BODY])


def _with_comment(name: str, field: FieldInfo) -> list[str]:
    return ["", f"# {field.description}", _yaml(name, _example(field))]


def _as_comment(name: str, field: FieldInfo) -> list[str]:
    return ["", f"# {field.description}", *(f"#{line}" for line in _yaml(name, _example(field)).split("\n"))]


def _example(field: FieldInfo) -> Plain:
    return _texts((field.examples or [""])[0])


def _texts(value: object) -> Plain:
    """Return a value with every scalar as the text that is typed for it."""
    if isinstance(value, dict):
        return {name: _texts(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_texts(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _yaml(name: str, value: Plain) -> str:
    layout = False if isinstance(value, str) else None
    style = '"' if isinstance(value, str) and value[:1] in _CURLY_QUOTES else None
    text: str = yaml.dump(
        {name: value},
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=_NO_FOLDING,
        default_flow_style=layout,
        default_style=style,
    )
    return text.rstrip("\n")


class _Dumper(Emitter, Serializer, SafeRepresenter, BaseResolver):
    """Dump texts without quotes where possible: dates and numbers are texts here, and need no quotes."""

    def __init__(self, stream: IO[str], **settings: Any) -> None:
        style = {name: settings.pop(name) for name in ("default_flow_style", "sort_keys", "default_style")}
        layout = {name: settings[name] for name in ("canonical", "indent", "width", "allow_unicode", "line_break")}
        Emitter.__init__(self, stream, **layout)
        Serializer.__init__(self)
        SafeRepresenter.__init__(self, **style)
        BaseResolver.__init__(self)
