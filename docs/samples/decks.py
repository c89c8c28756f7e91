# ruff: noqa: INP001
"""The slides of the pages of content/tools/ that have a slideshow, as words for a deck to download."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

TOOLS = Path(__file__).resolve().parents[2] / "content" / "tools"
_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")


class Words(NamedTuple):
    """What stands on a slide, and what its presenter says."""

    title: str
    points: tuple[str, ...]
    notes: str


def slides_of(name: str) -> Iterator[Words]:
    """Yield the slides of a page by the name of its file, without .md."""
    front_matter = (TOOLS / f"{name}.md").read_text(encoding="utf-8").split("\n---\n")[0]
    for slide in yaml.safe_load(front_matter)["slides"]:
        yield Words(slide["title"], tuple(_points(slide["body"])), _plain(slide.get("notes", "")))


def _points(body: str) -> Iterator[str]:
    """Yield the paragraphs and list items of Markdown, without its marks."""
    for block in re.split(r"\n\s*\n|\n(?=- |\d+\. )", body.strip()):
        yield _plain(re.sub(r"^- ", "", block.strip()))


def _plain(markdown: str) -> str:
    return " ".join(_LINK.sub(r"\1", markdown).replace("**", "").split())
