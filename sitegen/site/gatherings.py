"""What belongs to each focus area, dimension, level and region."""

from sitegen.catalog import gatherings as gathering_tables
from sitegen.engine.rules import Fetch
from sitegen.site.inputs import RULES
from sitegen.site.members import members
from sitegen.site.routes import catalog
from sitegen.site.settings import collections, taxonomy_fields


@RULES.task(keep=True)
def gatherings(fetch: Fetch) -> dict[str, tuple[gathering_tables.Gathering, ...]]:
    """Return what belongs to each gathering page, by its path, one collection after the other."""
    gathered = (one for one in fetch(collections) if gathering_tables.is_gathered(one))
    listed = [(collection, fetch(members, collection.id).entries) for collection in gathered]
    taxonomies = [name for name, _ in fetch(taxonomy_fields)]
    return gathering_tables.gatherings(listed, fetch(catalog), taxonomies)
