"""Templates: which files a page is made of, and how they become bytes or a located error."""

import re
import traceback
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FunctionLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    meta,
)
from markupsafe import Markup

from sitegen.errors import AssetError, Location, Problem, TemplateError, excerpt, suggest
from sitegen.model import Record

FOLDER = "templates"


class Part(Record, frozen=True):
    """One template file: its source, and the names that it extends, imports and includes, sorted."""

    source: str
    names: tuple[str, ...]


class Closure(Record, frozen=True):
    """A template and everything it may include: (name, source) sorted by name; the source of a missing one is None.

    `bytecode` is a folder in which compiled templates are kept between runs, or empty; no output depends on it.
    """

    name: str
    sources: tuple[tuple[str, str | None], ...]
    bytecode: str = ""


def part(name: str, source: str) -> Part:
    """Read one template file.

    Names must be literals, so that what a page is made of is known before anything runs. Raises TemplateError
    where it does not parse, or computes a name.
    """
    names = []
    try:
        found = meta.find_referenced_templates(Environment(autoescape=True).parse(source))
        for referenced in found:
            if referenced is None:
                hint = "write the name in quotes; a computed name cannot be followed"
                raise TemplateError("a template's name is computed", path=f"{FOLDER}/{name}", hint=hint)
            names.append(referenced)
    except TemplateSyntaxError as error:
        raise _syntax_error(name, error, {name: source}) from error
    return Part(source, tuple(sorted(set(names))))


def closure(name: str, read: Callable[[str], Part | None], bytecode: str = "") -> Closure:
    """Collect a template and all that it may include, missing ones too. Raises TemplateError where it is missing."""
    sources: dict[str, str | None] = {}
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current in sources:
            continue
        found = read(current)
        sources[current] = found.source if found else None
        waiting += found.names if found else ()
    if sources[name] is None:
        raise TemplateError("there is no such template", path=f"{FOLDER}/{name}")
    return Closure(name, tuple(sorted(sources.items())), bytecode)


def render(
    template: Closure,
    context: Mapping[str, Any],
    functions: Mapping[str, Callable[[str], str]],
) -> str:
    """Render a template with its context and functions; the result is HTML.

    Raises TemplateError at the line of the template that failed.
    """
    try:
        return _environment(template).get_template(template.name).render(**context, **functions)
    except TemplateNotFound as error:
        raise _not_found(template, error) from error
    except TemplateSyntaxError as error:
        raise _syntax_error(error.name or template.name, error, dict(template.sources)) from error
    except AssetError as error:
        raise _relocated(template, error) from error
    except (UndefinedError, TypeError, ValueError, LookupError, ArithmeticError) as error:
        raise _runtime_error(template, error) from error


@lru_cache(maxsize=64)
def _environment(template: Closure) -> Environment:
    sources = dict(template.sources)
    cache = None
    if template.bytecode:
        Path(template.bytecode).mkdir(parents=True, exist_ok=True)
        cache = FileSystemBytecodeCache(template.bytecode)

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        source = sources.get(name)
        return None if source is None else (source, name, lambda: True)

    return Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=cache,
    )


def _syntax_error(name: str, error: TemplateSyntaxError, sources: Mapping[str, str | None]) -> TemplateError:
    return _located(name, error.lineno, error.message or "does not parse", sources.get(name) or "")


def _not_found(template: Closure, error: TemplateNotFound) -> TemplateError:
    missing = str(error.name)
    for name, source in template.sources:
        for number, line in enumerate((source or "").splitlines(), 1):
            if f'"{missing}"' in line or f"'{missing}'" in line:
                return _located(name, number, f'there is no template "{missing}"', source or "")
    return _located(template.name, 0, f'there is no template "{missing}"', "")


def _runtime_error(template: Closure, error: Exception) -> TemplateError:
    sources = dict(template.sources)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        name = frame.filename
        if name in sources and frame.lineno:
            return _located(name, frame.lineno, str(error), sources[name] or "")
    if isinstance(error, UndefinedError):
        return _located(template.name, 0, str(error), "")
    raise error


def _relocated(template: Closure, error: AssetError) -> TemplateError:
    """Say a missing file at the place in the template that asked for it."""
    sources = dict(template.sources)
    first = error.problems[0]
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        source = sources.get(frame.filename)
        if source is not None and frame.lineno:
            location = Location(f"{FOLDER}/{frame.filename}", frame.lineno)
            lines = excerpt(source, frame.lineno)
            return TemplateError(Problem(location, first.headline, first.hint, "TemplateError", (), lines))
    return TemplateError(first)


def _located(name: str, line: int, message: str, source: str) -> TemplateError:
    hint = ""
    found = re.search(r"'([^']+)' (?:is undefined|has no attribute)", message)
    if found:
        hint = suggest(found[1], re.findall(r"[a-z_]{3,}", source)) if found[1] not in source else ""
    location = Location(f"{FOLDER}/{name}", line)
    return TemplateError(Problem(location, message, hint, "TemplateError", (), excerpt(source, line)))


def as_html(text: str) -> Markup:
    """Say that a text is safe HTML: sanitised before, or made by a template."""
    return Markup(text)  # noqa: S704 - the one place where HTML is let through
