"""The SHA-256 digests of a release's files, in the form that `sha256sum --check` reads."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path


def checksums(folder: Path, paths: Iterable[str]) -> bytes:
    """Return a line for each file of a folder, sorted by path: digest, two spaces, path with `/` between folders.

    Raises OSError if a file cannot be read.
    """
    lines = []
    for path in sorted(paths):
        with (folder / path).open("rb") as file:
            digest = sha256()
            while chunk := file.read(1 << 20):
                digest.update(chunk)
        lines.append(f"{digest.hexdigest()}  {path}\n")
    return "".join(lines).encode()
