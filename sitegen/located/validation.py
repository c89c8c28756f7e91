"""Validate nodes with a Pydantic model, and report every error at the value it concerns."""

import re
from collections.abc import Mapping as AbstractMapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_origin

import msgspec

from sitegen.errors import Fix, Problem, suggest
from sitegen.located.mistakes import in_quotes
from sitegen.located.nodes import Mapping, Node, Scalar, Sequence, SourceFile, plain
from sitegen.located.sentences import describe_error

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

M = TypeVar("M", bound="BaseModel")

_FEW_FIELDS = 20
_MOST_UNKNOWN = 200
"""So many unknown fields of a file get a hint: more than are shown of a file."""
_WANTS_QUOTES = re.compile(r"^[-?:,\[\]{}#&*!|>'\"%@`]|: | #")
_ENDS_INSIDE = re.compile(r"[,\[\]{}]")
_MEANT = re.compile(r'did you mean "(.*)"\?')
_SAYS_MISSING = re.compile(r'"(\w+)" is missing')


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """The field that an error concerns: its name and value, the mapping it stands in, and that mapping's model."""

    name: str
    node: Node | None
    parent: Node
    model: "type[BaseModel] | None"
    is_top: bool = False

    @property
    def position(self) -> tuple[int, int]:
        """Line and column of the value, else of the field's name, else of the mapping (column 0 for the root)."""
        if self.node is not None:
            return self.node.line, self.node.column
        key = self.key
        return (key.line, key.column) if key else (self.parent.line, 0 if self.is_top else self.parent.column)

    @property
    def key(self) -> Scalar | None:
        """The field's name as it stands in the file, or None where it is missing."""
        return self.parent.keys.get(self.name) if isinstance(self.parent, Mapping) else None


def validate(model: type[M], node: Node | None, file: SourceFile) -> tuple[M | None, list[Problem]]:
    """Validate a node, and return the model, or None, and every problem in the order of the file.

    For `node` None both are empty, because what made it unreadable was reported when it was read. Errors in the
    fields of `Mapping.broken` are left out for the same reason, so the model may be None without any problem.
    """
    if node is None:
        return None, []
    problems = _unknown_blanks(model, node, file) if _has_blanks(node) else []
    try:
        value: M | None = model.__pydantic_validator__.validate_python(plain(node))
    except ValueError as error:
        value = None
        problems += _error_problems(error, model, node, file)
    return value, sorted(problems, key=lambda problem: (problem.location, problem.headline))


def _error_problems(error: ValueError, model: "type[BaseModel]", node: Node, file: SourceFile) -> list[Problem]:
    list_errors = getattr(error, "errors", None)
    errors: list[dict[str, Any]] = list_errors(include_url=False) if list_errors else []
    problems: dict[tuple[int, int, str], Problem] = {}
    meant = set()
    details = [(detail, target) for detail in errors if (target := _target(detail["loc"], model, node)) is not None]
    details.sort(key=lambda pair: (pair[0]["type"] != "extra_forbidden", pair[1].position))
    for number, (detail, target) in enumerate(details):
        if (id(target.parent), _missing_field(detail, target)) in meant:
            continue
        problem = _problem(detail, target, file, has_hint=number < _MOST_UNKNOWN)
        problems.setdefault((*target.position, target.name), problem)
        if detail["type"] == "extra_forbidden":
            meant.add((id(target.parent), _MEANT.sub(r"\1", problem.hint)))
    return list(problems.values())


def _missing_field(detail: dict[str, Any], target: Target) -> str:
    """Return the field that an error says is missing, or an empty text; a misspelled field may stand for it."""
    if detail["type"] == "missing":
        return target.name
    match = _SAYS_MISSING.match(detail.get("ctx", {}).get("headline", ""))
    return match[1] if match else ""


def _has_blanks(node: Node) -> bool:
    """Return whether any field has no value, which is rare."""
    if isinstance(node, Sequence):
        return any(map(_has_blanks, node.items))
    if isinstance(node, Mapping):
        return len(node.keys) > len(node.entries) or any(map(_has_blanks, node.entries.values()))
    return False


def _unknown_blanks(model: "type[BaseModel]", node: Node, file: SourceFile) -> list[Problem]:
    """Return a problem for each unknown field without a value, which the model never sees."""
    if isinstance(node, Sequence):
        return [problem for item in node.items for problem in _unknown_blanks(model, item, file)]
    if not isinstance(node, Mapping):
        return []
    fields = _fields(model)
    blank = node.keys.keys() - node.entries.keys() - node.broken - fields.keys()
    problems = [
        _unknown_problem(Target(name=name, node=None, parent=node, model=model), file, has_hint=number < _MOST_UNKNOWN)
        for number, name in enumerate(name for name in node.keys if name in blank)
    ]
    for name, value in node.entries.items():
        inner = inner_model(fields[name].annotation) if name in fields and not isinstance(value, Scalar) else None
        if inner is not None:
            is_table = isinstance(value, Mapping) and _has_any_keys(fields[name].annotation)
            values = tuple(value.entries.values()) if is_table and isinstance(value, Mapping) else (value,)
            problems += [problem for item in values for problem in _unknown_blanks(inner, item, file)]
    return problems


def _has_any_keys(annotation: object) -> bool:
    """Return whether a field is a `dict`, so that the writer chooses its keys."""
    return get_origin(annotation) is dict or any(map(_has_any_keys, get_args(annotation)))


def _target(loc: tuple[str | int, ...], model: "type[BaseModel]", root: Node) -> Target | None:
    """Follow an error's path through the nodes as far as it leads; return None where it enters a broken field."""
    target = Target(name="", node=root, parent=root, model=model)
    inner: type[BaseModel] | None = model
    for part in loc:
        node = target.node
        if isinstance(node, Mapping) and isinstance(part, str):
            if part in node.broken:
                return None
            if part == "[key]":
                continue
            value = node.entries.get(part)
            target = Target(name=part, node=value, parent=node, model=inner, is_top=node is root)
            field = _fields(inner).get(part) if inner else None
            inner = inner_model(field.annotation) if field else inner
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            target = msgspec.structs.replace(target, node=node.items[part])
    return target


@cache
def _fields(model: "type[BaseModel]") -> "dict[str, FieldInfo]":
    return {info.alias or name: info for name, info in model.model_fields.items()}


def inner_model(annotation: object) -> "type[BaseModel] | None":
    """Return the model inside a type such as `M | None`, `tuple[M, ...]` or `dict[str, M]`; None if there is none."""
    if hasattr(annotation, "model_fields"):
        return cast("type[BaseModel]", annotation)
    return next(filter(None, map(inner_model, get_args(annotation))), None)


def _problem(detail: dict[str, Any], target: Target, file: SourceFile, *, has_hint: bool) -> Problem:
    if detail["type"] == "extra_forbidden":
        return _unknown_problem(target, file, has_hint=has_hint)
    if detail["type"] == "missing":
        return _missing_problem(target, file)
    if not target.name:
        return file.problem("these are not fields", "write each line as field: value", *target.position)
    example = _example(target)
    headline, hint = describe_error(
        detail, target.name, target.node, example, is_item=isinstance(detail["loc"][-1], int)
    )
    problem = file.problem(headline, hint, *target.position)
    better = detail.get("ctx", {}).get("better", "")
    if better and isinstance(target.node, Scalar):
        return msgspec.structs.replace(problem, fix=Fix("value", target.node.text, better))
    return problem


def _missing_problem(target: Target, file: SourceFile) -> Problem:
    noun = getattr(target.model, "noun", "")
    state = "is empty" if target.key else "is missing"
    example = _example(target)
    hint = f"add a line like this: {target.name}: {example}" if example else ""
    if target.key and example:
        hint = f"write it like this: {target.name}: {example}"
    return file.problem(f'"{target.name}" {state}' + (f": {noun} needs it" if noun else ""), hint, *target.position)


def _unknown_problem(target: Target, file: SourceFile, *, has_hint: bool) -> Problem:
    node = target.key or target.parent
    hint = _hint_for_unknown(target) if has_hint else ""
    return file.problem(f'unknown field "{target.name}"', hint, node.line, node.column)


def _hint_for_unknown(target: Target) -> str:
    if target.model is None:
        return ""
    names = sorted(_fields(target.model))
    if owner := _owner_above(target):
        return f'begin it with two spaces, so that it belongs to "{owner}"'
    value = target.node.text if isinstance(target.node, Scalar) else ""
    own = getattr(target.model, "hint_for_unknown", lambda *_: "")(target.name, value)
    nearest = own or suggest(target.name, names)
    if nearest or len(names) > _FEW_FIELDS:
        return nearest or "check how it is written, or delete the line"
    return f"use one of these: {', '.join(names)}"


def _owner_above(target: Target) -> str:
    """Return the field above an unknown one to which that belongs: it has no value, and its group has such a field."""
    if target.model is None or not isinstance(target.parent, Mapping):
        return ""
    fields = _fields(target.model)
    names = list(target.parent.keys)
    above = reversed(names[: names.index(target.name)])
    owner = next((name for name in above if name in fields), "")
    if not owner or owner in target.parent.entries or owner in target.parent.broken:
        return ""
    inner = inner_model(fields[owner].annotation)
    return owner if inner is not None and target.name in _fields(inner) else ""


def _example(target: Target) -> str:
    return _example_of(target.model, target.name) if target.model else ""


@lru_cache(maxsize=1000)
def _example_of(model: "type[BaseModel]", name: str) -> str:
    field = _fields(model).get(name)
    examples = (field.examples or []) if field else []
    return as_typed(examples[0]) if examples else ""


def as_typed(value: object, *, is_inside: bool = False) -> str:
    """Return an example as it is typed in YAML, on one line; `is_inside` brackets, a comma needs quotes too."""
    if isinstance(value, AbstractMapping):
        return "{" + ", ".join(f"{name}: {as_typed(item, is_inside=True)}" for name, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(as_typed(item, is_inside=True) for item in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    return in_quotes(text) if _WANTS_QUOTES.search(text) or (is_inside and _ENDS_INSIDE.search(text)) else text
