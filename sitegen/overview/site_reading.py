"""Read what an overview is made from: every file of a site that writers edit, whatever is wrong with some of them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sitegen.building import PROJECT
from sitegen.catalog.content_files import misplaced_files, pages_in_folder
from sitegen.engine.sources import Sources
from sitegen.engine.unreadable_names import why_unreadable
from sitegen.errors import BuildError, Problem
from sitegen.model.folders import CONTENT, GOLDEN_QUERIES, SETTINGS, STATIC, TEMPLATES
from sitegen.overview.site_facts import SiteFacts, make_site_facts
from sitegen.upkeep.site_files import read_settings

_SITE, _SHIPPED = "site", "shipped"
_TEXTS = ((f"{TEMPLATES}/", (".html",)), (f"{STATIC}/", (".css", ".js")))


def read_site_facts(site: Path, as_of: datetime | None = None, *, shows_hidden: bool = False) -> SiteFacts:
    """Return the facts of a site as its files are now; `as_of` is the moment, None for now.

    What cannot be read is among the facts, too.

    Raises:
        UsageError: there is no site.
        ConfigError: its settings are wrong.
    """
    config = read_settings(site)
    reader = _Reader(Sources({_SITE: site.resolve(), _SHIPPED: PROJECT}, {}))
    folders = [collection.id for collection in config.collections if collection.kind]
    reader.unread += misplaced_files(reader.names(f"{CONTENT}/"), folders)
    listed = []
    for folder in folders:
        pages, problems = pages_in_folder(folder, reader.names(f"{CONTENT}/{folder}/"))
        reader.unread += problems
        listed += pages
    files = {path: reader.data(path) for path in (SETTINGS, GOLDEN_QUERIES, *(f"{CONTENT}/{page}" for page in listed))}
    known = {path: data for path, data in files.items() if data is not None}
    return make_site_facts(
        config,
        known,
        [page for page in listed if f"{CONTENT}/{page}" in known],
        as_of or datetime.now(UTC),
        static=[path.removeprefix(f"{STATIC}/") for path in reader.paths(f"{STATIC}/")],
        texts=reader.texts(),
        unread=reader.unread,
        shows_hidden=shows_hidden,
    )


def read_page_facts(site: Path, path: str, as_of: datetime | None = None) -> SiteFacts:
    """Return the facts of a site as if it had one page alone, by the path of its file below content/.

    Raises:
        UsageError: there is no site.
        ConfigError: its settings are wrong.
        OSError: the file cannot be read.
    """
    file = f"{CONTENT}/{path}"
    return make_site_facts(read_settings(site), {file: (site / file).read_bytes()}, [path], as_of or datetime.now(UTC))


class _Reader:
    """Reads as a build does, and keeps what cannot be read as problems."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self.unread: list[Problem] = []

    def data(self, path: str, root: str = _SITE) -> bytes | None:
        """Return the bytes of a file; None where it cannot be read, or is not there."""
        data: bytes | None = self._read(root, path)
        return data

    def names(self, folder: str, root: str = _SITE) -> tuple[str, ...]:
        """Return the listing of a folder; nothing where it cannot be read, or is not there."""
        return self._read(root, folder) or ()

    def paths(self, folder: str, root: str = _SITE) -> Iterator[str]:
        """Yield the paths of all files below a folder that can be read, sorted in each folder."""
        for name in self.names(folder, root):
            if why_unreadable(name):
                continue
            if name.endswith("/"):
                yield from self.paths(folder + name, root)
            else:
                yield folder + name

    def texts(self) -> dict[str, str]:
        """Return the templates, styles and scripts of the site, and the shipped ones that it has no other for."""
        texts = {}
        for root in (_SHIPPED, _SITE):
            for folder, endings in _TEXTS:
                for path in self.paths(folder, root):
                    data = self.data(path, root) if path.endswith(endings) else None
                    if data is not None:
                        texts[path] = data.decode("utf-8", "replace")
        return texts

    def _read(self, root: str, path: str) -> Any:
        try:
            return self._sources.read((root, path)).value
        except BuildError as error:
            self.unread += error.problems
            return None
