"""Find the pages of each collection and view, as their lists show them."""

from sitegen.catalog.taxonomy import make_vocabulary, members, view_conditions_as_terms
from sitegen.model import Collection, Entry
from sitegen.overview.site_facts import SiteFacts


def pages_of_collection(site: SiteFacts, collection: Collection) -> list[Entry]:
    """Return the entries of the pages that a collection shows now, sorted by path."""
    taxonomies = site.config.taxonomies
    fields = {taxonomy.field: taxonomy.id for taxonomy in taxonomies}
    words = {taxonomy.field: make_vocabulary(taxonomy) for taxonomy in taxonomies}
    entries = (facts.entry for facts in site.shown_pages())
    return members(entries, collection, view_conditions_as_terms(collection.where, words), fields)


def pages_of_lists(site: SiteFacts) -> set[str]:
    """Return the paths of the pages that a list shows now."""
    listed = (collection for collection in site.config.collections if collection.has_list)
    return {entry.path for collection in listed for entry in pages_of_collection(site, collection)}
