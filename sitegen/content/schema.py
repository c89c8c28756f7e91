"""Describe the kinds as JSON Schema, for editors, and as tables, for the docs.

`python -m sitegen.content.schema` writes docs/schema/ and the files of .vscode/ anew. The schemas describe what is
typed: one value may stand for a list, and a number in a text field is text.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo

from sitegen.content.common_fields import CommonFields
from sitegen.content.kind_fields import FIELDS_OF_KIND
from sitegen.located.models import Fields
from sitegen.located.validation import as_typed, inner_model
from sitegen.model.kinds import KINDS

SCHEMA_FOLDER = "docs/schema"


def _matcher(severity: str, label: str) -> dict[str, Any]:
    """Return what finds our messages with this label; an editor knows "warning", but no "advice"."""
    return {
        "owner": "sitegen",
        "source": "sitegen",
        "severity": severity,
        "fileLocation": ["relative", "${workspaceFolder}"],
        "pattern": {
            "regexp": rf"^([^\s:][^:]*):(\d+)(?::(\d+))?: {label}(.+)$",
            "file": 1,
            "line": 2,
            "column": 3,
            "severity": 4,
            "message": 5,
        },
    }


_TASKS = {
    "version": "2.0.0",
    "tasks": [
        {
            "label": "Check the content",
            "type": "process",
            "command": "python3",
            "windows": {"command": "py"},
            "args": ["build.py", "check"],
            "group": {"kind": "build", "isDefault": True},
            "presentation": {"reveal": "silent", "clear": True},
            "problemMatcher": [_matcher("error", "(?!advice: )(?:(warning): )?"), _matcher("info", "(advice): ")],
        }
    ],
}

Schema = dict[str, Any]


def json_schema(kind: str) -> Schema:
    """Return the JSON Schema (draft 2020-12) of a kind's front matter."""
    model = FIELDS_OF_KIND[kind]
    schema = _as_typed_schema(model.model_json_schema())
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Front matter of {model.noun}",
        **schema,
    }


def field_table(kind: str = "") -> str:
    """Return a Markdown table of the fields that only this kind has; without a kind, of those that every kind has."""
    rows = ["| field | what it says | example |", "| --- | --- | --- |"]
    model = FIELDS_OF_KIND[kind] if kind else CommonFields
    common = CommonFields.model_fields if kind else {}
    for name, field in model.model_fields.items():
        if name not in common or field.description != common[name].description or _is_changed(field, common[name]):
            rows += _rows(name, field)
    return "\n".join(rows) + "\n"


def editor_files() -> dict[str, str]:
    """Return the text of each generated file, by its path relative to the project's root."""
    files = {f"{SCHEMA_FOLDER}/{kind}.schema.json": _as_text(json_schema(kind)) for kind in FIELDS_OF_KIND}
    folders = sorted((kind.folder, kind.id) for kind in KINDS.values())
    schemas = {f"./{SCHEMA_FOLDER}/{kind}.schema.json": f"content/{folder}/*.md" for folder, kind in folders}
    files[".vscode/tasks.json"] = _as_text(_TASKS)
    files[".vscode/settings.json"] = _as_text({"files.eol": "\n", "yaml.schemas": schemas})
    return files


def _as_text(value: Schema) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _is_changed(field: FieldInfo, common: FieldInfo) -> bool:
    return field.is_required() != common.is_required()


def _rows(name: str, field: FieldInfo) -> Iterator[str]:
    must = " Required." if field.is_required() else ""
    inner = inner_model(field.annotation)
    example = "" if inner else f"`{as_typed((field.examples or [''])[0])}`"
    yield f"| `{name}` | {field.description}{must} | {example} |"
    if inner is not None and issubclass(inner, Fields):
        for part, info in inner.model_fields.items():
            yield from _rows(f"{name}: {part}", info)


def _as_typed_schema(value: Any) -> Any:
    """Rewrite Pydantic's schema of values as a schema of what is typed."""
    if isinstance(value, list):
        return [_as_typed_schema(item) for item in value]
    if not isinstance(value, dict):
        return value
    schema = {name: _as_typed_schema(item) for name, item in value.items() if name not in {"title", "default"}}
    if "properties" in value:
        schema["properties"] = {name: _as_typed_schema(item) for name, item in value["properties"].items()}
    if schema.get("type") == "array":
        return _list_or_one(schema)
    options = [option for option in schema.get("anyOf", []) if option.get("type") != "null"]
    if len(options) == 1:
        return {**{name: item for name, item in schema.items() if name != "anyOf"}, **options[0]}
    return schema


def _list_or_one(schema: Schema) -> Schema:
    about: Schema = {name: schema.pop(name) for name in ("description", "examples") if name in schema}
    return {**about, "anyOf": [schema, schema["items"]]}


def write_editor_files(root: Path) -> None:
    """Write every generated file below the project's root."""
    for name, text in editor_files().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_editor_files(Path(__file__).parents[2])
