"""Templates rendered, with the functions that every template may call."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from sitegen.assets.pictures.variants import Picture
from sitegen.engine.rules import Fetch
from sitegen.errors import AssetError, Location, in_few_words
from sitegen.model import Download, LocatedText
from sitegen.model.folders import STATIC
from sitegen.output_names import why_no_file
from sitegen.render import contexts, heads, views
from sitegen.render.templates import render
from sitegen.site.chrome import chrome
from sitegen.site.downloads import download_facts
from sitegen.site.files_on_demand import publish_file, publish_linked_files
from sitegen.site.pictures import picture
from sitegen.site.script_modules import script
from sitegen.site.settings import base_path, origin
from sitegen.site.static_files import missing_file, static_files
from sitegen.site.static_outputs import asset
from sitegen.site.template_closures import template

Functions = dict[str, Callable[[str], Any]]


def render_page(fetch: Fetch, name: str, head: views.Head, crumbs: Sequence[views.Link], **parts: object) -> bytes:
    """Render the template of a page, with what all pages share; `parts` are what it is given besides."""
    head = msgspec.structs.replace(head, breadcrumb_ld=heads.breadcrumb_ld(crumbs, fetch(origin)))
    context = {"chrome": fetch(chrome), "head": head, "breadcrumbs": tuple(crumbs), **parts}
    return render_bare(fetch, name, heads.with_version(context))


def render_bare(fetch: Fetch, name: str, context: dict[str, Any]) -> bytes:
    """Render a template with a context that is all it needs, and have the files published that it links to."""
    text = render(fetch(template, name), context, template_functions(fetch))
    publish_linked_files(fetch, text)
    return text.encode()


def publish_page(fetch: Fetch, page: bytes) -> bytes:
    """Return a page that another task rendered, and have the files published that it links to."""
    publish_linked_files(fetch, page.decode())
    return page


def template_functions(fetch: Fetch, is_lazy: Callable[[], bool] = lambda: True) -> Functions:
    """Return the functions that templates may call.

    `url` and `asset` return a link; `file` a file to take along with what is known of it; `image` a picture, which
    loads late if `is_lazy` says so; `imports` the links of the modules that a script loads with it. `asset`, `file`
    and `image` raise AssetError if there is no such file.
    """
    base = fetch(base_path)

    def link_asset(path: str) -> str:
        known = fetch(asset, path)
        if known is None:
            raise _missing(fetch, path)
        publish_file(fetch, path)
        return base + known.url

    def show_image(path: str) -> Picture:
        known = fetch(picture, path)
        if known is None:
            raise _missing(fetch, path)
        publish_file(fetch, path)
        return msgspec.structs.replace(known, is_lazy=is_lazy())

    def show_file(path: str) -> views.File:
        link = link_asset(path)
        known, facts = fetch(asset, path), fetch(download_facts, path)
        download = Download(file=LocatedText(path), pages=facts.pages, slides=facts.slides, paper=facts.paper)
        return contexts.downloads([(download, known.size if known else 0)], lambda _: link)[0]

    def link_url(url: str) -> str:
        return base + url if url.startswith("/") else url

    def link_imports(path: str) -> tuple[str, ...]:
        known = fetch(script, path)
        return tuple(link_asset(name) for name in known.loads) if known else ()

    functions = {"url": link_url, "asset": link_asset, "file": show_file, "imports": link_imports, "image": show_image}
    return {name: _of_text(function, is_path=name != "url") for name, function in functions.items()}


def _of_text(function: Callable[[str], Any], *, is_path: bool) -> Callable[[str], Any]:
    """Return a function that looks at its argument first.

    A name that the template lacks is no failure of a fetch, and what is no path of a file is never read.
    """

    def call(argument: object) -> Any:
        text = str(argument)
        reason = why_no_file(text) if is_path else ""
        if reason and "://" in text:
            hint = f"lead to it by a link in the text: [...]({text})"
            raise AssetError(in_few_words(f'"{text}" is not a file of this site'), hint=in_few_words(hint))
        if reason:
            hint = "write the path of a file from static/ on, like this: downloads/huddle.pdf"
            raise AssetError(in_few_words(f'"{text}" {reason}'), hint=hint)
        return function(text)

    return call


def _missing(fetch: Fetch, path: str) -> AssetError:
    return AssetError(missing_file(path, fetch(static_files), Location(f"{STATIC}/{path}")))
