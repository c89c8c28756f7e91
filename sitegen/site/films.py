"""What the films and captions of static/ say about themselves."""

from collections.abc import Callable

from sitegen.engine.rules import Fetch
from sitegen.errors import Location, Problem
from sitegen.model import Film
from sitegen.model.folders import STATIC
from sitegen.render.heads import FilmFacts
from sitegen.site.inputs import FILE, RULES
from sitegen.site.static_files import static_files

_MP4 = (".mp4", ".m4v", ".mov")
"""The ends of the names of films that are read, in small letters."""


@RULES.task()
def film_length(fetch: Fetch, path: str) -> int:
    """Give the seconds that a film below static/ lasts, rounded; 0 where it does not tell; tells of a damaged one."""
    from sitegen.assets.films.film_length import film_length as length_of
    from sitegen.assets.films.film_length import is_whole

    data = fetch(FILE, f"{STATIC}/{path}")
    if data is None:
        return 0
    if path.lower().endswith(_MP4) and not is_whole(data):
        name = path.rpartition("/")[2]
        headline = f'"{name}" cannot be played: it is damaged or not complete'
        hint = "save or export it again as MP4, and put that file in its place"
        fetch.report(Problem(location=Location(f"{STATIC}/{path}"), headline=headline, hint=hint))
    return round(length_of(data))


@RULES.task()
def captions_end(fetch: Fetch, path: str) -> int:
    """Give the second in which the last caption of a file below static/ ends; tells what is wrong with the file."""
    from sitegen.assets.films.captions import check_captions

    data = fetch(FILE, f"{STATIC}/{path}")
    if data is None:
        return 0
    end, problems = check_captions(data, f"{STATIC}/{path}")
    for problem in problems:
        fetch.report(problem)
    return int(end)


@RULES.task()
def sound_captions(fetch: Fetch) -> None:
    """Read every captions file, so that one that is wrong is told even where no page names it."""
    for path in fetch(static_files):
        if path.lower().endswith(".vtt"):
            fetch(captions_end, path)


def film_facts(fetch: Fetch, film: Film | None, link: Callable[[str], str]) -> FilmFacts | None:
    """Give what a page tells machines of its film; None where the film is not on this site."""
    if film is None or film.src is None:
        return None
    poster = link("/" + film.poster.text) if film.poster else ""
    return FilmFacts(link("/" + film.src.text), poster, film.duration or fetch(film_length, film.src.text))
