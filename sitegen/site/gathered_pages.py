"""What belongs to each focus area, dimension, level and region."""

from sitegen.catalog.gatherings import Gathering, gather, is_gathered, pages_of_terms
from sitegen.engine.rules import Fetch
from sitegen.site.inputs import RULES
from sitegen.site.members import members
from sitegen.site.routes import catalog
from sitegen.site.settings import collections, taxonomy_fields


@RULES.task(keep=True)
def gatherings(fetch: Fetch) -> dict[str, tuple[Gathering, ...]]:
    """Return what belongs to each gathering page, by its path, one collection after the other."""
    gathered = (one for one in fetch(collections) if is_gathered(one))
    listed = [(collection, fetch(members, collection.id).entries) for collection in gathered]
    taxonomies = {name for name, _ in fetch(taxonomy_fields)}
    return gather(listed, fetch(catalog), taxonomies)


@RULES.task(keep=True)
def terms_with_page(fetch: Fetch) -> dict[str, tuple[str, str]]:
    """Return the (taxonomy, term) that a page stands for, by its path: those of dimensions, levels and regions."""
    taxonomies = {name for name, _ in fetch(taxonomy_fields)}
    return {path: term for term, path in pages_of_terms(fetch(catalog), taxonomies).items()}
