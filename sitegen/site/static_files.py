"""The files of static/: the site's own and the shipped look."""

from collections.abc import Iterator
from typing import Any

from sitegen.assets.fingerprints import FINGERPRINTED, is_fingerprinted
from sitegen.engine.rules import Fetch, Rule
from sitegen.engine.unreadable_names import why_unreadable
from sitegen.errors import Location, Problem, suggest_path
from sitegen.model.folders import STATIC
from sitegen.site.inputs import FOLDER, RULES, SHIPPED_FOLDER


@RULES.task(keep=True)
def static_files(fetch: Fetch) -> tuple[str, ...]:
    """Return the paths below static/ of the site's own files and of the shipped look, sorted.

    What lies there and cannot be read is reported.
    """
    own = _below(fetch, FOLDER, "")
    shipped = (path for folder in FINGERPRINTED for path in _below(fetch, SHIPPED_FOLDER, folder))
    return tuple(sorted({*own, *shipped}))


def missing_file(path: str, known: tuple[str, ...], location: Location) -> Problem:
    """Return the problem that a file is not in static/; `known` are the files that are."""
    ending = path.rpartition(".")[2]
    likely = [name for name in known if not is_fingerprinted(name) or name.endswith(f".{ending}")]
    hint = suggest_path(path, likely) or "put the file there, or correct its name"
    return Problem(location=location, headline=f'there is no file "{path}" in static/', hint=hint, kind="AssetError")


def _below(fetch: Fetch, folders: Rule[[str], Any], folder: str) -> Iterator[str]:
    for name in fetch(folders, f"{STATIC}/{folder}") or ():
        if reason := why_unreadable(name):
            bare, headline, hint = reason
            location = Location(f"{STATIC}/{folder}{bare}")
            fetch.report(Problem(location=location, headline=headline, hint=hint, kind="AssetError"))
        elif name.endswith("/"):
            yield from _below(fetch, folders, folder + name)
        else:
            yield folder + name
