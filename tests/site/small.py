"""A small but whole site for tests: every kind of output, few pages, its own plain templates."""

import dataclasses
import json
import shutil
from pathlib import Path
from typing import Any

from sitegen.building import PROJECT, Choices, build_site
from sitegen.engine.plan import Result

TEMPLATES = PROJECT / "benchmarks" / "peer" / "templates"
SETTINGS: dict[str, Any] = {
    "title": "Small site",
    "base_url": "https://example.org/lmp",
    "taxonomies": {
        "topic": {"label": "Topic", "field": "topics", "terms": {"quality": "Quality", "safety": "Safety"}},
        "level": {"label": "Team level", "field": "team_levels", "terms": {"1": "Level 1", "2": "Level 2"}},
        "region": {"label": "Region", "field": "regions", "terms": "any"},
    },
    "collections": {
        "stories": {
            "kind": "story",
            "title": "Stories",
            "facets": ["topic", "region"],
            "per_page": 2,
            "pairs": [["topic", "region"]],
        },
        "tools": {"kind": "tool", "title": "Tools", "facets": ["topic", "level"], "per_page": 2, "sort": "title"},
        "news": {"title": "News", "from": ["stories"], "where": {"channels": "news"}},
        "library": {"title": "Library", "from": ["stories", "tools"], "facets": ["topic"], "per_page": 3},
    },
    "menus": {"main": [{"label": "Stories", "url": "/stories/"}]},
    "redirects": {"/old/": "/stories/"},
}


class SmallSite:
    """A site in `folder`/site, built into `folder`/public."""

    def __init__(self, folder: Path) -> None:
        self.root, self.folder = folder / "site", folder
        self.root.mkdir(parents=True)
        shutil.copytree(TEMPLATES, self.root / "templates")
        self.settings(SETTINGS)
        for number in range(5):
            self.story(f"story-{number}", date=f"2017-10-0{number + 1}", topics=["quality"], regions=["North", "south"])
        self.tool("huddle", topics=["safety"], team_levels=["1"])
        self.tool("charter", topics=["quality"], team_levels=["1", "2"])

    @property
    def out(self) -> Path:
        return self.folder / "public"

    def settings(self, value: dict[str, Any]) -> None:
        self.write("site.yaml", json.dumps(value, indent=1))

    def story(self, slug: str, body: str = "What the team did.\n", **fields: Any) -> None:
        self.page(
            "stories",
            slug,
            body,
            {"title": f"Story {slug}", "summary": f"A story: {slug[:60]}.", "date": "2017-01-01", **fields},
        )

    def tool(self, slug: str, body: str = "How to use it.\n", **fields: Any) -> None:
        needed = {
            "title": f"Tool {slug}",
            "summary": f"A tool: {slug[:60]}.",
            "best_used": "Daily.",
            "roles": ["anyone"],
        }
        self.page("tools", slug, body, {**needed, **fields})

    def page(self, folder: str, slug: str, body: str, fields: dict[str, Any]) -> None:
        head = "".join(f"{name}: {json.dumps(value)}\n" for name, value in fields.items())
        self.write(f"content/{folder}/{slug}.md", f"---\n{head}---\n\n{body}")

    def write(self, path: str, text: str) -> None:
        """Put a file in its place whole: a preview that is watching sees it once."""
        target, draft = self.root / path, self.folder / "draft"
        target.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(text, encoding="utf-8", newline="\n")
        draft.replace(target)

    def text(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def build(self, **choices: Any) -> Result:
        chosen = Choices(site=self.root, out=self.out, jobs=1)
        return build_site(dataclasses.replace(chosen, **choices))

    def build_clean(self, name: str = "clean", **choices: Any) -> Result:
        """Build from nothing into another folder, which is emptied first."""
        for folder in (name, f"{name}-state"):
            shutil.rmtree(self.folder / folder, ignore_errors=True)
        return self.build(out=self.folder / name, state=self.folder / f"{name}-state", **choices)


def files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
