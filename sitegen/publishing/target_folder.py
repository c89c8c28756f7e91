"""Where a target lies, whether it may be written to, and what is known of it."""

import os
from pathlib import Path

from sitegen.building import PROJECT, STATE, Choices, output_folder
from sitegen.engine.output import MANIFEST as OUTPUT_MANIFEST
from sitegen.engine.output import OutputFolder, manifest_paths, why_misplaced
from sitegen.errors import UsageError
from sitegen.model import Config, PublishTarget
from sitegen.model.folders import CONTENT, STATIC, TEMPLATES
from sitegen.publishing.release_contents import FileRole, has_fingerprint
from sitegen.publishing.target_errors import TargetError
from sitegen.publishing.target_files import TargetFiles
from sitegen.publishing.target_manifest import MANIFEST_PATH, SentFile, TargetManifest, decode_manifest
from sitegen.upkeep.applying import KEPT

_SOURCES = (CONTENT, TEMPLATES, STATIC, "sitegen", STATE, KEPT)
_EXAMPLE = "publish: {live: {folder: /srv/www/site, permanent: true}}"


def choose_target(config: Config, name: str) -> PublishTarget:
    """Return the target of a name; without a name the only one. Raises UsageError where there is none, or several."""
    targets = {target.name: target for target in config.targets}
    if not targets:
        raise UsageError("site.yaml does not say where to publish", hint=f"add a line to it, such as {_EXAMPLE}")
    if name in targets:
        return targets[name]
    if not name and len(targets) == 1:
        return config.targets[0]
    headline = f'there is no target "{name}" in site.yaml' if name else "there are several targets"
    raise UsageError(headline, hint=f"name one of these: publish {' | '.join(targets)}")


def find_folder(site: Path, target: PublishTarget) -> Path:
    """Return the folder of a target, absolute, its own link not followed.

    Raises:
        UsageError: a site's sources or a build's output are there, it lies in a folder that is not there, it is a
            file, or a link where there should be none or the other way round.
    """
    folder = Path(os.path.abspath(site / os.path.expanduser(target.folder)))  # noqa: PTH100, PTH111 - links are kept
    real = Path(os.path.realpath(folder))
    hint = f'choose a folder of its own for the target "{target.name}" in site.yaml'
    if real.parent == real:
        raise UsageError(f"the folder {folder} is a whole disk", hint=hint)
    sources = [root / name for root in (site, PROJECT) for name in _SOURCES]
    if reason := why_misplaced(real, sources, (site, PROJECT, Path.home())):
        raise UsageError(f"the folder {folder} {reason}", hint=hint)
    if real == output_folder(Choices(site=site)) or OutputFolder(real).staging.is_dir():
        raise UsageError(f"the folder {folder} is one that builds write to", hint=hint)
    if not folder.parent.is_dir():
        headline = f"there is no folder {folder.parent}"
        raise UsageError(headline, hint="connect the drive or share; or make that folder, if it is a new one")
    if real.exists() and not real.is_dir():
        raise UsageError(f"{folder} is a file", hint=hint)
    if target.atomic and folder.exists() and not folder.is_symlink():
        headline = f"{folder} is a folder, and an atomic target is a link to one"
        raise UsageError(headline, hint="move that folder away; publishing makes the link")
    return folder


def read_manifest(files: TargetFiles) -> TargetManifest:
    """Return what a folder knows of itself; an empty manifest for a folder that is empty, or not there.

    A copy of what a build wrote is ours, too: its files are as they are.

    Raises:
        UsageError: it holds files, and none of them says that they are ours.
        TargetError: its manifest is damaged.
        OSError: it cannot be read.
    """
    data = files.read(MANIFEST_PATH)
    if data is not None:
        return decode_manifest(data, files.name)
    listed = manifest_paths((files.read(OUTPUT_MANIFEST) or b"").decode("utf-8", "replace"))
    if not listed:
        if any(True for _ in files.names()):
            headline = f"the folder {files.name} holds files that were not published from here"
            raise UsageError(headline, hint="choose an empty folder in site.yaml, or empty this one yourself")
        return TargetManifest()
    present = [path for path in (*sorted(listed), OUTPUT_MANIFEST) if files.stat(path)]
    copied = {path: SentFile(size=0, digest=files.digest(path), role=_role(path)) for path in present}
    return TargetManifest(files=copied)


def refuse_strange(files: TargetFiles, manifest: TargetManifest, site: str, last: int) -> None:
    """Raise TargetError where another site is published, or nothing is though release `last` (0: none) was.

    `site` is the `base_url` of this one.
    """
    if manifest.site not in ("", site):
        headline = f"another site is published here, {manifest.site}"
        hint = "choose another folder; or, if this site has moved to a new base_url, publish with --replace-changes"
        raise TargetError(headline, path=files.name, hint=hint)
    if last and not manifest.files and manifest.is_whole:
        headline = f"the folder is empty, though release {last} was published here"
        hint = "connect the right drive; or publish it all again: --replace-changes"
        raise TargetError(headline, path=files.name, hint=hint)


def _role(path: str) -> FileRole:
    if has_fingerprint(path):
        return "fingerprinted"
    return "list" if path.endswith(".html") else "file"
