"""What every record is."""

import msgspec


class Record(msgspec.Struct, frozen=True, array_like=True):
    """What every record is: immutable, compared by value, encoded as an array in field order."""


class Marked(Record, frozen=True):
    """A value that a writer typed, with its place in the file (line and column from 1)."""

    text: str
    line: int = 0
    column: int = 0
