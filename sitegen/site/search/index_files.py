"""Rules: the files of the reader's index, below /search/; each but the entry has a name that changes with it."""

from collections.abc import Iterator
from itertools import chain

import msgspec

from sitegen.catalog.permalinks import ids_url, output_at
from sitegen.engine.rules import Fetch
from sitegen.model import Output
from sitegen.model.folders import SEARCH
from sitegen.search.reader.payloads import pack
from sitegen.site.inputs import RULES
from sitegen.site.members import members
from sitegen.site.search.index_bundle import search_bundle, search_bundle_name
from sitegen.site.search.index_parts import card_files, file_name, payload, search_table, text_files, word_files
from sitegen.site.search.indexed_pages import search_ids
from sitegen.site.settings import collections


@RULES.task()
def search_entry(fetch: Fetch) -> bytes:
    """Return the bytes of the entry file."""
    from sitegen.search.reader.entry import entry_file

    return entry_file(file_name(fetch(search_table)), fetch(search_bundle_name))


@RULES.task(is_output=True)
def search_index(fetch: Fetch) -> bytes:
    """Write the entry file, /search/index.json."""
    return fetch(search_entry)


@RULES.task(is_output=True)
def search_file(fetch: Fetch, part: str, name: str, number: int) -> bytes:
    """Write a file of the index, packed: the part of the index, and of what has a name or a number, that."""
    return pack(payload(fetch, part, name, number), lines=part == "columns")


@RULES.task(is_output=True)
def search_bundle_file(fetch: Fetch) -> bytes:
    """Write the bundle, packed."""
    return pack(fetch(search_bundle))


@RULES.task(is_output=True)
def list_ids(fetch: Fetch, name: str) -> bytes:
    """Write the ids of the pages of a collection's list, in its order: with them a list finds words."""
    id_of = {path: number for number, path in fetch(search_ids)}
    return msgspec.json.encode([id_of[path] for path in fetch(members, name).table.order]) + b"\n"


def index_outputs(fetch: Fetch) -> Iterator[Output]:
    """Yield every file of the index."""
    yield Output(f"{SEARCH}/index.json", search_index.key())
    for file in chain(word_files(fetch), card_files(fetch), text_files(fetch)):
        yield Output(f"{SEARCH}/{file.path}.gz", search_file.key(file.part, file.name, file.number))
    for collection in fetch(collections):
        if collection.facets:
            yield output_at(ids_url(collection), list_ids.key(collection.id))
    if name := fetch(search_bundle_name):
        yield Output(f"{SEARCH}/{name}.gz", search_bundle_file.key())
