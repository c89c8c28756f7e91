"""A made-up site of two hundred pages: odd spellings, drafts, pages of the past and of the future."""

import copy
import random
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.site.brute import NOW
from tests.site.shipped import Shipped
from tests.site.small import SETTINGS, SmallSite

COUNT = 200
ZONE = "America/New_York"
REGIONS = ["North", "north", "NORTH", "South Bay", "south-bay", "East", "Up  North", "Far West"]
HIDDEN_REGION = "Hidden Valley"
TOPICS = ["quality", "Quality", "SAFETY", "injury prevention"]
HIDDEN: list[dict[str, Any]] = [
    {"draft": True},
    {"publish": "2020-06-16"},
    {"publish": "2020-06-15 12:01"},
    {"expires": "2020-06-15"},
    {"expires": "2020-06-15 12:00"},
]
"""Why a page is not shown now."""

SHOWN: list[dict[str, Any]] = [{}] * 12 + [
    {"publish": "2020-06-15 12:00"},
    {"expires": "2020-06-15 12:01"},
    {"draft": False},
]


def settings() -> dict[str, Any]:
    """Return the settings: those of the small site, with more facets and pages of seven."""
    changed = copy.deepcopy(SETTINGS)
    changed["timezone"] = ZONE
    changed["taxonomies"]["topic"]["terms"]["safety"] = {"label": "Safety", "also": ["injury prevention"]}
    changed["taxonomies"]["format"] = {"label": "Format", "field": "formats", "terms": {"story": "Story", "pdf": "PDF"}}
    changed["collections"]["stories"] |= {"per_page": 7, "facets": ["topic", "region", "format"]}
    changed["collections"]["stories"]["pairs"] = [["region", "topic"]]
    changed["collections"]["tools"]["pairs"] = [["topic", "level"]]
    changed["collections"]["tools"] |= {"per_page": 7, "order": ["item-3", "item-192"]}
    changed["collections"]["library"] |= {"per_page": 20, "facets": ["topic", "region", "level"], "sort": "title"}
    changed["collections"]["library"]["pairs"] = [["level", "region"], ["topic", "level"]]
    changed["collections"]["northern"] = {
        "from": ["stories", "tools"],
        "where": {"regions": "NORTH"},
        "facets": ["topic"],
    }
    return changed


def build_madeup(folder: Path) -> Shipped:
    """Write and build the site with the shipped templates."""
    site = SmallSite(folder)
    shutil.rmtree(site.root / "templates")
    shutil.rmtree(site.root / "content")
    site.settings(settings())
    chance = random.Random(5)  # noqa: S311 - a made-up site, no secret
    for number in range(COUNT):
        _write(site, chance, number)
    now = datetime.fromisoformat(NOW).replace(tzinfo=ZoneInfo(ZONE))
    result = site.build(as_of=now)
    assert result.committed, result.problems
    return Shipped(site.root, site.out)


def _write(site: SmallSite, chance: random.Random, number: int) -> None:
    def some(pool: list[str], most: int) -> list[str]:
        return chance.sample(pool, chance.randint(0, most))

    is_hidden = number % 9 == 0
    fields: dict[str, Any] = dict(chance.choice(HIDDEN if is_hidden else SHOWN))
    fields["title"] = f"{'Hidden' if is_hidden else 'Item'} {chance.randint(1, 60)}"
    fields["topics"] = some(TOPICS, 2)
    fields["regions"] = [*some(REGIONS, 3), *([HIDDEN_REGION] if is_hidden else [])]
    fields["date"] = f"2019-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    if number % 3:
        fields["channels"] = some(["news", "hank"], 2)
        if number % 4 == 0:
            fields["formats"] = ["pdf"]
        site.story(f"item-{number}", **fields)
    else:
        site.tool(f"item-{number}", team_levels=some(["1", "2"], 2), **fields)
