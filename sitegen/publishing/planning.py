"""Plan what to do at a target: a pure function of the release that comes, the manifest that is there, and the survey.

The order is what keeps readers from pages whose files are missing: files whose names change with their bytes come
first, then other files, pages, lists, redirects, and last what leads to them; in each group what is new comes before
what changes. Deletions come last, pages before the files that they show.
"""

from collections.abc import Iterable, Iterator

from sitegen.model import Record
from sitegen.publishing.release_contents import FileRole, Release
from sitegen.publishing.surveying import Survey
from sitegen.publishing.target_manifest import TargetManifest

KEPT_RELEASES = 2
"""For how many releases an old fingerprinted file stays: pages that readers have open, or in a cache, ask for it."""

_SENDING_ORDER: tuple[FileRole, ...] = ("fingerprinted", "file", "page", "list", "redirect", "entry")
_DELETING_ORDER: tuple[FileRole, ...] = ("list", "page", "redirect", "entry", "file", "fingerprinted")


class Plan(Record, frozen=True, kw_only=True):
    """What is to be done at a target, all paths in the order in which it is done.

    `clearing` are files of ours that must go first: a folder comes in their place, or the other way round, or the same
    name with other capitals. `kept` is for how many releases each old file stays. `touched` are files of ours that
    others changed or deleted, and `blocked` paths that files of others have.
    """

    clearing: tuple[str, ...] = ()
    sending: tuple[str, ...] = ()
    deleting: tuple[str, ...] = ()
    kept: dict[str, int] = {}
    touched: tuple[str, ...] = ()
    blocked: tuple[str, ...] = ()

    @property
    def has_work(self) -> bool:
        """Whether a file is sent or deleted."""
        return bool(self.sending or self.deleting or self.clearing)


def make_plan(release: Release, manifest: TargetManifest, seen: Survey) -> Plan:
    """Return what makes a target have a release."""
    ours = {*manifest.files, *manifest.coming, *manifest.leaving}
    wanted = release.files
    sending = [path for path, file in wanted.items() if seen.digests.get(path) != file.digest]
    kept = dict(_kept(release, manifest, seen))
    deleting = [path for path in ours if path in seen.digests and path not in wanted and path not in kept]
    roles = _roles(release, manifest)
    clearing = _in_the_way(sending, deleting)
    return Plan(
        clearing=tuple(sorted(clearing)),
        sending=tuple(sorted(sending, key=lambda path: _sending_order(path, roles[path], path in seen.digests))),
        deleting=tuple(
            sorted(
                (path for path in deleting if path not in clearing),
                key=lambda path: (_DELETING_ORDER.index(roles[path]), path),
            )
        ),
        kept=kept,
        touched=tuple(sorted(_touched(release, manifest, seen))),
        blocked=tuple(sorted(set(_blocked(sending, ours, seen)))),
    )


def _kept(release: Release, manifest: TargetManifest, seen: Survey) -> Iterator[tuple[str, int]]:
    """Yield the old fingerprinted files that stay, each with the number of releases for which it does."""
    is_same = manifest.release == release.id
    for path, role in _roles(release, manifest).items():
        if role != "fingerprinted" or path in release.files or path not in seen.digests:
            continue
        sent = manifest.files.get(path)
        before = sent.releases if sent else 0
        left = (before if is_same else before - 1) if before else KEPT_RELEASES
        if left > 0:
            yield path, left


def _touched(release: Release, manifest: TargetManifest, seen: Survey) -> Iterator[str]:
    """Yield files of ours that are neither as they were left, nor as they will be, nor as a cut may have left them."""
    for path, sent in manifest.files.items():
        coming, wanted = manifest.coming.get(path), release.files.get(path)
        known = {sent.digest, coming.digest if coming else sent.digest, wanted.digest if wanted else sent.digest}
        may_be_gone = sent.releases or path in manifest.leaving or path in manifest.coming
        if seen.digests.get(path) not in known and not (may_be_gone and path not in seen.digests):
            yield path


def _blocked(sending: Iterable[str], ours: set[str], seen: Survey) -> Iterator[str]:
    """Yield paths of files of others that are where a file, or a folder above it, is to come."""
    others, folders = set(seen.others), {folder for path in seen.others for folder in _folders(path)}
    for path in sending:
        if (path in seen.digests and path not in ours) or path in folders:
            yield path
        yield from (folder for folder in _folders(path) if folder in others)


def _in_the_way(sending: Iterable[str], deleting: Iterable[str]) -> set[str]:
    coming = set(sending)
    folders = {folder for path in coming for folder in _folders(path)}
    spellings = {path.casefold() for path in coming}
    return {
        path
        for path in deleting
        if path in folders or not coming.isdisjoint(_folders(path)) or path.casefold() in spellings
    }


def _folders(path: str) -> list[str]:
    """Return the folders above a path."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[: number + 1]) for number in range(len(parts))]


def _roles(release: Release, manifest: TargetManifest) -> dict[str, FileRole]:
    """Return what each file is, as it comes, or else as it was."""
    roles: dict[str, FileRole] = dict.fromkeys(manifest.leaving, "file")
    for files in (manifest.files, manifest.coming, release.files):
        roles.update({path: file.role for path, file in files.items()})
    return roles


def _sending_order(path: str, role: FileRole, is_there: bool) -> tuple[int, bool, int, str]:  # noqa: FBT001 - a key
    """Return the key of the order: by role, new ones first, the home page and other short paths last."""
    return _SENDING_ORDER.index(role), is_there, -path.count("/"), path
