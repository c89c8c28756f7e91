"""What surrounds every page: header, footer, styles, policy, and the crumbs above it."""

from urllib.parse import urlsplit

from sitegen.assets.pictures.share_picture import NAME
from sitegen.assets.stylesheets import STYLESHEET
from sitegen.catalog.permalinks import gallery_url
from sitegen.engine.rules import Fetch
from sitegen.model import MenuItem
from sitegen.render import feeds, views
from sitegen.render.views import Chrome, Link
from sitegen.site.inputs import RULES
from sitegen.site.settings import base_path, gallery_of, origin, settings
from sitegen.site.static_outputs import asset

FONT = "fonts/atkinson-hyperlegible-next.woff2"
ICON = "icons/favicon.svg"
SCRIPT = "js/site.js"
"""The module that every page loads, if the site has one."""

_MAIL_TO_NOBODY = "mailto:"
"""Where feedback goes while no address is set: a letter that its writer addresses."""


@RULES.task(keep=True)
def policy(fetch: Fetch) -> str:
    """Give the content-security policy of every page."""
    parts = urlsplit(fetch(settings).feedback)
    return feeds.policy(f"{parts.scheme}://{parts.netloc}" if parts.scheme.startswith("http") else "")


@RULES.task(keep=True)
def chrome(fetch: Fetch) -> Chrome:
    """Give what all pages share."""
    facts = fetch(settings)
    base = fetch(base_path)

    def menu(name: str) -> tuple[Link, ...]:
        return tuple(_menu_link(item, base) for item in facts.menus.get(name, ()))

    def link(path: str) -> str:
        found = fetch(asset, path)
        return base + found.url if found else ""

    return Chrome(
        facts.title,
        facts.description,
        facts.language,
        f"{base}/",
        menu("main"),
        menu("footer"),
        link(STYLESHEET),
        link(FONT),
        link(ICON),
        (link(SCRIPT),) if fetch(asset, SCRIPT) else (),
        fetch(policy),
        facts.feedback or _MAIL_TO_NOBODY,
        f"{fetch(origin)}{base}/{NAME}" if facts.open_graph != "none" else "",
    )


def home_link(fetch: Fetch) -> Link:
    """Give the link to the home page: the first of every breadcrumb."""
    return Link("Home", fetch(base_path) + "/")


def _menu_link(item: MenuItem, base: str) -> Link:
    url = item.url.text
    return Link(item.label, base + url if url.startswith("/") else url)


def crumbs_above(fetch: Fetch, name: str) -> list[views.Link]:
    """Give what a collection stands below: the home page, and the gallery that leads to it."""
    over = fetch(gallery_of, name)
    above = [views.Link(over.title, fetch(base_path) + gallery_url(over))] if over else []
    return [home_link(fetch), *above]
