"""Carry out a plan at a target, so that it can be cut at any moment and run again."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from hashlib import file_digest, sha256
from itertools import groupby
from pathlib import Path

import msgspec

from sitegen.publishing.planning import Plan
from sitegen.publishing.release_contents import FileRole, Release
from sitegen.publishing.surveying import Survey
from sitegen.publishing.target_errors import CutOffError
from sitegen.publishing.target_files import FileStat, TargetFiles
from sitegen.publishing.target_manifest import MANIFEST_PATH, SentFile, TargetManifest, encode_manifest, sent_file

Source = Callable[[str], Path | bytes]
"""Returns what a file of the release holds, by its path in the release."""

Step = Callable[[int, int], None]
"""Called at each step with how many are done, and how many there are."""


def send(
    files: TargetFiles,
    release: Release,
    manifest: TargetManifest,
    seen: Survey,
    plan: Plan,
    *,
    source: Source,
    site: str,
    on_step: Step = lambda _done, _total: None,
) -> TargetManifest:
    """Carry out a plan; return the manifest that the target has at the end.

    What is about to change stands in the target's manifest before it does, so that whoever comes after a cut knows
    what is ours. `site` is its `base_url`.

    Raises:
        CutOffError: a file of the release is no longer what it was when the plan was made.
        OSError: the target fails.
    """
    if plan.has_work:
        begun = msgspec.structs.replace(
            manifest,
            site=site,
            coming=manifest.coming | {path: release.files[path] for path in plan.sending},
            leaving=tuple(sorted({*manifest.leaving, *plan.clearing, *plan.deleting})),
        )
        files.put(MANIFEST_PATH, encode_manifest(begun))
    changed = dict(seen.changed)
    total, done = len(plan.clearing) + len(plan.sending) + len(plan.deleting), 0
    for path in plan.clearing:
        on_step(done, total)
        files.delete(path)
        done += 1
    for group in _sending_groups(release, seen, plan):
        for path, stat in _put_all(files, group, release, source):
            on_step(done, total)
            changed[path] = stat.changed
            done += 1
    for path in plan.deleting:
        on_step(done, total)
        files.delete(path)
        done += 1
    on_step(total, total)
    finished = msgspec.structs.replace(finished_manifest(release, manifest, plan, changed), site=site)
    if finished != manifest:
        files.put(MANIFEST_PATH, encode_manifest(finished))
    return finished


def _sending_groups(release: Release, seen: Survey, plan: Plan) -> Iterator[list[str]]:
    """Yield the paths to send in groups in whose inside any order is right."""

    def group_of(path: str) -> tuple[FileRole, bool, int]:
        return release.files[path].role, path in seen.digests, path.count("/")

    for _, paths in groupby(plan.sending, group_of):
        yield [*paths]


def _put_all(files: TargetFiles, paths: list[str], release: Release, source: Source) -> Iterator[tuple[str, FileStat]]:
    """Put files, as many at once as the target takes; yield each with what is known of it afterwards."""

    def put(path: str) -> FileStat:
        return files.put(path, _verified(source(path), release.files[path].digest, path))

    if files.at_once == 1:
        yield from ((path, put(path)) for path in paths)
        return
    with ThreadPoolExecutor(files.at_once) as pool:
        futures = {pool.submit(put, path): path for path in paths}
        try:
            for future in as_completed(futures):
                yield futures[future], future.result()
        finally:
            pool.shutdown(cancel_futures=True)


def _verified(source: Path | bytes, digest: str, path: str) -> Path | bytes:
    """Return what a file of the release holds, as it was when the plan was made."""
    if isinstance(source, bytes):
        actual = sha256(source).hexdigest()
    else:
        with source.open("rb") as file:
            actual = file_digest(file, "sha256").hexdigest()
    if actual != digest:
        headline = "this file of the release was changed after the plan was made"
        raise CutOffError(headline, path=path, hint="publish again, one run at a time")
    return source


def finished_manifest(
    release: Release, manifest: TargetManifest, plan: Plan, changed: dict[str, int]
) -> TargetManifest:
    """Return the manifest of a target that has a release; `changed` are the times of change (ns) of its files."""
    files = {path: sent_file(file, changed.get(path, 0)) for path, file in release.files.items()}
    for path, left in plan.kept.items():
        files[path] = _old_file(path, manifest, left, changed.get(path, 0))
    return TargetManifest(release=release.id, files=dict(sorted(files.items())))


def _old_file(path: str, manifest: TargetManifest, left: int, changed: int) -> SentFile:
    known = manifest.files.get(path) or sent_file(manifest.coming[path])
    return msgspec.structs.replace(known, changed=changed, releases=left)
