"""Shortcodes of bodies as HTML."""

from collections.abc import Callable

from sitegen.engine.rules import Fetch
from sitegen.errors import AssetError, TemplateError
from sitegen.model import LocatedText, Shortcode
from sitegen.model.folders import TEMPLATES
from sitegen.render.shortcode_errors import Fault, failed_rendering, unknown_name, wrong_arguments
from sitegen.render.templates import arguments_of, render
from sitegen.site.inputs import FOLDER, RULES, SHIPPED_FOLDER
from sitegen.site.page_files import is_hidden_draft, page
from sitegen.site.rendering import template_functions
from sitegen.site.reporting import problem_at
from sitegen.site.settings import site_text
from sitegen.site.template_closures import template, template_mistake, template_part


@RULES.task(keep=True)
def shortcode_names(fetch: Fetch) -> tuple[str, ...]:
    """Return the names of the shortcodes that have a template, sorted."""
    folder = f"{TEMPLATES}/shortcodes/"
    names = {*(fetch(FOLDER, folder) or ()), *(fetch(SHIPPED_FOLDER, folder) or ())}
    return tuple(sorted(name.removesuffix(".html") for name in names if name.endswith(".html")))


@RULES.task(keep=True)
def shortcode_arguments(fetch: Fetch, name: str) -> tuple[str, ...] | None:
    """Return the arguments that a shortcode takes, sorted, or None if its template takes any."""
    part = fetch(template_part, _file(name))
    return arguments_of(part.source) if part else None


def shortcode_html(fetch: Fetch, path: str, code: Shortcode, is_lazy: Callable[[], bool]) -> str:
    """Return a shortcode of a page as HTML, or report why it cannot be shown and return an empty text.

    Raises TemplateError if its template does not parse; not for a draft that is not shown, which stops no build.
    """
    fault = (
        unknown_name(code.name, fetch(shortcode_names))
        or _broken_for_draft(fetch, path, code.name)
        or wrong_arguments(code, fetch(shortcode_arguments, code.name))
    )
    if fault is None:
        language = fetch(page, path).lang or site_text(fetch, "language")
        context = {"arguments": dict(code.arguments), "language": language}
        try:
            return render(fetch(template, _file(code.name)), context, template_functions(fetch, is_lazy))
        except (TemplateError, AssetError) as error:
            fault = failed_rendering(code.name, error)
    fetch.report(problem_at(fetch, path, LocatedText("", code.place), *fault))
    return ""


def _broken_for_draft(fetch: Fetch, path: str, name: str) -> Fault | None:
    mistake = fetch(template_mistake, _file(name)) if fetch(is_hidden_draft, path) else ""
    return (f'the shortcode "{name}" cannot be shown: {mistake}', "") if mistake else None


def _file(name: str) -> str:
    return f"shortcodes/{name}.html"
