"""Write what goes along with a release beside the output: the digests of its files, and its bill of materials."""

import tomllib
from hashlib import sha256
from pathlib import Path

from sitegen.building import PROJECT, Choices, output_folder
from sitegen.engine.output import OutputFolder
from sitegen.errors import BuildError, UsageError
from sitegen.release.bill_of_materials import bill_of_materials
from sitegen.release.checksums import checksums
from sitegen.release.lock import read_lock

LOCK = "requirements.txt"


def refuse_drafts(choices: Choices) -> None:
    """Raise UsageError where a release would have drafts in it."""
    if choices.drafts:
        raise UsageError("a release has no drafts", hint="leave out --drafts or --release")


def run(choices: Choices) -> str:
    """Write `NAME.sha256` and `NAME.cdx.json` beside the output folder NAME; return the digest of the release.

    That is the SHA-256 of the first of them. Raises BuildError where a file cannot be read or written.
    """
    out = output_folder(choices)
    try:
        sums = checksums(out, OutputFolder(out).read_manifest())
        digest = sha256(sums).hexdigest()
        project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
        packages = read_lock((PROJECT / LOCK).read_text("utf-8"))
        _beside(out, "sha256").write_bytes(sums)
        _beside(out, "cdx.json").write_bytes(bill_of_materials(packages, project["version"], digest))
    except OSError as error:
        headline = f"the release cannot be written: {error.strerror}"
        raise BuildError(headline, path=str(error.filename), hint="check the folder's permissions") from error
    return digest


def _beside(out: Path, ending: str) -> Path:
    return out.with_name(f"{out.name}.{ending}")
