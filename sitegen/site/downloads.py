"""The files to take along: what they say about themselves, and whether it is what the writer says of them."""

from sitegen.assets.downloads.download_claims import ENDINGS, false_claims, with_facts
from sitegen.assets.downloads.private_notes import private_notes
from sitegen.engine.rules import Fetch, Key
from sitegen.errors import Location, Problem
from sitegen.model import Download, DownloadFacts
from sitegen.model.folders import STATIC
from sitegen.site.inputs import FILE, RULES
from sitegen.site.reporting import problem_at
from sitegen.site.settings import site_text
from sitegen.site.static_files import static_files


@RULES.task(keep=True)
def readable_downloads(fetch: Fetch) -> tuple[str, ...]:
    """Return the paths below static/ of all files that say something about themselves, sorted."""
    return tuple(path for path in fetch(static_files) if path.lower().endswith(ENDINGS))


@RULES.task()
def download_leaves(fetch: Fetch) -> tuple[Key, ...]:
    """Return the keys of the facts of files, which can be read in other processes."""
    return tuple(download_facts.key(path) for path in fetch(readable_downloads))


def _needs(path: str) -> tuple[Key, ...]:
    return (FILE.key(f"{STATIC}/{path}"),)


@RULES.task(needs=_needs, weight=4)
def download_facts(fetch: Fetch, path: str) -> DownloadFacts:
    """Return what a file below static/ says about itself: nothing if it is missing, or of a kind that is not read."""
    from sitegen.assets.downloads.download_reader import read_download

    data = fetch(FILE, f"{STATIC}/{path}")
    if data is None:
        return DownloadFacts()
    facts, problems = read_download(f"{STATIC}/{path}", data)
    for problem in problems:
        fetch.report(problem)
    return facts


@RULES.task()
def check_downloads(fetch: Fetch) -> None:
    """Read every file that can be read: what is damaged, or says more than readers shall know, is reported.

    That holds for files that no page names, too: one that does may come any day.
    """
    title = site_text(fetch, "title")
    for path in fetch(readable_downloads):
        for headline, hint in private_notes(path.rpartition("/")[2], fetch(download_facts, path), title):
            location = Location(f"{STATIC}/{path}")
            fetch.report(
                Problem(location=location, headline=headline, hint=hint, kind="AssetError", severity="warning")
            )


def checked_download(fetch: Fetch, path: str, download: Download) -> Download:
    """Return a download of a page with the facts of its file; report what the writer says otherwise."""
    facts = fetch(download_facts, download.file.text) if download.file else DownloadFacts()
    for claim in false_claims(download, facts):
        fetch.report(problem_at(fetch, path, claim.located, claim.headline, claim.hint))
    return with_facts(download, facts)
