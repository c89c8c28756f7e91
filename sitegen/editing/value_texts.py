"""Write values as YAML, in the style that a file has, so that every reader of YAML takes them as they are meant."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import yaml
from yaml.resolver import Resolver

from sitegen.located import SourceFile, plain, read_yaml
from sitegen.located.nodes import Plain

Value = str | bool | int | date | Sequence["Value"] | Mapping[str, "Value"]
"""What a field can be set to. A text that other readers of YAML take for a number or a date is put in quotes."""

_TEXT_TAG = "tag:yaml.org,2002:str"
_LONGEST_FLOW = 90


def plain_value(value: Value) -> Plain:
    """Return what `located.plain` gives of a value once it is written and read."""
    if isinstance(value, Mapping):
        return {name: plain_value(inner) for name, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain_value(item) for item in value]
    return _text_of(value)


def scalar_text(
    value: Value,
    *,
    style: str = "",
    quote: str = '"',
    is_flow: bool = False,
    indent: int = 0,
    lead: int = 0,
    replaced: str = "",
) -> str:
    """Return the YAML of a single value.

    `style` is that of the value it replaces, `replaced` that value's text, `quote` the quote that the file has
    elsewhere, `indent` the column of the field's name, and `lead` that of the lines of a block, two more if it is 0.
    A block scalar becomes one again where the text allows.
    """
    text = _text_of(value)
    candidates = _candidates(text, style, quote, lead or indent + 2, is_flow=is_flow)
    if isinstance(value, str) and not _is_misread(text, like="" if style else replaced):
        candidates = _in_order(style, text, candidates)
    elif not isinstance(value, str) and not style:
        candidates = iter([text])
    return next((yaml_text for yaml_text in candidates if _reads_as(yaml_text, text, indent, is_flow=is_flow)), "")


def _in_order(style: str, text: str, quoted: Iterator[str]) -> Iterator[str]:
    """Yield the plain text before or after the others, as the style asks."""
    if not style:
        yield text
        yield from quoted
    else:
        yield from quoted
        yield text


def _candidates(text: str, style: str, quote: str, lead: int, *, is_flow: bool) -> Iterator[str]:
    if style in {"|", ">"} and not is_flow:
        yield from _blocks(text, style, lead)
    elif "\n" in text and not is_flow:
        yield from _blocks(text, "|", lead)
    for mark in dict.fromkeys((style if style in {"'", '"'} else quote, quote, '"')):
        yield "'" + text.replace("'", "''") + "'" if mark == "'" else json.dumps(text, ensure_ascii=False)


def _blocks(text: str, style: str, lead: int) -> Iterator[str]:
    lines = text.removesuffix("\n").split("\n")
    body = "\n".join(" " * lead + line if line else "" for line in lines)
    yield f"{style}\n{body}"
    yield f"{style}-\n{body}"


def flow_text(value: Value, quote: str) -> str:
    """Return the YAML of a value on one line, in brackets or braces where it is a list or fields."""
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_name_text(name)}: {flow_text(item, quote)}" for name, item in value.items())
        return f"{{{inner}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(flow_text(item, quote) for item in value)}]"
    return scalar_text(value, quote=quote, is_flow=True)


def block_text(value: Value, quote: str, indent: int, *, prefers_lines: bool) -> str:
    """Return what stands after the colon of a field whose name is at column `indent`: ` x`, ` [x, y]`, or lines.

    Lists of single values stand on one line, unless the file prefers a line for each, or the line would be long.
    """
    if isinstance(value, Mapping) and value:
        lead = "\n" + " " * (indent + 2)
        fields = (
            f"{lead}{_name_text(name)}:{block_text(item, quote, indent + 2, prefers_lines=prefers_lines)}"
            for name, item in value.items()
        )
        return "".join(fields)
    if isinstance(value, Sequence) and not isinstance(value, str) and value:
        is_simple = not any(is_compound(item) for item in value)
        line = flow_text(value, quote)
        if is_simple and not prefers_lines and len(line) <= _LONGEST_FLOW:
            return f" {line}"
        return "".join(f"\n{' ' * (indent + 2)}- {item_text(item, quote, indent + 2)}" for item in value)
    if is_compound(value):
        return f" {flow_text(value, quote)}"
    return f" {scalar_text(value, quote=quote, indent=indent)}"


def item_text(value: Value, quote: str, indent: int) -> str:
    """Return what stands after the hyphen and space of an item whose hyphen is at column `indent`."""
    if not isinstance(value, Mapping) or not value:
        return flow_text(value, quote) if is_compound(value) else scalar_text(value, quote=quote, indent=indent)
    lines = block_text(value, quote, indent, prefers_lines=False)
    return lines.lstrip("\n ")


def is_compound(value: Value) -> bool:
    """Return whether a value is a list or fields, and not a single value."""
    return isinstance(value, Mapping) or (isinstance(value, Sequence) and not isinstance(value, str))


def _name_text(name: str) -> str:
    return scalar_text(name, is_flow=True) if name != name.strip() or ":" in name else name


def _text_of(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def _is_misread(text: str, like: str) -> bool:
    """Return whether other readers take a text for a number, a date or nothing, unless the replaced one is alike."""
    tag = _tag(text)
    return tag not in {_TEXT_TAG, _tag(like) if like else _TEXT_TAG}


def _tag(text: str) -> str:
    return str(Resolver().resolve(yaml.ScalarNode, text, (True, False)))  # type: ignore[no-untyped-call]


def _reads_as(yaml_text: str, text: str, indent: int, *, is_flow: bool) -> bool:
    """Return whether YAML is read as a text, and as nothing else beside it."""
    document = f"k: [{yaml_text}]\n" if is_flow else f"{' ' * indent}k: {yaml_text}\n"
    node, problems = read_yaml(document, SourceFile("", document))
    if problems or node is None:
        return False
    return plain(node) == {"k": [text] if is_flow else text}
