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
from sitegen.site.inputs import RULES, file_of_site
from sitegen.site.scripts import script
from sitegen.site.settings import base_path
from sitegen.site.static_files import missing_file, static_files


class Asset(Record, frozen=True):
    """A file of static/ in the output: its address, percent-encoded, without the base path; its size in bytes."""

    url: str
    size: int


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


@RULES.task(is_output=True)
def static_file(fetch: Fetch, path: str) -> bytes:
    """Give a file of static/ as it is."""
    if path == STYLESHEET:
        return fetch(stylesheet).encode()
    module = fetch(script, path) if scripts.is_module(path) else None
    if module:
        return module.text.encode()
    return file_of_site(fetch, f"{STATIC}/{path}") or b""


def static_outputs(fetch: Fetch) -> Iterator[Output]:
    """Yield the files of static/ and the one stylesheet, with the keys that make them."""
    names = [path for path in fetch(static_files) if not is_stylesheet(path)]
    for path in (*names, STYLESHEET):
        known = fetch(asset, path)
        if known:
            yield Output(unquote(known.url).lstrip("/"), static_file.key(path))
