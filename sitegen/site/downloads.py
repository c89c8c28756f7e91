"""What the files to take along say about themselves, and whether it is what the writer says of them."""

import msgspec

from sitegen.assets.downloads.download_claims import ENDINGS, false_claims
from sitegen.engine.rules import Fetch, Key
from sitegen.errors import Location, Problem
from sitegen.model import Download, DownloadFacts
from sitegen.model.folders import CONTENT, STATIC
from sitegen.site.inputs import FILE, RULES
from sitegen.site.reporting import with_excerpt
from sitegen.site.static_files import static_files


@RULES.task(keep=True)
def readable_downloads(fetch: Fetch) -> tuple[str, ...]:
    """Give the paths below static/ of all files that say something about themselves, sorted."""
    return tuple(path for path in fetch(static_files) if path.lower().endswith(ENDINGS))


@RULES.task()
def download_leaves(fetch: Fetch) -> tuple[Key, ...]:
    """Give the keys of the facts of files, which can be read in other processes."""
    return tuple(download_facts.key(path) for path in fetch(readable_downloads))


def _needs(path: str) -> tuple[Key, ...]:
    return (FILE.key(f"{STATIC}/{path}"),)


@RULES.task(needs=_needs, weight=4)
def download_facts(fetch: Fetch, path: str) -> DownloadFacts:
    """Give what a file below static/ says about itself; nothing where it is gone, or of a kind that is not read."""
    from sitegen.assets.downloads.download_reader import read_download

    data = fetch(FILE, f"{STATIC}/{path}")
    if data is None:
        return DownloadFacts()
    facts, problems = read_download(f"{STATIC}/{path}", data)
    for problem in problems:
        fetch.report(problem)
    return facts


@RULES.task()
def sound_downloads(fetch: Fetch) -> None:
    """Read every file that can be read, so that one that is damaged is told even where no page names it."""
    for path in fetch(readable_downloads):
        fetch(download_facts, path)


def known_download(fetch: Fetch, path: str, download: Download) -> Download:
    """Give a download of a page with what its file says; tells where the writer says otherwise."""
    facts = fetch(download_facts, download.file.text) if download.file else DownloadFacts()
    for claim in false_claims(download, facts):
        place = Location(f"{CONTENT}/{path}", claim.mark.line, claim.mark.column)
        fetch.report(with_excerpt(fetch, Problem(location=place, headline=claim.headline, hint=claim.hint)))
    return msgspec.structs.replace(
        download,
        pages=facts.pages or download.pages,
        slides=facts.slides or download.slides,
        paper=facts.paper or download.paper,
    )
