"""Rules: the words of all documents as an index, cut by groups of documents and by buckets of words."""

from sitegen.engine.rules import Fetch
from sitegen.search.reader.index_records import Bucket, GroupStatistics, NamedShard, Vector
from sitegen.search.reader.payloads import begins_directory, name_shards, short_digest, write_directory
from sitegen.search.reader.vocabulary import vocabularies
from sitegen.search.rounding import length_step
from sitegen.site.inputs import RULES
from sitegen.site.search.indexed_pages import group_numbers, members_of, search_size, search_vector


def _vectors(fetch: Fetch, group: int) -> list[tuple[int, Vector]]:
    """Return (id, vector) of the documents in a group, by id."""
    pairs = ((number, fetch(search_vector, path)) for number, path in members_of(fetch, group))
    return [(number, vector) for number, vector in pairs if vector is not None]


@RULES.task(keep=True)
def search_group_statistics(fetch: Fetch, group: int) -> GroupStatistics:
    """Return the statistics of a group."""
    from sitegen.search.reader.groups import group_statistics

    return group_statistics(_vectors(fetch, group), fetch(search_size).rounded)


@RULES.task(keep=True)
def search_average(fetch: Fetch) -> int:
    """Return the step of the average length of a document."""
    of_groups = [fetch(search_group_statistics, group) for group in group_numbers(fetch)]
    return length_step(sum(one.length for one in of_groups) / max(1, sum(one.count for one in of_groups)))


@RULES.task(keep=True)
def search_buckets(fetch: Fetch) -> dict[str, str]:
    """Return the first word of each bucket, with that of the next; the last is followed by the empty text."""
    of_groups = (fetch(search_group_statistics, group) for group in group_numbers(fetch))
    starts = ["", *sorted({boundary for one in of_groups for boundary in one.boundaries})]
    return dict(zip(starts, [*starts[1:], ""], strict=True))


@RULES.task(keep=True)
def search_cells(fetch: Fetch, group: int) -> dict[str, bytes]:
    """Return what a group adds to each bucket: an edit of a page touches few of them."""
    from sitegen.search.reader.groups import make_cells

    return make_cells(_vectors(fetch, group), fetch(search_average), sorted(fetch(search_buckets)))


@RULES.task()
def search_bucket(fetch: Fetch, start: str) -> Bucket:
    """Return the shards of a bucket."""
    from sitegen.search.reader.groups import merge_cells
    from sitegen.search.reader.shards import make_bucket

    end = fetch(search_buckets, at=start) or ""
    cells = (fetch(search_cells, group, at=start) for group in group_numbers(fetch))
    return make_bucket(start, end, merge_cells(cell for cell in cells if cell), fetch(search_size).rounded)


@RULES.task(keep=True)
def search_shard_digests(fetch: Fetch, start: str) -> tuple[tuple[str, bytes], ...]:
    """Return (first word, digest) of a bucket's shards."""
    return tuple((shard.first, short_digest(shard.data, 16)) for shard in fetch(search_bucket, start).shards)


@RULES.task(keep=True)
def search_shards(fetch: Fetch) -> tuple[NamedShard, ...]:
    """Return all shards by name, in the order of their words."""
    return name_shards(
        (first, start, at, whole)
        for start in sorted(fetch(search_buckets))
        for at, (first, whole) in enumerate(fetch(search_shard_digests, start))
    )


@RULES.task(keep=True)
def search_directories(fetch: Fetch) -> dict[str, bytes]:
    """Return the directories of shards, by their first word."""
    parts: dict[str, list[NamedShard]] = {}
    start = ""
    for shard in fetch(search_shards):
        if not shard.at and begins_directory(shard.first):
            start = shard.first
        parts.setdefault(start, []).append(shard)
    return {first: write_directory(part) for first, part in parts.items()}


@RULES.task()
def search_bucket_words(fetch: Fetch, start: str) -> tuple[str, ...]:
    """Return the words of a bucket by how often they occur, as `Bucket.words`."""
    return fetch(search_bucket, start).words


@RULES.task(keep=True)
def search_bucket_letters(fetch: Fetch, start: str) -> str:
    """Return the letters that words of a bucket begin with, sorted."""
    return "".join(sorted({word[0] for word in " ".join(fetch(search_bucket_words, start)).split()}))


@RULES.task(keep=True)
def search_letters(fetch: Fetch) -> str:
    """Return the letters that words begin with, sorted."""
    return "".join(
        sorted({letter for start in fetch(search_buckets) for letter in fetch(search_bucket_letters, start)})
    )


@RULES.task()
def search_vocabulary(fetch: Fetch, letter: str) -> bytes:
    """Write the words that begin with a letter."""
    ranges = sorted(fetch(search_buckets).items())
    near = [start for start, end in ranges if start[:1] <= letter and (not end or letter <= end[:1])]
    return vocabularies([fetch(search_bucket_words, start) for start in near], at=0).get(letter, b"")


@RULES.task(keep=True)
def search_endings(fetch: Fetch) -> dict[str, bytes]:
    """Write the words by last letter."""
    return vocabularies([fetch(search_bucket_words, start) for start in sorted(fetch(search_buckets))], at=-1)
