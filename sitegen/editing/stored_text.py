"""Hold a file as it is stored, with the text that is read of it, and lead offsets of that text back to the file."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from sitegen.content.edits import Edit
from sitegen.content.frontmatter import find_fields
from sitegen.errors import EditError
from sitegen.located import SourceFile
from sitegen.model.record import Record

YAML_SUFFIXES = (".yaml", ".yml")

_READ_OTHERWISE = re.compile("\r\n?|[\u2028\u2029\x85]|\ufeff")


class StoredText(Record, frozen=True, kw_only=True):
    """The characters of a file, the text that `located.decode` reads of them, and where its YAML stands in that.

    `fields` has the offsets in `text` between which the YAML stands: the whole file, or its front matter; None where a
    page has no front matter. `newline` is the line end that most lines of the file have.
    """

    file: SourceFile
    stored: str
    newline: str
    starts: tuple[int, ...]
    """Offsets of `text` from which on its distance to `stored` is another; in order."""
    origins: tuple[int, ...]
    """The offset in `stored` of each of `starts`."""
    fields: tuple[int, int] | None

    @property
    def text(self) -> str:
        """The text that is read of the file, with newlines as line ends."""
        return self.file.text

    def edited(self, edits: Iterable[Edit]) -> bytes:
        """Return the bytes of the file after edits of `text`, which do not overlap, in any order."""
        pieces, last = [], 0
        for edit in sorted(edits):
            start, end = self._origin(edit.offset), self._origin(edit.offset + edit.length)
            pieces += [self.stored[last:start], edit.replacement.replace("\n", self.newline)]
            last = end
        return "".join((*pieces, self.stored[last:])).encode()

    def _origin(self, offset: int) -> int:
        index = bisect_right(self.starts, offset) - 1
        return self.origins[index] + offset - self.starts[index]


def read_stored(data: bytes, path: str) -> StoredText:
    """Read the bytes of the file at `path` (`content/stories/x.md`, `site.yaml`), relative to the site's root.

    Raises:
        EditError: the file is not saved as UTF-8.
    """
    try:
        stored = data.decode()
    except UnicodeDecodeError:
        problem = SourceFile(path, kind="EditError").problem("the file is not saved as UTF-8", "save it as UTF-8 first")
        raise EditError(problem) from None
    text, starts, origins = _as_read(stored)
    fields = (0, len(text)) if path.endswith(YAML_SUFFIXES) else find_fields(text)
    file = SourceFile(path, text, "EditError")
    return StoredText(
        file=file,
        stored=stored,
        newline=_newline_of(stored),
        starts=tuple(starts),
        origins=tuple(origins),
        fields=fields,
    )


def _as_read(stored: str) -> tuple[str, list[int], list[int]]:
    """Return a text with what `located.decode` reads otherwise, and where the distance to the stored one changes."""
    pieces: list[str] = []
    starts, origins = [0], [0]
    size = last = 0
    for match in _READ_OTHERWISE.finditer(stored):
        pieces.append(stored[last : match.start()])
        size += match.start() - last
        typed = match[0]
        read = "" if typed == "\ufeff" else "\n" if typed[0] == "\r" else " "
        pieces.append(read)
        size += len(read)
        last = match.end()
        starts.append(size)
        origins.append(last)
    return "".join((*pieces, stored[last:])), starts, origins


def _newline_of(stored: str) -> str:
    windows = stored.count("\r\n")
    unix, old = stored.count("\n") - windows, stored.count("\r") - windows
    if windows > max(unix, old):
        return "\r\n"
    return "\r" if old > unix else "\n"
