"""A word without the ending of its plural: the lightest stem there is, which needs no table and no language.

Names of terms are compared by it. static/js/search/query.js does the same; tests/search/words/query_cases.json holds
both to it. Source: Harman, "How effective is suffixing?", 1991 (the S stemmer), with -ie as -y.
"""

import re

_PLURAL = re.compile("(?<=..)(?:(ss|x|[cs]h)es|([^sui])s)$")
_LAST_IE = re.compile("(?<=..)ie$")


def singular(word: str) -> str:
    """Return a folded word without a plural's ending: stories and story are story, movies and movie are movy."""
    return _LAST_IE.sub("y", _PLURAL.sub(r"\1\2", word))
