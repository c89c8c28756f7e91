"""Which folders the preview takes for drives of the network."""

from pathlib import Path
from typing import Any

import psutil
import pytest
from psutil._ntuples import sdiskpart

from sitegen.preview.network_drives import is_on_network


@pytest.mark.parametrize(
    ("drives", "expected"),
    [
        ([("/", "ext4", "rw")], False),
        ([("/", "ext4", "rw"), ("{here}", "nfs4", "rw")], True),
        ([("/", "nfs", "rw"), ("{here}", "ext4", "rw")], False),
        ([("/", "ext4", "rw"), ("{here}", "CIFS", "rw")], True),
        ([("/", "apfs", "rw"), ("{here}", "smbfs", "rw")], True),
        ([("/", "ext4", "rw"), ("{here}", "fuse.sshfs", "rw")], True),
        ([("/", "fuse.snapfuse", "rw")], False),
        ([("/", "NTFS", "rw,remote")], True),
        ([("/", "NTFS", "rw,fixed")], False),
        ([("{here}x", "nfs", "rw"), ("/", "ext4", "rw")], False),
        ([], False),
    ],
)
def test_the_nearest_drive_decides(
    drives: list[tuple[str, str, str]],
    expected: bool,  # noqa: FBT001 - a parameter of the table
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    partitions: list[Any] = [
        sdiskpart("x", point.format(here=tmp_path), kind, options) for point, kind, options in drives
    ]
    monkeypatch.setattr(psutil, "disk_partitions", lambda **_: partitions)
    assert is_on_network(tmp_path / "site") is expected


def test_a_system_that_cannot_say_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(psutil, "disk_partitions", refuse)
    assert not is_on_network(tmp_path)
