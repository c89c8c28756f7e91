"""JavaScript modules of static/js/ as they are sent: no comment lines, and imports that name fingerprinted files.

Nothing is bundled and no statement is changed. What a comment line is can be told without parsing JavaScript: no
regular expression begins with `//` or `/*`, so that only a text between backticks can hold such a line as text.
"""

import posixpath
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

_IMPORT = re.compile(r"""((?:^|[\s;}])(?:from|import)\s*\(?\s*)(["'])(\.{1,2}/[^"'\n]+)\2""")
_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*(?:(?!\*/).)*\*/[ \t]*)(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_IS_STATIC = re.compile(r"(?:from|import)\s*\Z")


class Import(NamedTuple):
    """What a module imports: its path below static/, whether at once (`import(...)` waits), its place."""

    path: str
    is_static: bool
    line: int
    column: int


def is_module(path: str) -> bool:
    """Whether a path below static/ is a module: a file of js/ whose name ends with .js."""
    return path.startswith("js/") and path.endswith(".js")


def imports(path: str, text: str) -> tuple[Import, ...]:
    """Give the relative imports of the module at `path` (below static/) in the order written."""
    return tuple(_imports(path, _without_comments(text, keep_lines=True)))


def _imports(path: str, text: str) -> Iterator[Import]:
    for found in _IMPORT.finditer(text):
        before = text[: found.start(3)]
        place = before.count("\n") + 1, len(before) - before.rfind("\n")
        yield Import(_join(path, found[3]), _IS_STATIC.search(found[1]) is not None, *place)


def module(path: str, text: str, output_path: Callable[[str], str]) -> str:
    """Give the module at `path` as it is sent.

    `output_path` gives where a file of static/ stands in the output; imports stay relative, so that the site may
    stand below any path.
    """
    folder = posixpath.dirname(posixpath.join("assets", path))

    def rewrite(found: re.Match[str]) -> str:
        target = posixpath.relpath(output_path(_join(path, found[3])), folder)
        return f"{found[1]}{found[2]}{target if target.startswith('.') else './' + target}{found[2]}"

    return _IMPORT.sub(rewrite, _without_indents(_without_comments(text)))


def _join(path: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def _without_comments(text: str, *, keep_lines: bool = False) -> str:
    def drop(found: re.Match[str]) -> str:
        if _is_in_template(text, found.start()):
            return found[0]
        return "\n" * found[0].count("\n") if keep_lines else ""

    return _COMMENT.sub(drop, text)


def _without_indents(text: str) -> str:
    parts = text.split("`")
    return (
        "`".join(re.sub(r"\n\s+", "\n", part) if at % 2 == 0 else part for at, part in enumerate(parts)).strip() + "\n"
    )


def _is_in_template(text: str, at: int) -> bool:
    """Whether a place may stand between backticks; those of comments come in pairs."""
    return text.count("`", 0, at) % 2 == 1
