"""Addresses: which page lives where, which old addresses lead to it, and what stands in whose way."""

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import unquote

from sitegen import errors
from sitegen.errors import Location, Problem
from sitegen.model import Collection, Entry, Gallery, LocatedText, Output, Redirect, Route


def page_url(collection: Collection, slug: str) -> str:
    """Give the address of an item: /COLLECTION/SLUG/."""
    return f"/{collection.address}/{slug}/"


def list_url(collection: Collection, number: int = 1) -> str:
    """Give the address of a page of a collection's list, numbered from 1."""
    return numbered(f"/{collection.address}/", number)


def gallery_url(gallery: Gallery) -> str:
    """Give the address of a gallery: its id."""
    return f"/{gallery.id}/"


def terms_url(collection: Collection, taxonomy: str) -> str:
    """Give the address of the page of all terms of a facet."""
    return f"/{collection.address}/{taxonomy}/"


def term_url(collection: Collection, taxonomy: str, term: str, number: int = 1) -> str:
    """Give the address of a page of a term's list, numbered from 1."""
    return numbered(f"/{collection.address}/{taxonomy}/{term}/", number)


def pair_url(collection: Collection, one: tuple[str, str], other: tuple[str, str], number: int = 1) -> str:
    """Give the address of a page of the list of two (taxonomy, term) together, in the order of the facets."""
    (first, of_first), (second, of_second) = sorted((one, other), key=lambda found: collection.facets.index(found[0]))
    return numbered(f"/{collection.address}/{first}/{of_first}/{second}/{of_second}/", number)


def facets_url(collection: Collection) -> str:
    """Give the address of the facet index of a collection."""
    return f"/{collection.address}/facets.json"


def column_url(collection: Collection, facet: str) -> str:
    """Give the address of a column of the facet index."""
    return f"/{collection.address}/facets/{facet}.json"


def cards_url(collection: Collection, number: int) -> str:
    """Give the address of a block of cards, numbered from 0."""
    return f"/{collection.address}/cards/{number}.json"


def sort_url(collection: Collection, sort: str) -> str:
    """Give the address of another order of a collection's list."""
    return f"/{collection.address}/sort/{sort}.json"


def feed_url(collection: Collection, taxonomy: str = "", term: str = "") -> str:
    """Give the address of the feed of a collection, or of a term in it."""
    return f"{term_url(collection, taxonomy, term) if taxonomy else list_url(collection)}feed.xml"


def numbered(url: str, number: int) -> str:
    """Give the address of page `number` of a list that starts at `url`."""
    return url if number == 1 else f"{url}page/{number}/"


def output_path(url: str) -> str:
    """Give the file of an address, relative to the output folder: a page's is index.html in its folder."""
    path = url.lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def output_at(url: str, key: tuple[str | int, ...]) -> Output:
    """Return the output of an address, made by a key."""
    return Output(output_path(url), key)


def routes_of(entries: Iterable[Entry]) -> dict[str, Route]:
    """Give the route of every content file, by path; pages that are not shown now have one too."""
    return {entry.path: Route(entry.url, entry.listed, entry.why_unlisted) for entry in entries}


def slug_problems(entries: Iterable[Entry], reserved: frozenset[str]) -> list[Problem]:
    """Find slugs that stand where terms and further pages of lists stand."""
    problems = []
    for entry in entries:
        slug = entry.url.rstrip("/").rpartition("/")[2]
        if slug in reserved:
            headline = f'the slug "{slug}" is reserved for lists'
            what = "write another slug" if entry.located_slug.line else "rename the file, or give it a slug"
            hint = f"{what}, for example slug: about-{slug}"
            problems.append(_problem(entry.path, entry.located_slug, headline, hint))
    return problems


def collisions(entries: Sequence[Entry], lists: Mapping[str, str], redirects: Sequence[Redirect]) -> list[Problem]:
    """Find addresses that two would have, also those that differ by case only.

    `lists` maps the addresses of lists to the name of their collection. A page that is not shown now still
    holds its address; a file's own name counts before a slug that was typed. Old addresses may not hide a page.
    """
    problems = []
    taken: dict[str, tuple[str, str]] = {url.casefold(): (url, name) for url, name in lists.items()}
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
    """Say, at each place where it is written, that an old address would hide something else."""
    places = [(f"content/{entry.path}", alias) for entry in entries for alias in entry.aliases]
    places += [("site.yaml", redirect.source) for redirect in redirects]
    return [_taken(path, mark, taken_by) for path, mark in places if alias_key(mark.text) == old]


def content_path(text: str, folder: str) -> str:
    """Give the content path that a reference of the front matter names, whether or not it is there.

    `text` is `collection/slug`, or a slug in `folder`; an ending `.md` is allowed.
    """
    name = text.strip().strip("/").removesuffix(".md")
    return f"{name}.md" if "/" in name else f"{folder}/{name}.md"


def suggest_path(path: str, routes: Mapping[str, Route]) -> str:
    """Give a hint that names the nearest content file, or where to look."""
    name = path.removesuffix(".md")
    near = errors.suggest_path(name, (known.removesuffix(".md") for known in sorted(routes)))
    return near or f"look in content/{name.rpartition('/')[0]} for the name of its file"


def alias_key(address: str) -> str:
    """Give the form in which old addresses are compared: decoded, with a slash at the end unless it names a file."""
    plain = _decoded(address)
    last = plain.rpartition("/")[2]
    return plain if not last or "." in last else f"{plain}/"


def _decoded(address: str) -> str:
    """Decode %20 and the like, as hosts do before they look for a file; leave alone what gives no plain path."""
    plain = unquote(address)
    has_odd_parts = not {"", ".", ".."}.isdisjoint(plain.strip("/").split("/"))
    has_odd_letters = not plain.isprintable() or not {"\\", "\ufffd"}.isdisjoint(plain)
    return address if has_odd_parts or has_odd_letters else plain


def _alias_problem(path: str, alias: LocatedText, taken: dict[str, tuple[str, str]]) -> list[Problem]:
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
