"""What a release consists of: each of its files with size and digest, what it is, and what readers call it."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Literal

from sitegen.model import Record
from sitegen.model.folders import SEARCH

FileRole = Literal["fingerprinted", "file", "page", "list", "redirect", "entry"]
"""What a file is: one whose name changes with its bytes; a download, picture or the like; the page of a content file;
another page; a page that leads on; an index or feed, which leads to others."""

RELEASE_ID = "release-id.txt"
"""The file of a target that says which release is there."""


class ReleaseFile(Record, frozen=True):
    """A file of a release: bytes, SHA-256 in hex digits, what it is; of pages the title, of redirects the link."""

    size: int
    digest: str
    role: FileRole
    title: str = ""


class Release(Record, frozen=True):
    """All files of a release by their paths below the output folder, sorted, and the SHA-256 that they have together.

    The id is the SHA-256 of a line for each file: digest, two spaces, path, as `sha256sum` writes them.
    """

    id: str
    files: dict[str, ReleaseFile]


def has_fingerprint(path: str) -> bool:
    """Return whether the name of an output changes with its bytes, by its path below the output folder."""
    return path.startswith("assets/") or (path.startswith(f"{SEARCH}/") and path.endswith(".gz"))


def make_release(files: Mapping[str, ReleaseFile]) -> Release:
    """Return the release of these files, with the file that names it among them."""
    listed = {path: files[path] for path in sorted(files) if path != RELEASE_ID}
    id_ = sha256("".join(f"{file.digest}  {path}\n" for path, file in listed.items()).encode()).hexdigest()
    text = id_text(id_)
    listed[RELEASE_ID] = ReleaseFile(len(text), sha256(text).hexdigest(), "entry")
    return Release(id_, dict(sorted(listed.items())))


def id_text(id_: str) -> bytes:
    """Return the bytes of the file that names a release."""
    return f"{id_}\n".encode()
