"""Generate a deterministic corpus of stories, tools and videos, made of invented words in the shape of a real library.

Words are built from syllables and drawn by a Zipf-Mandelbrot law, so that the vocabulary grows with the corpus as it
does in real text. Pages have headings, lists, quotes, links and tables, and about 700 words.
"""

import bisect
import datetime as dt
import random
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

REGIONS = ("north", "south", "northwest", "mountain", "lakes", "coast", "valley", "islands", "national")
TOPICS = (
    "quality", "service", "affordability", "workplace", "health", "safety", "future", "growth",
    "attendance", "communication", "problem-solving", "leadership", "agreement", "history", "joy", "learning",
)  # fmt: skip
FORMATS = ("pdf", "ppt", "word", "poster", "infographic", "video", "slides", "web-page")
LEVELS = ("1", "2", "3", "4", "5")
DIMENSIONS = ("sponsorship", "leadership", "training", "team-process", "engagement", "tools", "goals")
ROLES = ("frontline-worker", "co-lead", "sponsor", "consultant", "representative", "manager", "physician")
DEPARTMENTS = ("pharmacy", "laboratory", "radiology", "primary-care", "emergency", "surgery", "nursing", "optometry")
KINDS = (("story", 55), ("tool", 33), ("video", 12))

_STARTS = tuple("b br c ch d dr f g gr h k l m n p pr r s st t tr v w".split())  # noqa: SIM905 - read as words
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
_ENDS = ("", "", "n", "r", "s", "t", "l", "m", "nd", "st")
_GLUE = "the of and to a in that is was for with on as it at by from are".split()  # noqa: SIM905 - read as words
_VOCABULARY = 40_000
_FIRST_DAY = dt.date(2005, 1, 1)
_DAYS = 7600


def items(count: int, seed: int = 11) -> Iterator[dict[str, Any]]:
    """Yield `count` items, the same for the same seed: kind, slug, title, date, summary, facets, body."""
    writer = _Writer(seed)
    for number in range(count):
        yield writer.item(number)


class _Writer:
    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - text, no secret
        self._words = [*_GLUE, *_made_up()]
        self._weights = list(accumulate(1 / (rank + 2.7) ** 1.07 for rank in range(len(self._words))))

    def item(self, number: int) -> dict[str, Any]:
        kind = self._random.choices([kind for kind, _ in KINDS], [weight for _, weight in KINDS])[0]
        title = self._phrase(3, 8).title()
        day = _FIRST_DAY + dt.timedelta(days=self._random.randrange(_DAYS))
        return {
            "kind": kind,
            "slug": f"{title.lower().replace(' ', '-')}-{number}",
            "title": title,
            "date": day.isoformat(),
            "summary": self._phrase(10, 22).capitalize() + ".",
            "regions": self._some(REGIONS, 1, 2),
            "topics": self._some(TOPICS, 1, 3),
            "team_levels": sorted(self._some(LEVELS, 1, 3)),
            "formats": ["video"] if kind == "video" else self._some(FORMATS, 1, 2),
            "dimensions": self._some(DIMENSIONS, 0, 2),
            "roles": self._some(ROLES, 1, 2),
            "departments": self._some(DEPARTMENTS, 0, 2),
            "body": self._body(),
        }

    def _word(self) -> str:
        return self._words[bisect.bisect(self._weights, self._random.random() * self._weights[-1])]

    def _phrase(self, least: int, most: int) -> str:
        return " ".join(self._word() for _ in range(self._random.randint(least, most)))

    def _sentence(self) -> str:
        return self._phrase(7, 24).capitalize() + "."

    def _paragraph(self) -> str:
        sentences = [self._sentence() for _ in range(self._random.randint(2, 6))]
        dice = self._random.random()
        if dice < 0.25:
            sentences.append(f"**{self._phrase(1, 2)}** {self._sentence()}")
        elif dice < 0.45:
            sentences.append(f"[{self._phrase(2, 4)}](https://example.org/{self._random.randrange(9999)}).")
        elif dice < 0.55:
            sentences.append(f"*{self._phrase(3, 6)}*.")
        return " ".join(sentences)

    def _body(self) -> str:
        parts = []
        for _ in range(self._random.randint(3, 6)):
            parts.append("## " + self._phrase(2, 5).capitalize())
            parts += [self._paragraph() for _ in range(self._random.randint(1, 3))]
            parts += self._extra(self._random.random())
        return "\n\n".join(parts) + "\n"

    def _extra(self, dice: float) -> list[str]:
        if dice < 0.3:
            return ["\n".join(f"- {self._phrase(4, 14)}" for _ in range(self._random.randint(3, 6)))]
        if dice < 0.42:
            return ["> " + self._paragraph()]
        if dice < 0.5:
            rows = [f"| {self._phrase(1, 3)} | {self._random.randrange(100)} | {self._random.randrange(100)} |"] * 4
            return ["\n".join(["| Measure | Before | After |", "| --- | --- | --- |", *rows])]
        if dice < 0.58:
            return ["\n".join(f"{number}. {self._phrase(4, 12)}" for number in range(1, 5))]
        return []

    def _some(self, pool: Sequence[str], least: int, most: int) -> list[str]:
        weights = [1 / (rank + 1.5) for rank in range(len(pool))]
        chosen = self._random.choices(pool, weights, k=self._random.randint(least, most))
        return list(dict.fromkeys(chosen))


def _made_up() -> list[str]:
    rng = random.Random(1)  # noqa: S311 - text, no secret
    words: dict[str, None] = {}
    while len(words) < _VOCABULARY:
        syllables = rng.choices((1, 2, 3), (2, 5, 3))[0]
        word = "".join(rng.choice(_STARTS) + rng.choice(_VOWELS) for _ in range(syllables)) + rng.choice(_ENDS)
        words[word] = None
    return list(words)
