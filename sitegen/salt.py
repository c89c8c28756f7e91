"""The salt: what the meaning of a trace depends on besides its inputs, our own source and what shapes the output."""

import os
import sys
import zlib
from hashlib import blake2b
from pathlib import Path

PACKAGES = (
    "anyascii",
    "jinja2",
    "markdown",
    "markupsafe",
    "msgspec",
    "nh3",
    "pillow",
    "pydantic",
    "pydantic_core",
    "pypdf",
    "pystemmer",
    "pyyaml",
    "reportlab",
    "segno",
    "tree_sitter",
    "tree_sitter_javascript",
    "tzdata",
    "whoosh",
)


def salt() -> str:
    """Return a digest that changes with sitegen's source and the versions of Python, zlib and PACKAGES.

    zlib packs the shards of the search index; two versions of it may give other bytes for the same text.
    """
    digest = blake2b(digest_size=16)
    for fact in (sys.version, zlib.ZLIB_RUNTIME_VERSION, *_installed()):
        digest.update(fact.encode() + b"\0")
    for path in sorted(_sources(Path(__file__).parent)):
        digest.update(path.encode() + b"\0")
        with open(path, "rb") as file:  # noqa: PTH123 - on the path of a build with nothing to do
            digest.update(blake2b(file.read(), digest_size=16).digest())
    return digest.hexdigest()


def _sources(folder: Path) -> list[str]:
    paths = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        paths += [f"{parent}/{name}" for name in names if name.endswith(".py")]
    return paths


def _installed() -> list[str]:
    """Return name-version of the packages, sorted, from the names of their metadata folders: no metadata is parsed."""
    versions = set()
    for folder in sys.path:
        try:
            names = os.listdir(folder)  # noqa: PTH208
        except OSError:
            continue
        for name in names:
            if name.endswith(".dist-info") and name.partition("-")[0].lower() in PACKAGES:
                versions.add(name.lower())
    return sorted(versions)
