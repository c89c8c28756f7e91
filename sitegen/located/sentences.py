"""Describe Pydantic's errors in sentences for those who write: a headline and a hint."""

import re
from collections.abc import Callable
from typing import Any

from sitegen.errors import suggest
from sitegen.located.nodes import Mapping, Node, Scalar, Sequence

_SHAPES: dict[type[Node], str] = {Scalar: "a text", Sequence: "a list", Mapping: "a group of fields"}
_LONGEST_SAMPLE = 40
_CHOICE = re.compile(r"'([^']*)'")
_BETWEEN_CHOICES = re.compile(r"[,;/&+|]|\s-\s|\s|\band\b")
_WANTED = {
    "string_type": "a text",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a group of fields, one a line",
    "model_type": "a group of fields, one a line",
    "model_attributes_type": "a group of fields, one a line",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
}


def describe_error(
    error: dict[str, Any], name: str, node: Node | None, example: str, *, is_item: bool = False
) -> tuple[str, str]:
    """Return a headline and a hint for one of Pydantic's errors, `error`, in the field `name`.

    `node` is the field's value, None where it has none; `example` is a right value as it is typed, or empty. An
    error that `is_item` is one of a value of a list.
    """
    kind = error["type"]
    context = error.get("ctx", {})
    if kind == "mistake":
        return context["headline"], context["hint"]
    if kind in _WANTED:
        return f'"{name}" must be {_WANTED[kind]}, not {_as_shown(node)}', _hint(kind, node, name, example)
    if kind == "string_too_long":
        return _too_long(name, node, context["max_length"])
    if kind in _LIMITS:
        return _LIMITS[kind](name, node, context)
    if kind == "literal_error":
        choices = _CHOICE.findall(context["expected"])
        several = _chosen(_text(node), choices) if is_item else []
        hint = f"write several as a list: [{', '.join(several)}]" if len(several) > 1 else ""
        hint = hint or suggest(_text(node), choices) or f"use one of these: {', '.join(choices)}"
        return f'{_as_shown(node)} is not a value of "{name}"', hint
    return (
        f'"{name}" is not right: {_as_shown(node)}',
        f"write it like this: {name}: {example}" if example else "",
    )


def _chosen(text: str, choices: list[str]) -> list[str]:
    """Return the choices that a text names, with commas or other signs between them; none if it says more."""
    parts = [part.strip().casefold() for part in _BETWEEN_CHOICES.split(text) if part.strip()]
    return parts if set(parts) <= set(choices) else []


def _too_long(name: str, node: Node | None, limit: int) -> tuple[str, str]:
    length = len(_text(node).strip())
    excess = length - limit
    hint = f"make it {excess} character{'' if excess == 1 else 's'} shorter"
    return f'"{name}" has {length} characters, {limit} at most', hint


def _too_short(name: str, node: Node | None, context: dict[str, Any]) -> tuple[str, str]:
    del node, context
    return f'"{name}" is empty', ""


def _least(name: str, node: Node | None, context: dict[str, Any]) -> tuple[str, str]:
    bound = context["ge"]
    return f'"{name}" must be {bound} or more, not {_number(node)}', f"write {bound}, the smallest number it can be"


def _most(name: str, node: Node | None, context: dict[str, Any]) -> tuple[str, str]:
    bound = context["le"]
    return f'"{name}" must be {bound} or less, not {_number(node)}', f"write {bound}, the largest number it can be"


_LIMITS: dict[str, Callable[[str, Node | None, dict[str, Any]], tuple[str, str]]] = {
    "string_too_short": _too_short,
    "too_short": _too_short,
    "greater_than_equal": _least,
    "less_than_equal": _most,
}


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _number(node: Node | None) -> str:
    return _as_shown(node).strip('"')


def _as_shown(node: Node | None) -> str:
    if isinstance(node, Scalar):
        text = node.text.split("\n", 1)[0]
        return f'"{text}"' if len(text) <= _LONGEST_SAMPLE else f'"{text[:_LONGEST_SAMPLE].rstrip()}..."'
    return "nothing" if node is None else _SHAPES[type(node)]


def _hint(kind: str, node: Node | None, name: str, example: str) -> str:
    if kind == "string_type" and isinstance(node, Mapping):
        return "put the whole value in quotes if it is meant as a text"
    if kind == "string_type" and isinstance(node, Sequence):
        return "give one value, without brackets and dashes"
    return f"write it like this: {name}: {example}" if example else ""
