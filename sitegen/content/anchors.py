"""Name the headings of a page, and check its links to them once all its texts are known."""

import msgspec

from sitegen.content.slugs import slug_of
from sitegen.errors import Problem, nearest, sort_problems

PAGE_ANCHORS = frozenset({"top"})
"""Fragments that every page has, whatever its headings."""

_PLAIN_ANCHOR = "section"
_MAX_SUGGESTIONS = 50


class Anchors:
    """The anchors of a page, all different, and `open_links`: (fragment, problem) of links that no heading answers yet.

    A link may lead to a heading of a later text, so its problem counts only if the page ends without that heading.
    """

    def __init__(self) -> None:
        self.open_links: list[tuple[str, Problem]] = []
        self._last_numbers: dict[str, int] = {}

    def __contains__(self, fragment: str) -> bool:
        return fragment in self._last_numbers or fragment in PAGE_ANCHORS

    def claim(self, heading: str) -> str:
        """Return an anchor for a heading that is unique in the page, and record it as used."""
        return claim_unique(slug_of(heading) or _PLAIN_ANCHOR, "{}-{}", self._last_numbers)

    def find_dead_links(self) -> list[Problem]:
        """Return the problems of links that no heading answers, in the order of the file; the first have a suggestion.

        They have no excerpts.
        """
        fragments = {problem: fragment for fragment, problem in self.open_links if fragment not in self}
        dead = sort_problems(fragments)
        known = sorted(self._last_numbers) if dead else []
        return [
            msgspec.structs.replace(problem, hint=_suggestion(fragments[problem], known) or problem.hint)
            for problem in dead[:_MAX_SUGGESTIONS]
        ] + dead[_MAX_SUGGESTIONS:]


def _suggestion(fragment: str, known: list[str]) -> str:
    """Return a hint at the heading that a fragment means, by its words or its anchor; empty where none is near."""
    slug = slug_of(fragment)
    near = slug if slug in known else nearest(slug, known) or nearest(fragment, known)
    return f'did you mean "#{near}"?' if near else ""


def claim_unique(first: str, numbered: str, taken: dict[str, int]) -> str:
    """Return a name that is not in `taken`, numbered if necessary, and add it there.

    `taken` maps each name to the last number that was tried for it, so that a thousand equal names cost no more each.
    """
    name = first
    while name in taken:
        taken[first] += 1
        name = numbered.format(first, taken[first])
    taken[name] = 1
    return name
