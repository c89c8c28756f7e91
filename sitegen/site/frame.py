"""What surrounds every page: templates, assets, and the header and footer."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlsplit

import msgspec

from sitegen.assets import scripts
from sitegen.assets.fingerprints import FINGERPRINTED, fingerprinted, is_fingerprinted
from sitegen.assets.pictures.share_picture import NAME
from sitegen.assets.stylesheets import STYLESHEET, UrlPosition, is_stylesheet, join_stylesheets
from sitegen.engine.rules import Fetch, Rule
from sitegen.errors import AssetError, Location, Problem, excerpt, suggest_path
from sitegen.model import MenuItem, Record
from sitegen.model.folders import STATIC, TEMPLATES
from sitegen.render import feeds
from sitegen.render.templates import Closure, Part, closure, part
from sitegen.render.views import Chrome, Link
from sitegen.site.inputs import FOLDER, PLACE, RULES, SHIPPED_FOLDER, file_of_site
from sitegen.site.settings import settings

FONT = "fonts/atkinson-hyperlegible-next.woff2"
ICON = "icons/favicon.svg"
_MAIL_TO_NOBODY = "mailto:"
"""Where feedback goes while no address is set: a letter that its writer addresses."""
SCRIPT = "js/site.js"
"""The module that every page loads, where the site has one."""


class Asset(Record, frozen=True):
    """A file of static/ in the output: its address, percent-encoded, without the base path; its size in bytes."""

    url: str
    size: int


@RULES.task(keep=True)
def template_part(fetch: Fetch, name: str) -> Part | None:
    """Give one template file, or None. Raises TemplateError where it does not parse."""
    data = file_of_site(fetch, f"{TEMPLATES}/{name}")
    return None if data is None else part(name, data.decode("utf-8", "replace").replace("\r\n", "\n"))


@RULES.task(keep=True)
def template(fetch: Fetch, name: str) -> Closure:
    """Give a template with all that it may include. Raises TemplateError where it cannot be read."""
    return closure(name, lambda wanted: fetch(template_part, wanted), fetch(PLACE, "bytecode"))


@RULES.task(keep=True)
def base_path(fetch: Fetch) -> str:
    """Give the path at which the site stands, without a slash at its end: empty for the root of a host."""
    return urlsplit(fetch(settings).base_url).path.rstrip("/")


@RULES.task(keep=True)
def static_files(fetch: Fetch) -> tuple[str, ...]:
    """Give the paths below static/ of the site's own files and of the shipped look, sorted."""
    own = _below(fetch, FOLDER, "")
    shipped = (path for folder in FINGERPRINTED for path in _below(fetch, SHIPPED_FOLDER, folder))
    return tuple(sorted({*own, *shipped}))


def _below(fetch: Fetch, folders: Rule[[str], Any], folder: str) -> Iterator[str]:
    for name in fetch(folders, f"{STATIC}/{folder}") or ():
        if name.endswith("/"):
            yield from _below(fetch, folders, folder + name)
        else:
            yield folder + name


class Script(Record, frozen=True):
    """A module as it is sent, its output path, and the modules loaded with it: paths below static/, nearest first."""

    text: str
    output_path: str
    loads: tuple[str, ...]


@RULES.task(keep=True)
def script(fetch: Fetch, path: str) -> Script | None:
    """Give a module of static/js/; None where there is none; as it is where it cannot be read, which is told.

    Raises AssetError where it imports what is not there.
    """
    data = file_of_site(fetch, f"{STATIC}/{path}")
    if data is None:
        return None
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    mistake = scripts.mistake(text)
    if mistake:
        fetch.report(_unreadable(f"{STATIC}/{path}", text, mistake))
        return Script(text, fingerprinted(path, data), ())
    found: dict[str, Script] = {}
    for wanted in scripts.imports(path, text):
        known = fetch(script, wanted.path) if scripts.is_module(wanted.path) else None
        if known is None:
            place = Location(f"{STATIC}/{path}", wanted.line, wanted.column)
            problem = missing_file(wanted.path, fetch(static_files), place)
            raise AssetError(msgspec.structs.replace(problem, excerpt=excerpt(text, wanted.line)))
        found[wanted.path] = known
    eager = [wanted.path for wanted in scripts.imports(path, text) if wanted.is_static]
    loads = dict.fromkeys([*eager, *(deeper for name in eager for deeper in found[name].loads)])
    sent = scripts.module(path, text, lambda name: found[name].output_path)
    return Script(sent, fingerprinted(path, sent.encode()), tuple(loads))


@RULES.task(keep=True)
def file_asset(fetch: Fetch, path: str) -> Asset | None:
    """Give where a file of static/ stands in the output; None where there is none."""
    module = fetch(script, path) if scripts.is_module(path) else None
    data = module.text.encode() if module else file_of_site(fetch, f"{STATIC}/{path}")
    if data is None:
        return None
    return Asset("/" + quote(fingerprinted(path, data) if is_fingerprinted(path) else path), len(data))


@RULES.task(keep=True)
def stylesheet(fetch: Fetch) -> str:
    """Give all files of static/css/ as one stylesheet, in the order of their names."""
    names = [path for path in fetch(static_files) if is_stylesheet(path)]
    texts = [(path, (file_of_site(fetch, f"{STATIC}/{path}") or b"").decode("utf-8", "replace")) for path in names]

    def link(path: str, place: UrlPosition) -> str:
        found = fetch(file_asset, path)
        if found is None:
            location = Location(f"{STATIC}/{place.path}", place.line, place.column)
            problem = missing_file(path, fetch(static_files), location)
            raise AssetError(msgspec.structs.replace(problem, excerpt=excerpt(dict(texts)[place.path], place.line)))
        return fetch(base_path) + found.url

    return join_stylesheets(texts, link)


@RULES.task(keep=True)
def asset(fetch: Fetch, path: str) -> Asset | None:
    """Give where a file of static/, or the whole stylesheet, stands in the output; None where there is none."""
    if path != STYLESHEET:
        return fetch(file_asset, path)
    data = fetch(stylesheet).encode()
    return Asset("/" + fingerprinted(path, data), len(data))


def home_link(fetch: Fetch) -> Link:
    """Give the link to the home page: the first of every breadcrumb."""
    return Link("Home", fetch(base_path) + "/")


@RULES.task(keep=True)
def origin(fetch: Fetch) -> str:
    """Give the scheme and host of the site, to put before a link that must be absolute."""
    parts = urlsplit(fetch(settings).base_url)
    return f"{parts.scheme}://{parts.netloc}"


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


def missing_file(path: str, known: tuple[str, ...], location: Location) -> Problem:
    """Say that a file of static/ is not there; files of the look are suggested only for their like."""
    ending = path.rpartition(".")[2]
    likely = [name for name in known if not is_fingerprinted(name) or name.endswith(f".{ending}")]
    hint = suggest_path(path, likely) or "put the file there, or correct its name"
    return Problem(location, f'there is no file "{path}" in static/', hint, "AssetError")


def _unreadable(path: str, text: str, mistake: scripts.Mistake) -> Problem:
    headline = "the script cannot be read from here on, and no browser would run it"
    hint = f'put "{mistake.missing}" here, or correct what stands before' if mistake.missing else "correct the script"
    place = Location(path, mistake.line, mistake.column)
    return Problem(place, headline, hint, "AssetError", excerpt=excerpt(text, mistake.line))


def _menu_link(item: MenuItem, base: str) -> Link:
    url = item.url.text
    return Link(item.label, base + url if url.startswith("/") else url)
