"""The texts of a site from which digests of pages are made, wherever they lie."""

from collections.abc import Callable, Mapping
from functools import cache
from hashlib import file_digest
from pathlib import Path
from typing import NamedTuple

from sitegen.engine.file_system import names_below
from sitegen.model import Config
from sitegen.model.folders import CONTENT, STATIC
from sitegen.upkeep.site_files import read_site


class SiteTexts(NamedTuple):
    """The settings and pages of a site; `pages` are bytes by their paths below content/ (`stories/x.md`).

    `file_digest` returns the SHA-256 of a file by its path below static/, in hex digits; empty where there is none.
    """

    config: Config
    pages: Mapping[str, bytes]
    file_digest: Callable[[str], str]


def read_site_texts(site: Path) -> SiteTexts:
    """Return the texts of a site as they are now. Raises what `read_settings` raises, and OSError."""
    config, files = read_site(site)
    return SiteTexts(config, pages_of(config, files), _digests_below(site / STATIC))


def pages_of(config: Config, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the pages among files, which are by their paths from the site's root: those in folders of collections."""
    folders = {collection.id for collection in config.collections if collection.kind}
    names = {path: path.removeprefix(f"{CONTENT}/") for path in files if path.startswith(f"{CONTENT}/")}
    return {
        name: files[path]
        for path, name in names.items()
        if name.endswith(".md") and name.count("/") == 1 and name.partition("/")[0] in folders
    }


def _digests_below(folder: Path) -> Callable[[str], str]:
    names = frozenset(names_below(str(folder)))

    @cache
    def digest(path: str) -> str:
        if path not in names or not (folder / path).is_file():
            return ""
        with (folder / path).open("rb") as opened:
            return file_digest(opened, "sha256").hexdigest()

    return digest
