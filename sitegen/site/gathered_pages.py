"""What belongs to each focus area, dimension, level and region."""

from sitegen.catalog.gatherings import Gathering, gather, is_gathered
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
