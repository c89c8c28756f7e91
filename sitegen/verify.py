"""Compare the output with a clean build, byte for byte."""

import dataclasses
import tempfile
from pathlib import Path

from sitegen.building import Choices, build_site, out_of


def differences(choices: Choices) -> list[str]:
    """Build clean into a temporary folder; gives a line for each file that is not the same, sorted."""
    with tempfile.TemporaryDirectory(prefix="sitegen-verify-") as folder:
        clean = Path(folder) / "public"
        again = dataclasses.replace(choices, out=clean, state=Path(folder) / "state", clean=True)
        build_site(again)
        return compare(out_of(choices), clean)


def compare(one: Path, other: Path) -> list[str]:
    """Give a line for each file that is only in one folder or differs; files that nobody knows are told too."""
    left, right = _files(one), _files(other)
    lines = [f"only in {one}: {path}" for path in sorted(left - right)]
    lines += [f"missing in {one}: {path}" for path in sorted(right - left)]
    same = sorted(left & right)
    lines += [f"differs: {path}" for path in same if (one / path).read_bytes() != (other / path).read_bytes()]
    return lines


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
