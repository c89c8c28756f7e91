"""The least that settings hold, and what is said of them, a line a problem."""

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
    """Give what is said of a site.yaml: place, headline, hint."""
    return [f"{problem.location}: {problem.headline} | {problem.hint}" for problem in read_config(data)[1]]
