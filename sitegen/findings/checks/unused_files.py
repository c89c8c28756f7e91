"""Pictures, downloads and films that nothing on the site links to, and that are not published for that reason."""

from collections.abc import Iterator

from sitegen.errors import Location, Problem
from sitegen.findings.finished_site import FinishedSite
from sitegen.findings.registry import CHECKS
from sitegen.model.folders import STATIC
from sitegen.site.files_on_demand import names_on_demand
from sitegen.site.outputs import outputs

_HINT = 'delete it, or show it on a page; to publish it all the same, name it under "files: always:" in site.yaml'


@CHECKS.check(severities={"advice"}, looks_at={"content"})
def unused_files(site: FinishedSite) -> Iterator[Problem]:
    """Find the files of static/ that would be published if a page that is shown linked to them, sorted by path."""
    listed = site.value(outputs) or ()
    used = {name for output in listed if output.path in site.outputs for name in output.on_demand}
    for path, names in sorted((site.value(names_on_demand) or {}).items()):
        if used.isdisjoint(names):
            headline = f'"{path.rpartition("/")[2]}" is not published: no page that is shown links to it'
            location = Location(f"{STATIC}/{path}")
            yield Problem(location=location, headline=headline, hint=_HINT, kind="AssetError", severity="advice")
