"""What is wrong with a shortcode of a page, as a headline and a hint."""

from collections.abc import Sequence

from sitegen.errors import SitegenError, suggest
from sitegen.model import Shortcode
from sitegen.render.template_errors import MissingNameError

Fault = tuple[str, str]
"""A headline and a hint."""


def unknown_name(name: str, names: Sequence[str]) -> Fault | None:
    """Return what is wrong with the name of a shortcode, or None; `names` are those that have a template, sorted."""
    if name in names:
        return None
    return f'unknown shortcode "{name}"', suggest(name, names) or "there are: " + ", ".join(names)


def wrong_arguments(code: Shortcode, known: Sequence[str] | None) -> Fault | None:
    """Return what is wrong with the arguments of a shortcode, or None.

    `known` are the arguments that its template takes, sorted, or None if it takes any.
    """
    unknown = next((name for name, _ in code.arguments if known is not None and name not in known), None)
    if known is None or unknown is None:
        return _missing_alt(code, known or ())
    hint = suggest(unknown, known) or ("it takes: " + ", ".join(known) if known else "delete it")
    return f'the shortcode "{code.name}" does not take "{unknown}"', hint


def failed_rendering(name: str, error: SitegenError) -> Fault:
    """Return why a shortcode cannot be shown, from the error that its template raised."""
    cause, first = error.__cause__, error.problems[0]
    if isinstance(cause, MissingNameError) and isinstance(cause.owner, dict):
        return f'the shortcode "{name}" needs "{cause.name}"', f'add it before the end: {cause.name}="..."'
    return f'the shortcode "{name}" cannot be shown: {first.headline}', first.hint


def _missing_alt(code: Shortcode, known: Sequence[str]) -> Fault | None:
    """Return what is wrong with a shortcode that shows a picture, takes a text for it, and has none."""
    given = dict(code.arguments)
    if not {"alt", "decorative"} <= set(known) or given.get("alt", "").strip() or given.get("decorative") == "true":
        return None
    hint = 'say what the picture shows: alt="..."; or write decorative="true"'
    return f'the shortcode "{code.name}" needs "alt"', hint
