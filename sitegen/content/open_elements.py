"""How deep the elements of HTML stand within each other, by its tags alone: what a parser would take too long for."""

import re
from collections.abc import Iterable

# Elements without an end tag, and those that end where the next one of their kind starts.
# fmt: off
_NOT_NESTED = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup",
    "option",
})
# fmt: on


def first_too_deep(tags: Iterable[re.Match[str]], most: int) -> re.Match[str] | None:
    """Return the first tag at which more than `most` elements are open within each other; None where none is.

    Of each tag, in order, the first group is a slash or empty, and the second the name of its element.
    """
    open_tags: dict[str, int] = {}
    depth = 0
    for match in tags:
        name = match[2].lower()
        if name in _NOT_NESTED:
            continue
        if not match[1]:
            open_tags[name] = open_tags.get(name, 0) + 1
            depth += 1
        elif open_tags.get(name):
            open_tags[name] -= 1
            depth -= 1
        if depth > most:
            return match
    return None
