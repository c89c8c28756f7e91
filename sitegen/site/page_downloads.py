"""The files of this site that each page offers, with what is known of them."""

from sitegen.assets.downloads.download_claims import with_facts
from sitegen.engine.rules import Fetch
from sitegen.model import Download, Record
from sitegen.output_names import why_no_file
from sitegen.site.downloads import download_facts
from sitegen.site.inputs import RULES
from sitegen.site.page_files import page
from sitegen.site.settings import base_path
from sitegen.site.static_outputs import asset


class PageDownload(Record, frozen=True, kw_only=True):
    """A file that a page offers: its path below static/, the link to it, its size in bytes, 0 if unknown."""

    path: str
    url: str
    download: Download
    size: int = 0


@RULES.task()
def page_downloads(fetch: Fetch, path: str) -> tuple[PageDownload, ...]:
    """Return the files that a page offers and that are there, in the order written; addresses elsewhere are none."""
    base, files = fetch(base_path), []
    for download in fetch(page, path).downloads:
        name = download.file.text if download.file else ""
        known = fetch(asset, name) if name and not why_no_file(name) else None
        if known:
            told = with_facts(download, fetch(download_facts, name))
            files.append(PageDownload(path=name, url=base + known.url, download=told, size=known.size))
    return tuple(files)
