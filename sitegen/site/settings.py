"""site.yaml and the parts of it that other rules ask for one by one, so that a change moves only its users."""

from urllib.parse import urlsplit

from sitegen.catalog import kits
from sitegen.catalog.taxonomy import Vocabulary, make_vocabulary, view_conditions_as_terms
from sitegen.engine.rules import Fetch
from sitegen.errors import ConfigError
from sitegen.model import Collection, Config, Gallery, Search, SiteSettings, Taxonomy
from sitegen.model.kinds import KindId
from sitegen.site.inputs import FILE, RULES, required

CONFIG_PATH = "site.yaml"


@RULES.task(keep=True)
def config(fetch: Fetch) -> Config:
    """Read site.yaml. Raises ConfigError with all its problems."""
    from sitegen.config import read_config

    data = fetch(FILE, CONFIG_PATH)
    if data is None:
        raise ConfigError("there is no site.yaml here", path=CONFIG_PATH, hint="name the site's folder with --site DIR")
    valid, problems = read_config(data, CONFIG_PATH)
    errors = [problem for problem in problems if problem.is_error]
    if errors or valid is None:
        raise ConfigError(*errors)
    for problem in problems:
        fetch.report(problem)
    return valid


@RULES.task(keep=True)
def site_settings(fetch: Fetch) -> SiteSettings:
    """Return what site.yaml says of the site as a whole: title, addresses, menus."""
    return fetch(config).site


@RULES.task(keep=True)
def base_path(fetch: Fetch) -> str:
    """Return the path at which the site stands, without a slash at its end: empty for the root of a host."""
    return urlsplit(fetch(site_settings).base_url).path.rstrip("/")


@RULES.task(keep=True)
def origin(fetch: Fetch) -> str:
    """Return the scheme and host of the site, to put before a link that must be absolute."""
    parts = urlsplit(fetch(site_settings).base_url)
    return f"{parts.scheme}://{parts.netloc}"


@RULES.task(keep=True)
def search_settings(fetch: Fetch) -> Search:
    """Return how search works: synonyms, and when the staff's index is brought up to date."""
    return fetch(config).search


@RULES.task(keep=True)
def collections(fetch: Fetch) -> tuple[Collection, ...]:
    """Return all collections in the order of site.yaml."""
    return fetch(config).collections


@RULES.task(keep=True)
def collection_table(fetch: Fetch) -> dict[str, Collection]:
    """Return all collections by id."""
    return {collection.id: collection for collection in fetch(collections)}


def collection_named(fetch: Fetch, name: str) -> Collection:
    """Return one collection. Raises KeyError if there is none of the name."""
    return required(fetch(collection_table, at=name), name)


@RULES.task(keep=True)
def galleries_above(fetch: Fetch) -> dict[str, Gallery]:
    """Return, by collection, the first gallery that leads to it; a collection without one is left out."""
    galleries = reversed(fetch(site_settings).galleries)
    return {name: gallery for gallery in galleries for name in gallery.collections}


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
