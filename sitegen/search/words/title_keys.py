"""Keys by which the index finds pages at once: those whose title was asked, and those that stand for named terms.

A key is held as a stem that no word has. That of a title begins with the longest word of the title, so that it mostly
lies in the shard that a search for the title loads anyway. static/js/search/query.js makes the same keys.
"""

import re
from collections.abc import Callable

from sitegen.search.words.analysis import is_dropped, words
from sitegen.search.words.singular import singular

_APOSTROPHES = re.compile("['\u2019]")
_PUNCTUATION = re.compile(r"[^\w\s]|_")

_FIRST_HASH = 0x811C9DC5
_PRIME = 0x01000193


def title_key(text: str) -> str:
    """Return the key of the title that a typed text may be; empty where it has no words."""
    return _key(text, str)


def name_key(text: str) -> str:
    """Return the key of the name that a typed text may be, which is compared in the singular; empty without words."""
    key = _key(text, singular)
    return key and f"{key}_"


def title_keys(title: str) -> tuple[str, ...]:
    """Return the keys of a title: as it is written, and without its punctuation."""
    return _both(title_key, title)


def name_keys(name: str) -> tuple[str, ...]:
    """Return the keys of a title or another name in the singular: as it is written, and without its punctuation."""
    return _both(name_key, name)


def carried_key(facet: str, term: str) -> str:
    """Return the key of the pages that carry a term."""
    return f"{facet}={term}"


def term_key(count: int, facet: str, term: str) -> str:
    """Return the key of the pages that stand for `count` terms, one of which is this one."""
    return f"{count}={facet}={term}"


def _both(key: Callable[[str], str], text: str) -> tuple[str, ...]:
    keys = (key(text), key(_PUNCTUATION.sub("", text)))
    return tuple(dict.fromkeys(filter(None, keys)))


def _key(text: str, form: Callable[[str], str]) -> str:
    """Return the longest word, in its form, with a hash of all letters and digits of the words, in one run."""
    in_order = [word for word in words(text) if word]
    kept = [form(word) for word in in_order if not is_dropped(word)] or [form(word) for word in in_order]
    if not kept:
        return ""
    said = "".join(map(form, words(_APOSTROPHES.sub("", text))))
    return f"{max(kept, key=len)}_{_hash(''.join(filter(str.isalnum, said))):x}"


def _hash(text: str) -> int:
    """Return 24 bits of FNV-1a, taken over UTF-16 code units."""
    value = _FIRST_HASH
    data = text.encode("utf-16-le")
    for at in range(0, len(data), 2):
        value = (value ^ int.from_bytes(data[at : at + 2], "little")) * _PRIME & 0xFFFFFFFF
    return value & 0xFFFFFF
