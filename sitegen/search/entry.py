"""The entry file of the reader's index: small, never kept by a cache unasked, naming all other files."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sitegen.model import Taxonomy
from sitegen.search.analysis import FILLER, STOP_WORDS

VERSION = 1


def entry_file(
    table: str, columns: str, vocabularies: Mapping[str, str], facets: Iterable[tuple[Taxonomy, Sequence[int]]]
) -> bytes:
    """Write the entry file: names of files, words that queries drop, facets with their terms and counts.

    A term is [id, label, how many documents have it, other words that mean it].
    """
    found = {
        "version": VERSION,
        "table": table,
        "columns": columns,
        "vocabularies": dict(vocabularies),
        "dropped": " ".join(sorted(STOP_WORDS | FILLER)),
        "facets": [
            {
                "id": taxonomy.id,
                "label": taxonomy.label,
                "terms": [
                    [term.id, term.label, count, *term.also] for term, count in zip(taxonomy.terms, counts, strict=True)
                ],
            }
            for taxonomy, counts in facets
        ],
    }
    return msgspec.json.encode(found) + b"\n"
