"""All files of a kit in one ZIP archive, to take along with one tap."""

from collections.abc import Iterator

from sitegen.assets.archives import archive, archive_names, archive_size
from sitegen.catalog.kits import kit_addresses, kit_file_url, kit_key
from sitegen.catalog.permalinks import output_at
from sitegen.engine.rules import Fetch
from sitegen.model import Output
from sitegen.render import dates, views
from sitegen.site.inputs import RULES, required
from sitegen.site.page_downloads import page_downloads
from sitegen.site.path import kit_table
from sitegen.site.settings import base_path, path_layout
from sitegen.site.static_outputs import bytes_as_sent

ARCHIVE = "zip"


@RULES.task(keep=True)
def kit_files(fetch: Fetch, level: str, dimension: str) -> dict[str, str]:
    """Return the paths below static/ of the files that the pages of a kit offer, by their names in its archive."""
    kit = required(fetch(kit_table, at=kit_key(level, dimension)), "kit")
    pages = (path for shelf in kit.shelves for path in shelf.paths)
    names = archive_names(file.path for path in pages for file in fetch(page_downloads, path))
    return {name: path for path, name in names.items()}


@RULES.task()
def size_as_sent(fetch: Fetch, path: str) -> int:
    """Return the size of a file of static/ as an archive holds it."""
    return len(required(bytes_as_sent(fetch, path), path))


@RULES.task()
def kit_download(fetch: Fetch, level: str, dimension: str) -> views.File | None:
    """Return the archive of a kit as a file to take along, or None if its pages offer no files."""
    files = fetch(kit_files, level, dimension)
    if not files:
        return None
    sizes = {name: fetch(size_as_sent, path) for name, path in files.items()}
    count = f"{len(files)} file{'' if len(files) == 1 else 's'}"
    details = (count, dates.file_size(archive_size(sizes)))
    url = kit_file_url(required(fetch(path_layout), "path_layout"), level, dimension, ARCHIVE)
    return views.File(fetch(base_path) + url, "Download all", "ZIP", details)


@RULES.task(is_output=True)
def kit_archive(fetch: Fetch, level: str, dimension: str) -> bytes:
    """Write the archive of a kit."""
    files = sorted(fetch(kit_files, level, dimension).items())
    return archive({name: required(bytes_as_sent(fetch, path), path) for name, path in files})


def archive_outputs(fetch: Fetch) -> Iterator[Output]:
    """Yield the archive of each kit that has files."""
    layout = fetch(path_layout)
    for _, level, dimension in kit_addresses(layout) if layout else ():
        if layout and fetch(kit_files, level.id, dimension.id):
            url = kit_file_url(layout, level.id, dimension.id, ARCHIVE)
            yield output_at(url, kit_archive.key(level.id, dimension.id))
