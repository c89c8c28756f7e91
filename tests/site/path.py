"""A small site with a Path to Performance of two levels and three dimensions, and the shipped templates."""

import copy
import shutil
from pathlib import Path
from typing import Any

from tests.site.small import SETTINGS, SmallSite

SIDES = ("leading", "learning", "tools-at-work")


def settings() -> dict[str, Any]:
    """Return the settings: those of the small site, with a dimension, and folders of levels and dimensions."""
    changed = copy.deepcopy(SETTINGS)
    terms = {side: side.capitalize() for side in SIDES}
    changed["taxonomies"]["dimension"] = {"label": "Dimension", "field": "dimensions", "terms": terms}
    tools = changed["collections"]["tools"]
    tools["facets"] = ["topic", "level", "dimension"]
    place = {"address": "path", "sort": "weight", "feed": False}
    changed["collections"]["levels"] = {"kind": "level", "title": "The Path", **place}
    changed["collections"]["dimensions"] = {"kind": "dimension", "title": "Dimensions", "list": False, **place}
    return changed


class PathSite(SmallSite):
    """The small site with a path: its huddle and charter are for dimensions, and its levels ask for something."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        shutil.rmtree(self.root / "templates")
        self.settings(settings())
        self.tool("huddle", team_levels=["1"], dimensions=["leading"])
        self.tool("charter", team_levels=["1", "2"], dimensions=["leading", "learning"])
        self.story("story-0", team_levels=["2"], dimensions=["learning"])
        for number in (1, 2):
            self.level(number, [{"text": f"It asks {number}.", "dimension": "leading", "tools": "huddle"}])
        for side in SIDES:
            self.page(
                "dimensions", side, "Text.\n", {"title": side.capitalize(), "summary": "A side.", "dimensions": side}
            )

    def level(self, number: int, requires: list[dict[str, Any]], body: str = "Text.\n", **fields: Any) -> None:
        known = {"title": f"Level {number}", "summary": "A level.", "weight": number, "requires": requires, **fields}
        self.page("levels", f"level-{number}", body, known)
