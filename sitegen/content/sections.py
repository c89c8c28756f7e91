"""Render the Markdown texts inside front matter (answers, panels, slides), with positions in the file."""

from collections.abc import Sequence
from functools import cached_property
from itertools import islice, zip_longest

import msgspec

from sitegen.content.anchors import Anchors
from sitegen.content.markdown import render_markdown
from sitegen.errors import Location, Problem
from sitegen.located import Mapping, Node, Scalar, SourceFile
from sitegen.located.nodes import items, one_line
from sitegen.model import Bar, Bars, Body, Image, Panel, Question, Slide, Stat

MOST_CHARACTERS = 200_000
"""So many characters all Markdown texts of a front matter have together."""


class SectionRenderer:
    """Renders the texts of one file, collects their problems and places, and makes every anchor of the page unique."""

    def __init__(self, file: SourceFile, anchors: Anchors, places: dict[str, Location]) -> None:
        self.file = file
        self.anchors = anchors
        self.places = places
        self.problems: list[Problem] = []
        self._characters = 0

    @cached_property
    def _lines(self) -> list[str]:
        return self.file.text.split("\n")

    def render(self, node: Node | None) -> Body:
        """Render the Markdown text of a scalar; return an empty body for any other node and for None."""
        if not isinstance(node, Scalar):
            return Body()
        earlier_characters = self._characters
        self._characters += len(node.text)
        if self._characters > MOST_CHARACTERS:
            if earlier_characters <= MOST_CHARACTERS:
                headline = f"the texts of the fields have more than {MOST_CHARACTERS:,} characters"
                self.problems.append(self.file.problem_at(node, headline, "split the page into several pages"))
            return Body()
        earlier, earlier_links = len(self.places), len(self.anchors.open_links)
        body, problems = render_markdown(node.text, self.file.path, node.text_line, self.anchors, self.places)
        self.problems += [self._moved_problem(problem, node) for problem in problems]
        for number, (fragment, problem) in enumerate(self.anchors.open_links[earlier_links:], earlier_links):
            moved = msgspec.structs.replace(problem, location=self._moved(problem.location, node))
            self.anchors.open_links[number] = fragment, moved
        for name in list(islice(reversed(self.places), len(self.places) - earlier)):
            self.places[name] = self._moved(self.places[name], node)
        return body

    def _moved_problem(self, problem: Problem, node: Scalar) -> Problem:
        """Return a problem at its place in the file; its lines there are shown only if it is kept."""
        return msgspec.structs.replace(problem, location=self._moved(problem.location, node), excerpt=())

    def _moved(self, location: Location, node: Scalar) -> Location:
        """Return a location with its column in the text changed to the column in the file.

        In a block, a line of text is indented; elsewhere the first line follows the name of the field.
        """
        if not location.column:
            return location
        if node.text_line > node.line:
            line = self._lines[location.line - 1] if location.line <= len(self._lines) else ""
            return msgspec.structs.replace(location, column=location.column + len(line) - len(line.lstrip(" ")))
        if location.line > node.line:
            return location
        before = node.column - 1 + (1 if node.style in {'"', "'"} else 0)
        return msgspec.structs.replace(location, column=location.column + before)


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
    return Question(question, renderer.anchors.claim(question), renderer.render(item.get("answer")))


def _panel(item: Mapping, renderer: SectionRenderer) -> Panel:
    title = one_line(item.get("title"))
    body = renderer.render(item.get("body"))
    return Panel(
        title=title,
        anchor=renderer.anchors.claim(title),
        body=body,
        stats=stats_of(item.get("stats")),
        bars=bars_of(item.get("bars")),
    )


def _slide(item: Mapping, image: Image | None, renderer: SectionRenderer) -> Slide:
    title = one_line(item.get("title"))
    body, notes = renderer.render(item.get("body")), renderer.render(item.get("notes"))
    return Slide(title=title, anchor=renderer.anchors.claim(title), body=body, notes=notes, image=image)
