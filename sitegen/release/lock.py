"""The lock of the packages, read: which versions there are, with the digests of their files, and who needs them."""

import re
from collections.abc import Iterator
from operator import attrgetter

from sitegen.model.record import Record

_PINNED = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?:\s*;\s*(?P<marker>[^\\]*))?")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_VIA = re.compile(r"\s+#\s+(?:via\s+)?(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)")


class Package(Record, frozen=True, kw_only=True):
    """A package of a lock: on which systems it is installed (empty: on all), its files' SHA-256, who needs it.

    `hashes` are sorted. `needed_by` are names of packages, sorted; the project itself is `sitegen`.
    """

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]
    needed_by: tuple[str, ...]


def read_lock(text: str) -> tuple[Package, ...]:
    """Return the packages of a lock (requirements.txt with hashes and comments of who needs what), sorted by name."""
    return tuple(sorted(map(_package, _blocks(text)), key=attrgetter("name", "version")))


def _blocks(text: str) -> Iterator[list[str]]:
    lines: list[str] = []
    for line in text.splitlines():
        if _PINNED.match(line) and lines:
            yield lines
            lines = []
        if lines or _PINNED.match(line):
            lines.append(line)
    if lines:
        yield lines


def _package(lines: list[str]) -> Package:
    match = _PINNED.match(lines[0])
    if match is None:
        raise AssertionError("a block begins with a pinned package")
    hashes = sorted(digest for line in lines for digest in _HASH.findall(line))
    vias = (_VIA.match(line) for line in lines[1:])
    needed_by = sorted({via["name"] for via in vias if via and via["name"] != "via"})
    return Package(
        name=match["name"],
        version=match["version"],
        marker=(match["marker"] or "").strip(),
        hashes=tuple(hashes),
        needed_by=tuple(needed_by),
    )
