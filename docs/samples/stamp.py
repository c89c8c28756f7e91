# ruff: noqa: INP001
"""Office files that are the same to the byte each time: one date, members in order, no thumbnails."""

import re
import zipfile
from datetime import datetime
from pathlib import Path

FIXED = datetime(2017, 10, 1)  # noqa: DTZ001 - office files carry no time zone here
_EPOCH = (2017, 10, 1, 0, 0, 0)


def repack(path: Path) -> None:
    """Write an office file again with fixed dates, and without its template's thumbnail."""
    with zipfile.ZipFile(path) as old:
        members = {name: old.read(name) for name in old.namelist() if "thumbnail" not in name}
    relations = members["_rels/.rels"].decode()
    members["_rels/.rels"] = re.sub(r"<Relationship [^>]*thumbnail[^>]*/>", "", relations).encode()
    names = sorted(members, key=lambda name: (name != "[Content_Types].xml", name))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        for name in names:
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            new.writestr(info, members[name])
