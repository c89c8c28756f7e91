"""The films and captions of static/: how long they last, and what is wrong with them."""

from sitegen.engine.rules import Fetch
from sitegen.errors import Location, Problem
from sitegen.model.folders import STATIC
from sitegen.site.inputs import FILE, RULES
from sitegen.site.static_files import static_files

_MP4 = (".mp4", ".m4v")
"""The extensions of films that are read, in lower case."""


@RULES.task()
def film_length(fetch: Fetch, path: str) -> int:
    """Return the length of a film below static/ in seconds, 0 if unknown; report a film that is damaged."""
    from sitegen.assets.films.film_length import is_whole, read_film_length

    data = fetch(FILE, f"{STATIC}/{path}")
    if data is None:
        return 0
    if path.lower().endswith(_MP4) and not is_whole(data):
        name = path.rpartition("/")[2]
        headline = f'"{name}" cannot be played: it is damaged or not complete'
        hint = "save or export it again as MP4, and put that file in its place"
        fetch.report(Problem(location=Location(f"{STATIC}/{path}"), headline=headline, hint=hint))
    return round(read_film_length(data))


@RULES.task()
def captions_end(fetch: Fetch, path: str) -> int:
    """Return the second in which the last caption of a file below static/ ends; report what is wrong with the file."""
    from sitegen.assets.films.captions import read_captions

    data = fetch(FILE, f"{STATIC}/{path}")
    if data is None:
        return 0
    end, problems = read_captions(data, f"{STATIC}/{path}")
    for problem in problems:
        fetch.report(problem)
    return int(end)


@RULES.task()
def check_captions(fetch: Fetch) -> None:
    """Read every captions file, so that a wrong one is reported even if no page names it."""
    for path in fetch(static_files):
        if path.lower().endswith(".vtt"):
            fetch(captions_end, path)
