"""Rules: the files of the reader's index, below /search/; each but the entry has a name that changes with it."""

from collections.abc import Iterator
from itertools import chain

from sitegen.engine.rules import Fetch
from sitegen.model import Output
from sitegen.model.folders import SEARCH
from sitegen.search.reader.payloads import pack
from sitegen.site.inputs import RULES
from sitegen.site.search.index_bundle import search_bundle, search_bundle_name
from sitegen.site.search.index_parts import card_files, file_name, payload, search_table, text_files, word_files


@RULES.task(is_output=True)
def search_index(fetch: Fetch) -> bytes:
    """Write the entry file, /search/index.json."""
    from sitegen.search.reader.entry import entry_file

    return entry_file(file_name(fetch(search_table)), fetch(search_bundle_name))


@RULES.task(is_output=True)
def search_file(fetch: Fetch, part: str, name: str, number: int) -> bytes:
    """Write a file of the index, packed: the part of the index, and of what has a name or a number, that."""
    return pack(payload(fetch, part, name, number), lines=part == "columns")


@RULES.task(is_output=True)
def search_bundle_file(fetch: Fetch) -> bytes:
    """Write the bundle, packed."""
    return pack(fetch(search_bundle))


def index_outputs(fetch: Fetch) -> Iterator[Output]:
    """Yield every file of the index."""
    yield Output(f"{SEARCH}/index.json", search_index.key())
    for file in chain(word_files(fetch), card_files(fetch), text_files(fetch)):
        yield Output(f"{SEARCH}/{file.path}.gz", search_file.key(file.part, file.name, file.number))
    if name := fetch(search_bundle_name):
        yield Output(f"{SEARCH}/{name}.gz", search_bundle_file.key())
