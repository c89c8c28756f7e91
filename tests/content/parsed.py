"""Pages parsed for tests, and the messages about wrong ones."""

from sitegen.content.page_parser import parse_page
from sitegen.errors import Problem
from sitegen.model import Page
from sitegen.model.kinds import KINDS

STORY = "---\ntitle: Teams rise\ndate: 2017-10-05\nsummary: They do.\n"


def valid_page(path: str, data: bytes, kind: str) -> tuple[Page | None, tuple[Problem, ...]]:
    """Read a file of content/: the page and its warnings, or None and every problem found."""
    page, problems = parse_page(path, data, KINDS[kind].id)
    return None if page.is_wrong else page, problems


def page_of(text: str, kind: str = "story", path: str = "stories/teams-rise.md") -> Page:
    page, problems = valid_page(path, text.encode(), kind)
    assert problems == ()
    assert page is not None
    return page


def messages(text: str, kind: str = "story", path: str = "stories/teams-rise.md") -> list[str]:
    page, problems = valid_page(path, text.encode(), kind)
    assert (page is None) is any(problem.is_error for problem in problems)
    return [f"{p.location.line}:{p.location.column} {p.headline}" for p in problems]
