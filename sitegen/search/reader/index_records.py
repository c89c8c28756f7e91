"""The records that the rules of search hand to each other. Importing this imports no analysis."""

from sitegen.model import Record


class Vector(Record, frozen=True, kw_only=True):
    """A document's words: `length` in words of a body; `stems` (a space between) and the weight of each.

    `forms` are the folded words that gave each stem: a comma between words, a space between stems. `rank` is the
    document's. `boundaries` are those of the stems at which buckets of words may begin, sorted, a space between.
    """

    length: int
    stems: str
    weights: bytes
    forms: str
    rank: int = 0
    boundaries: str = ""


class IndexSize(Record, frozen=True):
    """How large the index is: the number of documents, rounded up, and the number that all ids lie below."""

    rounded: int
    id_limit: int


class GroupStatistics(Record, frozen=True):
    """Per-group statistics: number of documents, sum of their lengths, boundaries among their stems, (id, rank)s.

    Boundaries are sorted; ids without a rank are left out.
    """

    count: int = 0
    length: int = 0
    boundaries: tuple[str, ...] = ()
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


class NamedShard(Record, frozen=True):
    """A shard by name: its first word, its name, its bucket's first word, and which of the bucket's shards it is."""

    first: str
    name: str
    bucket: str
    at: int
