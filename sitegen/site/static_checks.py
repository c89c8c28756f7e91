"""Files of static/ that would run script by themselves, or that readers could not open, play or trust."""

from sitegen.assets.active_content import ENDINGS, NOT_WELL_FORMED, find_active_content
from sitegen.assets.fingerprints import is_fingerprinted
from sitegen.assets.unfit_files import find_unfit
from sitegen.engine.rules import Fetch
from sitegen.errors import Location, Problem, keep_few
from sitegen.located import SourceFile
from sitegen.model.folders import STATIC
from sitegen.site.image_facts import image_facts, is_content_image
from sitegen.site.inputs import FILE, RULES
from sitegen.site.static_files import static_files


@RULES.task()
def active_content(fetch: Fetch, path: str) -> None:
    """Report all that would run in a drawing or another XML file below static/."""
    data = fetch(FILE, f"{STATIC}/{path}")
    if data is None:
        return
    file = SourceFile(f"{STATIC}/{path}", data.decode("utf-8", "replace"), "AssetError")
    is_refused = is_content_image(path) and fetch(image_facts, path) is None
    problems = [
        file.problem(f'"{path.rpartition("/")[2]}" {active.headline}', active.hint, active.line, active.column)
        for active in find_active_content(data)
        if not (is_refused and active.headline == NOT_WELL_FORMED)
    ]
    for problem in keep_few(problems):
        fetch.report(problem)


@RULES.task()
def check_active_files(fetch: Fetch) -> None:
    """Read every file that browsers take for XML, whether a page names it or not."""
    for path in fetch(static_files):
        if path.lower().endswith(ENDINGS):
            fetch(active_content, path)


@RULES.task()
def unfit_file(fetch: Fetch, path: str) -> None:
    """Report a file below static/ whose format or bytes are of no use to readers."""
    data = fetch(FILE, f"{STATIC}/{path}")
    name = path.rpartition("/")[2]
    unfit = None if data is None else find_unfit(name, data)
    if unfit:
        location = Location(f"{STATIC}/{path}")
        fetch.report(Problem(location=location, headline=f'"{name}" {unfit.why}', hint=unfit.hint, kind="AssetError"))


@RULES.task()
def check_unfit_files(fetch: Fetch) -> None:
    """Look at every file that keeps its name, whether a page names it or not; pictures are read elsewhere."""
    for path in fetch(static_files):
        if not is_fingerprinted(path) and not is_content_image(path):
            fetch(unfit_file, path)
