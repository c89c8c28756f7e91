"""Pictures whose files are much larger than a page can use."""

from collections.abc import Iterator

from sitegen.errors import Location, Problem
from sitegen.findings.finished_site import FinishedSite
from sitegen.findings.registry import CHECKS
from sitegen.model.folders import STATIC
from sitegen.site.image_facts import image_files

MOST_BYTES = 5_000_000
"""A picture for the screen needs no more; what is larger makes builds and copies of the site slow."""

_HINT = "make it smaller, 2,560 pixels are wide enough, and save it as JPEG with a quality of about 85"


@CHECKS.check(severities={"advice"}, looks_at={"content"})
def heavy_pictures(site: FinishedSite) -> Iterator[Problem]:
    """Find pictures of more than five megabytes, sorted by path."""
    for path in site.value(image_files) or ():
        size = len(site.source(f"{STATIC}/{path}") or b"")
        if size > MOST_BYTES:
            headline = f'the picture "{path.rpartition("/")[2]}" has {size / 1e6:.1f} MB'
            location = Location(f"{STATIC}/{path}")
            yield Problem(location=location, headline=headline, hint=_HINT, kind="AssetError", severity="advice")
