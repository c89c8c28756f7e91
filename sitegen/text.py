"""Fold case, accents and punctuation, so that spellings of one word compare equal; make slugs."""

import re
import unicodedata

_NOT_WORD = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Return the form in which spellings of one term compare equal: no accents, no case, words joined by hyphens.

    Letters of other scripts stay as they are. The result is empty only where the text has no letter or digit.
    """
    if text.isascii():
        return _NOT_WORD.sub("-", text.lower()).strip("-")
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(char if char.isalnum() else "-" for char in plain if not unicodedata.combining(char))
    return "-".join(part for part in kept.split("-") if part)


def slugify(text: str) -> str:
    """Return a slug of a-z, 0-9 and single hyphens; letters of other scripts become hexadecimal code points.

    The result is empty only where the text has no letter or digit.
    """
    if text.isascii():
        return _NOT_WORD.sub("-", text.lower()).strip("-")
    folded = fold(text)
    if folded and not folded.isascii():
        folded = "-".join(
            part if part.isascii() else "".join(f"{ord(char):x}" for char in part) for part in folded.split("-")
        )
    return _NOT_WORD.sub("-", folded).strip("-")
