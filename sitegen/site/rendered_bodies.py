"""The bodies of a page as HTML: every link, picture and shortcode in them resolved or reported."""

import posixpath
from urllib.parse import unquote

import msgspec

from sitegen.assets.pictures.variants import Picture
from sitegen.catalog.ref_targets import missing_page
from sitegen.catalog.renamed_pages import certain_page, page_hint
from sitegen.engine.rules import Fetch
from sitegen.errors import Fix, Location
from sitegen.model import Body, LocatedText, Ref, Shortcode
from sitegen.model.folders import STATIC
from sitegen.render.bodies import body_html
from sitegen.site.files_on_demand import publish_file
from sitegen.site.image_facts import image_files, is_content_image
from sitegen.site.page_names import page_names
from sitegen.site.pictures import picture
from sitegen.site.refs import MOST_SUGGESTIONS, resolve_shown
from sitegen.site.reporting import problem_at
from sitegen.site.routes import routes
from sitegen.site.settings import base_path
from sitegen.site.shortcodes import shortcode_html
from sitegen.site.static_files import missing_file, static_files
from sitegen.site.static_outputs import asset


class BodyRenderer:
    """Renders the bodies of one page in the order shown; all pictures but the first one of the page load late."""

    def __init__(self, fetch: Fetch, path: str, *, has_picture: bool) -> None:
        self._fetch, self._path, self._has_picture = fetch, path, has_picture
        self._unknown = 0

    def html(self, body: Body) -> str:
        """Return a body as HTML; report what it refers to and is not there."""
        return body_html(body, self._link, self._shortcode, self._picture)

    def _link(self, ref: Ref) -> str | None:
        located = LocatedText(ref.target, ref.place)
        end = f"#{ref.fragment}" if ref.fragment else ""
        if ref.target.startswith("/"):
            return self._fetch(base_path) + self._address(ref.target) + end
        if ref.target.startswith(f"{STATIC}/"):
            link = file_link(self._fetch, self._path, located, ref.target.removeprefix(f"{STATIC}/"))
        else:
            link = self._page_link(located, ref.target)
        return None if link is None else link + end

    def _address(self, address: str) -> str:
        """Return an address of the site; of a picture of which only variants are published, that of the largest."""
        path = unquote(address[1:])
        known = self._fetch(asset, path) if is_content_image(path) and path in self._fetch(image_files) else None
        return known.url if known else address

    def _page_link(self, located: LocatedText, target: str) -> str | None:
        route = self._fetch(routes, at=target)
        if route is None:
            self._unknown += 1
            hint = ""
            if self._unknown <= MOST_SUGGESTIONS:
                hint = page_hint(target, self._fetch(routes), self._fetch(page_names), self._path_from_here)
            headline = missing_page(target.removesuffix(".md"))
            new = certain_page(target, self._fetch(page_names))
            fix = Fix("link", target, new) if new else None
            self._fetch.report(problem_at(self._fetch, self._path, located, headline, hint, fix=fix))
            return None
        is_shown = resolve_shown(self._fetch, self._path, located, target)
        return self._fetch(base_path) + route.url if is_shown else None

    def _path_from_here(self, target: str) -> str:
        """Return what a link of this page to a content path is typed as."""
        return posixpath.relpath(target, posixpath.dirname(self._path))

    def _shortcode(self, code: Shortcode) -> str:
        return shortcode_html(self._fetch, self._path, code, lambda: not self._claim_first_picture())

    def _picture(self, ref: Ref) -> Picture | None:
        known = self._fetch(picture, ref.target.removeprefix(f"{STATIC}/"))
        return msgspec.structs.replace(known, is_lazy=not self._claim_first_picture()) if known else None

    def _claim_first_picture(self) -> bool:
        """Return whether this is the first picture of the page; from now on none is."""
        is_first, self._has_picture = not self._has_picture, True
        return is_first


def file_link(fetch: Fetch, path: str, located: LocatedText, name: str) -> str | None:
    """Return the link to a file below static/ that a page names and publishes; report one that is missing: None."""
    known = fetch(asset, name)
    if known is None:
        problem = missing_file(name, fetch(static_files), Location(""))
        fetch.report(problem_at(fetch, path, located, problem.headline, problem.hint))
        return None
    publish_file(fetch, name)
    return fetch(base_path) + known.url
