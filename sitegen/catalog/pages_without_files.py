"""The pages that no file of content/ has, as search sees them: the home page, galleries, lists, the grid and its kits.

Further pages of a list and pages of terms are none of them, but for the terms that a list is grouped by. A list is
found by its title, its description and its names, never by what it lists.
"""

from collections.abc import Iterable, Mapping, Sequence

from sitegen.catalog.kits import DIMENSION, LEVEL, PathLayout, kit_addresses, kit_description, kit_title
from sitegen.catalog.old_addresses import alias_key
from sitegen.catalog.permalinks import gallery_url, list_url, term_url
from sitegen.model import Collection, Gallery, GeneratedPage, MenuItem, Redirect, Term

HOME = "/"
"""The address of the home page."""

_HOME_NAMES = ("home", "home page", "start page")


def known_names(menus: Iterable[MenuItem], redirects: Iterable[Redirect]) -> dict[str, tuple[str, ...]]:
    """Return the other words for addresses: the labels of menus that lead there, and old addresses as words."""
    names: dict[str, list[str]] = {}
    for item in menus:
        names.setdefault(alias_key(item.url.text), []).append(item.label)
    for redirect in redirects:
        words = _words_of(redirect.source.text)
        names.setdefault(alias_key(redirect.target.text), []).append(words)
    return {url: tuple(dict.fromkeys(of_url)) for url, of_url in names.items()}


def home_page(title: str, description: str) -> GeneratedPage:
    """Return the home page of a site with this name and this description."""
    return GeneratedPage(
        url=HOME, title=title, kind="home", kind_label="Home page", summary=description, names=_HOME_NAMES
    )


def list_page(collection: Collection, layout: PathLayout | None, names: Sequence[str]) -> GeneratedPage:
    """Return the list of a collection, that of levels as the grid of all kits; `names` are those of its address."""
    is_grid = layout is not None and layout.level_collection == collection.id
    return GeneratedPage(
        url=list_url(collection),
        title=collection.title,
        kind="kit" if is_grid else "list",
        kind_label="All kits" if is_grid else "List",
        summary=collection.description,
        names=_different((*names, _words_of(collection.address), *collection.also), collection.title),
    )


def group_page(collection: Collection, label: str, term: Term) -> GeneratedPage:
    """Return the list of a term that the list of a collection is grouped by; `label` is that of the taxonomy."""
    return GeneratedPage(
        url=term_url(collection, collection.group_by, term.id),
        title=f"{collection.title}: {term.label}",
        kind="list",
        kind_label=label,
        summary=collection.description,
        terms={collection.group_by: (term.id,)},
    )


def gallery_page(gallery: Gallery, names: Sequence[str]) -> GeneratedPage:
    """Return a gallery; `names` are those of its address."""
    return GeneratedPage(
        url=gallery_url(gallery),
        title=gallery.title,
        kind="list",
        kind_label="Gallery",
        summary=gallery.description,
        names=_different((*names, _words_of(gallery.id), *gallery.also), gallery.title),
    )


def kit_pages(layout: PathLayout, requirements: Mapping[str, Sequence[tuple[str, str]]]) -> tuple[GeneratedPage, ...]:
    """Return all kits; `requirements` has (dimension, text) of what each level asks for, by its id.

    A kit says what its level asks for in its dimension, and in none in particular.
    """
    return tuple(
        GeneratedPage(
            url=url,
            title=kit_title(level, dimension),
            kind="kit",
            kind_label="Kit",
            summary=kit_description(level, dimension),
            body="\n".join(text for of, text in requirements.get(level.id, ()) if of in {"", dimension.id}),
            terms={LEVEL: (level.id,), DIMENSION: (dimension.id,)},
        )
        for url, level, dimension in kit_addresses(layout)
    )


def _words_of(address: str) -> str:
    """Return the last part of an address as words."""
    return address.strip("/").rpartition("/")[2].replace("-", " ")


def _different(names: Iterable[str], title: str) -> tuple[str, ...]:
    """Return names in their order, each once, without the title."""
    known = {title.casefold(): ""}
    for name in names:
        known.setdefault(name.casefold(), name)
    return tuple(filter(None, known.values()))
