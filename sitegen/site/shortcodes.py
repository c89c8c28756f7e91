"""Shortcodes of bodies as HTML, and what their templates ask for."""

from collections.abc import Callable

from sitegen.engine.rules import Fetch
from sitegen.errors import AssetError, Location, Problem, SitegenError, TemplateError, suggest
from sitegen.model import Shortcode
from sitegen.model.folders import CONTENT, TEMPLATES
from sitegen.render.template_errors import MissingNameError
from sitegen.render.templates import arguments_of, render
from sitegen.site.inputs import FOLDER, RULES, SHIPPED_FOLDER
from sitegen.site.pages import page
from sitegen.site.rendering import functions
from sitegen.site.reporting import with_excerpt
from sitegen.site.settings import settings
from sitegen.site.templates import template, template_part


@RULES.task(keep=True)
def shortcode_names(fetch: Fetch) -> tuple[str, ...]:
    """Give the shortcodes that there are templates for, sorted."""
    folder = f"{TEMPLATES}/shortcodes/"
    names = {*(fetch(FOLDER, folder) or ()), *(fetch(SHIPPED_FOLDER, folder) or ())}
    return tuple(sorted(name.removesuffix(".html") for name in names if name.endswith(".html")))


@RULES.task(keep=True)
def shortcode_arguments(fetch: Fetch, name: str) -> tuple[str, ...] | None:
    """Give the arguments that a shortcode takes, sorted; None where its template takes any."""
    found = fetch(template_part, f"shortcodes/{name}.html")
    return arguments_of(found.source) if found else None


def shortcode_html(fetch: Fetch, path: str, code: Shortcode, is_lazy: Callable[[], bool]) -> str:
    """Give a shortcode of a page as HTML; an empty text where it cannot be shown, with its problem reported."""
    wrong = _what_is_wrong(fetch, code)
    if wrong is None:
        found = fetch(page, path)
        language = (found.lang if found else "") or fetch(settings).language
        context = {"arguments": dict(code.arguments), "language": language}
        try:
            return render(fetch(template, f"shortcodes/{code.name}.html"), context, functions(fetch, is_lazy))
        except (TemplateError, AssetError) as error:
            wrong = _why_not_shown(code.name, error)
    place = Location(f"{CONTENT}/{path}", code.line, code.column)
    headline, hint = wrong
    fetch.report(with_excerpt(fetch, Problem(location=place, headline=headline, hint=hint)))
    return ""


def _what_is_wrong(fetch: Fetch, code: Shortcode) -> tuple[str, str] | None:
    names = fetch(shortcode_names)
    if code.name not in names:
        hint = suggest(code.name, names) or "there are: " + ", ".join(names)
        return f'unknown shortcode "{code.name}"', hint
    known = fetch(shortcode_arguments, code.name)
    unknown = next((key for key, _ in code.arguments if known is not None and key not in known), None)
    if known is None or unknown is None:
        return _lacks_alt(code, known or ())
    hint = suggest(unknown, known) or ("it takes: " + ", ".join(known) if known else "delete it")
    return f'the shortcode "{code.name}" does not take "{unknown}"', hint


def _lacks_alt(code: Shortcode, known: tuple[str, ...]) -> tuple[str, str] | None:
    """Say what is wrong with a block that shows a picture, takes a text for it, and has none."""
    given = dict(code.arguments)
    if not {"alt", "decorative"} <= set(known) or given.get("alt", "").strip() or given.get("decorative") == "true":
        return None
    hint = 'say what the picture shows: alt="..."; or write decorative="true"'
    return f'the shortcode "{code.name}" needs "alt"', hint


def _why_not_shown(name: str, error: SitegenError) -> tuple[str, str]:
    cause, first = error.__cause__, error.problems[0]
    if isinstance(cause, MissingNameError) and isinstance(cause.owner, dict):
        return f'the shortcode "{name}" needs "{cause.name}"', f'add it before the end: {cause.name}="..."'
    return f'the shortcode "{name}" cannot be shown: {first.headline}', first.hint
