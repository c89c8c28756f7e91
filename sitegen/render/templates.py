"""Templates: which files a page is made of, and how they become bytes or a located error."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FunctionLoader,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    meta,
    nodes,
)
from jinja2.bccache import Bucket
from markupsafe import Markup

from sitegen.errors import AssetError, TemplateError
from sitegen.model import Record
from sitegen.model.folders import TEMPLATES
from sitegen.render import template_errors as errors


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
    try:
        tree = Environment(autoescape=True).parse(source)
    except TemplateSyntaxError as error:
        raise errors.of_syntax(name, error, source) from error
    except RecursionError as error:
        raise errors.of_deep_nesting(name, source) from error
    computed = errors.find_computed_name(tree)
    if computed:
        hint = "write the name in quotes; a computed name cannot be followed"
        raise errors.located(name, computed, "a template's name is computed", hint, source)
    return Part(source, tuple(sorted(filter(None, set(meta.find_referenced_templates(tree))))))


def arguments_of(source: str) -> tuple[str, ...] | None:
    """Return the names of the arguments that a shortcode's template looks at, sorted; None if they cannot be told."""
    tree = Environment(autoescape=True).parse(source)
    named = {node.attr for node in tree.find_all(nodes.Getattr) if _is_arguments(node.node)} - {"get"}
    calls = [node for node in tree.find_all(nodes.Call) if _is_get(node.node)]
    names = [call.args[0].value for call in calls if call.args and isinstance(call.args[0], nodes.Const)]
    uses = sum(map(_is_arguments, tree.find_all(nodes.Name)))
    plain = sum(_is_arguments(node.node) for node in tree.find_all(nodes.Getattr))
    return tuple(sorted({*named, *names})) if uses == plain and len(names) == len(calls) else None


def closure(name: str, read: Callable[[str], Part | None], bytecode: str = "") -> Closure:
    """Return a template with all that it may include, missing ones too. Raises TemplateError if it is missing."""
    sources: dict[str, str | None] = {}
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current in sources:
            continue
        part = read(current)
        sources[current] = part.source if part else None
        waiting += part.names if part else ()
    if sources[name] is None:
        raise TemplateError("there is no such template", path=f"{TEMPLATES}/{name}")
    return Closure(name, tuple(sorted(sources.items())), bytecode)


def render(
    template: Closure,
    context: Mapping[str, Any],
    functions: Mapping[str, Callable[[str], Any]],
) -> str:
    """Render a template with its context and functions; the result is HTML.

    Raises TemplateError at the line of the template that failed.
    """
    sources = dict(template.sources)
    try:
        return _environment(template).get_template(template.name).render(**context, **functions)
    except TemplateNotFound as error:
        raise errors.of_missing_template(template.name, sources, error) from error
    except TemplateSyntaxError as error:
        name = error.name or template.name
        raise errors.of_syntax(name, error, sources.get(name) or "") from error
    except AssetError as error:
        raise errors.of_asset(sources, error) from error
    except SyntaxError as error:
        name = error.filename if error.filename in sources else template.name
        raise errors.of_deep_nesting(name, sources[name] or "") from error
    except RecursionError as error:
        raise errors.of_endless_recursion(template.name, sources, error) from error
    except (UndefinedError, TypeError, ValueError, LookupError, ArithmeticError) as error:
        raise errors.while_running(template.name, sources, error, [*context, *functions]) from error


class _Bytecode(FileSystemBytecodeCache):
    """A cache of compiled templates in a folder, which may be deleted at any time."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        Path(self.directory).mkdir(parents=True, exist_ok=True)
        super().dump_bytecode(bucket)


@lru_cache(maxsize=64)
def _environment(template: Closure) -> Environment:
    sources = dict(template.sources)
    cache = None
    if template.bytecode:
        Path(template.bytecode).mkdir(parents=True, exist_ok=True)
        cache = _Bytecode(template.bytecode)

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        source = sources.get(name)
        return None if source is None else (source, name, lambda: True)

    return Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=errors.Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=cache,
    )


def as_html(text: str) -> Markup:
    """Mark a text as safe HTML: it was sanitized before, or made by a template."""
    return Markup(text)  # noqa: S704 - the one place where HTML is let through


def _is_get(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Getattr) and node.attr == "get" and _is_arguments(node.node)


def _is_arguments(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name == "arguments"
