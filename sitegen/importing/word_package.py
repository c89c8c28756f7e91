"""Open a Word file that anybody may have made, and hand on what is harmless: XML without entities, and pictures."""

import struct
import zipfile
import zlib
from io import BytesIO
from lzma import LZMAError

from sitegen.assets import safe_xml
from sitegen.assets.unreadable import UnreadableError
from sitegen.importing.bounds import RefusedSourceError

MOST_PARTS = 3_000
MOST_XML_BYTES = 60_000_000
"""So much XML is unpacked of one file, in all."""

MOST_MEDIA_BYTES = 150_000_000
_XML = (".xml", ".rels")
_MEDIA = "word/media/"
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_ENCRYPTED = 0x1
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, LZMAError, struct.error, EOFError, OSError, RuntimeError),
    *(ValueError, LookupError, NotImplementedError),
)
_DAMAGED = ("it is damaged, or no Word file", "open it with Word, and save it again as .docx")


class WordPackage:
    """The harmless parts of a Word file by their names, and the names of those that are not taken along."""

    def __init__(self, parts: dict[str, bytes], others: tuple[str, ...]) -> None:
        self.parts, self.others = parts, others

    def packed(self) -> BytesIO:
        """Return the parts as a file again."""
        file = BytesIO()
        with zipfile.ZipFile(file, "w") as packed:
            for name, data in self.parts.items():
                packed.writestr(name, data)
        file.seek(0)
        return file


def open_package(data: bytes) -> WordPackage:
    """Return the parts of a Word file.

    Raises:
        RefusedSourceError: it is damaged or locked, has macros, declares entities, or is a bomb.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            return _read(file)
    except _BROKEN as error:
        raise RefusedSourceError(*_DAMAGED) from error


def _read(file: zipfile.ZipFile) -> WordPackage:
    infos = [info for info in file.infolist() if not info.is_dir()]
    _check(infos)
    room = {"xml": MOST_XML_BYTES, "media": MOST_MEDIA_BYTES}
    parts: dict[str, bytes] = {}
    others: list[str] = []
    for info in infos:
        name = info.filename
        kind = "xml" if name.lower().endswith(_XML) else "media" if name.startswith(_MEDIA) else ""
        if not kind or name in parts:
            others.append(name)
            continue
        with file.open(info) as part:
            data = part.read(room[kind] + 1)
        room[kind] -= len(data)
        if room[kind] < 0:
            raise RefusedSourceError(
                "what is packed in it is too large", "save it again with smaller pictures, or in parts"
            )
        if kind == "xml":
            _check_xml(name, data)
        parts[name] = data
    return WordPackage(parts, tuple(others))


def _check(infos: list[zipfile.ZipInfo]) -> None:
    names = {info.filename.lower() for info in infos}
    if len(infos) > MOST_PARTS:
        raise RefusedSourceError(f"it is packed of {len(infos):,} parts, {MOST_PARTS:,} at most", "save it in parts")
    if any(name.endswith("vbaproject.bin") for name in names):
        raise RefusedSourceError("it has macros", "save it as .docx, which has none")
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise RefusedSourceError("it is locked with a password", "save it again without a password")


def _check_xml(name: str, data: bytes) -> None:
    if any(declaration in data for declaration in _DECLARATIONS):
        headline = f"its part {name} declares entities, which can take in other files, or grow without end"
        raise RefusedSourceError(headline, "open it with Word, and save it again as .docx")
    try:
        safe_xml.scan(data, lambda _name, _attributes: None, lambda _text: None, lambda _name: None)
    except UnreadableError as error:
        raise RefusedSourceError(*_DAMAGED) from error
