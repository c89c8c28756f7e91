"""Take pictures and files along into static/: with plain names, each once, and nothing a camera wrote into them."""

import base64
import binascii
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote, unquote_to_bytes

from sitegen.assets.active_content import find_active_content
from sitegen.assets.downloads.download_reader import read_download
from sitegen.assets.pictures.encoding import read_image
from sitegen.assets.pictures.metadata import without_metadata
from sitegen.assets.unreadable import UnreadableError
from sitegen.content.slugs import slug_of
from sitegen.importing.bounds import MOST_PICTURE_BYTES
from sitegen.importing.source import Source
from sitegen.importing.web_addresses import split_address
from sitegen.model.folders import STATIC
from sitegen.output_names import has_relative_parts

DOWNLOADS = frozenset(
    {"pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip", "csv", "rtf", "odt", "ods", "odp", "txt"}
)
"""The ends of the names of files that links take along."""

_SIGNS = (
    (b"\xff\xd8", "jpg"), (b"\x89PNG\r\n\x1a\n", "png"), (b"GIF8", "gif"), (b"RIFF", "webp"), (b"BM", "bmp"),
    (b"II*\0", "tif"), (b"MM\0*", "tif"),
)  # fmt: skip
_DATA = re.compile(r"data:(?P<type>[\w/+.-]*)(?P<base64>;base64)?,(?P<data>.*)", re.IGNORECASE | re.DOTALL)
_OF_CAMERA = re.compile(
    r"(?:img|image|dsc[nf]?|pict|photo|screenshot|untitled|picture|scan|p\d)?[-_ ]?\d*(?:[-_ x]\d+)*", re.IGNORECASE
)
_MOST_NAME = 60
_TOPS = (".", "static", "public", "assets", "src")
"""The folders from which sites of other generators name their files, within that of the site."""


class NotTakenError(Exception):
    """A file that cannot come along: why, as the end of a sentence that begins with its name."""


class TakenFiles:
    """The files of static/ that an import writes, by path; `existing` returns the bytes of one that is there."""

    def __init__(self, existing: Callable[[str], bytes | None]) -> None:
        self._existing = existing
        self.files: dict[str, bytes] = {}

    def take_picture(self, target: str, source: Source, extra: Mapping[str, bytes], slug: str) -> str:
        """Return the path of a picture from the site's root, after it is taken along.

        `target` is as the source has it, `extra` are pictures that a source holds itself, and `slug` names a picture
        that has no name of its own.

        Raises:
            NotTakenError: it is on another site, not there, or no picture.
        """
        data = extra.get(target) or _bytes_of(target, source)
        if len(data) > MOST_PICTURE_BYTES:
            raise NotTakenError(f"has {len(data):,} bytes, {MOST_PICTURE_BYTES:,} at most")
        ending = _ending_of(data)
        if ending == "svg" and find_active_content(data):
            raise NotTakenError("is a drawing with script in it, or with other files")
        try:
            clean = data if ending in {"svg", "tif", "bmp"} else without_metadata(data)
        except UnreadableError as error:
            raise NotTakenError(f"cannot be read: {error.why}") from error
        facts, problems = read_image(f"x.{ending}", clean)
        if facts is None or any(problem.is_error for problem in problems):
            raise NotTakenError("is no picture that can be shown")
        name = "" if target in extra else _plain_name(target)
        return self._put(f"{STATIC}/images/{name or slug}", ending, clean)

    def take_download(self, target: str, source: Source) -> str:
        """Return the path of a file from the site's root, after it is taken along.

        Raises:
            NotTakenError: it is on another site, not there, or cannot be opened.
        """
        data = _bytes_of(target, source)
        ending = target.rpartition(".")[2].lower()
        problems = read_download(f"x.{ending}", data)[1]
        if errors := [problem for problem in problems if problem.is_error]:
            raise NotTakenError(errors[0].headline.partition('" ')[2])
        stem = posixpath.basename(unquote(split_address(target).path)).rpartition(".")[0]
        name = slug_of(stem)[:_MOST_NAME].strip("-")
        return self._put(f"{STATIC}/downloads/{name or 'file'}", ending, data)

    def _put(self, stem: str, ending: str, data: bytes) -> str:
        number = 1
        while True:
            path = f"{stem}{'' if number == 1 else f'-{number}'}.{ending}"
            there = self.files.get(path) or self._existing(path)
            if there is None:
                self.files[path] = data
            if there is None or there == data:
                return path
            number += 1


def words_of_name(target: str) -> str:
    """Return the words of a picture's name, for want of others; empty where a camera or a program named it."""
    return _plain_name(target).replace("-", " ")


def is_download(target: str) -> bool:
    """Return whether a link leads to a file that comes along, by its name."""
    return posixpath.splitext(split_address(target).path)[1].lower().removeprefix(".") in DOWNLOADS


def _bytes_of(target: str, source: Source) -> bytes:
    if match := _DATA.fullmatch(target):
        try:
            return (
                base64.b64decode(match["data"], validate=False) if match["base64"] else unquote_to_bytes(match["data"])
            )
        except (binascii.Error, ValueError) as error:
            raise NotTakenError("is damaged") from error
    parts = split_address(target)
    if parts.scheme or parts.netloc:
        raise NotTakenError("is on another site, and nothing is fetched from there")
    path = unquote(parts.path)
    if "\\" in path or "\0" in path:
        raise NotTakenError("lies outside the folder of the source")
    for candidate in _places_of(path, source):
        if (data := source.open_beside(candidate)) is not None:  # which opens nothing outside what was named
            return data
    is_outside = path.startswith("/") or has_relative_parts(posixpath.normpath(path))
    raise NotTakenError("lies outside the folder of the source" if is_outside else "is not there")


def _places_of(path: str, source: Source) -> Iterator[str]:
    """Yield where a file may lie, from the folder of a source; one named from the top of a site, in each above it."""
    own_folder = posixpath.dirname(source.name)
    if not path.startswith("/"):
        top = f"{source.name.partition('/')[0]}/" if own_folder else ""
        full = posixpath.normpath(posixpath.join(own_folder, path))
        if full.startswith(top) and not has_relative_parts(full):
            yield posixpath.normpath(path)
        return
    for depth in range(source.name.count("/")):
        for folder in _TOPS:
            yield posixpath.normpath(f"{'../' * depth}{folder}{path}")


def _ending_of(data: bytes) -> str:
    for sign, ending in _SIGNS:
        if data.startswith(sign):
            return ending
    if data[4:12] in {b"ftypavif", b"ftypavis"}:
        return "avif"
    if data.startswith((b"\x01\0\0\0", b"\xd7\xcd\xc6\x9a")):
        raise NotTakenError("is a drawing of Windows (EMF or WMF), which no browser shows")
    if b"<svg" in data[:2000]:
        return "svg"
    raise NotTakenError("is no picture")


def _plain_name(target: str) -> str:
    """Return the slug of a file's own name; empty where a camera or a program gave it one."""
    if target.startswith("data:"):
        return ""
    stem = posixpath.splitext(posixpath.basename(unquote(split_address(target).path)))[0]
    return "" if _OF_CAMERA.fullmatch(stem) else slug_of(stem)[:_MOST_NAME].strip("-")
