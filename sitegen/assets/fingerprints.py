"""Static files: what they are called in the output, and what goes into the stylesheet."""

import re
from collections.abc import Callable, Iterable
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import NamedTuple

FINGERPRINTED = ("css/", "js/", "fonts/", "icons/")
"""Folders of static/ whose files get a name that changes with their bytes; all others keep theirs.

They hold the look of a site: one that lacks a file of these folders gets the shipped one.
"""

STYLESHEET = "css/site.css"
"""The name, for templates, of all files of static/css/ in one."""

_URL = re.compile(r"""url\(\s*(["']?)(?![a-z]+:|#|/)([^"')]+)\1\s*\)""")
_ENDS = ("{", "}", ";", ",")
_STRING_OR_COMMENT = re.compile(r"""/\*.*?\*/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'""", re.DOTALL)


class Place(NamedTuple):
    """A place in a stylesheet: its path below static/, line and column from 1."""

    path: str
    line: int
    column: int


def fingerprinted(path: str, data: bytes) -> str:
    """Give the output path of an asset: assets/ and its name with ten hex digits of its digest."""
    pure = PurePosixPath(path)
    digest = blake2b(data, digest_size=5).hexdigest()
    return str(PurePosixPath("assets", pure.parent, f"{pure.stem}.{digest}{pure.suffix}"))


def is_fingerprinted(path: str) -> bool:
    """Whether a file of static/ gets a name that changes with its bytes."""
    return path.startswith(FINGERPRINTED)


def stylesheet(files: Iterable[tuple[str, str]], link: Callable[[str, Place], str]) -> str:
    """Put the (path, text) of stylesheets together, in order.

    `link` gives the address of a path below static/, which is named at a place. A relative `url(...)` is read from
    its own file's folder.
    """
    parts = []
    for path, text in files:
        folder = PurePosixPath(path).parent

        def replace(found: re.Match[str], path: str = path, folder: PurePosixPath = folder) -> str:
            before = found.string[: found.start(2)]
            place = Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
            return f'url("{link(_join(folder, found[2].strip()), place)}")'

        parts.append(_lean(_URL.sub(replace, text)))
    return "".join(parts)


def _lean(text: str) -> str:
    """Leave out comments, indents, and the ends of lines that say nothing: more than a third of what is sent."""
    bare = _STRING_OR_COMMENT.sub(lambda found: "" if found[0].startswith("/*") else found[0], text)
    lines = (line.strip() for line in bare.splitlines())
    return "".join(line if line.endswith(_ENDS) else f"{line}\n" for line in lines if line)


def _join(folder: PurePosixPath, target: str) -> str:
    parts = list(folder.parts)
    for part in target.split("/"):
        if part == "..":
            if parts:
                parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
