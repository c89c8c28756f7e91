"""Rules: the bundle, which has the files of a small site's index but for texts; a large site has none."""

from itertools import chain

from sitegen.engine.rules import Fetch
from sitegen.model.folders import SEARCH
from sitegen.search.reader import bundle
from sitegen.site.inputs import RULES
from sitegen.site.search.index_parts import card_files, file_name, payload, search_table, word_files
from sitegen.site.settings import base_path


@RULES.task()
def search_bundle(fetch: Fetch) -> bytes:
    """Write the bundle; empty where the index is too large for one."""
    files = chain(word_files(fetch), card_files(fetch))
    contents = ((file.path, payload(fetch, file.part, file.name, file.number)) for file in files)
    return bundle.bundle_file(file_name(fetch(search_table)), contents, bundle.MAX_BUNDLE)


@RULES.task(keep=True)
def search_bundle_name(fetch: Fetch) -> str:
    """Return the name of the bundle; empty where there is none."""
    data = fetch(search_bundle)
    return file_name(data) if data else ""


def bundle_link(fetch: Fetch) -> str:
    """Return the link to the bundle; empty where there is none."""
    name = fetch(search_bundle_name)
    return f"{fetch(base_path)}/{SEARCH}/{name}.gz" if name else ""
