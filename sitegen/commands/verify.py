"""Compare the output with a clean build, byte for byte."""

import dataclasses
import tempfile
from collections.abc import Set as AbstractSet
from pathlib import Path

from sitegen.building import Choices, build_site, output_folder
from sitegen.engine.output import MANIFEST, OutputFolder
from sitegen.report import print_differences


def run(choices: Choices, *, quiet: bool) -> bool:
    """Compare with a clean build; return whether it gives the same bytes.

    Where it does not, print each difference; where it does, say so unless `quiet`.
    """
    lines = differences(choices)
    print_differences(lines, quiet=quiet)
    return not lines


def differences(choices: Choices) -> list[str]:
    """Build clean into a temporary folder; return a line for each of our files that is not the same, sorted."""
    with tempfile.TemporaryDirectory(prefix="sitegen-verify-") as folder:
        clean = Path(folder) / "public"
        again = dataclasses.replace(choices, out=clean, state=Path(folder) / "state", clean=True)
        build_site(again)
        out = output_folder(choices)
        ours = {MANIFEST, *OutputFolder(out).read_manifest()}
        return compare(out, clean, ours)


def compare(one: Path, other: Path, ours: AbstractSet[str]) -> list[str]:
    """Return a line for each file that is only in one folder or differs.

    Files of the first folder that are not in `ours` count only where the second has them too.
    """
    right = _files(other)
    left = _files(one) & (ours | right)
    lines = [f"only in {one}: {path}" for path in sorted(left - right)]
    lines += [f"missing in {one}: {path}" for path in sorted(right - left)]
    same = sorted(left & right)
    lines += [f"differs: {path}" for path in same if (one / path).read_bytes() != (other / path).read_bytes()]
    return lines


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
