"""Read the bytes of a text, whatever program saved them, and find the line of a source where words stand."""

import codecs
import re
from contextlib import suppress

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_MOST_HEAD = 4096
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85\x0b\x0c]")
_NEVER_TEXT = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")
_WORDS_TO_FIND = 5


def decode_source(data: bytes) -> str:
    """Return the text of a file with newlines as line ends.

    The mark at its beginning decides, then UTF-8, then what a web page says of itself, then Windows-1252, in which
    every byte has a meaning.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _with_newlines(data[len(mark) :].decode(encoding, "replace"))
    declared = _DECLARED.search(data, 0, _MOST_HEAD)
    for encoding in ("utf-8", declared[1].decode("ascii") if declared else "utf-8", "cp1252"):
        with suppress(UnicodeDecodeError, LookupError):
            return _with_newlines(data.decode(encoding))
    return _with_newlines(data.decode("latin-1"))


def _with_newlines(text: str) -> str:
    return _NEVER_TEXT.sub("", _LINE_ENDS.sub("\n", text))


def is_binary(data: bytes) -> bool:
    """Return whether bytes are no text: a NUL among the first ones, in no Unicode text of two bytes a character."""
    return b"\0" in data[:_MOST_HEAD] and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def line_of(words: str, source: str) -> int:
    """Return the line, from 1, on which words begin in a source, whatever white space is between them; 0 if nowhere."""
    first = re.findall(r"\w+", words)[:_WORDS_TO_FIND]
    if not first:
        return 0
    match = re.search(r"\W{1,40}".join(map(re.escape, first)), source)
    return source.count("\n", 0, match.start()) + 1 if match else 0
