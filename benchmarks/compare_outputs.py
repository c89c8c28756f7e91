"""Compare two outputs of a site by what they say: names that change with bytes are folded, packed files unpacked.

A change that is to leave the site as it was is shown by

    python3 -m benchmarks.compare_outputs BEFORE AFTER

with two output folders. It prints a line for each file that one of them lacks or that differs, and ends with 1 if
there is any.
"""

import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

PACKED = ".gz"
MANIFEST = ".sitegen-manifest"
TEXTS = {".html", ".css", ".js", ".json", ".xml", ".txt", ".svg", ".vtt", ".webmanifest", PACKED, ""}
"""Endings of the files whose content names other files, so that fingerprints are folded there too."""

_FINGERPRINT = re.compile(r"(?<![0-9a-f])[0-9a-f]{6,16}(?=\.|$)")
_FOLDED = "~"
_VERSION = re.compile(rb"(?<=Version%3A%20)[0-9a-f]{8}")
"""The digest of what a page shows, in its link for feedback: it changes with the records of the program, too."""
_LEAST_DIFFERENCE = 60
"""Characters of the first difference that are shown of each side."""


def main(arguments: Sequence[str]) -> int:
    """Compare the two folders named by the arguments; return the exit code."""
    if len(arguments) != 2:
        print("usage: python3 -m benchmarks.compare_outputs BEFORE AFTER", file=sys.stderr)
        return 2
    before, after = (folded_output(Path(argument)) for argument in arguments)
    differences = list(compare(before, after))
    print("\n".join(differences) if differences else f"{len(before)} folded names, no difference")
    return 1 if differences else 0


def folded_output(folder: Path) -> dict[str, list[bytes]]:
    """Return the unpacked, folded contents of the files of an output, sorted, by their folded path.

    Files whose names are fingerprints alone, as the shards of the search index, share one folded path.
    """
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    fingerprints = {print_ for path in paths for print_ in _FINGERPRINT.findall(path.name)}
    contents: dict[str, list[bytes]] = defaultdict(list)
    for path in paths:
        name = path.relative_to(folder).as_posix()
        contents[fold_name(name)].append(fold_content(path, fingerprints))
    return {name: sorted(files) for name, files in contents.items()}


def fold_name(name: str) -> str:
    """Return a path with the fingerprint of its last part folded."""
    folder, slash, last = name.rpartition("/")
    return folder + slash + _FINGERPRINT.sub(_FOLDED, last)


def fold_content(path: Path, fingerprints: set[str]) -> bytes:
    """Return what a file says: unpacked, and with the fingerprints of the output's own file names folded."""
    data = path.read_bytes()
    if path.suffix == PACKED:
        data = gzip.decompress(data)
    if path.suffix not in TEXTS:
        return data
    folded = re.sub(rb"[0-9a-f]{6,}", lambda run: _fold_run(run.group(), fingerprints), _VERSION.sub(b"", data))
    return b"\n".join(sorted(folded.split(b"\n"))) if path.name == MANIFEST else folded


def _fold_run(run: bytes, fingerprints: set[str]) -> bytes:
    """Fold a run of hex digits that is made of fingerprints: one, or several in a row."""
    text = run.decode()
    if text in fingerprints:
        return _FOLDED.encode()
    for size in {len(fingerprint) for fingerprint in fingerprints}:
        parts = [text[start : start + size] for start in range(0, len(text), size)]
        if all(part in fingerprints for part in parts):
            return _FOLDED.encode() * len(parts)
    return run


def compare(before: dict[str, list[bytes]], after: dict[str, list[bytes]]) -> Iterator[str]:
    """Yield a line for each folded path that only one output has, or whose contents differ; sorted by path."""
    for name in sorted(before.keys() | after.keys()):
        one, other = before.get(name, []), after.get(name, [])
        if one == other:
            continue
        if len(one) != len(other):
            yield f"{name}: {len(one)} before, {len(other)} after"
            continue
        changed = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
        yield f"{name}: {len(changed)} of {len(one)} differ, {_first_difference(*changed[0])}"


def _first_difference(one: bytes, other: bytes) -> str:
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    start = max(0, at - _LEAST_DIFFERENCE // 3)
    cut = [data[start : start + _LEAST_DIFFERENCE].decode("utf-8", "replace") for data in (one, other)]
    return f"at byte {at}: {cut[0]!r} before, {cut[1]!r} after"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
