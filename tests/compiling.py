"""Compiles the text of a template once a run: builds in tests, thousands of them, all show the same templates.

What comes out is the same: compiled code is never changed, and everything that shapes it is in the key. Builds that
keep compiled templates in a folder still write them there and read them.
"""

import inspect
from types import CodeType
from typing import Any

import pytest
from jinja2 import Environment

NO_PART = {"loader", "cache_size", "auto_reload", "bytecode_cache", "extensions"}
"""Arguments of an environment that say where texts come from and what is kept, not how they are compiled."""

OPTIONS = tuple(
    name.replace("enable_async", "is_async")
    for name in inspect.signature(Environment).parameters
    if name not in NO_PART
)


def compile_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every environment take from the others what they compiled from the same text, with the same options."""
    compile_anew = Environment.compile
    compiled: dict[object, CodeType] = {}

    def compile_or_take(self: Environment, source: Any, *args: Any, **named: Any) -> Any:
        options = tuple(getattr(self, name) for name in OPTIONS)
        known = (*self.extensions, *self.filters.items(), *self.tests.items())
        key = (source, args, tuple(named.items()), options, known)
        if key not in compiled:
            compiled[key] = compile_anew(self, source, *args, **named)
        return compiled[key]

    monkeypatch.setattr(Environment, "compile", compile_or_take)
