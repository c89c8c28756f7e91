"""Find and read the files that a person wants to bring in, and what stands beside them; nothing outside is opened."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from sitegen.engine.ignored import is_ignored
from sitegen.errors import UsageError
from sitegen.importing.bounds import MOST_ALL_BYTES, MOST_BYTES, MOST_SOURCES
from sitegen.importing.source import ENDINGS, PASTED, Source, why_refused_by_name

_MOST_FILE_BYTES = 100_000_000
_WITH_A_PAGE = "_files"
"""The end of the name of the folder that browsers save beside a page."""


class SourceFiles:
    """The sources that were named, and the other files in their folders, by their names."""

    def __init__(self) -> None:
        self.sources: list[Source] = []
        self._others: dict[str, Path] = {}
        self._opened: set[Path] = set()

    def unused(self) -> list[str]:
        """Return the names of the other files that no source has opened, in order."""
        return sorted(name for name, path in self._others.items() if path not in self._opened)

    def add(self, typed: str, pasted: BinaryIO) -> None:
        """Add the sources of a path that was typed."""
        path = Path(typed)
        if typed == PASTED:
            self.sources.append(_pasted(pasted))
        elif not path.exists():
            hint = "look at the spelling, or put a path with spaces into quotes"
            raise UsageError(f'there is no file or folder "{typed}"', hint=hint)
        elif path.is_dir():
            self._add_folder(path, typed)
        else:
            folder = path.resolve().parent
            self.sources.append(Source(path.name, _read(path), self._opener(folder, folder)))

    def _add_folder(self, folder: Path, typed: str) -> None:
        root = folder.resolve()
        names = {f"{root.name}/{path.relative_to(folder).as_posix()}": path for path in _files_in(folder)}
        files = {name: path for name, path in names.items() if _is_source(path, folder)}
        if not files and not any(map(why_refused_by_name, names)):  # those are named one by one
            endings = ", ".join(f".{ending}" for ending in sorted(ENDINGS))
            raise UsageError(f'the folder "{typed}" has no file to bring in', hint=f"files end with {endings}")
        for name, path in list(files.items())[: MOST_SOURCES + 1]:
            self.sources.append(Source(name, _read(path), self._opener(root, path.resolve().parent)))
        self._others |= {name: path.resolve() for name, path in names.items() if name not in files}

    def _opener(self, root: Path, folder: Path) -> Callable[[str], bytes | None]:
        """Return a function that reads files by their paths from a folder, and none that lies outside a root."""

        def open_beside(path: str) -> bytes | None:
            try:
                target = (folder / path).resolve()
                if not (target.is_relative_to(root) and target.is_file()):
                    return None
                self._opened.add(target)
                return _read(target)
            except (OSError, ValueError):
                return None

        return open_beside


def read_sources(paths: Sequence[str], pasted: BinaryIO) -> SourceFiles:
    """Return the sources that were named: files, folders with all in them, or `-` for what is pasted.

    Raises:
        UsageError: a path is not there, a folder has nothing to bring in, or all is too much at once.
        OSError: a file cannot be read.
    """
    files = SourceFiles()
    for path in paths:
        files.add(path, pasted)
    if len(files.sources) > MOST_SOURCES or sum(len(source.data) for source in files.sources) > MOST_ALL_BYTES:
        raise UsageError(
            "these are too many or too large files for one import", hint="bring in a folder after the other"
        )
    return files


def _pasted(pasted: BinaryIO) -> Source:
    data = pasted.read(MOST_BYTES + 1)
    if not data.strip():
        hint = "name a file, or end what you paste with Control-D (Windows: Control-Z, Enter)"
        raise UsageError("nothing was pasted", hint=hint)
    return Source(PASTED, data, lambda _path: None)


def _files_in(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, in order; hidden ones are left out, and links are not followed."""
    for path in sorted(folder.iterdir()):
        if is_ignored(path.name) or path.name.startswith(".") or path.is_symlink():
            continue
        if path.is_dir():
            yield from _files_in(path)
        elif path.is_file():
            yield path


def _is_source(path: Path, folder: Path) -> bool:
    is_along = any(part.endswith(_WITH_A_PAGE) for part in path.relative_to(folder).parts[:-1])
    return not is_along and path.suffix.lower().removeprefix(".") in ENDINGS


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_MOST_FILE_BYTES + 1)
