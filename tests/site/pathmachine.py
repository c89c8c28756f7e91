"""Random edits of a site with kits, each followed by a build that must equal a clean one."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from sitegen.engine.plan import Result
from tests.site.machine import EditedSite
from tests.site.path import SIDES, PathSite, settings

NAMES = st.sampled_from(["huddle", "charter", "poster"])
LEVELS = st.lists(st.sampled_from(["1", "2"]), max_size=2, unique=True)
DIMENSIONS = st.lists(st.sampled_from([*SIDES, "unknown"]), max_size=2, unique=True)
WORDS = st.text("abc é", min_size=1, max_size=6)


class EditedPath(RuleBasedStateMachine):
    """Each step edits and builds; the output must be that of a clean build, and a second build must do nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="path-"))
        self.site = PathSite(self.folder)
        self.good: dict[str, bytes] = {}
        self._check()

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @rule(
        name=NAMES,
        title=WORDS,
        levels=LEVELS,
        dimensions=DIMENSIONS,
        body=WORDS,
        weight=st.sampled_from([None, -1, 0, 1]),
        draft=st.booleans(),
    )
    def write_tool(self, name: str, **fields: Any) -> None:
        facts = {"title": f"T {fields['title']}", "draft": fields["draft"]}
        facts |= {} if fields["weight"] is None else {"weight": fields["weight"]}
        terms = {"team_levels": fields["levels"], "dimensions": fields["dimensions"]}
        self.site.tool(name, f"{fields['body']}\n", **facts, **terms)
        self._check()

    @rule(
        number=st.integers(1, 2),
        text=WORDS,
        dimension=st.sampled_from(["", *SIDES, "unknown"]),
        tool=NAMES,
        draft=st.booleans(),
    )
    def write_level(self, number: int, text: str, dimension: str, tool: str, *, draft: bool) -> None:
        asked = {"text": f"It asks {text}.", "tools": [tool], "example": draft}
        if dimension:
            asked["dimension"] = dimension
        self.site.level(number, [asked], draft=draft)
        self._check()

    @rule(side=st.sampled_from(SIDES), summary=WORDS)
    def delete_or_write_a_dimension(self, side: str, summary: str) -> None:
        path = self.site.root / "content" / "dimensions" / f"{side}.md"
        if path.exists():
            path.unlink()
        else:
            self.site.page("dimensions", side, "", {"title": f"D {side}", "summary": summary})
        self._check()

    @rule(name=NAMES, alias=st.sampled_from(["/path/level-1/leading/", "/path/level-9/leading/", "/path/"]))
    def give_an_old_address(self, name: str, alias: str) -> None:
        self.site.tool(name, team_levels=["1"], dimensions=["leading"], aliases=[alias])
        self._check()

    @rule(label=WORDS, count=st.integers(0, 3), levels=st.integers(1, 3))
    def edit_settings(self, label: str, count: int, levels: int) -> None:
        edited = settings()
        sides = edited["taxonomies"]["dimension"]["terms"]
        edited["taxonomies"]["dimension"]["terms"] = {
            side: f"S {label}" + sides[side] for side in SIDES[:count]
        } or "any"
        edited["taxonomies"]["level"]["terms"] = {str(n): f"Level {n}" for n in range(1, levels + 1)}
        self.site.settings(edited)
        self._check()

    def compare(self, **choices: Any) -> Result:
        """Build, and compare with a clean build."""
        return EditedSite.compare(self, **choices)  # type: ignore[arg-type]  # the same promise, for another site

    def _check(self) -> None:
        EditedSite.check(self)  # type: ignore[arg-type]  # the same promise, for another site
