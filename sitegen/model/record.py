"""The base of all records, and a text that knows its position in a file."""

import msgspec


class Record(msgspec.Struct, frozen=True, array_like=True):
    """Base of all records: immutable, compared by value, encoded as an array in field order."""


class LocatedText(Record, frozen=True):
    """A text as a writer typed it, and its position in the file: line and column from 1, or 0 where there is none."""

    text: str
    line: int = 0
    column: int = 0
