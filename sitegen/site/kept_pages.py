"""A reader's list: its page, and the file beside it with all that can be kept. What is kept stands in the browser."""

from collections.abc import Iterator

from sitegen.catalog.kits import kit_addresses, kit_title
from sitegen.catalog.permalinks import output_at
from sitegen.engine.rules import Fetch
from sitegen.model import Download, Output
from sitegen.model.folders import MY_LIST
from sitegen.render import contexts, heads, kept_views, views
from sitegen.render.kept_views import KeptPage
from sitegen.site.cards import card
from sitegen.site.chrome import home_link
from sitegen.site.inputs import RULES
from sitegen.site.kit_archives import kit_download
from sitegen.site.kit_prints import kit_print_facts, print_download
from sitegen.site.page_downloads import page_downloads
from sitegen.site.pages import summary
from sitegen.site.path_pages import path_link
from sitegen.site.redirects import redirect_map
from sitegen.site.rendering import publish_page, render_page
from sitegen.site.routes import catalog
from sitegen.site.settings import base_path, origin, path_layout, site_text

MY_LIST_URL = f"/{MY_LIST}/"
KEPT_URL = f"/{MY_LIST}/items.json"
TITLE = "My list"


@RULES.task()
def kept_page(fetch: Fetch, path: str) -> KeptPage:
    """Return what a reader's list says of the page of one content file."""
    known = fetch(page_downloads, path)
    links = {f"/{one.path}": one.url for one in known}
    shown = contexts.downloads(((one.download, one.size) for one in known), links.__getitem__)
    files = (kept_views.kept_file(file, one.download) for file, one in zip(shown, known, strict=True))
    return kept_views.kept_page(fetch(summary, path).url, fetch(card, path), files)


@RULES.task()
def kept_items(fetch: Fetch) -> bytes:
    """Return, as JSON, what a reader's list says of every page that can be kept."""
    base = fetch(base_path)
    listed = [entry.path for entry in fetch(catalog) if entry.listed]
    pages = [fetch(kept_page, path) for path in listed if fetch(card, path).can_be_kept]
    moved = {kept_views.kept_id(old): kept_views.kept_id(new.removeprefix(base)) for old, new in _moved(fetch)}
    return kept_views.kept_json([*pages, *_kits(fetch)], moved)


@RULES.task(is_output=True)
def kept_json(fetch: Fetch) -> bytes:
    """Write the file beside the page of a reader's list."""
    return fetch(kept_items)


@RULES.task()
def my_list_page(fetch: Fetch) -> bytes:
    """Render the page of a reader's list, which is empty until a script fills it."""
    url, site_title = fetch(base_path) + MY_LIST_URL, site_text(fetch, "title")
    described = f"The tools, stories, videos and kits of {site_title} that you keep on this device, to print and share."
    head = heads.plain_head(TITLE, site_title, described, fetch(origin) + url)
    return render_page(fetch, "my-list.html", head, (home_link(fetch), views.Link(TITLE, url)), kits=fetch(path_link))


@RULES.task(is_output=True)
def my_list_html(fetch: Fetch) -> bytes:
    """Write the page of a reader's list."""
    return publish_page(fetch, fetch(my_list_page))


def kept_outputs() -> Iterator[Output]:
    """Yield the page of a reader's list, and the file beside it."""
    yield output_at(MY_LIST_URL, my_list_html.key())
    yield output_at(KEPT_URL, kept_json.key())


def _moved(fetch: Fetch) -> Iterator[tuple[str, str]]:
    yield from fetch(redirect_map).items()


def _kits(fetch: Fetch) -> Iterator[KeptPage]:
    layout = fetch(path_layout)
    for url, level, dimension in kit_addresses(layout) if layout else ():
        facts = fetch(kit_print_facts, level.id, dimension.id)
        length = Download(pages=facts.pages, paper=facts.paper) if facts else Download()
        archive = fetch(kit_download, level.id, dimension.id)
        files = ((print_download(fetch, level.id, dimension.id), length), (archive, Download()))
        yield KeptPage(
            id=kept_views.kept_id(url),
            title=kit_title(level, dimension),
            kind="kit",
            label="Kit",
            levels=(level.id,),
            files=tuple(kept_views.kept_file(file, known) for file, known in files if file),
        )
