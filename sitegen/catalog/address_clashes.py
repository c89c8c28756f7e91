"""Addresses that cannot be: reserved slugs, and two of one address, lists and old addresses included."""

from collections.abc import Iterable, Mapping, Sequence

from sitegen.catalog.old_addresses import alias_key
from sitegen.catalog.permalinks import gallery_url, list_url
from sitegen.errors import Location, Problem
from sitegen.model import Collection, Entry, Gallery, LocatedText, Redirect

_Taken = dict[str, tuple[str, str]]
"""The (address, name of its holder) of each address that is taken, by its folded form."""


def list_addresses(collections: Iterable[Collection], galleries: Iterable[Gallery]) -> dict[str, str]:
    """Return what stands at the addresses of lists and galleries, in words."""
    lists = {list_url(one): f"the list of {one.id}" for one in collections if one.has_list}
    return lists | {gallery_url(gallery): f"the gallery {gallery.id}" for gallery in galleries}


def slug_problems(entries: Iterable[Entry], reserved: frozenset[str]) -> list[Problem]:
    """Report slugs that are the addresses of terms and of further pages of lists."""
    problems = []
    for entry in entries:
        slug = entry.url.rstrip("/").rpartition("/")[2]
        if slug in reserved:
            headline = f'the slug "{slug}" is reserved for lists'
            what = "write another slug" if entry.located_slug.line else "rename the file, or give it a slug"
            hint = f"{what}, for example slug: about-{slug}"
            problems.append(_problem(entry.path, entry.located_slug, headline, hint))
    return problems


def address_clashes(entries: Sequence[Entry], lists: Mapping[str, str], redirects: Sequence[Redirect]) -> list[Problem]:
    """Report addresses that two would have, also those that differ by case only.

    `lists` says what stands at the addresses of lists. A page that is not shown now still holds its address; the name
    of a file counts before a slug that was typed. Old addresses may not hide a page.
    """
    problems = []
    taken: _Taken = {url.casefold(): (url, name) for url, name in lists.items()}
    for entry in sorted(entries, key=lambda entry: entry.located_slug.line > 0):
        other = taken.setdefault(entry.url.casefold(), (entry.url, f"content/{entry.path}"))
        if other[1] != f"content/{entry.path}":
            hint = "rename one of the files, or give one of them another slug"
            if entry.located_slug.line:
                hint = "write another slug, or delete the line: then the name of the file is used"
            headline = f'the address "{entry.url}" is taken'
            problems.append(_problem(entry.path, entry.located_slug, headline, hint, other))
    for entry in entries:
        for alias in entry.aliases:
            problems += _alias_problem(f"content/{entry.path}", alias, taken)
    for redirect in redirects:
        problems += _alias_problem("site.yaml", redirect.source, taken)
    return problems


def old_address_problems(
    old: str, taken_by: str, entries: Iterable[Entry], redirects: Iterable[Redirect]
) -> list[Problem]:
    """Report, at each place where it is written, that an old address would hide something else."""
    places = [(f"content/{entry.path}", alias) for entry in entries for alias in entry.aliases]
    places += [("site.yaml", redirect.source) for redirect in redirects]
    return [_taken(path, located, taken_by) for path, located in places if alias_key(located.text) == old]


def _alias_problem(path: str, alias: LocatedText, taken: _Taken) -> list[Problem]:
    url = alias_key(alias.text)
    other = taken.setdefault(url.casefold(), (url, f"{path}:{alias.line}"))
    if other[1] == f"{path}:{alias.line}":
        return []
    return [_taken(path, alias, other[1])]


def _taken(path: str, old: LocatedText, taken_by: str) -> Problem:
    headline = f'the old address "{old.text}" is taken'
    hint = "an old address may lead to one page only, and never hide a page"
    return Problem(
        location=Location(path, old.line, old.column),
        headline=headline,
        hint=hint,
        kind="RouteError",
        values=(("taken by", taken_by),),
    )


def _problem(path: str, place: LocatedText, headline: str, hint: str, other: tuple[str, str] | None = None) -> Problem:
    values = (("taken by", other[1]),) if other else ()
    return Problem(
        location=Location(f"content/{path}", place.line, place.column),
        headline=headline,
        hint=hint,
        kind="RouteError",
        values=values,
    )
