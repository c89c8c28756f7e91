"""Count what each kit of the Path to Performance has, as a grid."""

from sitegen.catalog.kits import kit_key, kit_url, make_kits, path_layout, shelf_sources
from sitegen.overview.collection_pages import pages_of_collection
from sitegen.overview.overview_records import Grid
from sitegen.overview.site_facts import SiteFacts


def make_grid(site: SiteFacts) -> Grid | None:
    """Return the number of pages that each kit has of its own, or None if the site has no Path to Performance."""
    config = site.config
    layout = path_layout(config.collections, config.taxonomies)
    if layout is None:
        return None
    by_id = {collection.id: collection for collection in config.collections}
    sources = shelf_sources(config.collections)
    kits = make_kits(layout, [(source, pages_of_collection(site, by_id[source.collection])) for source in sources])
    dimensions = (
        (
            dimension.label,
            tuple(
                (kit_url(layout, level.id, dimension.id), kits[kit_key(level.id, dimension.id)].own)
                for level in layout.levels
            ),
        )
        for dimension in layout.dimensions
    )
    return Grid(tuple(level.label for level in layout.levels), tuple(dimensions))
