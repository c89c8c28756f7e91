"""The table of contents: every key of the site, joined to the functions that make it.

The rules stand in the order of the build, which is that of the modules below. A rule fetches what it needs and calls
pure functions of the floors below; it holds no logic of its own.
"""

from sitegen.site import (  # noqa: F401, I001 - their order is the order of the build
    inputs,
    settings,
    locations,
    page_files,
    static_files,
    image_facts,
    files_on_demand,
    script_modules,
    static_outputs,
    template_closures,
    chrome,
    films,
    downloads,
    pictures,
    static_checks,
    pages,
    routes,
    date_checks,
    held_back,
    first_days,
    page_names,
    page_downloads,
    members,
    terms,
    neighbours,
    gathered_pages,
    cards,
    share_pictures,
    refs,
    shortcodes,
    recorded_checks,
    items,
    lists,
    list_index,
    list_feeds,
    galleries,
    path,
    kit_archives,
    kit_prints,
    path_pages,
    list_outputs,
    home,
    redirects,
    moved_feeds,
    kept_pages,
    generated_pages,
)
from sitegen.site.search import (  # noqa: F401 - as above
    indexed_pages,
    word_index,
    cards_and_texts,
    index_parts,
    index_bundle,
    index_files,
    search_page,
)
from sitegen.site import offline, published_addresses, host_files, outputs  # noqa: F401 - as above
from sitegen.site.inputs import RULES

__all__ = ["RULES"]
