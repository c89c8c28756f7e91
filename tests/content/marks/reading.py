"""Bodies as readers and writers get them: HTML in one line, and messages with their places."""

import re

from sitegen.content.markdown import render_markdown
from sitegen.model import Html


def html_of(text: str) -> str:
    """Return the HTML of a body, without line ends between tags."""
    body, _ = render_markdown(text, "content/stories/x.md", 5)
    pieces = (segment.html if isinstance(segment, Html) else "{}" for segment in body.segments)
    return re.sub(r"(?<=>)\n+|\n+(?=<(?!/code))", "", "".join(pieces).strip())


def messages(text: str) -> list[str]:
    """Return the problems of a body that starts at line 5: place, severity and headline."""
    _, problems = render_markdown(text, "content/stories/x.md", 5)
    return [f"{p.location.line}:{p.location.column}: {p.severity}: {p.headline}" for p in problems]


def hints(text: str) -> list[str]:
    """Return the hints of the problems of a body."""
    return [problem.hint for problem in render_markdown(text, "content/stories/x.md", 5)[1]]
