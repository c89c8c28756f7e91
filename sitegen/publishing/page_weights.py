"""What the pages of a release weigh on the wire: packed, with the styles that they load."""

import gzip
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from sitegen.model import Record
from sitegen.publishing.release_contents import ReleaseFile

MOST_OF_A_PAGE = 62_000
"""Bytes that a page may have, packed as hosts pack it, with its styles, without font, scripts and pictures."""

_STYLE = re.compile(r'<link rel="stylesheet" href="[^"]*?/(assets/[^"]+\.css)"')


class PageWeights(Record, frozen=True):
    """How many pages were weighed, how many are over the budget, and the heaviest: its path and bytes."""

    pages: int
    over: int
    heaviest: str = ""
    most: int = 0


def weigh_pages(files: Mapping[str, ReleaseFile], source: Callable[[str], Path | bytes]) -> PageWeights:
    """Return what the pages of a release weigh; `source` returns what a file holds, or where, by its path.

    Raises OSError where a file cannot be read.
    """
    styles: dict[str, int] = {}
    weights = {}
    for path in files:
        if not path.endswith(".html"):
            continue
        data = _data(source(path))
        weights[path] = _packed(data)
        for style in set(_STYLE.findall(data.decode("utf-8", "replace"))):
            if style in files and style not in styles:
                styles[style] = _packed(_data(source(style)))
            weights[path] += styles.get(style, 0)
    heaviest = max(weights, key=lambda path: weights[path], default="")
    over = sum(weight > MOST_OF_A_PAGE for weight in weights.values())
    return PageWeights(len(weights), over, heaviest, weights.get(heaviest, 0))


def _data(source: Path | bytes) -> bytes:
    return source if isinstance(source, bytes) else source.read_bytes()


def _packed(data: bytes) -> int:
    return len(gzip.compress(data, 6, mtime=0))
