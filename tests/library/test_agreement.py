"""Staff and readers agree: on the golden queries of the shipped site both tops are golden, and the same."""

from typing import Any

import msgspec

from sitegen.building import Choices, place_of
from sitegen.check.golden import FIRST, PATH, Golden, findings, read
from sitegen.engine.store import Store
from sitegen.library import open_library
from sitegen.model import Route
from sitegen.search.documents import Document
from sitegen.search.finding import Finder
from sitegen.search.query import parse
from sitegen.search.reading import ShardReader, encoded
from sitegen.search.synonyms import Synonyms
from tests.site.shipped import Shipped

LEAST = 60
SHARE = 0.9


def value(store: Store, kind: Any, *key: str) -> Any:
    known = store.find(key)
    assert known is not None
    return msgspec.msgpack.decode(store.value(known[0]), type=kind)


def test_both_tops_are_golden_and_equal_in_nine_of_ten(shipped: Shipped) -> None:
    choices = Choices(shipped.root, shipped.out, jobs=1)
    place = place_of(choices)
    store = Store(place.store, place.salt)
    routes = value(store, dict[str, Route], "routes")
    paths = value(store, tuple[str, ...], "search_paths")
    documents = [value(store, Document, "search_document", path) for path in paths]
    groups = value(store, tuple[tuple[str, ...], ...], "search_synonyms")
    store.close()

    golden, _, problems = read(shipped.root / PATH, routes)
    assert problems == []
    assert findings(choices, routes) == []
    reader, finder = ShardReader(encoded(documents, Synonyms(groups))), Finder(open_library(choices).library)
    queries = list(dict.fromkeys(row.query for row in golden))
    assert len(queries) >= LEAST
    differing = []
    for query in queries:
        staff = [finder.kept(number).path for number, _ in finder.find(parse(query)).hits[:FIRST]]
        readers = [path for path, _ in reader.find(parse(query))][:FIRST]
        if '"' not in query:  # phrases are looked for in texts, which this reader has not
            assert wanted(golden, query) <= set(readers), query
        if staff[0] != readers[0]:
            differing.append((query, staff[0], readers[0]))
    finder.close()
    assert len(differing) <= (1 - SHARE) * len(queries), differing


def wanted(golden: list[Golden], query: str) -> set[str]:
    return {row.path for row in golden if row.query == query}
