"""Patterns of paths: `*` for anything in one folder, `**` for anything below it, `?` for one character."""

import re
from functools import lru_cache

_WILD = re.compile(r"\*\*/?|\*|\?")
_MEANINGS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def matches(path: str, pattern: str) -> bool:
    """Return whether a path matches a pattern; one that ends with a slash matches all that lies in the folder."""
    return _compiled(pattern).fullmatch(path) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    whole = f"{pattern}**" if pattern.endswith("/") else pattern
    parts, at = [], 0
    for wild in _WILD.finditer(whole):
        parts += [re.escape(whole[at : wild.start()]), _MEANINGS[wild[0]]]
        at = wild.end()
    return re.compile("".join(parts) + re.escape(whole[at:]), re.DOTALL)
