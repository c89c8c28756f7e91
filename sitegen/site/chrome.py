"""What surrounds every page: header, footer, styles, policy, and the crumbs above it."""

from urllib.parse import urlsplit

from sitegen.assets.pictures.share_picture import NAME
from sitegen.assets.stylesheets import STYLESHEET
from sitegen.engine.rules import Fetch
from sitegen.model import MenuItem
from sitegen.model.folders import APP_MANIFEST, MY_LIST
from sitegen.render import feeds
from sitegen.render.views import Chrome, Link
from sitegen.site.inputs import RULES
from sitegen.site.settings import base_path, galleries_above, menus, origin, path_layout, site_text, works_offline
from sitegen.site.static_outputs import asset

FONT = "fonts/atkinson-hyperlegible-next-english.woff2"
"""The part of the font that every page needs, so that it is asked for early."""

ICON = "icons/favicon.svg"
SCRIPT = "js/site.js"
"""The module that every page loads, if the site has one."""

_MAIL_TO_NOBODY = "mailto:"
"""Where feedback goes while no address is set: a letter that its writer addresses."""


@RULES.task(keep=True)
def policy(fetch: Fetch) -> str:
    """Return the content-security policy of every page."""
    parts = urlsplit(site_text(fetch, "feedback"))
    return feeds.policy(f"{parts.scheme}://{parts.netloc}" if parts.scheme.startswith("http") else "")


@RULES.task(keep=True)
def chrome(fetch: Fetch) -> Chrome:
    """Return what all pages share."""
    shown, base, layout = fetch(menus), fetch(base_path), fetch(path_layout)
    return Chrome(
        site_title=site_text(fetch, "title"),
        description=site_text(fetch, "description"),
        language=site_text(fetch, "language"),
        home_url=f"{base}/",
        main_menu=tuple(_menu_link(item, base) for item in shown.get("main", ())),
        footer_menu=tuple(_menu_link(item, base) for item in shown.get("footer", ())),
        stylesheet=_link(fetch, STYLESHEET),
        font=_link(fetch, FONT),
        icon=_link(fetch, ICON),
        scripts=tuple(filter(None, [_link(fetch, SCRIPT)])),
        policy=fetch(policy),
        feedback=site_text(fetch, "feedback") or _MAIL_TO_NOBODY,
        origin=fetch(origin),
        share_image=f"{fetch(origin)}{base}/{NAME}" if site_text(fetch, "open_graph") != "none" else "",
        my_list_url=f"{base}/{MY_LIST}/",
        kits_url=f"{base}/{layout.address}/" if layout else "",
        manifest_url=f"{base}/{APP_MANIFEST}" if fetch(works_offline) else "",
    )


def home_link(fetch: Fetch) -> Link:
    """Return the link to the home page, the first of every page's breadcrumbs."""
    return Link("Home", fetch(base_path) + "/")


def crumbs_above(fetch: Fetch, name: str) -> list[Link]:
    """Return the breadcrumbs above a collection: the home page, and the gallery that leads to it."""
    gallery = fetch(galleries_above, at=name)
    above = [Link(gallery[0], fetch(base_path) + gallery[1])] if gallery else []
    return [home_link(fetch), *above]


def _link(fetch: Fetch, path: str) -> str:
    """Return the link to a file of static/, or an empty text if there is none."""
    known = fetch(asset, path)
    return fetch(base_path) + known.url if known else ""


def _menu_link(item: MenuItem, base: str) -> Link:
    url = item.url.text
    return Link(item.label, base + url if url.startswith("/") else url)
