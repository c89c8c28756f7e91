"""site.yaml and the parts of it that other rules ask for one by one, so that a change moves only its users."""

from urllib.parse import urlsplit

from sitegen.catalog import kits
from sitegen.catalog import taxonomy as terms
from sitegen.engine.rules import Fetch
from sitegen.errors import ConfigError, Problem
from sitegen.model import Collection, Config, Gallery, Search, SiteSettings, Taxonomy
from sitegen.site.inputs import FILE, RULES
from sitegen.text import fold

CONFIG_PATH = "site.yaml"


@RULES.task(keep=True)
def config(fetch: Fetch) -> Config:
    """Read site.yaml. Raises ConfigError with all its problems."""
    from sitegen.config import read_config

    data = fetch(FILE, CONFIG_PATH)
    if data is None:
        raise ConfigError("there is no site.yaml here", path=CONFIG_PATH, hint="name the site's folder with --site DIR")
    found, problems = read_config(data, CONFIG_PATH)
    errors: list[Problem] = [problem for problem in problems if problem.is_error]
    if errors or found is None:
        raise ConfigError(*errors)
    for problem in problems:
        fetch.report(problem)
    return found


@RULES.task(keep=True)
def settings(fetch: Fetch) -> SiteSettings:
    """Return what site.yaml says of the site as a whole: title, addresses, menus."""
    return fetch(config).site


@RULES.task(keep=True)
def search_settings(fetch: Fetch) -> Search:
    """Give how search works: synonyms, and when the staff's index is brought up to date."""
    return fetch(config).search


@RULES.task(keep=True)
def collections(fetch: Fetch) -> tuple[Collection, ...]:
    """Give all collections in the order of site.yaml."""
    return fetch(config).collections


@RULES.task(keep=True)
def gallery_of(fetch: Fetch, name: str) -> Gallery | None:
    """Give the first gallery that leads to a collection, or None."""
    return next((found for found in fetch(config).site.galleries if name in found.collections), None)


@RULES.task(keep=True)
def folders(fetch: Fetch) -> tuple[tuple[str, str], ...]:
    """Give (folder of content/, kind) of the collections that are folders."""
    return tuple((c.id, c.kind) for c in fetch(collections) if not c.is_view)


@RULES.task(keep=True)
def folder_kind(fetch: Fetch, folder: str) -> str:
    """Give the kind of the pages in a folder of content/; an empty text where it is no collection."""
    return dict(fetch(folders)).get(folder, "")


@RULES.task(keep=True)
def collection(fetch: Fetch, name: str) -> Collection:
    """Give one collection; an empty one where it is gone."""
    found = {c.id: c for c in fetch(collections)}
    return found.get(name) or Collection(id=name, title=name)


@RULES.task(keep=True)
def taxonomies(fetch: Fetch) -> tuple[tuple[str, str], ...]:
    """Give (taxonomy id, front-matter field) in the order of site.yaml."""
    return tuple((taxonomy.id, taxonomy.field) for taxonomy in fetch(config).taxonomies)


@RULES.task(keep=True)
def taxonomy(fetch: Fetch, name: str) -> Taxonomy:
    """Give one taxonomy; an empty one where it is gone."""
    found = {t.id: t for t in fetch(config).taxonomies}
    return found.get(name) or Taxonomy(id=name, label=name, field=name)


@RULES.task(keep=True)
def ground(fetch: Fetch) -> kits.Ground | None:
    """Give what the Path to Performance is laid on; None where the site has none."""
    return kits.ground(fetch(collections), fetch(config).taxonomies)


@RULES.task(keep=True)
def vocabulary(fetch: Fetch, name: str) -> terms.Vocabulary:
    """Give the spellings of one taxonomy."""
    return terms.vocabulary(fetch(taxonomy, name))


@RULES.task(keep=True)
def where(fetch: Fetch, name: str) -> tuple[tuple[str, str], ...]:
    """Give the conditions of a view with the values of facet fields as term ids."""
    fields = {field: tax for tax, field in fetch(taxonomies)}
    pairs = []
    for field, value in fetch(collection, name).where:
        ids = fetch(vocabulary, fields[field]).ids if field in fields else {}
        pairs.append((field, ids.get(fold(value), value)))
    return tuple(pairs)


@RULES.task(keep=True)
def base_path(fetch: Fetch) -> str:
    """Give the path at which the site stands, without a slash at its end: empty for the root of a host."""
    return urlsplit(fetch(settings).base_url).path.rstrip("/")


@RULES.task(keep=True)
def origin(fetch: Fetch) -> str:
    """Give the scheme and host of the site, to put before a link that must be absolute."""
    parts = urlsplit(fetch(settings).base_url)
    return f"{parts.scheme}://{parts.netloc}"
