"""What the inflections of a word share: its stem, by Snowball's algorithms for English and Spanish.

Both indexes hold words by these stems. Importing this imports the stemmer: a build with nothing to do never needs it.
Source: Porter & Boulton, "Snowball", https://snowballstem.org/algorithms/.
"""

from Stemmer import Stemmer

from sitegen.search.words.analysis import fold
from sitegen.search.words.spellings import spelling_pairs

SPANISH_MARK = "'"
"""The last character of Spanish stems; no word has it."""

_UNCACHED = 0
_english = Stemmer("english", _UNCACHED).stemWord
_spanish = Stemmer("spanish", _UNCACHED).stemWord


AMERICAN_STEMS: dict[str, str] = {
    british: american
    for british, american in ((_english(one), _english(other)) for one, other in spelling_pairs())
    if british != american
}
"""The stems of British spellings, each with that of the American one, by which the index holds both."""


class _Stems(dict[str, str]):
    """Folded words to stems; each is worked out once a process."""

    def __missing__(self, word: str) -> str:
        root = _stem(word)
        self[word] = root
        return root


_STEMS = _Stems()


def stem(word: str) -> str:
    """Return the English stem of a folded word; British spellings have the American stem."""
    return _STEMS[word]


def spanish_stem(spelled: str) -> str:
    """Return the Spanish stem of a word as it is spelled (Spanish endings have accents), folded, then an apostrophe.

    The apostrophe keeps it apart from English stems: "equipo" is no "equipment". Numbers and the like have none: empty.
    """
    return f"{fold(_spanish(spelled))}{SPANISH_MARK}" if spelled.isalpha() else ""


def is_spanish(lang: str) -> bool:
    """Whether a language tag, such as `es` or `es-MX`, says Spanish."""
    return lang.lower().partition("-")[0] == "es"


def _stem(word: str) -> str:
    """Stem words of Latin letters alone: numbers and the like are what they are."""
    if not word.isascii() or not word.isalpha():
        return word
    root: str = _english(word)
    return AMERICAN_STEMS.get(root, root)
