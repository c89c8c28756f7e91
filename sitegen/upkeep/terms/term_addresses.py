"""The addresses of a term: of its lists, its pairs and its kits, and where each of them is after a rename."""

from collections.abc import Iterator, Sequence

from sitegen.catalog.facets import count_pairs
from sitegen.catalog.kits import DIMENSION, LEVEL, kit_addresses, level_url, path_layout
from sitegen.catalog.permalinks import pair_url, term_url
from sitegen.catalog.taxonomy import Tables, make_vocabulary, members, tables, view_conditions_as_terms
from sitegen.model import Collection, Config, Entry
from sitegen.upkeep.terms.term_rename import TermRename

_TERM, _SECOND_TERM = 3, 5
"""Where the first and the second term stand between the slashes of `/COLLECTION/FACET/TERM/FACET/TERM/`, from 0."""


def new_address(address: str, rename: TermRename, config: Config) -> str | None:
    """Return the address that an address of the term has after a rename; None for any other address.

    It may have a query and a fragment. A query that chooses the term in a list, or in the search, chooses the new one.
    """
    end = next((at for at, character in enumerate(address) if character in "?#"), len(address))
    path, rest = address[:end], address[end:]
    changed = _new_path(path, rename, config) + _new_query(rest, rename)
    return changed if changed != address else None


def addresses_of(rename: TermRename, config: Config, entries: Sequence[Entry]) -> Iterator[str]:
    """Yield the addresses that the pages of the old term have now, without the further pages of their lists."""
    term = (rename.taxonomy.id, rename.old.id)
    for collection in config.collections:
        if term[0] not in collection.facets:
            continue
        table = _table(collection, config, entries)
        if term[1] in table.terms[term[0]]:
            yield term_url(collection, *term)
        for pair in collection.pairs:
            if term[0] in pair:
                other = pair[1 - pair.index(term[0])]
                for known in count_pairs(table, *(term[0], other)).get(term[1], ()):
                    yield pair_url(collection, term, (other, known))
    layout = path_layout(config.collections, config.taxonomies)
    for url, level, dimension in kit_addresses(layout) if layout else ():
        if term in {(LEVEL, level.id), (DIMENSION, dimension.id)}:
            yield url


def _table(collection: Collection, config: Config, entries: Sequence[Entry]) -> Tables:
    vocabularies = {taxonomy.field: make_vocabulary(taxonomy) for taxonomy in config.taxonomies}
    conditions = view_conditions_as_terms(collection.where, vocabularies)
    fields = {taxonomy.field: taxonomy.id for taxonomy in config.taxonomies}
    return tables(members(entries, collection, conditions, fields), collection.facets)


def _new_path(path: str, rename: TermRename, config: Config) -> str:
    parts = path.split("/")
    facet, old, new = rename.taxonomy.id, rename.old.id, rename.new.id
    for collection in config.collections:
        if parts[1:2] != [collection.address] or facet not in collection.facets:
            continue
        if parts[2:4] == [facet, old]:
            return "/".join((*parts[:_TERM], new, *parts[_TERM + 1 :]))
        if parts[4:6] == [facet, old] and (parts[2], facet) in collection.pairs:
            return "/".join((*parts[:_SECOND_TERM], new, *parts[_SECOND_TERM + 1 :]))
    layout = path_layout(config.collections, config.taxonomies)
    names = {term.id for term in layout.dimensions} if layout else set()
    if layout is None or parts[1:2] != [layout.address] or not names.intersection(parts[3:4]):
        return path
    if facet == LEVEL and path.startswith(level_url(layout, old)):
        return level_url(layout, new) + path.removeprefix(level_url(layout, old))
    if facet == DIMENSION and parts[3] == old:
        return "/".join((*parts[:3], new, *parts[4:]))
    return path


def _new_query(rest: str, rename: TermRename) -> str:
    query, mark, fragment = rest.partition("#")
    if not query.startswith("?"):
        return rest
    facet = rename.taxonomy.id
    chosen = {f"{facet}={rename.old.id}": f"{facet}={rename.new.id}"}
    return "?" + "&".join(chosen.get(part, part) for part in query[1:].split("&")) + mark + fragment
