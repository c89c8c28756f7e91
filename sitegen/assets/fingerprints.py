"""The output paths of static files: those of the look change with their bytes."""

from hashlib import blake2b
from pathlib import PurePosixPath

FINGERPRINTED = ("css/", "js/", "fonts/", "icons/")
"""Folders of static/ whose files get a name that changes with their bytes; all others keep theirs.

They hold the look of a site: one that lacks a file of these folders gets the shipped one.
"""


def fingerprinted(path: str, data: bytes) -> str:
    """Return the output path of an asset: assets/ and its name with ten hex digits of its digest."""
    pure = PurePosixPath(path)
    digest = blake2b(data, digest_size=5).hexdigest()
    return str(PurePosixPath("assets", pure.parent, f"{pure.stem}.{digest}{pure.suffix}"))


def is_fingerprinted(path: str) -> bool:
    """Return whether the name of a file, by its path below static/, changes with its bytes."""
    return path.startswith(FINGERPRINTED)
