"""The texts within front matter - answers, panels, slides - as bodies, with the places of the file they stand in."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import TypeVar

import msgspec

from sitegen.content.markdown import render_markdown
from sitegen.content.slugs import slug_of
from sitegen.errors import Location, Problem, excerpt
from sitegen.located import Mapping, Node, Scalar, SourceFile
from sitegen.located.nodes import items, one_line
from sitegen.model import Bar, Bars, Body, Html, Image, Panel, Question, Ref, Shortcode, Slide, Stat

Placed = TypeVar("Placed", bound=Ref | Shortcode | Location)

_PLAIN_ANCHOR = "section"


class Renderer:
    """Renders the texts of one file, gathers their problems, and keeps the anchors of the page apart."""

    def __init__(self, file: SourceFile, anchors: set[str]) -> None:
        self.file = file
        self.anchors = anchors
        self.problems: list[Problem] = []

    def render(self, node: Node | None) -> Body:
        """Give the body of a Markdown text; an empty one where there is no text."""
        if not isinstance(node, Scalar):
            return Body()
        body, problems = render_markdown(node.text, self.file.path, node.text_line, self.anchors)
        self.anchors.update(heading.anchor for heading in body.headings)
        self.problems += [self._placed_problem(problem, node) for problem in problems]
        segments = tuple(item if isinstance(item, Html) else self._shifted(item, node) for item in body.segments)
        return msgspec.structs.replace(body, segments=segments)

    def anchor(self, text: str) -> str:
        """Give an anchor for a heading that no other one of the page has."""
        first = anchor = slug_of(text) or _PLAIN_ANCHOR
        number = 1
        while anchor in self.anchors:
            number += 1
            anchor = f"{first}-{number}"
        self.anchors.add(anchor)
        return anchor

    def _placed_problem(self, problem: Problem, node: Scalar) -> Problem:
        place = self._shifted(problem.location, node)
        return msgspec.structs.replace(problem, location=place, excerpt=excerpt(self.file.text, place.line))

    def _shifted(self, placed: Placed, node: Scalar) -> Placed:
        """Move a column of the text to where it stands in the file: behind the spaces or the field's name."""
        if not placed.column:
            return placed
        if node.text_line > node.line:
            lines = self.file.text.split("\n")
            line = lines[placed.line - 1] if placed.line <= len(lines) else ""
            return msgspec.structs.replace(placed, column=placed.column + len(line) - len(line.lstrip(" ")))
        if placed.line > node.line:
            return placed
        before = node.column - 1 + (1 if node.style in {'"', "'"} else 0)
        return msgspec.structs.replace(placed, column=placed.column + before)


def questions_of(node: Node | None, renderer: Renderer) -> tuple[Question, ...]:
    """Give the questions that can be read, in the order written."""
    found = [item for item in items(node) if isinstance(item, Mapping)]
    return tuple(_question(item, renderer) for item in found)


def panels_of(node: Node | None, renderer: Renderer) -> tuple[Panel, ...]:
    """Give the panels that can be read, in the order written."""
    found = [item for item in items(node) if isinstance(item, Mapping)]
    return tuple(_panel(item, renderer) for item in found)


def slides_of(node: Node | None, images: Sequence[Image | None], renderer: Renderer) -> tuple[Slide, ...]:
    """Give the slides that can be read, in the order written, with their pictures; no pictures where none are given."""
    found = [item for item in items(node) if isinstance(item, Mapping)]
    return tuple(_slide(item, image, renderer) for item, image in zip_longest(found, images[: len(found)]))


def bars_of(node: Node | None) -> Bars | None:
    """Give a chart, or None where there are no bars to read."""
    if not isinstance(node, Mapping):
        return None
    found = [item for item in items(node.get("values")) if isinstance(item, Mapping)]
    title, unit, source = (one_line(node.get(name)) for name in ("title", "unit", "source"))
    values = tuple(Bar(one_line(item.get("label")), one_line(item.get("value"))) for item in found)
    return Bars(title, unit, source, values) if values else None


def stats_of(node: Node | None) -> tuple[Stat, ...]:
    """Give the figures that can be read, in the order written."""
    found = [item for item in items(node) if isinstance(item, Mapping)]
    return tuple(Stat(*(one_line(item.get(name)) for name in ("value", "label", "source"))) for item in found)


def _question(item: Mapping, renderer: Renderer) -> Question:
    question = one_line(item.get("question"))
    return Question(question, renderer.anchor(question), renderer.render(item.get("answer")))


def _panel(item: Mapping, renderer: Renderer) -> Panel:
    title = one_line(item.get("title"))
    body = renderer.render(item.get("body"))
    return Panel(
        title=title,
        anchor=renderer.anchor(title),
        body=body,
        stats=stats_of(item.get("stats")),
        bars=bars_of(item.get("bars")),
    )


def _slide(item: Mapping, image: Image | None, renderer: Renderer) -> Slide:
    title = one_line(item.get("title"))
    body, notes = renderer.render(item.get("body")), renderer.render(item.get("notes"))
    return Slide(title=title, anchor=renderer.anchor(title), body=body, notes=notes, image=image)
