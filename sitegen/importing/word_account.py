"""Account for every word of a source: it stands on a page, or is noted as left out or mended."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from sitegen.importing.import_records import LeftOut, Mended
from sitegen.located.nodes import Plain
from sitegen.model import Body, Shortcode

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"^[ \t>]*(?:[-*+][ \t]+)?\(?(?:\d{1,3}|[a-z])[.)](?=\s)", re.MULTILINE)
"""The number of an item, which a list counts by itself."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_ALT = re.compile(r' alt="([^"]*)"|!\[((?:[^\[\]\\]|\\.)*)\]')


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters, in order, however its letters are composed."""
    return _WORD.findall(_INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).casefold())


def page_words(body: Body, source: str, fields: Iterable[Plain]) -> str:
    """Return all that a page says: its text as the build reads it, the texts of its pictures, its fields."""
    pieces = [body.text, *(alt[0] or alt[1] for alt in _ALT.findall(source))]
    for segment in body.segments:
        if isinstance(segment, Shortcode):
            pieces += [value for name, value in segment.arguments if name != "src"]
    return "\n".join([*pieces, *(text for field in fields for text in _texts(field))])


def unaccounted(said: str, shown: Iterable[str], left_out: Iterable[LeftOut], mended: Iterable[Mended]) -> str:
    """Return the words of a source that stand nowhere, in their order; empty where nothing is lost."""
    said = _NUMBER.sub("", said)
    missing = Counter(words_of(said))
    for text in (*shown, *(one.text for one in left_out), *(one.before for one in mended)):
        missing.subtract(words_of(text))
    lost: list[str] = []
    for word in reversed(words_of(said)):
        if missing[word] > 0:
            missing[word] -= 1
            lost.append(word)
    return " ".join(reversed(lost))


def _texts(value: Plain) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in _texts(one)]
    return [text for one in value for text in _texts(one)] if isinstance(value, list) else [value]
