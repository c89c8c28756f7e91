"""Which files of content/ are pages, and what lies where no page can lie."""

from collections.abc import Iterable

from sitegen.engine.unreadable_names import why_unreadable
from sitegen.errors import Location, Problem, suggest
from sitegen.model.folders import CONTENT


def misplaced_files(names: Iterable[str], folders: Iterable[str]) -> list[Problem]:
    """Report what lies in content/ itself and belongs to no folder of a collection; folders end with a slash."""
    known = list(folders)
    problems = []
    for name in names:
        if reason := why_unreadable(name):
            problems.append(_unreadable("", *reason))
        elif name.removesuffix("/") not in known and name.endswith(("/", ".md")):
            problems.append(_misplaced(name, known))
    return problems


def pages_in_folder(folder: str, names: Iterable[str]) -> tuple[list[str], list[Problem]]:
    """Return the content paths of the pages in a folder, and a problem for each other thing that lies there."""
    paths, problems = [], []
    for name in names:
        if reason := why_unreadable(name):
            problems.append(_unreadable(f"{folder}/", *reason))
        elif name.endswith(".md"):
            paths.append(f"{folder}/{name}")
        else:
            problems.append(_not_a_page(f"{folder}/{name}"))
    return paths, problems


def _unreadable(folder: str, name: str, headline: str, hint: str) -> Problem:
    return Problem(location=Location(f"{CONTENT}/{folder}{name}"), headline=headline, hint=hint)


def _misplaced(name: str, known: list[str]) -> Problem:
    location = Location(f"{CONTENT}/{name}")
    if name.endswith("/"):
        folder = name.removesuffix("/")
        near = suggest(folder, known)
        hint = near or f"move its files and delete it, or add a collection {folder} to site.yaml"
        return Problem(location=location, headline=f'no collection has the folder "{folder}"', hint=hint)
    return Problem(
        location=location, headline="this file is in no collection", hint="move it into one of: " + ", ".join(known)
    )


def _not_a_page(path: str) -> Problem:
    location = Location(f"{CONTENT}/{path}")
    if path.endswith("/"):
        hint = f"move its files up into {CONTENT}/{path.partition('/')[0]}/, and delete it"
        return Problem(location=location, headline="a collection has no folders of its own", hint=hint)
    hint = "pages end with .md; pictures and downloads belong in static/"
    return Problem(location=location, headline="this file is not a page", hint=hint, severity="warning")
