"""Warn of files that are shown as pictures and are none, and of arguments of shortcodes that say nothing."""

from collections.abc import Iterator

from sitegen.content.doubtful_targets import kind_of_no_picture
from sitegen.content.marks_in_fields import find_marks, hint_at
from sitegen.content.source_scan import BodySource
from sitegen.errors import Problem, in_few_words
from sitegen.located import Mapping, Scalar, SourceFile
from sitegen.located.nodes import Node, items, one_line, value_at
from sitegen.model import Shortcode
from sitegen.model.folders import STATIC

FILE_KEYS = frozenset({"src", "file", "poster", "captions"})
"""The arguments of shortcodes that name a file below static/."""

_PICTURE_HINT = "name a picture, such as images/team.jpg; a link can lead to any other file"


def picture_problems(fields: Mapping, file: SourceFile) -> Iterator[Problem]:
    """Yield a warning for each field of a picture that names a file of another kind."""
    values = [value_at(fields.get("image"), "src"), fields.get("poster")]
    values += [value_at(value_at(slide, "image"), "src") for slide in items(fields.get("slides"))]
    return (problem for value in values for problem in _picture_problem(value, file))


def _picture_problem(value: Node | None, file: SourceFile) -> Iterator[Problem]:
    kind = kind_of_no_picture(one_line(value))
    if isinstance(value, Scalar) and kind:
        yield file.problem_at(value, _no_picture(one_line(value), kind), _PICTURE_HINT, severity="warning")


def argument_problems(shortcode: Shortcode, typed: str, offset: int, source: BodySource) -> Iterator[Problem]:
    """Yield a warning for each argument of a shortcode that is empty, has marks, or names no picture for one.

    An empty `alt` is an error of the shortcode itself.
    `typed` is the shortcode as it stands in the text, at an offset.
    """
    for key, value in shortcode.arguments:
        place = offset + max(typed.find(f"{key}="), 0)
        kind = kind_of_no_picture(value) if key == "poster" or (shortcode.name, key) == ("figure", "src") else ""
        if not value.strip() and key != "alt":
            hint = f'write what it says, or delete {key}=""'
            yield source.problem(place, f'"{key}" says nothing', hint, "warning")
        elif kind:
            yield source.problem(place, _no_picture(value, kind), _hint(value, kind, source), "warning")
        elif key not in FILE_KEYS and (mark := next(find_marks(value), None)):
            headline = f'"{in_few_words(mark.typed)}" is shown as it is typed: "{key}" is plain text'
            yield source.problem(place, headline, hint_at(mark), "warning")


def _no_picture(path: str, kind: str) -> str:
    return f'"{path}" is {kind}, and no picture that a page can show'


def _hint(path: str, kind: str, source: BodySource) -> str:
    if kind == "a film":
        return f'write video in place of figure: {{{{ video src="{path}" }}}}'
    file = f"{'../' * source.path.count('/')}{STATIC}/{path.removeprefix('/').removeprefix(f'{STATIC}/')}"
    return f"write a link in its place: [...]({file})"
