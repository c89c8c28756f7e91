"""The files of static/css/ as one stylesheet: in order, minified, with links that lead to the output."""

import re
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath
from typing import NamedTuple

STYLESHEET = "css/site.css"
"""The path below static/ by which templates name the one stylesheet."""

_OF_PAGES = "css/pages/"
_URL = re.compile(r"""url\(\s*(["']?)(?![a-z]+:|#|/)([^"')]+)\1\s*\)""")
_ENDS = ("{", "}", ";", ",")
_STRING_OR_COMMENT = re.compile(r"""/\*.*?\*/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'""", re.DOTALL)


class UrlPosition(NamedTuple):
    """Where a stylesheet names a file: the stylesheet's path below static/, line and column from 1."""

    path: str
    line: int
    column: int


LinkTo = Callable[[str, UrlPosition], str]
"""Returns the link to a file by its path below static/, and where the stylesheet names it."""


def is_stylesheet(path: str) -> bool:
    """Return whether a file, by its path below static/, is a part of the one stylesheet."""
    return path.startswith("css/") and path.endswith(".css") and not is_stylesheet_of_page(path)


def is_stylesheet_of_page(path: str) -> bool:
    """Return whether a file, by its path below static/, is a stylesheet that some pages load besides the one of all."""
    return path.startswith(_OF_PAGES) and path.endswith(".css")


def minify_stylesheet(data: bytes) -> bytes:
    """Return a stylesheet without comments and indents."""
    return _minify_css(data.decode("utf-8", "replace")).encode()


def join_stylesheets(files: Iterable[tuple[str, str]], link_to: LinkTo) -> str:
    """Return the (path, text) of stylesheets as one text, in the order given.

    A relative `url(...)` is resolved against the folder of its own file.
    """
    return "".join(_minify_css(_with_links(path, text, link_to)) for path, text in files)


def _with_links(path: str, text: str, link_to: LinkTo) -> str:
    folder = PurePosixPath(path).parent

    def replace(match: re.Match[str]) -> str:
        before = match.string[: match.start(2)]
        position = UrlPosition(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return f'url("{link_to(_resolve(folder, match[2].strip()), position)}")'

    return _URL.sub(replace, text)


def _resolve(folder: PurePosixPath, target: str) -> str:
    parts = list(folder.parts)
    for part in target.split("/"):
        if part == "..":
            if parts:
                parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _minify_css(text: str) -> str:
    """Drop comments, indents, and line ends that mean nothing: more than a third of the bytes."""
    bare = _STRING_OR_COMMENT.sub(lambda match: "" if match[0].startswith("/*") else match[0], text)
    lines = (line.strip() for line in bare.splitlines())
    return "".join(line if line.endswith(_ENDS) else f"{line}\n" for line in lines if line)
