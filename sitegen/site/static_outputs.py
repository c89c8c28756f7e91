"""Where the files of static/ and the one stylesheet stand in the output, and their bytes."""

from collections.abc import Iterator
from urllib.parse import quote, unquote

import msgspec

from sitegen.assets import scripts
from sitegen.assets.fingerprints import fingerprinted, is_fingerprinted
from sitegen.assets.stylesheets import STYLESHEET, UrlPosition, is_stylesheet, join_stylesheets
from sitegen.engine.rules import Fetch
from sitegen.errors import AssetError, Location, excerpt
from sitegen.model import Output, Record
from sitegen.model.folders import STATIC
from sitegen.site.inputs import FILE, RULES, file_of_site, required
from sitegen.site.script_modules import script
from sitegen.site.settings import base_path
from sitegen.site.static_files import missing_file, static_files


class Asset(Record, frozen=True):
    """A file of static/ in the output: its address, percent-encoded, without the base path; its size in bytes."""

    url: str
    size: int


@RULES.task(keep=True)
def file_asset(fetch: Fetch, path: str) -> Asset | None:
    """Return where a file of static/ stands in the output, or None if there is none."""
    data = _bytes(fetch, path)
    if data is None:
        return None
    return Asset("/" + quote(fingerprinted(path, data) if is_fingerprinted(path) else path), len(data))


@RULES.task(keep=True)
def stylesheet(fetch: Fetch) -> str:
    """Return all files of static/css/ as one stylesheet, in the order of their names."""
    paths = [path for path in fetch(static_files) if is_stylesheet(path)]
    texts = {path: required(file_of_site(fetch, f"{STATIC}/{path}"), path).decode("utf-8", "replace") for path in paths}

    def link_to(path: str, position: UrlPosition) -> str:
        known = fetch(file_asset, path)
        if known is None:
            location = Location(f"{STATIC}/{position.path}", position.line, position.column)
            problem = missing_file(path, fetch(static_files), location)
            lines = excerpt(texts[position.path], position.line)
            raise AssetError(msgspec.structs.replace(problem, excerpt=lines))
        return fetch(base_path) + known.url

    return join_stylesheets(texts.items(), link_to)


@RULES.task(keep=True)
def asset(fetch: Fetch, path: str) -> Asset | None:
    """Return where a file of static/ or the one stylesheet stands in the output, or None if there is none."""
    if path != STYLESHEET:
        return fetch(file_asset, path)
    data = fetch(stylesheet).encode()
    return Asset("/" + fingerprinted(path, data), len(data))


@RULES.task(is_output=True)
def static_file(fetch: Fetch, path: str) -> bytes:
    """Return the bytes of a file of static/, or of the one stylesheet, as they are sent."""
    return fetch(stylesheet).encode() if path == STYLESHEET else required(_bytes(fetch, path), path)


def static_outputs(fetch: Fetch) -> Iterator[Output]:
    """Yield the files of static/ and the one stylesheet, with the keys that make them."""
    paths = [path for path in fetch(static_files) if not is_stylesheet(path)]
    for path in (*paths, STYLESHEET):
        known = fetch(asset, path)
        if known:
            yield Output(unquote(known.url).lstrip("/"), static_file.key(path))


def _bytes(fetch: Fetch, path: str) -> bytes | None:
    """Return the bytes of a file as it is sent, or None if there is none; only the look may be the shipped one."""
    module = fetch(script, path) if scripts.is_module(path) else None
    if module:
        return module.text.encode()
    return file_of_site(fetch, f"{STATIC}/{path}") if is_fingerprinted(path) else fetch(FILE, f"{STATIC}/{path}")
