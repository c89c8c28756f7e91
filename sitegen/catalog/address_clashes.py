"""Addresses that cannot be: reserved slugs, and two of one address, lists and old addresses included."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from sitegen.catalog.old_addresses import alias_key
from sitegen.catalog.permalinks import gallery_url, list_url
from sitegen.errors import Location, Problem
from sitegen.model import Collection, Entry, Gallery, LocatedText, Redirect
from sitegen.model.folders import CONTENT

Locate = Callable[[str, LocatedText], Location]
"""Returns where a text stands in the file of a path from the site's root; it is called only for a problem."""

_Taken = dict[str, tuple[str, Callable[[], str]]]
"""The address, and what names its holder, of each address that is taken, by its folded form."""


def list_addresses(collections: Iterable[Collection], galleries: Iterable[Gallery]) -> dict[str, str]:
    """Return what stands at the addresses of lists and galleries, in words."""
    lists = {list_url(one): f"the list of {one.id}" for one in collections if one.has_list}
    return lists | {gallery_url(gallery): f"the gallery {gallery.id}" for gallery in galleries}


def slug_problems(entries: Iterable[Entry], reserved: frozenset[str], locate: Locate) -> list[Problem]:
    """Report slugs that are the addresses of terms and of further pages of lists."""
    problems = []
    for entry in entries:
        slug = entry.url.rstrip("/").rpartition("/")[2]
        if slug in reserved:
            headline = f'the slug "{slug}" is reserved for lists'
            what = "write another slug" if entry.located_slug.place else "rename the file, or give it a slug"
            hint = f"{what}, for example slug: about-{slug}"
            problems.append(_problem(locate(f"{CONTENT}/{entry.path}", entry.located_slug), headline, hint))
    return problems


def address_clashes(
    entries: Sequence[Entry], lists: Mapping[str, str], redirects: Sequence[Redirect], locate: Locate
) -> list[Problem]:
    """Report addresses that two would have, also those that differ by case only.

    `lists` says what stands at the addresses of lists. A page that is not shown now still holds its address; the name
    of a file counts before a slug that was typed. Old addresses may not hide a page. A draft that is not shown takes
    no address of another: what it claims comes last.
    """
    taken: _Taken = {url.casefold(): (url, partial(str, name)) for url, name in lists.items()}
    drafts = [entry for entry in entries if entry.why_unlisted == "draft"]
    others = [entry for entry in entries if entry.why_unlisted != "draft"]
    problems = _claim_addresses(others, taken, locate)
    problems += _claim_old_addresses(_old_addresses(others, redirects), taken, locate)
    problems += _claim_addresses(drafts, taken, locate)
    return problems + _claim_old_addresses(_old_addresses(drafts, ()), taken, locate)


def old_address_problems(
    old: str, taken_by: str, entries: Iterable[Entry], redirects: Iterable[Redirect], locate: Locate
) -> list[Problem]:
    """Report, at each place where it is written, that an old address would hide something else; not in drafts."""
    others = (entry for entry in entries if entry.why_unlisted != "draft")
    return [
        _taken(locate(path, located), located, taken_by)
        for path, located in _old_addresses(others, redirects)
        if alias_key(located.text) == old
    ]


def _claim_addresses(entries: Iterable[Entry], taken: _Taken, locate: Locate) -> list[Problem]:
    """Add the addresses of pages to those that are taken; report those that are taken already."""
    problems = []
    for entry in sorted(entries, key=lambda entry: entry.located_slug.place != ""):
        path = f"{CONTENT}/{entry.path}"
        holder = partial(str, path)
        other = taken.setdefault(entry.url.casefold(), (entry.url, holder))
        if other[1] is not holder:
            hint = "rename one of the files, or give one of them another slug"
            if entry.located_slug.place:
                hint = "write another slug, or delete the line: then the name of the file is used"
            headline = f'the address "{entry.url}" is taken'
            problems.append(_problem(locate(path, entry.located_slug), headline, hint, other[1]()))
    return problems


def _claim_old_addresses(
    old_addresses: Iterable[tuple[str, LocatedText]], taken: _Taken, locate: Locate
) -> list[Problem]:
    """Add old addresses, each with the path of its file, to those that are taken; report those that are already."""
    problems = []
    for path, old in old_addresses:
        url = alias_key(old.text)
        holder = partial(_position, path, old, locate)
        other = taken.setdefault(url.casefold(), (url, holder))
        if other[1] is not holder and other[1]() != holder():
            problems.append(_taken(locate(path, old), old, other[1]()))
    return problems


def _old_addresses(entries: Iterable[Entry], redirects: Iterable[Redirect]) -> Iterator[tuple[str, LocatedText]]:
    """Yield the path of its file, and each alias and source of a redirect."""
    for entry in entries:
        for alias in entry.aliases:
            yield f"{CONTENT}/{entry.path}", alias
    for redirect in redirects:
        yield "site.yaml", redirect.source


def _position(path: str, old: LocatedText, locate: Locate) -> str:
    return f"{path}:{locate(path, old).line}"


def _taken(location: Location, old: LocatedText, taken_by: str) -> Problem:
    hint = "an old address may lead to one page only, and never hide a page"
    return _problem(location, f'the old address "{old.text}" is taken', hint, taken_by)


def _problem(location: Location, headline: str, hint: str, taken_by: str = "") -> Problem:
    values = (("taken by", taken_by),) if taken_by else ()
    return Problem(location=location, headline=headline, hint=hint, kind="RouteError", values=values)
