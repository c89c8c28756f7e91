# ruff: noqa: INP001
"""Which page of the site offers a file: what the foot of each sheet says."""

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).resolve().parents[2]


class Source(NamedTuple):
    """The page that offers a file: its address, and the day of its last change, empty if the page names none."""

    address: str
    updated: str = ""


def source_of(name: str) -> Source:
    """Return the page that offers a file of static/downloads; the home page if none does."""
    return _sources().get(f"downloads/{name}", Source(f"{_settings()['base_url']}/"))


@lru_cache
def _sources() -> dict[str, Source]:
    sources: dict[str, Source] = {}
    collections = _settings()["collections"]
    for path in sorted((ROOT / "content").glob("*/*.md")):
        fields = _front_matter(path)
        if path.parent.name not in collections or not isinstance(fields.get("downloads"), list):
            continue
        place = collections[path.parent.name].get("address", path.parent.name)
        address = f"{_settings()['base_url']}/{place}/{fields.get('slug', path.stem)}/"
        for download in fields["downloads"]:
            sources.setdefault(download.get("file", ""), Source(address, _long(fields.get("updated"))))
    return sources


@lru_cache
def _settings() -> dict[str, Any]:
    settings: dict[str, Any] = yaml.safe_load((ROOT / "site.yaml").read_text("utf-8"))
    return settings


def _front_matter(path: Path) -> dict[str, Any]:
    fields: dict[str, Any] = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])
    return fields


def _long(day: date | None) -> str:
    return f"{day:%B} {day.day}, {day.year}" if day else ""
