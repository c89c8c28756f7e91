"""Where the files of static/ and the one stylesheet stand in the output, and their bytes."""

from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import quote, unquote

import msgspec

from sitegen.assets import scripts
from sitegen.assets.fingerprints import fingerprinted, is_fingerprinted
from sitegen.assets.pictures.metadata import without_metadata
from sitegen.assets.pictures.variants import ENDINGS, full_variant, variant_path
from sitegen.assets.stylesheets import (
    STYLESHEET,
    UrlPosition,
    is_stylesheet,
    is_stylesheet_of_page,
    join_stylesheets,
    minify_stylesheet,
)
from sitegen.assets.unreadable import UnreadableError
from sitegen.engine.rules import Fetch
from sitegen.errors import AssetError, Location, excerpt
from sitegen.model import Output, Record
from sitegen.model.folders import STATIC
from sitegen.output_names import why_no_file
from sitegen.site.files_on_demand import names_on_demand, publish_linked_files
from sitegen.site.image_facts import image_facts, is_content_image
from sitegen.site.inputs import FILE, RULES, file_of_site, required
from sitegen.site.script_modules import ENDING_WORKER, RUNNING_WORKER, script
from sitegen.site.settings import base_path
from sitegen.site.static_files import missing_file, static_files

_WITH_METADATA = (*ENDINGS, ".m4v", ".mov", ".mp4")
"""The extensions of pictures and films, in lower case."""

_WITH_LINKS = (".css", ".htm", ".html", ".js", ".json", ".mjs", ".svg", ".webmanifest", ".xhtml", ".xml")
"""The extensions of files that can link to others, in lower case."""


class Asset(Record, frozen=True):
    """A file of static/ in the output: its address, percent-encoded, without the base path; its size in bytes.

    Of a picture of which only variants are published it is the largest one; the size is 0, for it is not known yet.
    """

    url: str
    size: int


@RULES.task(keep=True)
def file_asset(fetch: Fetch, path: str) -> Asset | None:
    """Return where a file of static/ stands in the output, or None if there is none."""
    data = bytes_as_sent(fetch, path)
    if data is None:
        return None
    if variant := _variant_instead(fetch, path):
        return Asset("/" + quote(variant), 0)
    return Asset("/" + quote(fingerprinted(path, data) if is_fingerprinted(path) else path), len(data))


@RULES.task(keep=True)
def stylesheet(fetch: Fetch) -> str:
    """Return all files of static/css/ as one stylesheet, in the order of their names."""
    paths = [path for path in fetch(static_files) if is_stylesheet(path)]
    texts = {path: required(file_of_site(fetch, f"{STATIC}/{path}"), path).decode("utf-8", "replace") for path in paths}

    def link_to(path: str, position: UrlPosition) -> str:
        known = None if why_no_file(path) else fetch(file_asset, path)
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
    data = fetch(stylesheet).encode() if path == STYLESHEET else required(bytes_as_sent(fetch, path), path)
    if path.lower().endswith(_WITH_LINKS):
        publish_linked_files(fetch, data.decode("utf-8", "replace"))
    return data


def static_outputs(fetch: Fetch) -> Iterator[Output]:
    """Yield the files of static/ and the one stylesheet, with the keys that make them."""
    paths = [
        path for path in fetch(static_files) if not is_stylesheet(path) and path not in (RUNNING_WORKER, ENDING_WORKER)
    ]
    for path in (*paths, STYLESHEET):
        known = fetch(asset, path)
        if known and not _variant_instead(fetch, path):
            names = fetch(names_on_demand).get(path, ())
            yield Output(unquote(known.url).lstrip("/"), static_file.key(path), names)


def _variant_instead(fetch: Fetch, path: str) -> str:
    """Return the output path of what is published in place of a picture; empty if the file itself is published."""
    facts = fetch(image_facts, path) if is_content_image(path) else None
    return variant_path(path, facts, full_variant(facts)) if facts and facts.variants_only else ""


def bytes_as_sent(fetch: Fetch, path: str) -> bytes | None:
    """Return the bytes of a file as it is sent, or None if there is none; only the look may be the shipped one.

    Of pictures and films it is what they show, without what a camera wrote of its owner and the place.
    """
    module = fetch(script, path) if scripts.is_module(path) else None
    if module:
        return module.text.encode()
    data = file_of_site(fetch, f"{STATIC}/{path}") if is_fingerprinted(path) else fetch(FILE, f"{STATIC}/{path}")
    if data is not None and path.lower().endswith(_WITH_METADATA):
        with suppress(UnreadableError):  # which is told where the picture or film is read
            return without_metadata(data)
    if data is not None and is_stylesheet_of_page(path):
        return minify_stylesheet(data)
    return data
