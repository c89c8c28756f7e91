"""The file with the columns of all facets, in the order of ids: fetched when there are filters or counts to show."""

from collections.abc import Iterable, Sequence

import msgspec

from sitegen.codec import rising


def columns_file(ids: Sequence[int], columns: Iterable[bytes]) -> bytes:
    """Return the ids of all documents, rising, and the columns of their facets (docs/facet-format.md) as JSON.

    Ids, sets and numbers of pages stand on lines of their own, so that each is packed with a code of its own.
    """
    written = msgspec.json.encode(rising(ids))
    return b'{"ids":%s,\n"columns":[\n%s]}\n' % (written, b",".join(columns))
