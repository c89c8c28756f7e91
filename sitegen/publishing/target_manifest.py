"""What a target knows of itself: which files of ours it has, and how they were left."""

from collections.abc import Mapping

import msgspec

from sitegen.model import Record
from sitegen.model.folders import PUBLISH_STATE
from sitegen.publishing.release_contents import FileRole, ReleaseFile
from sitegen.publishing.target_errors import TargetError

MANIFEST_PATH = f"{PUBLISH_STATE}/release.json"
VERSION = 1


class SentFile(Record, frozen=True, kw_only=True):
    """A file as it was left at a target: what it is there, and its time of change (ns); 0 if that is not known.

    `releases` is how many more releases an old fingerprinted file stays for; 0 for a file of the release itself.
    """

    size: int
    digest: str
    role: FileRole
    title: str = ""
    changed: int = 0
    releases: int = 0


class TargetManifest(Record, frozen=True, kw_only=True):
    """The release at a target, its files, old ones among them, and the `base_url` of the site.

    While files are sent, `coming` are those that the target gets, by path, and `leaving` the paths of those that it
    loses: each may have been sent, or deleted, already. Without both the release is whole.
    """

    version: int = VERSION
    release: str = ""
    files: dict[str, SentFile] = {}
    coming: dict[str, ReleaseFile] = {}
    leaving: tuple[str, ...] = ()
    site: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether nothing was cut off."""
        return not self.coming and not self.leaving

    @property
    def current(self) -> Mapping[str, SentFile]:
        """The files of the release itself, without old ones."""
        return {path: file for path, file in self.files.items() if not file.releases}


def sent_file(file: ReleaseFile, changed: int = 0) -> SentFile:
    """Return a file of a release as it was left at a target."""
    return SentFile(size=file.size, digest=file.digest, role=file.role, title=file.title, changed=changed)


def encode_manifest(manifest: TargetManifest) -> bytes:
    """Return the bytes of a manifest."""
    return msgspec.json.encode(manifest)


def decode_manifest(data: bytes, target: str) -> TargetManifest:
    """Return the manifest that a target has.

    Raises:
        TargetError: it cannot be read, or a newer version of the program wrote it.
    """
    try:
        manifest = msgspec.json.decode(data, type=TargetManifest)
    except msgspec.MsgspecError:
        headline = "the list of what was published here is damaged"
        hint = "put back this file from a backup; or empty the folder yourself, and publish again"
        raise TargetError(headline, path=f"{target}/{MANIFEST_PATH}", hint=hint) from None
    if manifest.version != VERSION:
        headline = "a newer version of this program published here"
        raise TargetError(headline, path=target, hint="bring this program up to date, then publish again")
    return manifest
