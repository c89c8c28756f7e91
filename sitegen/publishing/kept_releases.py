"""The last releases of each target, kept with their output and their sources, each content once.

They lie in `.sitegen-keep` in the site's folder: `releases/000012.json` says which files a release has, and
`blobs/ab/ab12...` holds what a file with that SHA-256 holds.
"""

import os
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import msgspec

from sitegen.engine.file_system import names_below, replace_file
from sitegen.engine.ignored import is_ignored
from sitegen.errors import UsageError
from sitegen.model import Record
from sitegen.model.folders import CONTENT, SETTINGS, STATIC, TEMPLATES
from sitegen.publishing.release_contents import Release
from sitegen.upkeep.applying import KEPT, put_file

MOST_KEPT = 10
"""How many releases of a target are kept."""

_RECORD = re.compile(r"(\d{6})\.json")


class KeptRelease(Record, frozen=True, kw_only=True):
    """A release that was published: its number, when, to which target, as of which moment it was built, its files.

    `sources` maps the paths of the site's sources, from its root, to their SHA-256. `again` is the number of the
    earlier release that was taken back to, or 0. `moment` is that at which readers would see the site so, and `is_due`
    says that the clock published it.
    """

    number: int
    published: datetime
    target: str
    release: Release
    as_of: datetime | None = None
    sources: dict[str, str] = {}
    again: int = 0
    moment: datetime | None = None
    is_due: bool = False


class KeptReleases:
    """The kept releases of a site. Its methods raise OSError where the disk fails."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._records = site / KEPT / "releases"
        self._blobs = site / KEPT / "blobs"

    def all(self) -> list[KeptRelease]:
        """Return all kept releases, the oldest first; what cannot be read is none."""
        names = sorted(path for path in self._records.glob("*.json") if _RECORD.fullmatch(path.name))
        return [record for record in map(_read, names) if record is not None]

    def last(self, target: str) -> KeptRelease | None:
        """Return the last release of a target, or None."""
        return next((record for record in reversed(self.all()) if record.target == target), None)

    def numbered(self, number: int) -> KeptRelease:
        """Return the release with a number.

        Raises:
            UsageError: none has it, or a file of it is gone or damaged.
        """
        records = self.all()
        record = next((record for record in records if record.number == number), None)
        if record is None:
            numbers = ", ".join(str(record.number) for record in records)
            hint = f"there are these: {numbers}" if numbers else "publish first; from then on releases are kept"
            raise UsageError(f"there is no kept release {number}", hint=hint)
        for path, file in record.release.files.items():
            blob = self.blob(file.digest)
            if not blob.is_file() or sha256(blob.read_bytes()).hexdigest() != file.digest:
                hint = "choose another one: python3 build.py releases"
                raise UsageError(f"release {number} is not whole: {KEPT} has lost /{path}", hint=hint)
        return record

    def blob(self, digest: str) -> Path:
        """Return the file that holds what has a SHA-256, whether it is there or not."""
        return self._blobs / digest[:2] / digest

    def keep_files(self, files: Mapping[str, Path | bytes], release: Release) -> None:
        """Keep what the files of a release hold; `files` are by their paths in the release."""
        for path, file in release.files.items():
            self._keep(files[path], file.digest)

    def keep_sources(self, folder: Path | None = None) -> dict[str, str]:
        """Keep the sources of the site as they are now, or those that lie in a folder; return their SHA-256 by path."""
        root, digests = folder or self._site, {}
        for path in source_paths(root):
            data = (root / path).read_bytes()
            digests[path] = sha256(data).hexdigest()
            self._keep(data, digests[path])
        return digests

    def record(
        self,
        target: str,
        release: Release,
        published: datetime,
        *,
        as_of: datetime | None = None,
        sources: Mapping[str, str] | None = None,
        again: int = 0,
        moment: datetime | None = None,
        is_due: bool = False,
    ) -> KeptRelease:
        """Note that a release, whose files are kept, was published; forget what is older than the last ten."""
        known = self.all()
        number = max((record.number for record in known), default=0) + 1
        record = KeptRelease(
            number=number,
            published=published,
            target=target,
            release=release,
            as_of=as_of,
            sources=dict(sources or {}),
            again=again,
            moment=moment,
            is_due=is_due,
        )
        put_file(self._records / f"{number:06}.json", msgspec.json.encode(record))
        for old in [one for one in known if one.target == target][: -MOST_KEPT + 1]:
            put_file(self._records / f"{old.number:06}.json", None)
        return record

    def bring_up_to_date(self, record: KeptRelease, folder: Path | None, moment: datetime | None) -> KeptRelease:
        """Keep the sources that a release was made from again, with the same files; return the record with them."""
        known = msgspec.structs.replace(record, sources=self.keep_sources(folder), moment=moment, again=0)
        put_file(self._records / f"{record.number:06}.json", msgspec.json.encode(known))
        self.forget_unused()
        return known

    def forget_unused(self) -> None:
        """Delete contents that no kept release has."""
        used = {digest for record in self.all() for digest in _digests(record)}
        for name in [*names_below(str(self._blobs))]:
            if name.rpartition("/")[2] not in used:
                (self._blobs / name).unlink()

    def _keep(self, source: Path | bytes, digest: str) -> None:
        blob = self.blob(digest)
        if blob.is_file():
            return
        blob.parent.mkdir(parents=True, exist_ok=True)
        fresh = blob.with_name(f"{digest}.new")
        fresh.write_bytes(source if isinstance(source, bytes) else source.read_bytes())
        replace_file(str(fresh), str(blob))


def source_paths(site: Path) -> Iterator[str]:
    """Yield the paths of the site's own sources, from its root, sorted in each folder; only of files that lie in it."""
    return (path for path in named_sources(site) if is_own_file(site, path))


def named_sources(site: Path) -> Iterator[str]:
    """Yield the paths of all that lies among the site's sources, also of links that lead out, and what is no file."""
    if (site / SETTINGS).is_file():
        yield SETTINGS
    for folder in (CONTENT, TEMPLATES, STATIC):
        for path in sorted(_names_below(site, folder)):
            if not is_ignored(path.rpartition("/")[2]):
                yield path


def is_own_file(site: Path, path: str) -> bool:
    """Return whether there is a regular file in a site's folder, links followed."""
    return (site / path).is_file() and _leads_inside(site, path)


def _names_below(site: Path, folder: str) -> Iterator[str]:
    seen = set()
    for parent, folders, names in os.walk(site / folder, followlinks=True):
        start = Path(parent).relative_to(site).as_posix()
        out = [name for name in folders if not _leads_inside(site, f"{start}/{name}")]
        yield from (f"{start}/{name}" for name in (*names, *out))
        folders[:] = [name for name in folders if name not in out]
        real = os.path.realpath(parent)
        if real in seen:  # a link that leads in a circle
            folders.clear()
        seen.add(real)


def _leads_inside(site: Path, path: str) -> bool:
    root = os.path.realpath(site)
    return os.path.commonpath((root, os.path.realpath(site / path))) == root


def _read(path: Path) -> KeptRelease | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=KeptRelease)
    except (msgspec.MsgspecError, OSError):
        return None


def _digests(record: KeptRelease) -> Iterator[str]:
    yield from (file.digest for file in record.release.files.values())
    yield from record.sources.values()
