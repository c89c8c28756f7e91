"""site.yaml and the parts of it that other rules ask for one by one, so that a change moves only its users."""

from typing import Literal, get_args
from urllib.parse import urlsplit

from sitegen.catalog import kits
from sitegen.catalog.permalinks import gallery_url
from sitegen.catalog.taxonomy import Vocabulary, make_vocabulary, view_conditions_as_terms
from sitegen.engine.rules import Fetch
from sitegen.errors import ConfigError
from sitegen.model import (
    Collection,
    CollectionFacts,
    Config,
    Gallery,
    Host,
    LocatedText,
    MenuItem,
    Redirect,
    Taxonomy,
)
from sitegen.model.folders import SETTINGS
from sitegen.model.kinds import KindId
from sitegen.site.inputs import FILE, RULES, required

SiteText = Literal["title", "base_url", "description", "timezone", "language", "feedback", "open_graph"]
"""The settings of the whole site that are one text each, whose names are those of the fields of `SiteSettings`."""


@RULES.task(keep=True)
def config(fetch: Fetch) -> Config:
    """Read site.yaml. Raises ConfigError with all its problems."""
    from sitegen.config import read_config

    data = fetch(FILE, SETTINGS)
    if data is None:
        raise ConfigError("there is no site.yaml here", path=SETTINGS, hint="name the site's folder with --site DIR")
    valid, problems = read_config(data, SETTINGS)
    errors = [problem for problem in problems if problem.is_error]
    if errors or valid is None:
        raise ConfigError(*errors)
    for problem in problems:
        fetch.report(problem)
    return valid


@RULES.task(keep=True)
def site_texts(fetch: Fetch) -> dict[str, str]:
    """Return the settings of the whole site that are one text each, by the names of `SiteText`."""
    site = fetch(config).site
    return {name: getattr(site, name) for name in get_args(SiteText)}


def site_text(fetch: Fetch, name: SiteText) -> str:
    """Return one setting of the whole site, as in `SiteSettings`; an empty text where site.yaml does not say it."""
    return required(fetch(site_texts, at=name), name)


@RULES.task(keep=True)
def base_path(fetch: Fetch) -> str:
    """Return the path at which the site stands, without a slash at its end: empty for the root of a host."""
    return urlsplit(site_text(fetch, "base_url")).path.rstrip("/")


@RULES.task(keep=True)
def origin(fetch: Fetch) -> str:
    """Return the scheme and host of the site, to put before a link that must be absolute."""
    parts = urlsplit(site_text(fetch, "base_url"))
    return f"{parts.scheme}://{parts.netloc}"


@RULES.task(keep=True)
def menus(fetch: Fetch) -> dict[str, tuple[MenuItem, ...]]:
    """Return the menus of every page, `main` and `footer`, in display order."""
    return fetch(config).site.menus


@RULES.task(keep=True)
def redirects(fetch: Fetch) -> tuple[Redirect, ...]:
    """Return the earlier addresses that site.yaml names, in its order."""
    return fetch(config).site.redirects


@RULES.task(keep=True)
def hosts(fetch: Fetch) -> tuple[Host, ...]:
    """Return the web servers that get a file of their own, in the order of site.yaml."""
    return fetch(config).site.hosts


@RULES.task(keep=True)
def works_offline(fetch: Fetch) -> bool:
    """Return whether browsers save pages, to show them without a network."""
    return fetch(config).site.works_offline


@RULES.task(keep=True)
def galleries(fetch: Fetch) -> tuple[Gallery, ...]:
    """Return all galleries in the order of site.yaml."""
    return fetch(config).site.galleries


@RULES.task(keep=True)
def gallery_table(fetch: Fetch) -> dict[str, Gallery]:
    """Return all galleries by id."""
    return {gallery.id: gallery for gallery in fetch(galleries)}


@RULES.task(keep=True)
def always_published(fetch: Fetch) -> tuple[LocatedText, ...]:
    """Return the patterns of the files that are published whether a page shows them or not."""
    return fetch(config).site.always_published


@RULES.task(keep=True)
def orders(fetch: Fetch) -> dict[str, tuple[LocatedText, ...]]:
    """Return what the `order` of each collection names, with places, by the id of the collection."""
    return fetch(config).orders


@RULES.task(keep=True)
def collections(fetch: Fetch) -> tuple[Collection, ...]:
    """Return all collections in the order of site.yaml."""
    return fetch(config).collections


@RULES.task(keep=True)
def collection_table(fetch: Fetch) -> dict[str, Collection]:
    """Return all collections by id."""
    return {collection.id: collection for collection in fetch(collections)}


@RULES.task(keep=True)
def collection_facts(fetch: Fetch) -> dict[str, CollectionFacts]:
    """Return what items say of their collections, by id."""
    names = CollectionFacts.__struct_fields__
    return {one.id: CollectionFacts(**{name: getattr(one, name) for name in names}) for one in fetch(collections)}


def facts_of_collection(fetch: Fetch, name: str) -> CollectionFacts:
    """Return what items say of a collection. Raises KeyError if there is none of the name."""
    return required(fetch(collection_facts, at=name), name)


@RULES.task(keep=True)
def related_counts(fetch: Fetch) -> dict[str, int]:
    """Return how many related pages the items of each collection show, by its id."""
    return {collection.id: collection.related for collection in fetch(collections)}


def collection_named(fetch: Fetch, name: str) -> Collection:
    """Return one collection. Raises KeyError if there is none of the name."""
    return required(fetch(collection_table, at=name), name)


@RULES.task(keep=True)
def galleries_above(fetch: Fetch) -> dict[str, tuple[str, str]]:
    """Return title and address of the first gallery that leads to a collection, by its id; without one, nothing."""
    above = reversed(fetch(galleries))
    return {name: (gallery.title, gallery_url(gallery)) for gallery in above for name in gallery.collections}


@RULES.task(keep=True)
def channel_views(fetch: Fetch) -> dict[str, str]:
    """Return the first view with a list that shows a channel and no more is asked of its pages, by the channel."""
    views = [one for one in reversed(fetch(collections)) if one.has_list and len(one.where) == 1]
    return {value: one.id for one in views for field, value in one.where if field == "channels"}


@RULES.task(keep=True)
def folders(fetch: Fetch) -> tuple[str, ...]:
    """Return the folders of content/ that are collections, in the order of site.yaml."""
    return tuple(collection.id for collection in fetch(collections) if not collection.is_view)


@RULES.task(keep=True)
def folder_kinds(fetch: Fetch) -> dict[str, KindId]:
    """Return the kind of the pages in each folder of content/, by its name."""
    return {collection.id: collection.kind for collection in fetch(collections) if collection.kind}


@RULES.task(keep=True)
def taxonomy_table(fetch: Fetch) -> dict[str, Taxonomy]:
    """Return all taxonomies by id."""
    return {taxonomy.id: taxonomy for taxonomy in fetch(config).taxonomies}


def taxonomy_named(fetch: Fetch, name: str) -> Taxonomy:
    """Return one taxonomy. Raises KeyError if there is none of the name."""
    return required(fetch(taxonomy_table, at=name), name)


@RULES.task(keep=True)
def taxonomy_labels(fetch: Fetch) -> dict[str, str]:
    """Return the labels of all taxonomies, by id."""
    return {taxonomy.id: taxonomy.label for taxonomy in fetch(config).taxonomies}


@RULES.task(keep=True)
def taxonomy_fields(fetch: Fetch) -> tuple[tuple[str, str], ...]:
    """Return the (id, front-matter field) of each taxonomy, in the order of site.yaml."""
    return tuple((taxonomy.id, taxonomy.field) for taxonomy in fetch(config).taxonomies)


@RULES.task(keep=True)
def path_layout(fetch: Fetch) -> kits.PathLayout | None:
    """Return the layout of the Path to Performance, or None if the site has none."""
    return kits.path_layout(fetch(collections), fetch(config).taxonomies)


@RULES.task(keep=True)
def vocabulary(fetch: Fetch, name: str) -> Vocabulary:
    """Return the spellings of one taxonomy: none if the site has no taxonomy of the name."""
    return make_vocabulary(fetch(taxonomy_table, at=name) or Taxonomy(id=name, label=name, field=name))


@RULES.task(keep=True)
def view_conditions(fetch: Fetch, name: str) -> tuple[tuple[str, str], ...]:
    """Return the (field, value) conditions of a view, with the values of facet fields as term ids."""
    taxonomy_of = {field: taxonomy for taxonomy, field in fetch(taxonomy_fields)}
    conditions = collection_named(fetch, name).where
    known = {field: fetch(vocabulary, taxonomy_of[field]) for field, _ in conditions if field in taxonomy_of}
    return view_conditions_as_terms(conditions, known)
