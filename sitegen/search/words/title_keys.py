"""Keys by which the index finds pages at once: those whose title was asked, and those that stand for named terms.

A key is held as a stem that no word has. That of a title begins with the longest word of the title, so that it mostly
lies in the shard that a search for the title loads anyway. static/js/search/query.js makes the same keys.
"""

import re

from sitegen.search.words.analysis import is_dropped, words

_APOSTROPHES = re.compile("['\u2019]")
_PUNCTUATION = re.compile(r"[^\w\s]|_")

_FIRST_HASH = 0x811C9DC5
_PRIME = 0x01000193


def title_letters(text: str) -> str:
    """Return what is compared of titles: their letters and digits, without case and accents, in one run."""
    return "".join(filter(str.isalnum, "".join(words(_APOSTROPHES.sub("", text)))))


def title_key(text: str) -> str:
    """Return the key of the title that a typed text may be; empty where it has no words."""
    in_order = [word for word in words(text) if word]
    kept = [word for word in in_order if not is_dropped(word)] or in_order
    if not kept:
        return ""
    longest = max(kept, key=len)
    return f"{longest}_{_hash(title_letters(text)):x}"


def title_keys(title: str) -> tuple[str, ...]:
    """Return the keys of a title: as it is written, and without its punctuation."""
    keys = (title_key(title), title_key(_PUNCTUATION.sub("", title)))
    return tuple(dict.fromkeys(filter(None, keys)))


def name_key(title: str) -> str:
    """Return the key of the pages that have a name, from its key as a title."""
    return title and f"{title}_"


def carried_key(facet: str, term: str) -> str:
    """Return the key of the pages that carry a term."""
    return f"{facet}={term}"


def term_key(count: int, facet: str, term: str) -> str:
    """Return the key of the pages that stand for `count` terms, one of which is this one."""
    return f"{count}={facet}={term}"


def _hash(text: str) -> int:
    """Return 24 bits of FNV-1a, taken over UTF-16 code units."""
    value = _FIRST_HASH
    data = text.encode("utf-16-le")
    for at in range(0, len(data), 2):
        value = (value ^ int.from_bytes(data[at : at + 2], "little")) * _PRIME & 0xFFFFFFFF
    return value & 0xFFFFFF
