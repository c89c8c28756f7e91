"""The records that the rules of search hand to each other. Importing this imports no analysis."""

from sitegen.model import Record


class Vector(Record, frozen=True):
    """A document's words: `length` in words of a body; `stems` (a space between) and the weight of each.

    `forms` are the folded words that gave each stem: a comma between words, a space between stems. `rank` is the
    document's. `marks` are those of the stems at which ranges of words may begin.
    """

    length: int
    stems: str
    weights: bytes
    forms: str
    rank: int = 0
    marks: str = ""


class Extent(Record, frozen=True):
    """How large the index is: documents, the same rounded up, and the number that all ids lie below."""

    count: int
    rounded: int
    size: int


class Survey(Record, frozen=True):
    """What the whole corpus is told of a group: documents, their lengths, marked stems, ids with a rank."""

    count: int = 0
    length: int = 0
    marks: tuple[str, ...] = ()
    ranks: tuple[tuple[int, int], ...] = ()


class Shard(Record, frozen=True):
    """A file of the index: the words from `first` on, up to the next shard's."""

    first: str
    data: bytes


class Bucket(Record, frozen=True):
    """A range of words: its shards, and its words by how often they occur.

    At place n are the words (a space between) whose stem is in 2^n documents or more, and less than twice as many.
    """

    shards: tuple[Shard, ...] = ()
    words: tuple[str, ...] = ()


class Place(Record, frozen=True):
    """Where a shard is: its first word, its name, its bucket and which of the bucket's shards it is."""

    first: str
    name: str
    bucket: str
    at: int
