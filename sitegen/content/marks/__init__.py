"""Read the marks of a body as its writer means them, before Markdown does.

A writer types and pastes marks that Markdown reads otherwise than they look: a list right after a line, a bullet
from a word processor, a table without its hyphen line. Each rule here finds one kind of them, and returns edits of
the source that Markdown reads rightly, or a located problem where the meaning is not certain.
"""

from sitegen.content.marks.rule_order import RULES
from sitegen.content.source_scan import BodySource
from sitegen.errors import Problem


def read_marks(source: BodySource) -> tuple[BodySource, list[Problem]]:
    """Apply the rules to a body, each to what the rules before it left.

    Returns the source that Markdown is to read, whose places are those of the file, and the problems in the order of
    the rules. A body without anything to edit is returned as it is.
    """
    problems: list[Problem] = []
    for rule in RULES:
        result = rule(source)
        problems += result.problems
        source = source.edited(result.edits)
    return source, problems
