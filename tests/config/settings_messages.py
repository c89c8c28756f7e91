"""Minimal settings, and the messages about a site.yaml, one line each."""

from sitegen.config import read_config

BASE = "title: Teams\nbase_url: https://www.example.org\n"
TAX = """\
taxonomies:
  topic:
    field: topics
    terms:
      quality: Quality
      service: {label: Service, also: [customer service]}
"""
COL = "collections:\n  stories:\n    kind: story\n"


def messages(data: bytes) -> list[str]:
    """Return the problems of a site.yaml as lines: location, headline, hint."""
    return [f"{problem.location}: {problem.headline} | {problem.hint}" for problem in read_config(data)[1]]
