"""A site in memory whose terms are renamed, and what a rename makes of it."""

from collections.abc import Mapping

from sitegen.config import read_config
from sitegen.upkeep.file_changes import ChangeSet
from sitegen.upkeep.terms.renaming import rename_term

SETTINGS = """title: Site
base_url: https://example.org
taxonomies:
  topic:
    label: Topic
    field: topics
    terms:
      # how care goes
      quality: {label: Quality, also: [clinical quality]}
      safety: Safety at Work  # injuries, too
      'cost':
      service: {also: member experience}
  issue:
    field: issue
    terms: any
  level: {field: team_levels, terms: {"1": Level 1, "2": Level 2}}
  dimension: {field: dimensions, terms: {training: , sponsorship: }}
collections:
  stories:
    kind: story
    facets: [level, topic, issue, dimension]
    pairs: [[topic, issue], [level, topic]]
  levels: {kind: level, address: path}
  dimensions: {kind: dimension, address: path, list: false}
  care: {from: stories, where: {topics: [quality, safety]}, facets: [topic]}
menus:
  main:
    - {label: Care, url: /stories/topic/quality/}
"""


def page(fields: str, body: str = "Text.\n") -> bytes:
    return f"---\ntitle: A title\nsummary: In a sentence.\ndate: 2017-10-05\n{fields}---\n{body}".encode()


def rename(
    *words: str, label: str = "", settings: str = SETTINGS, others: Mapping[str, bytes] | None = None, **stories: bytes
) -> ChangeSet:
    """Return what `rename-term` changes in a site of these stories, and of other files by their paths."""
    config, problems = read_config(settings.encode())
    assert config, problems
    taxonomy, old, new = words
    files = {f"content/stories/{name}.md": data for name, data in stories.items()}
    files |= {"site.yaml": settings.encode(), **(others or {})}
    return rename_term(config, files, taxonomy, (old, new), label, lambda _: True)


def after(change_set: ChangeSet, path: str = "site.yaml") -> str:
    """Return the text of a file after a change; empty where it does not change, or is deleted."""
    changed = {change.path: change.after or b"" for change in change_set.changes}
    return changed.get(path, b"").decode()


def lines(change_set: ChangeSet, path: str = "site.yaml") -> list[str]:
    """Return the lines of a file after a change that were not there before, without the spaces around them."""
    before = next((change.before or b"" for change in change_set.changes if change.path == path), b"")
    return [line.strip() for line in after(change_set, path).splitlines() if line not in before.decode().splitlines()]
