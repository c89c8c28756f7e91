"""Decode bytes to text: UTF-8 only, newlines as line ends, no invisible control characters."""

import codecs
import re

from sitegen.errors import Problem
from sitegen.located.nodes import SourceFile

_UTF16_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_CONTROL_BYTES = bytes(number for number in [*range(32), 127] if number not in b"\t\n\r")
_CONTROL_LEADS = (b"\xc2", b"\xef\xbf")
_LINE_SEPARATORS = (("\u2028", " "), ("\u2029", " "), ("\x85", " "), ("\ufeff", ""))
_SAVE_AS_UTF8 = 'save the file again with the encoding "UTF-8"'
_MAX_CONTROLS = 5
_LINE_BREAKS = "\x0b\x0c"
_LINE_BREAK_HINT = "it is a line or page break of Word or PowerPoint: delete it, and type a space or a new line"


def decode(data: bytes, path: str, kind: str = "ContentError") -> tuple[SourceFile, list[Problem]]:
    """Decode the bytes of the file at `path`, and report what is wrong with them.

    A byte-order mark is dropped, line ends become newlines, and separators that look like a line end (U+2028,
    U+2029, U+0085) become spaces. Bytes that are not UTF-8, and control characters, become replacement
    characters (U+FFFD). The text of a UTF-16 file is empty. Raises nothing, whatever the bytes.
    """
    if data.startswith(_UTF16_BOMS):
        file = SourceFile(path, kind=kind)
        return file, [file.problem("the file is saved as UTF-16", _SAVE_AS_UTF8, 1, 1)]
    try:
        text, bad_byte = data.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        text, bad_byte = data.decode("utf-8-sig", errors="replace"), _first_bad_byte(data)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        for separator, substitute in _LINE_SEPARATORS:
            text = text.replace(separator, substitute)
    controls = list(_CONTROL.finditer(text)) if _may_have_controls(data) else []
    file = SourceFile(path, _CONTROL.sub("\ufffd", text) if controls else text, kind)
    problems = [_encoding_problem(file, *bad_byte)] if bad_byte else []
    problems += [_control_problem(file, text, match) for match in controls[:_MAX_CONTROLS]]
    return file, problems


def _may_have_controls(data: bytes) -> bool:
    """Return whether the text may have control characters: a cheap test that clears nearly every file."""
    return len(data.translate(None, _CONTROL_BYTES)) < len(data) or any(lead in data for lead in _CONTROL_LEADS)


def _first_bad_byte(data: bytes) -> tuple[int, int, int]:
    """Return the first byte that is not UTF-8, its line and its column, both from 1."""
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode().replace("\r\n", "\n").replace("\r", "\n")
        line = before.count("\n") + 1
        return data[error.start], line, len(before) - before.rfind("\n")
    raise AssertionError("every byte is UTF-8")


def _encoding_problem(file: SourceFile, byte: int, line: int, column: int) -> Problem:
    headline = f"the file is not saved as UTF-8: the byte 0x{byte:02X} is not part of a letter"
    return file.problem(headline, _SAVE_AS_UTF8, line, column)


def _control_problem(file: SourceFile, text: str, match: re.Match[str]) -> Problem:
    line = text.count("\n", 0, match.start()) + 1
    column = match.start() - text.rfind("\n", 0, match.start())
    headline = f"an invisible control character (U+{ord(match[0]):04X}) stands here"
    hint = _LINE_BREAK_HINT if match[0] in _LINE_BREAKS else "delete it and type the text around it again"
    return file.problem(headline, hint, line, column)
