"""The facts of a site that stands in a test."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sitegen.config import read_config
from sitegen.model.folders import CONTENT, GOLDEN_QUERIES
from sitegen.overview.overview_records import Row, Section
from sitegen.overview.site_facts import SiteFacts, make_site_facts

SETTINGS = """\
title: Site
base_url: https://example.org/lmp
timezone: America/Los_Angeles
taxonomies:
  topic:
    label: Topic
    field: topics
    terms: {quality: Quality, safety: Safety}
  level: {label: Team level, field: team_levels, terms: {"1": Level 1, "2": Level 2}}
  dimension: {label: Dimension, field: dimensions, terms: {training: Training, sponsorship: Sponsorship}}
  region: {label: Region, field: regions, terms: any}
collections:
  stories: {kind: story, title: Stories, facets: [topic, region]}
  tools: {kind: tool, title: Tools, facets: [topic], order: [charter]}
  about: {kind: page, title: About, list: false}
  regions: {kind: region, title: Regions, list: false}
menus:
  main:
    - {label: Huddle, url: /tools/huddle/}
redirects: {/old/: /stories/one/}
"""


def story(**fields: str) -> str:
    """Return the text of a story: fields as YAML, whose `body` is its text."""
    body = fields.pop("body", "What the team did.")
    given = {"title": "One", "summary": "In short.", "date": "2017-10-05", **fields}
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in given.items() if value) + f"---\n{body}\n"


def tool(**fields: str) -> str:
    """Return the text of a tool, as `story` does."""
    return story(**{"title": "Huddle", "date": "", "best_used": "Daily.", "roles": "[anyone]", **fields})


def facts(
    pages: Mapping[str, str],
    now: str = "2026-05-01T12:00",
    *,
    settings: str = SETTINGS,
    static: Iterable[str] = (),
    texts: Mapping[str, str] | None = None,
    golden: str = "",
    shows_hidden: bool = False,
) -> SiteFacts:
    """Return the facts of a site with these texts of pages, by their paths below content/."""
    config, problems = read_config(settings.encode())
    assert config is not None, problems
    files = {"site.yaml": settings.encode(), **{f"{CONTENT}/{path}": text.encode() for path, text in pages.items()}}
    files |= {GOLDEN_QUERIES: golden.encode()} if golden else {}
    moment = datetime.fromisoformat(now)
    return make_site_facts(config, files, pages, moment, static=static, texts=texts, shows_hidden=shows_hidden)


def said(section: Section) -> list[str]:
    """Return the rows of a section, each on a line: file, line, what."""
    return [_said(row) for row in section.rows]


def _said(row: Row) -> str:
    return f"{row.file.removeprefix(f'{CONTENT}/')}:{row.line}{f' {row.what}' if row.what else ''}"
