"""The examples in hints and tables: typed into a file as they are shown, they are read as what they mean."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from sitegen.config.fields import SiteFields
from sitegen.content.kind_fields import FIELDS_OF_KIND
from sitegen.located import Mapping, SourceFile, plain, read_yaml
from sitegen.located.validation import as_typed, inner_model


def examples(model: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    """Return (field, example) of a model and of the models within it."""
    for name, field in model.model_fields.items():
        yield from ((field.alias or name, example) for example in field.examples or ())
        inner = inner_model(field.annotation)
        if inner is not None:
            yield from examples(inner)


def texts(value: Any) -> Any:
    """Return a value with every scalar as text."""
    if isinstance(value, dict):
        return {name: texts(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [texts(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("model", [*FIELDS_OF_KIND.values(), SiteFields])
def test_an_example_is_read_as_what_it_means(model: type[BaseModel]) -> None:
    pairs = list(examples(model))
    assert len(pairs) > 20
    for name, example in pairs:
        node, problems = read_yaml(f"{name}: {as_typed(example)}\n", SourceFile("x.md"))
        assert problems == [], name
        assert isinstance(node, Mapping)
        assert plain(node) == {name: texts(example)}
