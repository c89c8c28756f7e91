"""Good pages that a mistake has taken away: a preview shows them under its message."""

from collections import OrderedDict
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

MOST_VISITED = 50
"""How many of the pages that were looked at last are kept."""

MOST_DELETED = 500
"""How many of the pages that builds with errors deleted are kept, of one row of such builds."""


class KeptPages:
    """Pages by their paths below the output folder: as they were last looked at, or as they were last on disk."""

    def __init__(self) -> None:
        self._visited: OrderedDict[str, bytes] = OrderedDict()
        self._deleted: dict[str, bytes] = {}

    def visit(self, path: str, page: bytes) -> None:
        """Keep a page that somebody looks at."""
        self._visited[path] = page
        self._visited.move_to_end(path)
        if len(self._visited) > MOST_VISITED:
            self._visited.popitem(last=False)

    def save(self, folder: Path, paths: Iterable[str]) -> None:
        """Keep those of the paths that are pages, before they are deleted from the output folder."""
        for path in paths:
            if path.endswith(".html") and len(self._deleted) < MOST_DELETED:
                with suppress(OSError):  # somebody else has deleted it
                    self._deleted[path] = (folder / path).read_bytes()

    def forget_deleted(self) -> None:
        """Let go of the deleted pages: a build without errors has said which pages there are."""
        self._deleted.clear()

    def get(self, path: str) -> bytes | None:
        """Return the last good state of a page; None where none is kept."""
        return self._deleted.get(path, self._visited.get(path))
