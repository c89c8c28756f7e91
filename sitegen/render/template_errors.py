"""What is wrong with a template, at its line, in words for whoever wrote it."""

import re
import traceback
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import StrictUndefined, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.filters import FILTERS
from jinja2.nodes import Const, Extends, FromImport, Import, Include, List, Node, Template, Tuple
from jinja2.tests import TESTS
from jinja2.utils import missing

from sitegen.errors import AssetError, Location, Problem, TemplateError, excerpt, suggest
from sitegen.model.folders import TEMPLATES

Sources = Mapping[str, str | None]
"""The text of each template by name; None where there is none."""

_QUOTED = re.compile(r"'([^']*)'")
_UNKNOWN = re.compile(r'no (filter|test) named "([^"]+)"')
_KNOWN: dict[str, Iterable[str]] = {"filter": FILTERS, "test": TESTS}


class MissingNameError(UndefinedError):
    """A template uses a name that it is not given; `owner` is the object it looked at, None for a variable."""

    def __init__(self, name: str, owner: object) -> None:
        self.name, self.owner = name, owner
        what = type(owner).__name__.lower() if hasattr(owner, "__struct_fields__") else "this"
        super().__init__(f'"{name}" is not known here' if owner is None else f'{what} has no "{name}"')

    def nearest(self, names: Iterable[str]) -> str:
        """Return a hint with the name that was perhaps meant; `names` are the variables of the template."""
        owned = getattr(self.owner, "__struct_fields__", self.owner if isinstance(self.owner, Mapping) else ())
        return suggest(self.name, names if self.owner is None else owned)


class Missing(StrictUndefined):
    """A missing name in a template: any use of it raises MissingNameError."""

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: Callable[[str], Exception] = UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc if hint else self._error)  # type: ignore[arg-type]

    def _error(self, _message: str) -> Exception:
        owner = None if self._undefined_obj is missing else self._undefined_obj
        return MissingNameError(str(self._undefined_name), owner)


def find_computed_name(tree: Template) -> int:
    """Return the line at which a template computes the name of another, or 0 if none does."""
    for node in tree.find_all((Extends, FromImport, Import, Include)):
        if not _is_literal(node.template):  # type: ignore[attr-defined]
            return node.lineno
    return 0


def _is_literal(name: Node) -> bool:
    if isinstance(name, (List, Tuple)):
        return all(map(_is_literal, name.items))
    return isinstance(name, Const)


def located(name: str, line: int, headline: str, hint: str, source: str) -> TemplateError:
    """Return the error at a line of a template, 0 if unknown."""
    location = Location(f"{TEMPLATES}/{name}", line)
    return TemplateError(
        Problem(
            location=location,
            headline=headline,
            hint=hint,
            kind="TemplateError",
            values=(),
            excerpt=excerpt(source, line),
        )
    )


def of_syntax(name: str, error: TemplateSyntaxError, source: str) -> TemplateError:
    """Return the error of a template that does not parse."""
    text = _QUOTED.sub(r'"\1"', error.message or "this template cannot be read").rstrip(".")
    sentences = [sentence[:1].lower() + sentence[1:] for sentence in text.split(". ")]
    unknown = _UNKNOWN.search(sentences[0])
    hint = suggest(unknown[2], _KNOWN[unknown[1]]) if unknown else sentences[-1] if len(sentences) > 1 else ""
    return located(name, error.lineno, sentences[0], hint, source)


def of_missing_template(name: str, sources: Sources, error: TemplateNotFound) -> TemplateError:
    """Return the error of a missing template, at the line that names it."""
    wanted = str(error.name)
    headline = f'there is no template "{wanted}"'
    hint = f"make the file {TEMPLATES}/{wanted}, or correct its name here"
    for user, source in sources.items():
        for number, line in enumerate((source or "").split("\n"), 1):
            if f'"{wanted}"' in line or f"'{wanted}'" in line:
                return located(user, number, headline, hint, source or "")
    return located(name, 0, headline, "", "")


def while_running(name: str, sources: Sources, error: Exception, names: Iterable[str]) -> TemplateError:
    """Return the error of a template that failed while it ran; `names` are its variables. Raises an error of ours."""
    user, line = _place(sources, error)
    if not user and not isinstance(error, UndefinedError):
        raise error
    hint = error.nearest(names) if isinstance(error, MissingNameError) else ""
    return located(user or name, line, str(error), hint, sources.get(user) or "")


def of_endless_recursion(name: str, sources: Sources, error: RecursionError) -> TemplateError:
    """Return the error of a template that includes itself, or of a macro that calls itself, without end."""
    places = _places(sources, error)
    user, line = next((place for place in places if places.count(place) > 1), ("", 0))
    headline = "this template goes round in a circle without end"
    hint = "let no template include itself, and no macro call itself"
    return located(user or name, line, headline, hint, sources.get(user or name) or "")


def of_deep_nesting(name: str, source: str) -> TemplateError:
    """Return the error of a template whose blocks or brackets are nested too deep for Python to run it."""
    hint = "move what lies inside into a template of its own, and include that"
    return located(name, 0, "blocks or brackets lie too deep in one another", hint, source)


def of_asset(sources: Sources, error: AssetError) -> TemplateError:
    """Return the error of a missing file, at the line of the template that asks for it."""
    first = error.problems[0]
    user, line = _place(sources, error)
    return located(user, line, first.headline, first.hint, sources[user] or "") if user else TemplateError(first)


def _place(sources: Sources, error: Exception) -> tuple[str, int]:
    """Return the innermost template of an error's traceback and its line, or an empty name."""
    return next(reversed(_places(sources, error)), ("", 0))


def _places(sources: Sources, error: Exception) -> list[tuple[str, int]]:
    """Return the templates, each with its line, that an error came through, the outermost first."""
    frames = traceback.extract_tb(error.__traceback__)
    return [(one.filename, one.lineno) for one in frames if one.lineno and sources.get(one.filename) is not None]
