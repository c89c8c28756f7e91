"""What is said of a value that means no term of its taxonomy: every term that a hint names exists."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from sitegen.catalog.taxonomy import Vocabulary, is_inexact, term_of
from sitegen.errors import nearest
from sitegen.text import fold

_LIST_MARKS = re.compile("[,;\uff0c\u3001]")
_LIKE_LIST_MARKS = re.compile(r"[,;/&+|]|\band\b", re.IGNORECASE)
_ITEM_MARKS = re.compile("(?:^|(?<=\\s))[-*\u2022\u00b7\u25aa\u25e6\u2023\u2043\u2010-\u2015\u2212]\\s*")
_RANGE = re.compile("([0-9]{1,2})\\s*(?:-|\u2013|\u2014|to|through)\\s*([0-9]{1,2})")
_ROUND_NUMBER = re.compile(r"([0-9]+)[.,]0+")
_MOST_WORDS = 12
"""So many words of a term are looked for at most."""
_PLAIN = re.compile(r"[\w. -]+")
_MOST_CHOICES = 20
_DELETE = "delete the line: a field without a value is left out"
_NOTHING = frozenset({"none", "null", "nil", "n/a", "na", "tbd", "~", "-", "?", "\u2013", "\u2014"})
"""What people write where there is nothing to say."""
_SHORTEST_PART = 4
_NEAR = 0.75
_SLIP = 0.8
"""How like a term a value must be to be a slip of the finger, and no older word for some other term."""


def unknown_term(value: str, words: Vocabulary) -> tuple[str, str]:
    """Return headline and hint for a value that means no term."""
    if words.is_open:
        return f'the {words.label.lower()} "{value}" has no letter or digit', "write it in words"
    return f'unknown {words.label.lower()} "{value}"', unknown_hint(value, words)


def inexact_term(value: str, words: Vocabulary) -> tuple[str, str] | None:
    """Return headline and hint for a value that is read as a term without its signs; None for any other."""
    if not is_inexact(value, words):
        return None
    term = term_of(value, words)
    headline = f'the {words.label.lower()} "{value}" is read as "{term}"'
    return headline, f'write "{term}" if that is meant; if it is not, add a term for "{value}" to site.yaml'


def merged_term(value: str, label: str, words: Vocabulary) -> tuple[str, str]:
    """Return headline and hint for a value of an open taxonomy that is one term with a word of other signs."""
    headline = f'the {words.label.lower()} "{value}" is one term with "{label}", and is shown so'
    return headline, f'write "{label}" if that is meant; if it is not, write "{value}" in words'


def unknown_hint(value: str, words: Vocabulary) -> str:
    """Return a hint: the list that was perhaps meant, the term, or the terms there are.

    Where the value is like no term, it may be the old word for one that was renamed: that is said, too.
    """
    if not words.labels:
        return "site.yaml lists no terms for it"
    if simple := _DELETE if value.casefold() in _NOTHING else _list_hint(value, words):
        return simple
    if (whole := _ROUND_NUMBER.fullmatch(value)) and term_of(whole[1], words):
        return f'did you mean "{whole[1]}"?'
    if slip := _slip(value, words):
        return f'did you mean "{slip}"?'
    if near := _near_term(value, words):
        return f'did you mean "{near}"? If "{value}" is an older name of a term, add it to its "also" in site.yaml'
    known = words.labels[::2]
    more = ", ..." if len(known) > _MOST_CHOICES else ""
    choice = f"choose one of: {', '.join(known[:_MOST_CHOICES])}{more}"
    return f'{choice}; or, if "{value}" is an older name of one, add it to its "also" in site.yaml'


def _slip(value: str, words: Vocabulary) -> str:
    """Return the term that was misspelled or cut short: a near one, or one with a word near to the only word typed."""
    near = nearest(value, words.labels, _SLIP)
    return near or ("" if "-" in fold(value) else _near_part(value, words.labels))


def _list_hint(value: str, words: Vocabulary) -> str:
    """Return the hint to write a list, of terms that exist; empty where the value is no list."""
    parts = [part.strip() for part in _LIST_MARKS.split(value) if part.strip()]
    if len(parts) > 1:
        terms = [_as_listed(part, words) for part in parts]
        if all(terms):
            return f"write several as a list: [{', '.join(dict.fromkeys(terms))}]"
        return ""
    if terms := _run_together(value, words):
        return f"write several as a list: [{', '.join(dict.fromkeys(terms))}]" if len(terms) > 1 else ""
    alike = [part.strip() for part in _LIKE_LIST_MARKS.split(value) if part.strip()]
    if len(alike) > 1 and all(term_of(part, words) for part in alike):
        return f"write several as a list: [{', '.join(dict.fromkeys(_as_listed(part, words) for part in alike))}]"
    return ""


def _run_together(value: str, words: Vocabulary) -> list[str]:
    """Return the terms of a list that lost its form: a range, items with other marks than hyphens, or words alone.

    Empty where a part of the value is no term.
    """
    if bounds := _RANGE.fullmatch(value):
        numbers = [str(number) for number in range(int(bounds[1]), int(bounds[2]) + 1)]
        return [_as_listed(number, words) for number in numbers] if all(term_of(n, words) for n in numbers) else []
    parts = [part.strip() for part in _ITEM_MARKS.split(value) if part.strip()]
    terms = [piece for part in parts for piece in _terms_in_a_row(part.split(), words) or [""]]
    return terms if all(terms) else []


def _terms_in_a_row(typed: list[str], words: Vocabulary) -> list[str]:
    """Return the terms that words mean one after the other, the longest first; empty where one means none."""
    terms = []
    start = 0
    while start < len(typed):
        ends = range(min(len(typed), start + _MOST_WORDS), start, -1)
        end = next((end for end in ends if term_of(" ".join(typed[start:end]), words)), 0)
        if not end:
            return []
        terms.append(_as_listed(" ".join(typed[start:end]), words))
        start = end
    return terms


def _as_listed(part: str, words: Vocabulary) -> str:
    """Return a term as it can stand in a list: as typed where that means one, else the nearest; empty if none is."""
    term = term_of(part, words)
    if term:
        return part if _PLAIN.fullmatch(part) else term
    near = _near_term(part, words)
    return near if _PLAIN.fullmatch(near) else term_of(near, words)


def _near_term(value: str, words: Vocabulary) -> str:
    return nearest(value, words.labels) or _near_part(value, words.labels)


def _near_part(value: str, labels: Sequence[str]) -> str:
    """Return the term that has a word, or the beginning of one, close to a word of the value; empty if none has."""
    words = {
        word: label
        for label, text in zip(labels[::2], labels[1::2], strict=True)
        for word in (*fold(label).split("-"), *fold(text).split("-"))
    }
    for typed in dict.fromkeys((fold(value), *fold(value).split("-"))):
        parts = {part: label for word, label in words.items() for part in (word[: len(typed)], word)}
        near = get_close_matches(typed, parts, n=1, cutoff=_NEAR) if len(typed) >= _SHORTEST_PART else ()
        if near:
            return parts[near[0]]
    return ""
