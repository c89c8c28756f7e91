"""Find and read the files that a person wants to bring in, and what stands beside them; nothing outside is opened."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from sitegen.engine.ignored import is_ignored
from sitegen.errors import UsageError
from sitegen.importing.bounds import MOST_ALL_BYTES, MOST_BYTES, MOST_SOURCES
from sitegen.importing.source import ENDINGS, PASTED, Source

_MOST_FILE_BYTES = 100_000_000
_WITH_A_PAGE = "_files"
"""The end of the name of the folder that browsers save beside a page."""


def read_sources(paths: Sequence[str], pasted: BinaryIO) -> list[Source]:
    """Return the sources that were named: files, folders with all in them, or `-` for what is pasted.

    Raises:
        UsageError: a path is not there, a folder has nothing to bring in, or all is too much at once.
        OSError: a file cannot be read.
    """
    sources = [source for path in paths for source in _sources_at(path, pasted)]
    if len(sources) > MOST_SOURCES or sum(len(source.data) for source in sources) > MOST_ALL_BYTES:
        raise UsageError(
            "these are too many or too large files for one import", hint="bring in a folder after the other"
        )
    return sources


def _sources_at(typed: str, pasted: BinaryIO) -> Iterator[Source]:
    if typed == PASTED:
        data = pasted.read(MOST_BYTES + 1)
        if not data.strip():
            raise UsageError(
                "nothing was pasted",
                hint="name a file, or end what you paste with Control-D (Windows: Control-Z, Enter)",
            )
        yield Source(PASTED, data, lambda _path: None)
        return
    path = Path(typed)
    if not path.exists():
        raise UsageError(
            f'there is no file or folder "{typed}"', hint="look at the spelling, or put a path with spaces into quotes"
        )
    if not path.is_dir():
        yield Source(path.name, _read(path), _opener(path.resolve().parent, path.resolve().parent))
        return
    files = list(_files_in(path))
    if not files:
        endings = ", ".join(f".{ending}" for ending in sorted(ENDINGS))
        raise UsageError(f'the folder "{typed}" has no file to bring in', hint=f"files end with {endings}")
    root = path.resolve()
    for file in files[: MOST_SOURCES + 1]:
        name = f"{root.name}/{file.relative_to(path).as_posix()}"
        yield Source(name, _read(file), _opener(root, file.resolve().parent))


def _files_in(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder that are sources, in order; links are not followed."""
    for path in sorted(folder.iterdir()):
        if is_ignored(path.name) or path.name.startswith(".") or path.is_symlink():
            continue
        if path.is_dir() and not path.name.endswith(_WITH_A_PAGE):
            yield from _files_in(path)
        elif path.is_file() and path.suffix.lower().removeprefix(".") in ENDINGS:
            yield path


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_MOST_FILE_BYTES + 1)


def _opener(root: Path, folder: Path) -> Callable[[str], bytes | None]:
    """Return a function that reads files by their paths from a folder, and none that lies outside a root."""

    def open_beside(path: str) -> bytes | None:
        try:
            target = (folder / path).resolve()
            return _read(target) if target.is_relative_to(root) and target.is_file() else None
        except (OSError, ValueError):
            return None

    return open_beside
