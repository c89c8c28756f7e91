"""Text in the letters that the standard fonts of PDF have, which no file needs to bring along."""

import unicodedata

from anyascii import anyascii

_ENCODING = "cp1252"
"""WinAnsiEncoding, as Python names it. Source: ISO 32000-1, annex D.2."""


def standard_text(text: str) -> str:
    """Return a text on one line in the letters of Western Europe; another letter becomes one that sounds alike.

    Invisible characters are left out.
    """
    letters = unicodedata.normalize("NFC", " ".join(text.split()))
    return "".join(map(_standard, letters))


def _standard(letter: str) -> str:
    if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn"}:
        return ""
    try:
        letter.encode(_ENCODING)
    except UnicodeEncodeError:
        return anyascii(letter)
    return letter
