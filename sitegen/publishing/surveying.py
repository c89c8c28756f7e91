"""Look at what is really at a target: which of our files are as they were left, and what is not ours."""

from collections.abc import Mapping
from typing import NamedTuple

from sitegen.publishing.release_contents import Release
from sitegen.publishing.target_files import TargetFiles
from sitegen.publishing.target_manifest import TargetManifest


class Survey(NamedTuple):
    """What is at a target: the SHA-256 of each file that is ours or has the path of one that comes, by path.

    `changed` are their times of change (ns). `others` are the paths of all other files, sorted.
    """

    digests: Mapping[str, str]
    changed: Mapping[str, int]
    others: tuple[str, ...]


def survey(files: TargetFiles, manifest: TargetManifest, release: Release, *, thorough: bool = False) -> Survey:
    """Return what is at a target. A file of the size and time that the manifest has is not read, but if `thorough`.

    Raises OSError where the target cannot be read.
    """
    known = {*manifest.files, *manifest.coming, *manifest.leaving, *release.files}
    digests, changed, others = {}, {}, []
    for path in files.names():
        if path not in known:
            others.append(path)
            continue
        stat, sent = files.stat(path), manifest.files.get(path)
        if stat is None:  # a link that leads nowhere
            digests[path] = ""
            continue
        is_untouched = sent is not None and (sent.size, sent.changed) == stat
        digests[path] = sent.digest if sent and is_untouched and not thorough else files.digest(path)
        changed[path] = stat.changed
    return Survey(digests, changed, tuple(sorted(others)))
