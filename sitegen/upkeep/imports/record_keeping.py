"""Read and write the record of imports, which lies in `.sitegen-keep` in the site's folder."""

import json
from pathlib import Path

import msgspec

from sitegen.errors import EditError
from sitegen.importing.import_record import ImportRecord, TakenSource
from sitegen.upkeep.applying import KEPT, read_file

RECORD = f"{KEPT}/imports.json"
"""Its path from the site's root."""


def read_record(site: Path) -> ImportRecord:
    """Return the record of a site; an empty one where there is none.

    Raises:
        EditError: it cannot be read.
    """
    data = read_file(site / RECORD)
    if data is None:
        return ImportRecord()
    try:
        rows = msgspec.json.decode(data, type=list[dict[str, str | list[str]]])
        return ImportRecord(tuple(_source_of(row) for row in rows))
    except (msgspec.MsgspecError, KeyError, TypeError):
        hint = "put back a copy of it, or delete it: then no source is known"
        raise EditError("the record of imports cannot be read", path=RECORD, hint=hint) from None


def record_bytes(record: ImportRecord) -> bytes:
    """Return the record as it is kept: JSON that a person can read, a source a line."""
    rows = ({"source": one.name, "digest": one.digest, "pages": list(one.pages)} for one in record.sources)
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]\n".encode()


def _source_of(row: dict[str, str | list[str]]) -> TakenSource:
    return TakenSource(str(row["source"]), str(row["digest"]), tuple(map(str, row["pages"])))
