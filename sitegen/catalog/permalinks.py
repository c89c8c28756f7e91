"""The addresses of pages, lists and their files, and the paths of their outputs."""

from collections.abc import Iterable

from sitegen.model import CollectionFacts, Entry, Gallery, Output, Route


def page_url(collection: CollectionFacts, slug: str) -> str:
    """Return the address of an item: /COLLECTION/SLUG/."""
    return f"/{collection.address}/{slug}/"


def list_url(collection: CollectionFacts, number: int = 1) -> str:
    """Return the address of a page of a collection's list, numbered from 1."""
    return numbered(f"/{collection.address}/", number)


def gallery_url(gallery: Gallery) -> str:
    """Return the address of a gallery: /ID/."""
    return f"/{gallery.id}/"


def terms_url(collection: CollectionFacts, taxonomy: str) -> str:
    """Return the address of the page of all terms of a facet."""
    return f"/{collection.address}/{taxonomy}/"


def term_url(collection: CollectionFacts, taxonomy: str, term: str, number: int = 1) -> str:
    """Return the address of a page of a term's list, numbered from 1."""
    return numbered(f"/{collection.address}/{taxonomy}/{term}/", number)


def pair_url(collection: CollectionFacts, one: tuple[str, str], other: tuple[str, str], number: int = 1) -> str:
    """Return the address of a page of the list of two (taxonomy, term) together, in the order of the facets."""
    (first, of_first), (second, of_second) = sorted((one, other), key=lambda pair: collection.facets.index(pair[0]))
    return numbered(f"/{collection.address}/{first}/{of_first}/{second}/{of_second}/", number)


def facets_url(collection: CollectionFacts) -> str:
    """Return the address of the facet index of a collection."""
    return f"/{collection.address}/facets.json"


def column_url(collection: CollectionFacts, facet: str) -> str:
    """Return the address of a column of the facet index."""
    return f"/{collection.address}/facets/{facet}.json"


def cards_url(collection: CollectionFacts, number: int) -> str:
    """Return the address of a block of cards, numbered from 0."""
    return f"/{collection.address}/cards/{number}.json"


def ids_url(collection: CollectionFacts) -> str:
    """Return the address of the numbers that search has for the pages of a collection's list."""
    return f"/{collection.address}/ids.json"


def sort_url(collection: CollectionFacts, sort: str) -> str:
    """Return the address of another order of a collection's list."""
    return f"/{collection.address}/sort/{sort}.json"


def feed_url(collection: CollectionFacts, taxonomy: str = "", term: str = "") -> str:
    """Return the address of the feed of a collection, or of a term in it."""
    return f"{term_url(collection, taxonomy, term) if taxonomy else list_url(collection)}feed.xml"


def numbered(url: str, number: int) -> str:
    """Return the address of page `number` of a list that starts at `url`."""
    return url if number == 1 else f"{url}page/{number}/"


def output_path(url: str) -> str:
    """Return the path of an address below the output folder: `index.html` in its folder if it is a page."""
    path = url.lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def address_at(path: str) -> str:
    """Return the address of an output, by its path below the output folder."""
    return f"/{path.removesuffix('index.html')}" if f"/{path}".endswith("/index.html") else f"/{path}"


def output_at(url: str, key: tuple[str | int, ...]) -> Output:
    """Return the output of an address, made by a key."""
    return Output(output_path(url), key)


def filtered_url(collection: CollectionFacts, *chosen: tuple[str, str]) -> str:
    """Return the address of a list with one or two (facet, term) chosen: their own page, else the live filters."""
    ordered = sorted(chosen, key=lambda one: collection.facets.index(one[0]))
    if len(ordered) == 1:
        return term_url(collection, *ordered[0])
    one, other = ordered
    if (one[0], other[0]) in collection.pairs:
        return pair_url(collection, one, other)
    return f"{list_url(collection)}?{'&'.join(f'{facet}={term}' for facet, term in ordered)}"


def routes_of(entries: Iterable[Entry]) -> dict[str, Route]:
    """Return the route of every content file, by its path, whether or not a page is shown there now."""
    return {entry.path: Route(entry.url, entry.listed, entry.why_unlisted) for entry in entries}


def content_path(text: str, folder: str) -> str:
    """Return the content path that a reference of the front matter names, whether or not it is there.

    `text` is `collection/slug`, or a slug in `folder`; an ending `.md` is allowed.
    """
    name = text.strip().strip("/").removesuffix(".md")
    return f"{name}.md" if "/" in name else f"{folder}/{name}.md"
