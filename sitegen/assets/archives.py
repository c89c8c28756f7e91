"""ZIP archives whose bytes depend on what is in them and on nothing else: no clock, no rights, no compression."""

from collections.abc import Iterable, Mapping

_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The date of each file: the earliest that the format knows."""

_FILE_RIGHTS = 0o100644 << 16
_UNIX = 3

_BYTES_A_FILE = 30 + 46
"""What an archive needs for each file besides its bytes and, twice, its name."""

_BYTES_AT_THE_END = 22


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return files, by their names, as a ZIP archive, in the order given.

    They are stored as they are: PDFs and office files are packed already, and what packs better differs by platform.
    """
    import io
    import zipfile

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as target:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _FIRST_MOMENT)
            info.create_system = _UNIX
            info.external_attr = _FILE_RIGHTS
            target.writestr(info, data)
    return stream.getvalue()


def archive_size(sizes: Mapping[str, int]) -> int:
    """Return how many bytes the archive of files has, by their names and sizes."""
    return _BYTES_AT_THE_END + sum(_BYTES_A_FILE + 2 * len(name.encode()) + size for name, size in sizes.items())


def archive_names(paths: Iterable[str]) -> dict[str, str]:
    """Return the name in an archive of each file by its path: the last part of it, where no other file has that.

    Names that differ only by case are one name on many machines.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for path in dict.fromkeys(paths):
        last = path.rpartition("/")[2]
        name = last if last.casefold() not in taken else path.replace("/", "-")
        taken.add(name.casefold())
        names[path] = name
    return names
