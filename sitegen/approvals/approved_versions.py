"""The texts that were agreed to, kept with the files that they use, so that they can be published later.

They lie in `.sitegen-keep/approved` in the site's folder: `DIGEST.json` says what a version consists of, and `files`
holds what has a SHA-256.
"""

import shutil
from collections.abc import Collection, Mapping
from pathlib import Path

import msgspec

from sitegen.approvals.page_versions import PageVersion
from sitegen.model import Record
from sitegen.model.folders import STATIC
from sitegen.upkeep.applying import KEPT, put_file


class ApprovedVersion(Record, frozen=True):
    """A text that was agreed to: its path below content/ at that time, its bytes, and its files.

    `files` are SHA-256 in hex digits by paths below static/.
    """

    path: str
    data: bytes
    files: dict[str, str]


class ApprovedVersions:
    """The kept versions of a site. Its methods raise OSError where the disk fails."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._folder = site / KEPT / "approved"

    def keep(self, version: PageVersion, data: bytes) -> None:
        """Keep the version that a page has now; `data` are its bytes."""
        for path, digest in version.files.items():
            blob = self.file(digest)
            if not blob.is_file():
                blob.parent.mkdir(parents=True, exist_ok=True)
                fresh = blob.with_name(f"{digest}.new")
                shutil.copyfile(self._site / STATIC / path, fresh)
                fresh.replace(blob)
        record = ApprovedVersion(version.path, data, dict(version.files))
        put_file(self._record(version.digest), msgspec.json.encode(record))

    def find(self, digest: str) -> ApprovedVersion | None:
        """Return the version with a digest; None where it is not kept here, or not whole."""
        try:
            version = msgspec.json.decode(self._record(digest).read_bytes(), type=ApprovedVersion)
        except (OSError, msgspec.MsgspecError):
            return None
        return version if all(self.file(one).is_file() for one in version.files.values()) else None

    def file(self, digest: str) -> Path:
        """Return the file that holds what has a SHA-256, whether it is there or not."""
        return self._folder / "files" / digest

    def forget_others(self, digests: Collection[str]) -> None:
        """Delete all versions but those with these digests, and the files that only they have."""
        for record in self._folder.glob("*.json"):
            if record.stem not in digests:
                record.unlink()
        versions: list[Mapping[str, str]] = [one.files for digest in digests if (one := self.find(digest))]
        used = {digest for files in versions for digest in files.values()}
        for blob in self._folder.glob("files/*"):
            if blob.name not in used:
                blob.unlink()

    def _record(self, digest: str) -> Path:
        return self._folder / f"{digest}.json"
