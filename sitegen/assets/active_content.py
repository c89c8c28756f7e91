"""Script in XML files of static/: what a browser would run if a reader opened the file by itself.

A drawing in a page is shown as a picture and runs nothing; the same file under its own address is a document of the
site, and its script would have the rights of the site. Source: SVG 2, chapters 2 (processing modes) and 15 (scripting).
"""

import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple
from xml.parsers import expat

from sitegen.assets.css_urls import css_dangers
from sitegen.assets.safe_xml import local

ENDINGS = (".svg", ".svgz", ".xht", ".xhtml", ".xml", ".xsl", ".xslt")
"""The extensions of files that browsers read as XML, in lower case."""

NOT_WELL_FORMED = "is not well-formed XML"

_XHTML = "http://www.w3.org/1999/xhtml"
_SCRIPTS = frozenset({"script", "handler", "listener"})
_HTML_IN_SVG = frozenset({"foreignobject", "iframe", "embed", "object"})
_ANIMATIONS = frozenset({"animate", "animatecolor", "animatemotion", "animatetransform", "discard", "set"})
_TARGETS = frozenset(
    {"href", "src", "action", "formaction", "base", "data", "from", "to", "by", "values", "poster", "codebase"}
)
_PICTURES = frozenset({"image", "feimage"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]")
_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_PICTURE_DATA = "data:image/"

_GZIP = b"\x1f\x8b"
_MOST_UNPACKED = 20_000_000

_EXPORT = "delete it, or export the drawing again as plain SVG"


class ActiveContent(NamedTuple):
    """Something that runs: line and column from 1, what it is as the end of a sentence, and what would help."""

    line: int
    column: int
    headline: str
    hint: str


def find_active_content(data: bytes) -> list[ActiveContent]:
    """Return what would run in an XML file, in the order of the file; one that is not well formed ends with saying so.

    Raises nothing, whatever the bytes.
    """
    return _Reader().read(_unpacked(data))


def _unpacked(data: bytes) -> bytes:
    """Return the bytes of a file that is packed with gzip, cut at a limit; others as they are."""
    if not data.startswith(_GZIP):
        return data
    try:
        return zlib.decompressobj(wbits=31).decompress(data, _MOST_UNPACKED)
    except zlib.error:
        return b""


class _Reader:
    """Reads one file, collecting what is active in it."""

    def __init__(self) -> None:
        self._found: list[ActiveContent] = []
        self._style: list[str] | None = None
        self._style_position = (0, 0)
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.ProcessingInstructionHandler = self._instruction
        parser.EntityDeclHandler = self._entity

    def read(self, data: bytes) -> list[ActiveContent]:
        try:
            self._parser.Parse(data, True)  # noqa: FBT003 - expat takes no names
        except (expat.ExpatError, ValueError, LookupError) as error:
            line, column = getattr(error, "lineno", 1), getattr(error, "offset", 0) + 1
            self._found.append(ActiveContent(line, column, NOT_WELL_FORMED, "export it again, or correct it here"))
        return self._found

    @property
    def _position(self) -> tuple[int, int]:
        return self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1

    def _add(self, what: str, hint: str = _EXPORT) -> None:
        self._found.append(ActiveContent(*self._position, what, hint))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        element = local(name).lower()
        if element in _SCRIPTS:
            self._add(f"has script: <{local(name)}>")
        elif element in _HTML_IN_SVG or name.startswith(f"{_XHTML} "):
            self._add(f"has HTML in it: <{local(name)}>", "delete it, or draw the words as <text>")
        for attribute, value in attributes.items():
            for what in _attribute_dangers(element, attribute, value):
                self._add(what)
        if element == "style" and self._style is None:
            self._style, self._style_position = [], self._position

    def _end(self, name: str) -> None:
        if local(name).lower() == "style" and self._style is not None:
            text, self._style = "".join(self._style), None
            line, column = self._style_position
            hint = "delete it, or set the look with attributes"
            self._found += [ActiveContent(line, column, what, hint) for what in css_dangers(text)]

    def _text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def _instruction(self, target: str, _data: str) -> None:
        if target.lower() == "xml-stylesheet":
            self._add("names a stylesheet, which can run script", "delete the line <?xml-stylesheet ...?>")

    def _entity(self, name: str, is_parameter: bool, value: str | None, *_: object) -> None:  # noqa: FBT001 - of expat
        if is_parameter or value is None:
            self._add(f'takes in another file, as the entity "{name}"', "delete the line <!ENTITY ...>")


def _attribute_dangers(element: str, attribute: str, value: str) -> Iterator[str]:
    """Yield what an attribute would run, as the end of a sentence; names of elements are in lower case."""
    name = local(attribute).lower()
    if attribute.lower().startswith("on"):
        yield f'has script in the attribute "{attribute}"'
    if name == "attributename" and element in _ANIMATIONS:
        animated = value.strip().lower().rpartition(":")[2]
        if animated == "href" or animated.startswith("on"):
            yield f'sets "{value.strip()}" while it is shown'
    if name in _TARGETS:
        for target in value.split(";") if name == "values" else [value]:
            yield from _target_dangers(element, name, target)
    elif name == "style" or "url" in value.lower() or "\\" in value:
        yield from css_dangers(value)


def _target_dangers(element: str, name: str, target: str) -> Iterator[str]:
    """Yield why a target is dangerous; browsers leave out spaces and control characters before they look at it."""
    plain = _IGNORED.sub("", target).lower()
    scheme = _SCHEME.match(plain)
    if element == "use":
        if name == "href" and plain and not plain.startswith("#"):
            yield f'takes in another file: "{target.strip()}"'
    elif scheme and scheme[1] not in _SAFE_SCHEMES and not (element in _PICTURES and plain.startswith(_PICTURE_DATA)):
        yield f'has a link with the scheme "{scheme[1]}"'
