"""Write a site for the benchmarks, site.yaml and content/, from a corpus, in one of two shapes.

`peer` has the lists, facets and pages that other generators get too; `full` has the facets that the LMP site offers
in each of its collections.
"""

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
FIELDS = {
    "region": ("Region", "regions"),
    "topic": ("Topic", "topics"),
    "level": ("Team level", "team_levels"),
    "format": ("Format", "formats"),
    "dimension": ("Dimension", "dimensions"),
    "role": ("Role", "roles"),
    "department": ("Department", "departments"),
}
PEER_FACETS = ("region", "topic", "level", "format")
FULL_FACETS = {
    "story": ("region", "topic", "department", "format", "level"),
    "tool": ("topic", "level", "dimension", "role", "format"),
    "video": ("topic", "region", "level", "dimension"),
    "library": ("region", "topic", "department", "format", "level"),
}
TITLES = {"story": "Stories", "tool": "Tools", "video": "Videos"}


def write_site(folder: Path, items: Iterable[Mapping[str, Any]], shape: str) -> None:
    """Write a whole site of a shape into a new folder; `items` are those of benchmarks/corpus.py."""
    all_items = list(items)
    folder.mkdir(parents=True)
    (folder / "site.yaml").write_text(json.dumps(settings(all_items, shape), indent=1), encoding="utf-8")
    if shape == "peer":
        shutil.copytree(FOLDER / "peer" / "templates", folder / "templates")
    for kind in TITLES:
        (folder / "content" / kind).mkdir(parents=True)
    for item in all_items:
        path = folder / "content" / item["kind"] / f"{item['slug']}.md"
        path.write_text(page(item), encoding="utf-8", newline="\n")


def settings(items: Sequence[Mapping[str, Any]], shape: str) -> dict[str, Any]:
    """Return the content of site.yaml, with the terms that these items have."""
    facets: Mapping[str, Sequence[str]] = FULL_FACETS if shape == "full" else {"library": PEER_FACETS}
    used = {facet for facet_ids in facets.values() for facet in facet_ids}
    taxonomies = {
        name: {"label": label, "field": field, "terms": _terms(items, field)}
        for name, (label, field) in FIELDS.items()
        if name in used
    }
    collections: dict[str, Any] = {
        kind: {
            "kind": kind,
            "title": title,
            "facets": list(facets.get(kind, ())),
            "related": 0,
            "feed": shape == "full",
        }
        for kind, title in TITLES.items()
    }
    collections["library"] = {
        "title": "Library", "from": list(TITLES), "facets": list(facets["library"]), "list": shape == "full",
    }  # fmt: skip
    return {
        "title": "Resource library",
        "base_url": "https://example.org",
        "taxonomies": taxonomies,
        "collections": collections,
        "images": {"open_graph": "items" if shape == "full" else "none"},
        "menus": {"main": [{"label": title, "url": f"/{kind}/"} for kind, title in TITLES.items()]},
    }


def page(item: Mapping[str, Any]) -> str:
    """Return the content file of an item; its values are JSON, which is YAML."""
    fields = {"title": item["title"], "date": item["date"], "summary": item["summary"]}
    for _, field in FIELDS.values():
        if item.get(field):
            fields[field] = [str(value) for value in item[field]]
    if item["kind"] == "tool":
        fields["best_used"] = "When a team begins."
        fields.setdefault("roles", ["manager"])
    if item["kind"] == "video":
        fields["transcript"] = "What is said in the film."
    lines = [f"{name}: {value if name == 'date' else json.dumps(value)}\n" for name, value in fields.items()]
    return "---\n" + "".join(lines) + "---\n\n" + str(item["body"])


def _terms(items: Sequence[Mapping[str, Any]], field: str) -> dict[str, str]:
    values = sorted({str(value) for item in items for value in item.get(field, ())})
    return {value: value.replace("-", " ").title() for value in values}
