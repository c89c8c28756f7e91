"""Words as keys: one folding of case, accents and spelling, and slugs."""

import re
import unicodedata

_NOT_WORD = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Give the form under which spellings of one term meet: no accents, no case, words joined by hyphens.

    Letters of other scripts stay as they are; the result is empty only where the text has no letter or digit.
    """
    if text.isascii():
        return _NOT_WORD.sub("-", text.lower()).strip("-")
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(char if char.isalnum() else "-" for char in plain if not unicodedata.combining(char))
    return "-".join(part for part in kept.split("-") if part)


def slugify(text: str) -> str:
    """Give a slug of a-z, 0-9 and single hyphens; other scripts are written by their code points."""
    if text.isascii():
        return _NOT_WORD.sub("-", text.lower()).strip("-")
    folded = fold(text)
    if folded and not folded.isascii():
        folded = "-".join(
            part if part.isascii() else "".join(f"{ord(char):x}" for char in part) for part in folded.split("-")
        )
    return _NOT_WORD.sub("-", folded).strip("-")
