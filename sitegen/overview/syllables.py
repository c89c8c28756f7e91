"""Count the syllables of English words by their spelling, with a list of what the rules get wrong."""

import re
import unicodedata
from functools import lru_cache

_IRREGULAR = {
    "acre": 2,
    "argue": 2,
    "business": 2,
    "cashier": 2,
    "coalition": 4,
    "colleague": 2,
    "creature": 2,
    "evening": 2,
    "forehead": 2,
    "frontier": 2,
    "interesting": 4,
    "jeopardy": 3,
    "leopard": 2,
    "maybe": 2,
    "permanente": 4,
    "pier": 1,
    "pigeon": 2,
    "recipe": 3,
    "science": 2,
    "soldier": 2,
    "someone": 2,
    "surgeon": 2,
    "tier": 1,
    "wednesday": 2,
}
_FIRST_PARTS = re.compile(
    "^(car|hom|lif|nam|not|sid|som|stat|ther|tim|wher|whit|whol)e(?=[^aeiouy]+[aeiouy])|^(ev)e(?=ry)"
)
"""The first parts of compounds whose e is silent: caregiver, homework, sometimes; every."""

_SILENT_INSIDE = re.compile(
    r"(?<=[aeiouy])([^aeiouyl]+)e(?=(?:ly|ful|less|ments?|ness|ty)$)|(?<=[aeiouy])le(?=(?:ly|less)$)"
)
_SILENT_END = re.compile(
    r"""
      (?<=[gq]) ue s? $                             # league, technique
    | (?<! [sxzcgtd] ) (?<! [cs]h ) e [sd] $        # makes, moved; not changes, wanted
    | (?<= [^aeiouy] d ) es $ | (?<= [aeiouy] [td] ) es $ | (?<= [^aeiouyd] t ) es $     # sides, notes
    | (?<= [sxzcg] ) ed $ | (?<= [cs]h ) ed $       # placed, reached
    | (?<! e ) e $                                  # place
    """,
    re.VERBOSE,
)
_SYLLABIC_END = re.compile(r"[^aeiouy]le(?:'s|[sd])?$|(?:is|th)m$|[sd]n't$|(?:[sxzcg]|[cs]h)e?'s$")
"""Endings with a syllable of their own and no vowel that is left: table, tables, people's; rhythm; didn't; nurse's."""

_CONSONANTS = re.compile(r"(?<=q)u|(?<=g)u(?=[aei])|^y|(?<=[aeiou])y(?=[aeiou])")
"""Vowel letters that are consonants: quality, guide, year, layer."""

_BETWEEN = re.compile(
    r"""
      (?<= i ) (?= a ) (?<! [cst]i ) (?<! li (?= a[nr] ) )  # material; not social, civilian
    | (?<= i ) (?= o ) (?<! [cgnstx] i ) (?<! lli )         # period; not nation, union, million
    | (?<= i ) (?= um? ) (?= u )                            # medium
    | (?<! [ct] ) (?<= i ) (?= en[tc] ) (?<! [ct] i )       # science; not patient
    | (?<= i ) (?= et | er s? $ | est $ )                   # quiet, easier
    | (?<= e ) (?= o ) (?<! peo ) (?! opl )                 # video; not people
    | (?<= cre ) (?= a ) | (?<= ide ) (?= a ) | (?<= are ) (?= a ) | (?<= the ) (?= at ) | (?<= ^ re ) (?= act )
    | (?<= u ) (?= a ) (?<! su (?= ad ) )                   # actual; not persuade
    | (?<= u ) (?= e[nlt] )                                 # influence
    | (?<= [aeou] ) (?= ing )                               # going, being
    | (?<= y ) (?= [aeiou] )                                # anyone, flying
    """,
    re.VERBOSE,
)
_VOWELS = re.compile("[aeiouy]+")
_SPELLED = re.compile(r"([A-Z]{2,5})s?")
_PRONOUNCED = re.compile("[A-Z]*[^AEIOU][AEIOUY][^AEIOU][A-Z]*")
_LONGEST_SPELLED = 3
_SYLLABLES_OF_W = 3


@lru_cache(maxsize=50_000)
def count_syllables(word: str) -> int:
    """Return how many syllables a word of letters and apostrophes has, at least 1.

    Capitals that cannot be spoken as a word are counted letter by letter: UBT has three.
    """
    letters = _SPELLED.fullmatch(word)
    if letters and (len(letters[1]) <= _LONGEST_SPELLED or not _PRONOUNCED.fullmatch(letters[1])):
        return sum(_SYLLABLES_OF_W if letter == "W" else 1 for letter in letters[1])
    return _count(_plain(word))


def _count(word: str) -> int:
    singular = word.removesuffix("'s").removesuffix("s")
    if word in _IRREGULAR or singular in _IRREGULAR:
        return _IRREGULAR.get(word) or _IRREGULAR[singular]
    more = len(_SYLLABIC_END.findall(word))
    word = word.removesuffix("'s").replace("'", "")
    word = _SILENT_INSIDE.sub(r"\1", _FIRST_PARTS.sub(r"\1\2", word))
    short = _SILENT_END.sub("", word)
    word = short if _VOWELS.search(short) else word
    word = _BETWEEN.sub("-", _CONSONANTS.sub("w", word))
    return max(1, len(_VOWELS.findall(word)) + more)


def _plain(word: str) -> str:
    """Return a word in small letters without accents; an e that is spoken for its accent is spelled so."""
    spelled = word.lower().replace("\u2019", "'").replace("\u00e9", "ay")
    return "".join(letter for letter in unicodedata.normalize("NFD", spelled) if not unicodedata.combining(letter))
