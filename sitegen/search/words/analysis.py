"""Text to words: the one analysis of documents and queries.

A word has four forms. Its *surface* is as it was written, in small letters; *spelled* it is without apostrophes;
*folded* it is without accents too, which is what most readers type; its *stem* (stems.py) is what its inflections
share. The rules of all but the last are few and are the same in static/js/search/: what both return for the same text
stands in tests/search/words/analysis_cases.json.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain, filterfalse

_STOP_WORDS = """
a an and are as at be but by can for from have if in is it its may not of on or than that the then they this to us was
we were when will with yet you your
"""

STOP_WORDS: frozenset[str] = frozenset(_STOP_WORDS.split())
"""Folded words that say nothing of a text; they take a place in it, but no index holds them (titles excepted)."""

_FILLER = """
about am any anybody anyone become been could did do does doing find get give had has how i ive know looking me my need
our please shall should show so some someone their them there these those want what whats where which who whose why
would
"""

FILLER: frozenset[str] = frozenset(_FILLER.split())
"""Folded words that frame a question; a query of other words drops them."""

MAX_WORD_LENGTH = 40
"""Characters of a word: of a longer one the first ones count."""

_WORD = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?"  # 75,000
    r"|[0-9]+(?:\.[0-9]+)+"  # 8.5
    r"|(?<=[0-9])x(?=[0-9])|[0-9]+(?=x[0-9])"  # 8x11 is 8, x, 11
    r"|(?![0-9])[^\W_](?:\.(?![0-9])[^\W_])+(?![^\W_])"  # U.B.T. is ubt
    r"|[^\W_]+(?:['\u2019][^\W_]+)*"
)
_find_all = _WORD.findall
_POSSESSIVE = re.compile("['\u2019]s$")
_ELIDED = re.compile("^[dl]['\u2019](?=.)")
_HALF = re.compile("(?<=[0-9])(?: 1/2| ?\u00bd)(?![0-9/])")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_COMPOUND = re.compile(r"[^\W_]+(?:[-\u2010\u2011][^\W_]+)+")
_MARKS = re.compile("[\u0300-\u036f]+")
_NO_WORD = re.compile(r"[\W_]+")


class _Folded(dict[str, str]):
    """Surfaces to folded words; each is worked out once a process."""

    def __missing__(self, surface: str) -> str:
        word = _fold(surface)
        self[surface] = word
        return word


class _Words(dict[str, tuple[str, ...]]):
    """What stands between two spaces, in small letters, to its folded words; each is worked out once a process."""

    def __missing__(self, part: str) -> tuple[str, ...]:
        folded = tuple(map(fold_surface, _find_all(part)))
        self[part] = folded
        return folded


class _Spellings(dict[str, tuple[str, ...]]):
    """What stands between two spaces, in small letters, to those of its words that folding changes, as spelled."""

    def __missing__(self, part: str) -> tuple[str, ...]:
        pairs = ((_spell(surface), fold_surface(surface)) for surface in _find_all(part))
        spelled = tuple(word for word, folded in pairs if word != folded)
        self[part] = spelled
        return spelled


_FOLDED = _Folded()
_WORDS = _Words()
_SPELLINGS = _Spellings()
fold_surface = _FOLDED.__getitem__
"""Returns the folded form of a surface."""


def surfaces(text: str) -> list[str]:
    """Return all words of a text in order as written, in small letters: stop words and very long ones too."""
    matches: list[str] = _find_all(lower(text))
    return matches


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, folded word) of each word of a text, where its letters stand."""
    lowered = text.lower()
    plain = lowered if len(lowered) == len(text) else text
    for match in _WORD.finditer(plain):
        yield match.start(), match.end(), fold(match.group())


def words(text: str) -> list[str]:
    """Return all words of a text in order, folded: the quickest way to count them."""
    return list(chain.from_iterable(map(_WORDS.__getitem__, lower(text).split())))


def spellings(text: str) -> list[str]:
    """Return the words of a text that have accents, in order, as they are spelled."""
    if text.isascii():
        return []
    return list(chain.from_iterable(map(_SPELLINGS.__getitem__, filterfalse(str.isascii, lower(text).split()))))


def compounds(text: str) -> list[str]:
    """Return the words of a text with hyphens in them, in order, folded and without the hyphens; no numbers alone."""
    if "-" not in text and text.isascii():
        return []
    joined = (fold(_NO_WORD.sub("", match)) for match in _COMPOUND.findall(lower(text)))
    return [word for word in joined if word and not word.isdigit()]


def without_invisible(text: str) -> str:
    """Return a text without soft hyphens and characters of no width."""
    return text if text.isascii() else text.translate(_INVISIBLE)


def fold(word: str) -> str:
    """Return the folded form of one word (see `words` for texts): no case, accents, apostrophes or possessive s.

    An elided article is cut (l'equipe); of a long word the first 40 characters are left.
    """
    return _FOLDED[lower(word)]


def spell(word: str) -> str:
    """Return one word as it is spelled: without case, apostrophes or possessive s, accents kept."""
    return _spell(lower(word))


def is_dropped(word: str) -> bool:
    """Whether a query of other words leaves out this folded one."""
    return word in STOP_WORDS or word in FILLER


def lower(text: str) -> str:
    """Return a text in small letters, composed, without invisible characters, each half as a decimal."""
    plain = text.lower() if text.isascii() else _lower_unicode(text)
    return _HALF.sub(".5", plain) if "1/2" in plain or "\u00bd" in plain else plain


def _lower_unicode(text: str) -> str:
    return unicodedata.normalize("NFC", text.translate(_INVISIBLE)).lower().replace("i\u0307", "i")


def _spell(surface: str) -> str:
    if surface.isalnum() and surface.isascii():
        return surface[:MAX_WORD_LENGTH]
    plain = surface if surface.isascii() else _lower_unicode(unicodedata.normalize("NFKC", surface))
    plain = _ELIDED.sub("", _POSSESSIVE.sub("", plain))
    is_number = plain[:1].isdigit() and "." in plain and plain.isascii()
    return (plain.replace(",", "") if is_number else _NO_WORD.sub("", plain))[:MAX_WORD_LENGTH]


def _fold(surface: str) -> str:
    plain = _spell(surface)
    if plain.isascii():
        return plain
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", plain)).replace("\u00df", "ss")
    return unicodedata.normalize("NFC", bare)[:MAX_WORD_LENGTH]
