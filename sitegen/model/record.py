"""The base of all records, and a text that knows its place in a file."""

import msgspec


class Record(msgspec.Struct, frozen=True, array_like=True):
    """Base of all records: immutable, compared by value, encoded as an array in field order."""


class LocatedText(Record, frozen=True):
    """A text as a writer typed it, and the name of its place in the file; empty where nobody typed it.

    It holds no line, so that lines that move change no value. `sitegen.located.places` names places, and rules look up
    the line of one only to report a problem there.
    """

    text: str
    place: str = ""
