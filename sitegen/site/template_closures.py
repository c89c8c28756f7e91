"""Templates: each file, and all that a page is made of."""

from sitegen.engine.rules import Fetch
from sitegen.errors import TemplateError
from sitegen.model.folders import TEMPLATES
from sitegen.render.templates import Closure, Part, closure, part
from sitegen.site.inputs import CACHE_DIR, RULES, file_of_site


@RULES.task(keep=True)
def template_part(fetch: Fetch, name: str) -> Part | None:
    """Return one template file, or None if there is none. Raises TemplateError if it does not parse."""
    return _parse(fetch, name)


@RULES.task(keep=True)
def template(fetch: Fetch, name: str) -> Closure:
    """Return a template with all that it may include. Raises TemplateError if it is missing or does not parse."""
    return closure(name, lambda wanted: fetch(template_part, wanted), fetch(CACHE_DIR, "bytecode"))


@RULES.task(keep=True)
def template_mistake(fetch: Fetch, name: str) -> str:
    """Return why a template, or one that it may include, is missing or does not parse; empty if they all do.

    It is for what must not fail with the template: other than a mistake of a fetch, that of a call can be caught.
    """
    try:
        closure(name, lambda wanted: _parse(fetch, wanted))
    except TemplateError as error:
        return error.problems[0].headline
    return ""


def _parse(fetch: Fetch, name: str) -> Part | None:
    data = file_of_site(fetch, f"{TEMPLATES}/{name}")
    return None if data is None else part(name, data.decode("utf-8", "replace").replace("\r\n", "\n"))
