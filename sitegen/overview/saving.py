"""Save what is for staff alone as a file, and never where it could be published: names stand in it."""

from collections.abc import Iterable, Iterator
from itertools import chain, count
from pathlib import Path

from sitegen.building import PROJECT, Choices, output_folder
from sitegen.engine.output import MANIFEST
from sitegen.errors import UsageError
from sitegen.model.folders import CONTENT, PUBLISH_STATE, STATIC, TEMPLATES
from sitegen.overview.as_html import GENERATOR

_MOST_HEAD = 2000


def save_html(site: Path, file: Path, html: str, *, option: str = "--html", generator: str = GENERATOR) -> None:
    """Write a page to a file, also over an earlier one of the same generator.

    `option` is the one that names the file. Raises what `require_place` raises.
    """
    require_place(site, file, option=option, generator=generator)
    file.resolve().write_text(html, encoding="utf-8", newline="\n")


def require_place(
    site: Path, file: Path, *, option: str = "--html", generator: str = GENERATOR, published: Iterable[Path] = ()
) -> None:
    """Raise UsageError where a page of this generator cannot be written to a file.

    That is where a build writes or reads its files, in one of the folders that are `published`, and where another
    file stands.
    """
    target = file.resolve()
    hint = f"write it to another place: {option} {_place_beside(site, generator)}"
    if folder := _folder_of_builds(site, target, published):
        headline = f"{file} lies in {folder}: what lies there may be published, and it is for the team alone"
        raise UsageError(headline, hint=hint)
    if not target.parent.is_dir():
        raise UsageError(f"there is no folder {file.parent}", hint=hint)
    if target.exists() and not _is_ours(target, generator):
        raise UsageError(f"{file} is there already, and was not made by this command", hint=hint)


def _place_beside(site: Path, generator: str) -> Path:
    """Return a file beside the folder of a site that may be written."""
    names = chain(("report.html",), (f"report-{number}.html" for number in count(2)))
    files = (site.resolve().parent / name for name in names)
    return next(file for file in files if not file.exists() or _is_ours(file, generator))


def _folder_of_builds(site: Path, target: Path, published: Iterable[Path]) -> Path | None:
    """Return the folder above a file that a build reads or writes, or None."""
    known = [*_known_folders(site), *published]
    for parent in target.parents:
        is_output = (parent / MANIFEST).exists() or (parent / PUBLISH_STATE).exists()
        if is_output or any(_is_same(parent, folder) for folder in known):
            return parent
    return None


def _is_same(folder: Path, other: Path) -> bool:
    """Return whether two folders are one, also where they are not there yet, or capitals do not count."""
    return folder == other.resolve() or (folder.exists() and other.exists() and folder.samefile(other))


def _known_folders(site: Path) -> Iterator[Path]:
    yield output_folder(Choices(site=site))
    for root in (site, PROJECT):
        yield from (root / name for name in (CONTENT, STATIC, TEMPLATES))


def _is_ours(target: Path, generator: str) -> bool:
    if not target.is_file():
        return False
    with target.open("rb") as file:
        return f'content="{generator}"'.encode() in file.read(_MOST_HEAD)
