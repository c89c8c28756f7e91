"""Render the Markdown texts inside front matter (answers, panels, slides), with positions in the file."""

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

Positioned = TypeVar("Positioned", bound=Ref | Shortcode | Location)

_PLAIN_ANCHOR = "section"


class SectionRenderer:
    """Renders the texts of one file, collects their problems, and makes every anchor of the page unique."""

    def __init__(self, file: SourceFile, anchors: set[str]) -> None:
        self.file = file
        self.anchors = anchors
        self.problems: list[Problem] = []

    def render(self, node: Node | None) -> Body:
        """Render the Markdown text of a scalar; return an empty body for any other node and for None."""
        if not isinstance(node, Scalar):
            return Body()
        body, problems = render_markdown(node.text, self.file.path, node.text_line, self.anchors)
        self.anchors.update(heading.anchor for heading in body.headings)
        self.problems += [self._moved_problem(problem, node) for problem in problems]
        segments = tuple(item if isinstance(item, Html) else self._moved(item, node) for item in body.segments)
        return msgspec.structs.replace(body, segments=segments)

    def claim_anchor(self, text: str) -> str:
        """Return an anchor for a heading that is unique in the page, and record it as used."""
        first = anchor = slug_of(text) or _PLAIN_ANCHOR
        number = 1
        while anchor in self.anchors:
            number += 1
            anchor = f"{first}-{number}"
        self.anchors.add(anchor)
        return anchor

    def _moved_problem(self, problem: Problem, node: Scalar) -> Problem:
        location = self._moved(problem.location, node)
        return msgspec.structs.replace(
            problem, location=location, excerpt=excerpt(self.file.text, location.line, column=location.column)
        )

    def _moved(self, positioned: Positioned, node: Scalar) -> Positioned:
        """Return a record with its column in the text changed to the column in the file.

        In a block, a line of text is indented; elsewhere the first line follows the name of the field.
        """
        if not positioned.column:
            return positioned
        if node.text_line > node.line:
            lines = self.file.text.split("\n")
            line = lines[positioned.line - 1] if positioned.line <= len(lines) else ""
            return msgspec.structs.replace(positioned, column=positioned.column + len(line) - len(line.lstrip(" ")))
        if positioned.line > node.line:
            return positioned
        before = node.column - 1 + (1 if node.style in {'"', "'"} else 0)
        return msgspec.structs.replace(positioned, column=positioned.column + before)


def questions_of(node: Node | None, renderer: SectionRenderer) -> tuple[Question, ...]:
    """Return the questions that can be read, in the order written."""
    return tuple(_question(item, renderer) for item in _mappings(node))


def panels_of(node: Node | None, renderer: SectionRenderer) -> tuple[Panel, ...]:
    """Return the panels that can be read, in the order written."""
    return tuple(_panel(item, renderer) for item in _mappings(node))


def slides_of(node: Node | None, images: Sequence[Image | None], renderer: SectionRenderer) -> tuple[Slide, ...]:
    """Return the slides that can be read, in the order written, each with its picture from `images`, if any."""
    slides = _mappings(node)
    return tuple(_slide(item, image, renderer) for item, image in zip_longest(slides, images[: len(slides)]))


def bars_of(node: Node | None) -> Bars | None:
    """Return a chart, or None where no bar can be read."""
    if not isinstance(node, Mapping):
        return None
    title, unit, source = (one_line(node.get(name)) for name in ("title", "unit", "source"))
    bars = _mappings(node.get("values"))
    values = tuple(Bar(one_line(bar.get("label")), one_line(bar.get("value"))) for bar in bars)
    return Bars(title, unit, source, values) if values else None


def stats_of(node: Node | None) -> tuple[Stat, ...]:
    """Return the figures that can be read, in the order written."""
    return tuple(Stat(*(one_line(stat.get(name)) for name in ("value", "label", "source"))) for stat in _mappings(node))


def _mappings(node: Node | None) -> list[Mapping]:
    return [item for item in items(node) if isinstance(item, Mapping)]


def _question(item: Mapping, renderer: SectionRenderer) -> Question:
    question = one_line(item.get("question"))
    return Question(question, renderer.claim_anchor(question), renderer.render(item.get("answer")))


def _panel(item: Mapping, renderer: SectionRenderer) -> Panel:
    title = one_line(item.get("title"))
    body = renderer.render(item.get("body"))
    return Panel(
        title=title,
        anchor=renderer.claim_anchor(title),
        body=body,
        stats=stats_of(item.get("stats")),
        bars=bars_of(item.get("bars")),
    )


def _slide(item: Mapping, image: Image | None, renderer: SectionRenderer) -> Slide:
    title = one_line(item.get("title"))
    body, notes = renderer.render(item.get("body")), renderer.render(item.get("notes"))
    return Slide(title=title, anchor=renderer.claim_anchor(title), body=body, notes=notes, image=image)
