"""Files that readers cannot use: formats that browsers do not show, programs, files that are not what they say."""

import re
from typing import NamedTuple

_HEIC = (".heic", ".heif", ".hif")
_FILMS = (".avi", ".flv", ".mkv", ".mov", ".mpeg", ".mpg", ".wmv")
_PROGRAMS = (".apk", ".bat", ".cmd", ".com", ".dmg", ".exe", ".hta", ".jar", ".msi", ".pkg", ".ps1", ".scr", ".vbs")
_OLD_OFFICE = {".doc": "Word", ".ppt": "PowerPoint", ".xls": "Excel"}
_PACKED = {".xlsx": "Excel", ".zip": "ZIP"}
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_WINDOWS = re.compile(rb"MZ[^\0]{0,62}\0")
"""The start of a program for Windows; a text that begins with these letters has no NUL byte."""

_STARTS = (
    (b"\x7fELF", "a program for Linux"),
    (b"%PDF-", "a PDF"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"PK\x03\x04", "a packed file, such as .docx, .xlsx or .zip"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF text"),
)
_OLE, _RTF, _ZIP = b"\xd0\xcf\x11\xe0", b"{\\rtf", b"PK"
_SAVE_PICTURE = "save it as JPEG (on a Mac: Preview, File, Export), and put that file in its place"
_SAVE_FILM = "save it as MP4 with H.264 (for example with HandBrake or iMovie), and put that file in its place"
_NO_PROGRAMS = "delete it here, and link to the page where readers get the program"


class Unfit(NamedTuple):
    """What is wrong with a file, as the end of a sentence that its name begins, and a hint."""

    why: str
    hint: str


def find_unfit(name: str, data: bytes) -> Unfit | None:
    """Return why a file cannot be published under its name, or None where nothing is known against it."""
    lower = name.lower()
    ending = "." + lower.rpartition(".")[2]
    if ending in _HEIC:
        return Unfit("is a HEIC picture, which most browsers do not show", _SAVE_PICTURE)
    if ending in _FILMS:
        return Unfit(f"is a film of a kind ({ending[1:].upper()}) that many browsers do not play", _SAVE_FILM)
    if ending in _PROGRAMS or describe(data).startswith("a program"):
        return Unfit("is a program, or says that it is one; it could harm the computers of readers", _NO_PROGRAMS)
    if ending in _OLD_OFFICE and not data.startswith((_OLE, _RTF)):
        return _fake(_OLD_OFFICE[ending], data)
    if ending in _PACKED and not data.startswith((_ZIP, _OLE) if ending == ".xlsx" else _ZIP):
        return _fake(_PACKED[ending], data)
    return None


def describe(data: bytes) -> str:
    """Return what a file is by its first bytes ("a PDF"), or an empty text where they do not say."""
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return "a HEIC picture"
    if _PAGE.match(data):
        return "a web page"
    if _WINDOWS.match(data):
        return "a program for Windows"
    return next((what for start, what in _STARTS if data.startswith(start)), "")


def _fake(program: str, data: bytes) -> Unfit:
    what = "it is empty" if not data else f"it is {describe(data) or 'something else, or damaged'}"
    article = "an" if program == "Excel" else "a"
    return Unfit(
        f"is not {article} {program} file: {what}",
        f"save it again as {article} {program} file, and put that file in its place",
    )
