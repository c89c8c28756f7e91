"""What the rest of the site adds to the page of an item: its lists, files, pictures, and the pages near it."""

from collections.abc import Mapping

from sitegen.assets.films.film_claims import film_problems
from sitegen.catalog.permalinks import list_url, term_url
from sitegen.engine.rules import Fetch
from sitegen.model import Download, Image, LocatedText, Page
from sitegen.render import contexts, views
from sitegen.render.item_views import ItemLinks, chosen_related, without_shown
from sitegen.site.cards import card, cards
from sitegen.site.downloads import checked_download
from sitegen.site.films import captions_end, film_length
from sitegen.site.gathered_pages import gatherings
from sitegen.site.inputs import required
from sitegen.site.neighbours import page_neighbours, related_pages
from sitegen.site.pages import entry, summary
from sitegen.site.pictures import picture
from sitegen.site.recorded_checks import recorded_checks
from sitegen.site.refs import references
from sitegen.site.rendered_bodies import file_link
from sitegen.site.reporting import problem_at
from sitegen.site.settings import base_path, facts_of_collection, related_counts, taxonomy_fields, taxonomy_labels
from sitegen.site.static_outputs import asset
from sitegen.site.terms import lists_of_terms, term_label

_NAMED_GROUPS = {"tools": "Tools of the kind this team used", "goodies": "Goodies to take along"}


def item_links(fetch: Fetch, path: str, source: Page, groups: tuple[views.Group, ...] | None = None) -> ItemLinks:
    """Return what the rest of the site adds to an item; `groups` are shown in place of its own."""
    collection = facts_of_collection(fetch, source.collection)
    refs, terms = fetch(references, path), fetch(entry, path).terms
    picture = None if source.image is None else item_picture(fetch, path, source.image, is_lazy=False)
    shown = (*_named_groups(fetch, refs), *_gathered_groups(fetch, path)) if groups is None else groups
    near, most = fetch(related_pages, at=path) or (), fetch(related_counts, at=source.collection) or 0
    previous, following = neighbour_links(fetch, path)
    return ItemLinks(
        collection=views.Link(collection.title, fetch(base_path) + list_url(collection) if collection.has_list else ""),
        facets=_facets(fetch, source, terms),
        audience=tuple(term_label(fetch, "role", term) for term in terms.get("role", ())),
        picture=picture,
        downloads=_downloads(fetch, path, source),
        film=_player(fetch, path, source),
        story=fetch(card, refs["story"][0]) if refs.get("story") else None,
        groups=shown,
        related=without_shown(
            cards(fetch, chosen_related(refs.get("related", ()), near, most)),
            shown,
        ),
        previous=previous,
        next=following,
        focus_areas=tuple(link_to(fetch, target) for target in refs.get("focus_areas", ())),
        checks=fetch(recorded_checks) if source.shows_checks else None,
    )


def check_files(fetch: Fetch, path: str, source: Page) -> None:
    """Report the files that the front matter of a page names and that are missing or not what it says of them."""
    slides = (slide.image for slide in source.slides)
    for image in (source.image, *slides):
        if image:
            _require_file(fetch, path, image.src)
    _downloads(fetch, path, source)
    for located in _film_files(source):
        _require_file(fetch, path, located)


def item_picture(fetch: Fetch, path: str, image: Image, *, is_lazy: bool = True) -> views.Picture | None:
    """Return a picture that a page names with the words of its writer, or None if it is missing."""
    known = fetch(picture, image.src.text) if _require_file(fetch, path, image.src) else None
    return contexts.picture(image, known, is_lazy=is_lazy) if known else None


def neighbour_links(fetch: Fetch, path: str) -> tuple[views.Link | None, views.Link | None]:
    """Return the links to the pages before and after a page in its folder."""
    previous, following = fetch(page_neighbours, path.partition("/")[0], at=path) or ("", "")
    return link_to(fetch, previous) if previous else None, link_to(fetch, following) if following else None


def link_to(fetch: Fetch, path: str) -> views.Link:
    """Return a link to a page, with its title."""
    facts = fetch(summary, path)
    return views.Link(facts.title, fetch(base_path) + facts.url)


def static_link(fetch: Fetch, url: str) -> str:
    """Return the link to a file of static/ by its address; one that is missing, which is reported, as it is."""
    known = fetch(asset, url.lstrip("/"))
    return fetch(base_path) + (known.url if known else url)


def _facets(fetch: Fetch, source: Page, terms: Mapping[str, tuple[str, ...]]) -> tuple[views.TermList, ...]:
    """Return the facets of a page, each term with the list of pages like it, if there is one."""
    return tuple(
        views.TermList(
            name,
            required(fetch(taxonomy_labels, at=name), name),
            tuple(_term_link(fetch, source.collection, name, term) for term in terms[name]),
        )
        for name, _ in fetch(taxonomy_fields)
        if name in terms
    )


def _term_link(fetch: Fetch, folder: str, facet: str, term: str) -> views.Link:
    lister = fetch(lists_of_terms, folder, at=f"{facet}/{term}")
    url = fetch(base_path) + term_url(facts_of_collection(fetch, lister), facet, term) if lister else ""
    return views.Link(term_label(fetch, facet, term), url)


def _downloads(fetch: Fetch, path: str, source: Page) -> tuple[views.File, ...]:
    present: list[tuple[Download, int]] = []
    for download in source.downloads:
        if download.file is None:
            present.append((download, 0))
        elif _require_file(fetch, path, download.file):
            known = fetch(asset, download.file.text)
            present.append((checked_download(fetch, path, download), known.size if known else 0))
    return contexts.downloads(present, lambda url: static_link(fetch, url))


def _player(fetch: Fetch, path: str, source: Page) -> views.Player | None:
    film = source.film
    if film is None:
        return None
    for located in _film_files(source):
        _require_file(fetch, path, located)
    poster = fetch(picture, film.poster.text) if film.poster else None
    seconds = fetch(film_length, film.src.text) if film.src else 0
    captions = fetch(captions_end, film.captions.text) if film.captions else 0
    for problem in film_problems(film, seconds, captions):
        fetch.report(problem_at(fetch, path, *problem))
    return contexts.player(film, poster, lambda url: static_link(fetch, url), film.duration or seconds)


def _film_files(source: Page) -> list[LocatedText]:
    film = source.film
    return [located for located in (film.src, film.poster, film.captions) if located] if film else []


def _require_file(fetch: Fetch, path: str, located: LocatedText) -> bool:
    """Return whether a file that a page names is in static/; report one that is not."""
    return file_link(fetch, path, located, located.text) is not None


def _named_groups(fetch: Fetch, refs: Mapping[str, tuple[str, ...]]) -> list[views.Group]:
    """Return the pages that the front matter names in groups."""
    return [views.Group(title, cards(fetch, refs[field])) for field, title in _NAMED_GROUPS.items() if refs.get(field)]


def _gathered_groups(fetch: Fetch, path: str) -> list[views.Group]:
    """Return what belongs to a gathering page, a group for each collection."""
    groups = []
    for gathering in fetch(gatherings, at=path) or ():
        collection = facts_of_collection(fetch, gathering.collection)
        more = None
        if gathering.facet and gathering.count > len(gathering.paths):
            url = fetch(base_path) + term_url(collection, gathering.facet, gathering.term)
            more = views.Link(f"All {gathering.count} {collection.title.lower()}", url)
        groups.append(views.Group(collection.title, cards(fetch, gathering.paths), more))
    return groups
