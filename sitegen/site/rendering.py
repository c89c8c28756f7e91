"""Page templates rendered, with the functions that every template may call."""

from collections.abc import Callable
from typing import Any

import msgspec

from sitegen.assets.pictures.variants import Picture
from sitegen.engine.rules import Fetch
from sitegen.errors import AssetError, Location
from sitegen.model import Download, LocatedText
from sitegen.render import contexts, heads, views
from sitegen.render.templates import render
from sitegen.site.downloads import download_facts
from sitegen.site.pictures import picture
from sitegen.site.scripts import script
from sitegen.site.settings import base_path
from sitegen.site.static_files import missing_file, static_files
from sitegen.site.static_outputs import asset
from sitegen.site.templates import template


def show(fetch: Fetch, name: str, context: dict[str, Any]) -> bytes:
    """Render a page template."""
    return render(fetch(template, name), heads.with_version(context), functions(fetch)).encode()


def functions(fetch: Fetch, is_lazy: Callable[[], bool] = lambda: True) -> dict[str, Callable[[str], Any]]:
    """Give the functions that templates may call, each a fetch.

    `url` and `asset` give a link; `file` a file to take along, with what it says of itself; `image` a picture, which
    can wait where `is_lazy` says so; `imports` the links of the modules that a script loads with it.
    """
    base = fetch(base_path)

    # str() raises where a template passes a name that is missing: that must not be a failed fetch.
    def link_asset(path: str) -> str:
        found = fetch(asset, str(path))
        if found is None:
            raise AssetError(missing_file(path, fetch(static_files), Location(f"static/{path}")))
        return base + found.url

    def show_image(path: str) -> Picture:
        found = fetch(picture, str(path))
        if found is None:
            raise AssetError(missing_file(path, fetch(static_files), Location(f"static/{path}")))
        return msgspec.structs.replace(found, is_lazy=is_lazy())

    def show_file(path: str) -> views.File:
        link = link_asset(path)
        found, said = fetch(asset, path), fetch(download_facts, path)
        download = Download(file=LocatedText(path, 0, 0), pages=said.pages, slides=said.slides, paper=said.paper)
        return contexts.downloads([(download, found.size if found else 0)], lambda _: link)[0]

    def link_url(url: str) -> str:
        return base + url if url.startswith("/") else url

    def link_imports(path: str) -> tuple[str, ...]:
        found = fetch(script, str(path))
        return tuple(link_asset(name) for name in found.loads) if found else ()

    return {"url": link_url, "asset": link_asset, "file": show_file, "imports": link_imports, "image": show_image}
