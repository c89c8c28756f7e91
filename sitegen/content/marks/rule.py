"""What a rule about marks is: a function of a source that returns edits and problems."""

from collections.abc import Callable
from typing import NamedTuple

from sitegen.content.edits import Edit
from sitegen.content.source_scan import BodySource
from sitegen.errors import Problem


class RuleResult(NamedTuple):
    """Edits of a source, which do not overlap, and the problems that a rule reports."""

    edits: tuple[Edit, ...] = ()
    problems: tuple[Problem, ...] = ()


NO_RESULT = RuleResult()

Rule = Callable[[BodySource], RuleResult]
"""A rule looks first, and cheaply, whether a text can hold its marks at all; it takes linear time on any text."""
