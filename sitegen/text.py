"""Fold case, accents and punctuation, so that spellings of one word compare equal; make slugs."""

import re
import unicodedata

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_HAN = re.compile("([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])")
_SIGN_WORDS = {
    "+": "plus",
    "%": "percent",
    "@": "at",
    "$": "dollar",
    "\u20ac": "euro",
    "\u00a3": "pound",
    "=": "equals",
    "<": "under",
    ">": "over",
    "\u2264": "at-most",
    "\u2265": "at-least",
    "*": "star",
    "\u00b0": "degrees",
}
_SIGNS = re.compile(r"[#.+%@$=<>*\u20ac\u00a3\u2264\u2265\u00b0\u2212-]")
_HYPHENS = "-_\u2010\u2011\u2012\u2013\u2212'\u2019"
"""What joins the parts of one word, apostrophes too."""
_BREATHS = re.compile("['`]")
"""What stands in transliterations for letters that are no Latin ones, and separates no words."""


def fold(text: str) -> str:
    """Return the form in which spellings of one word compare equal: no accents, no case, words joined by hyphens.

    Letters of other scripts stay as they are. The result is empty only where the text has no letter or digit.
    """
    if text.isascii():
        return _NOT_WORD.sub("-", text.lower()).strip("-")
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(char if char.isalnum() else "-" for char in plain if not unicodedata.combining(char))
    return "-".join(part for part in kept.split("-") if part)


def fold_term(text: str) -> str:
    """Return the form in which spellings of one term compare equal: as `fold`, but signs that words have are words.

    So `C`, `C#` and `C++` are three terms, and so are `1.0` and `1-0`, or `.NET` and `net`. A sign counts where it
    touches a letter or digit: `R & D`, `R&D` and `Research + Development` have none that does. The result is empty
    only where the text has no letter or digit.
    """
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text).replace("\u2212", "-")
    if not _SIGNS.search(plain):
        return fold(plain)
    return fold(_SIGNS.sub(lambda match: _sign_as_word(plain, match.start()), plain))


def signs_of(text: str) -> str:
    """Return the signs of a text in their order, without letters, digits, accents, spaces and hyphens."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(char for char in plain if unicodedata.category(char)[0] in "PS" and char not in _HYPHENS)


def term_slug(text: str) -> str:
    """Return the slug of a term of an open vocabulary: of a-z, 0-9 and single hyphens, and for each term another one.

    It depends on the text alone. Letters of other scripts become hexadecimal code points, for no two terms may meet
    as their transliterations would. The result is empty only where the text has no letter or digit.
    """
    folded = fold_term(text)
    if not folded.isascii():
        folded = "-".join(
            part if part.isascii() else "".join(f"{ord(char):x}" for char in part) for part in folded.split("-")
        )
    return _NOT_WORD.sub("-", folded).strip("-")


def slugify(text: str) -> str:
    """Return the slug of a title: of a-z, 0-9 and single hyphens, with other scripts transliterated.

    The result is empty where the text has no letter or digit, or none that can be written in Latin letters.
    """
    folded = fold(text)
    return folded if folded.isascii() else fold(_transliterated(text))


def _transliterated(text: str) -> str:
    """Return a text in ASCII: letters as they are written in Latin ones, other signs as spaces.

    Han characters, between which no spaces are written, become words of their own.
    """
    from anyascii import anyascii

    letters = (char if _is_of_word(char) else " " for char in unicodedata.normalize("NFC", text))
    return _BREATHS.sub("", anyascii(_HAN.sub(r" \1 ", "".join(letters))))


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char.isascii() or unicodedata.category(char).startswith("M")


def _sign_as_word(text: str, at: int) -> str:
    """Return a word for the sign at a position of a text, with hyphens around it; a space where it only separates."""
    sign, before, after = text[at], _neighbor(text, at, -1), _neighbor(text, at, 1)
    if sign == ".":
        word = _period_as_word(text[:at], text[at + 1 :])
    elif sign == "-":
        is_last = before.isalnum() and not text[at:].strip("- ")
        word = "minus" if is_last or (after.isdigit() and not text[:at].strip()) else ""
    elif not (before.isalnum() or after.isalnum()):
        word = ""
    elif sign == "#":
        word = "sharp" if before.isalnum() else "number" if after.isdigit() else "hash"
    else:
        word = _SIGN_WORDS[sign]
    return f"-{word}-" if word else " "


def _period_as_word(before: str, after: str) -> str:
    """Return `point` for a period between two digits, `dot` for one that begins a word, else an empty text."""
    if before[-1:].isdigit() and after[:1].isdigit():
        return "point"
    begins_word = not before.strip() or before[-1].isspace()
    return "dot" if begins_word and after[:1].isalnum() else ""


def _neighbor(text: str, at: int, step: int) -> str:
    """Return the next character of a text in a direction that is not the same sign; empty where there is none."""
    sign = text[at]
    while 0 <= at < len(text) and text[at] == sign:
        at += step
    return text[at] if 0 <= at < len(text) else ""
