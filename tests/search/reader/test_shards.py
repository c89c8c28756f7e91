"""Shards: read as they were written, and a word leads to its stem wherever that is."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.building import PROJECT
from sitegen.search.impacts import idf
from sitegen.search.reader.groups import MergedBucket
from sitegen.search.reader.shards import make_bucket
from tests.reference.shard_reader import read_shard

WORDS = st.text("abceilnrst", min_size=1, max_size=9)
POSTINGS = st.dictionaries(st.integers(0, 3000), st.integers(1, 16), min_size=1, max_size=20)


def merged_postings(impacts: dict[int, int]) -> list[int]:
    """Write the impacts of documents as `MergedBucket` has them."""
    return [document * 16 + impact - 1 for document, impact in sorted(impacts.items())]


@given(st.dictionaries(WORDS, POSTINGS, min_size=1, max_size=60))
def test_a_shard_is_read_as_it_was_written(known: dict[str, dict[int, int]]) -> None:
    postings = {root: merged_postings(known[root]) for root in sorted(known)}
    merged = MergedBucket(postings, {root: (root, root + "s", "x" + root) for root in postings}, {})
    bucket = make_bucket("", "", merged, 5000)
    read_back = {root: entry for shard in bucket.shards for root, entry in read_shard(shard.data)[0].items()}
    assert read_back == {
        root: (idf(5000, len(impacts)), (root, root + "s", "x" + root), impacts) for root, impacts in known.items()
    }


def test_a_word_far_from_its_stem_leads_there() -> None:
    many = {f"a{number:04}": merged_postings(dict.fromkeys(range(10), 1)) for number in range(2000)}
    merged = MergedBucket(many, {root: (root,) for root in many} | {"a0000": ("a0000", "a1999x")}, {"a0500y": "zebra"})
    shards = make_bucket("", "", merged, 5000).shards
    assert len(shards) > 2
    strays = {shard.first: shard.data.decode().split("\n")[4] for shard in shards}
    assert "a1999x a0000" in list(strays.values())[-1]
    assert sum("a0500y zebra" in line for line in strays.values()) == 1


def test_the_example_of_the_format_is_right() -> None:
    page = (PROJECT / "docs" / "search-format.md").read_text("utf-8")
    [example] = [part for part in page.split("```\n") if part.startswith("huddl")]
    assert read_shard(example.removesuffix("\n").encode())[0] == {
        "huddl": (50, ("huddle", "huddles"), {4: 9, 2: 3, 7: 3}),
        "hug": (60, ("hug",), {1: 1}),
    }
