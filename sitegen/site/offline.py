"""Rules: what browsers save of the site to show it without a network, and with what they install it."""

import re
from collections.abc import Iterator

from sitegen.assets import scripts
from sitegen.assets.fingerprints import is_fingerprinted
from sitegen.assets.pictures.app_icon import SIDES, app_icon
from sitegen.assets.stylesheets import STYLESHEET
from sitegen.engine.rules import Fetch
from sitegen.model import Output
from sitegen.model.folders import APP_MANIFEST, OFFLINE_DATA, OFFLINE_PAGE, SEARCH, SERVICE_WORKER
from sitegen.render import heads, offline_files, views
from sitegen.render.offline_files import AppIcon
from sitegen.search.reader.payloads import pack
from sitegen.site.chrome import ICON, home_link
from sitegen.site.home import home_page
from sitegen.site.inputs import RULES, required
from sitegen.site.kept_pages import KEPT_URL, MY_LIST_URL, kept_items, my_list_page
from sitegen.site.rendering import publish_page, render_page
from sitegen.site.script_modules import ENDING_WORKER, RUNNING_WORKER, script
from sitegen.site.search.index_bundle import bundle_link, search_bundle
from sitegen.site.search.index_files import search_entry
from sitegen.site.search.search_page import SEARCH_URL, search_start
from sitegen.site.settings import base_path, origin, site_text, works_offline
from sitegen.site.static_files import static_files
from sitegen.site.static_outputs import asset, bytes_as_sent, stylesheet

MOST_KEPT_BYTES = 500_000
"""The largest file of what can be kept that every browser saves: that of some two thousand pages."""

_LINK = re.compile(r' (?:href|src)="([^"]+)"')


@RULES.task()
def offline_page(fetch: Fetch) -> bytes:
    """Render the page for addresses that are not saved, where there is no network."""
    title, site_title = "Not saved on this device", site_text(fetch, "title")
    described = "There is no network now, and this page is not saved on this device."
    url = f"{fetch(origin)}{fetch(base_path)}/{OFFLINE_PAGE}"
    head = heads.plain_head(title, site_title, described, url, is_indexed=False)
    return render_page(fetch, "offline.html", head, (home_link(fetch), views.Link(title, "")))


@RULES.task()
def shell_pages(fetch: Fetch) -> dict[str, str]:
    """Return the texts of the pages of the shell, by address: search is among them if one file has its index."""
    pages = {
        "/": fetch(home_page),
        MY_LIST_URL: fetch(my_list_page),
        f"/{OFFLINE_PAGE}": fetch(offline_page),
    }
    if fetch(search_bundle):
        pages[SEARCH_URL] = fetch(search_start)
    return {url: page.decode() for url, page in pages.items()}


@RULES.task(keep=True)
def asset_paths(fetch: Fetch) -> dict[str, str]:
    """Return the path below static/ of each file of the look, by its address."""
    paths = [path for path in (*fetch(static_files), STYLESHEET) if is_fingerprinted(path)]
    known = ((path, fetch(asset, path)) for path in paths)
    return {one.url: path for path, one in known if one}


@RULES.task()
def asset_digest(fetch: Fetch, path: str) -> str:
    """Return the digest of a file of the look."""
    data = fetch(stylesheet).encode() if path == STYLESHEET else required(bytes_as_sent(fetch, path), path)
    return offline_files.digest(data)


@RULES.task()
def shell_assets(fetch: Fetch) -> dict[str, str]:
    """Return the digests of what the pages of the shell are shown with, by address: scripts bring what they load."""
    base, pages = fetch(base_path), fetch(shell_pages)
    linked = (link.removeprefix(base) for text in pages.values() for link in _LINK.findall(text))
    todo, digests = list(dict.fromkeys(linked)), dict[str, str]()
    while todo:
        url = todo.pop()
        path = fetch(asset_paths, at=url)
        if path and url not in digests:
            digests[url] = fetch(asset_digest, path)
            todo += _loaded(fetch, path)
    return digests


@RULES.task(is_output=True)
def offline_json(fetch: Fetch) -> bytes:
    """Write the list of the shell: what a browser saves of the site in any case."""
    base = fetch(base_path)
    files = {url: offline_files.digest(text.encode()) for url, text in fetch(shell_pages).items()}
    files |= fetch(shell_assets)
    kept, bundle = fetch(kept_items), fetch(search_bundle)
    if len(kept) <= MOST_KEPT_BYTES:
        files[KEPT_URL] = offline_files.digest(kept)
    if bundle:
        files[f"/{SEARCH}/index.json"] = offline_files.digest(fetch(search_entry))
        files[bundle_link(fetch).removeprefix(base)] = offline_files.digest(pack(bundle))
    return offline_files.shell_json({base + url: digest for url, digest in files.items()})


@RULES.task(is_output=True)
def offline_html(fetch: Fetch) -> bytes:
    """Write the page for addresses that are not saved."""
    return publish_page(fetch, fetch(offline_page))


@RULES.task(is_output=True)
def service_worker_js(fetch: Fetch) -> bytes:
    """Write the service worker: where the site is not saved, the one that removes what was saved, and itself."""
    path = RUNNING_WORKER if fetch(works_offline) else ENDING_WORKER
    return required(fetch(script, path), path).text.encode()


@RULES.task(is_output=True)
def app_icon_png(fetch: Fetch, side: int, is_maskable: int) -> bytes:  # noqa: ARG001 - every task is given it
    """Draw an icon of the installed site."""
    return app_icon(side, is_maskable=bool(is_maskable))


@RULES.task(is_output=True)
def app_manifest(fetch: Fetch) -> bytes:
    """Write the manifest with which browsers install the site."""
    base, drawing = fetch(base_path), fetch(asset, ICON)
    icons = [AppIcon(f"{base}/{path}", side, is_maskable) for path, side, is_maskable in _icons()]
    if drawing:
        icons.append(AppIcon(base + drawing.url, 0))
    return offline_files.app_manifest(
        site_text(fetch, "title"),
        site_text(fetch, "description"),
        home_url=f"{base}/",
        language=site_text(fetch, "language"),
        icons=tuple(icons),
    )


def offline_outputs(fetch: Fetch) -> Iterator[Output]:
    """Yield the files that browsers save and install the site with: of a site that is not saved, the worker alone."""
    yield Output(SERVICE_WORKER, service_worker_js.key())
    if fetch(works_offline):
        yield Output(OFFLINE_DATA, offline_json.key())
        yield Output(OFFLINE_PAGE, offline_html.key())
        yield Output(APP_MANIFEST, app_manifest.key())
        for path, side, is_maskable in _icons():
            yield Output(path, app_icon_png.key(side, int(is_maskable)))


def _loaded(fetch: Fetch, path: str) -> list[str]:
    """Return the addresses of the modules that a script imports, at once or later."""
    sent = fetch(script, path) if scripts.is_module(path) else None
    return [f"/assets/{wanted.path}" for wanted in scripts.imports(path, sent.text)] if sent else []


def _icons() -> Iterator[tuple[str, int, bool]]:
    """Yield path, side, and whether it may be cut to a shape, of each icon."""
    for side in SIDES:
        yield f"app-icon-{side}.png", side, False
    yield f"app-icon-maskable-{SIDES[-1]}.png", SIDES[-1], True
