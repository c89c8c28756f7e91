"""Remember what was brought in, so that a second import of the same source changes nothing."""

from collections.abc import Iterable
from hashlib import blake2b

from sitegen.importing.source import PASTED, Source
from sitegen.model import Record


class TakenSource(Record, frozen=True):
    """A source that was brought in: its name, the digest of its bytes, and the paths of its pages from the root."""

    name: str
    digest: str
    pages: tuple[str, ...]


class ImportRecord(Record, frozen=True):
    """All sources that were brought in, in the order of their names."""

    sources: tuple[TakenSource, ...] = ()

    def find(self, source: Source) -> TakenSource | None:
        """Return what is known of a source: by its bytes, else by its name; what is pasted has none."""
        digest = digest_of(source)
        same = next((one for one in self.sources if one.digest == digest), None)
        if same or source.name == PASTED:
            return same
        return next((one for one in self.sources if one.name == source.name), None)

    def of_page(self, path: str) -> TakenSource | None:
        """Return the source of a page; None where it came from none."""
        return next((one for one in self.sources if path in one.pages), None)

    def with_sources(self, sources: Iterable[TakenSource]) -> "ImportRecord":
        """Return the record with more sources, in place of those that had their names and pages."""
        new = tuple(sources)
        taken = {page for one in new for page in one.pages}
        kept = (one for one in self.sources if not taken & set(one.pages))
        return ImportRecord(tuple(sorted((*kept, *new), key=lambda one: (one.name, one.pages))))


def digest_of(source: Source) -> str:
    """Return the digest of the bytes of a source."""
    return blake2b(source.data, digest_size=16).hexdigest()
