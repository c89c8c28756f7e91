"""Write all settings of site.yaml as a Markdown table, for docs/settings.md."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sitegen.config.fields import SiteFields
from sitegen.located.models import Fields
from sitegen.located.validation import as_typed, inner_model

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

_HEAD = "| setting | what it is | without it | example |\n| --- | --- | --- | --- |\n"
_BY_ID = "dict["


def setting_table() -> str:
    """Return a Markdown table with a row for each setting, in the order of the models; `ID` stands for a site's ids."""
    return _HEAD + "".join(f"| {' | '.join(cells)} |\n" for cells in _rows(SiteFields, ""))


def _rows(model: "type[BaseModel]", prefix: str) -> Iterator[tuple[str, str, str, str]]:
    for name, field in model.model_fields.items():
        path = prefix + (field.alias or name)
        inner = inner_model(field.annotation)
        yield f"`{path}`", _escaped(field.description or ""), _default(field), _example(field, inner)
        if inner is not None:
            by_id = str(field.annotation).startswith(_BY_ID)
            yield from _rows(inner, f"{path}.ID." if by_id else f"{path}.")


def _default(field: "FieldInfo") -> str:
    if field.is_required():
        return "must be there"
    default = field.default
    if default in ("", (), {}, None) or isinstance(default, Fields):
        return ""
    return f"`{as_typed(default)}`"


def _example(field: "FieldInfo", inner: "type[BaseModel] | None") -> str:
    if inner is not None or not field.examples:
        return ""
    return f"`{_escaped(as_typed(field.examples[0]))}`"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")
