"""The entry file of the reader's index: small, never kept by a cache unasked, naming all other files."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sitegen.model import Taxonomy
from sitegen.search.analysis import FILLER, STOP_WORDS
from sitegen.search.query import names_of

VERSION = 1


def entry_file(
    table: str, columns: str, vocabularies: Mapping[str, str], facets: Iterable[tuple[Taxonomy, Sequence[int]]]
) -> bytes:
    """Write the entry file: names of files, words that queries drop, facets, and the words that name their terms.

    `facets` come with how many documents have each of their terms.
    """
    known = list(facets)
    names = names_of(taxonomy for taxonomy, _ in known)
    found = {
        "version": VERSION,
        "table": table,
        "columns": columns,
        "vocabularies": dict(vocabularies),
        "dropped": " ".join(sorted(STOP_WORDS | FILLER)),
        "names": {" ".join(name): [[o.facet, o.term, o.label] for o in offers] for name, offers in names.items()},
        "facets": [
            {
                "id": taxonomy.id,
                "label": taxonomy.label,
                "terms": [
                    {"id": term.id, "label": term.label, "count": count}
                    for term, count in zip(taxonomy.terms, counts, strict=True)
                ],
            }
            for taxonomy, counts in known
        ],
    }
    return msgspec.json.encode(found) + b"\n"
