"""The parts of the index: numbers, ids, shards, vocabularies; what is written can be read back."""

import zlib

from hypothesis import given
from hypothesis import strategies as st

from sitegen.building import PROJECT
from sitegen.search.documents import Document
from sitegen.search.impacts import idf
from sitegen.search.reader.codec import FULL, number, rising
from sitegen.search.reader.columns import columns
from sitegen.search.reader.groups import SPAN, Merged, cells, merge, survey
from sitegen.search.reader.ids import id_range, numbered
from sitegen.search.reader.index_records import Vector
from sitegen.search.reader.payloads import GROUP, block, packed, places
from sitegen.search.reader.shards import bucket
from sitegen.search.reader.vectors import (
    AUDIENCE,
    BODY,
    DOWNLOADS,
    FILES,
    HEADINGS,
    LABELS,
    SUMMARY,
    TITLE,
    TRANSCRIPT,
    vector,
)
from sitegen.search.reader.vocabulary import vocabularies
from sitegen.search.steps import size_step
from sitegen.search.words.analysis import stem
from sitegen.search.words.synonyms import Synonyms
from tests.reference.shard_reader import ShardEntry, read_numbers, read_shard

WORDS = st.text("abceilnrst", min_size=1, max_size=9)
POSTINGS = st.dictionaries(st.integers(0, 3000), st.integers(1, 16), min_size=1, max_size=20)


@given(st.lists(st.integers(0, 3 * FULL)))
def test_numbers_are_read_as_they_were_written(values: list[int]) -> None:
    assert read_numbers("".join(map(number, values))) == values


@given(st.sets(st.integers(0, 3 * FULL)))
def test_rising_numbers_are_written_as_differences(values: set[int]) -> None:
    found = []
    last = 0
    for step in read_numbers(rising(sorted(values))):
        last += step
        found.append(last)
    assert found == sorted(values)


@given(st.sets(st.text("abc/.", min_size=1, max_size=8), max_size=40))
def test_ids_are_different_rise_and_do_not_depend_on_order(paths: set[str]) -> None:
    found = numbered(sorted(paths))
    assert found == numbered(sorted(paths, reverse=True))
    ids = [number for number, _ in found]
    assert ids == sorted(set(ids))
    assert all(one < id_range(len(found), ids[-1]) for one in ids)


def test_a_new_page_moves_few_ids() -> None:
    paths = [f"stories/story-{number}.md" for number in range(990)]
    before, after = set(numbered(paths)), set(numbered([*paths, "stories/new.md"]))
    assert size_step(990) == size_step(991)
    assert len(before - after) < 12


def merged_postings(levels: dict[int, int]) -> list[int]:
    """Write the levels of documents as `Merged` has them."""
    return [document * 16 + level - 1 for document, level in sorted(levels.items())]


@given(st.dictionaries(WORDS, POSTINGS, min_size=1, max_size=60))
def test_a_shard_is_read_as_it_was_written(known: dict[str, dict[int, int]]) -> None:
    postings = {root: merged_postings(known[root]) for root in sorted(known)}
    merged = Merged(postings, {root: (root, root + "s", "x" + root) for root in postings}, {})
    found = bucket("", "", merged, 5000)
    read_back = {root: entry for shard in found.shards for root, entry in read_shard(shard.data)[0].items()}
    assert read_back == {
        root: (idf(5000, len(levels)), (root, root + "s", "x" + root), levels) for root, levels in known.items()
    }


def test_a_word_far_from_its_stem_leads_there() -> None:
    many = {f"a{number:04}": merged_postings(dict.fromkeys(range(10), 1)) for number in range(2000)}
    merged = Merged(many, {root: (root,) for root in many} | {"a0000": ("a0000", "a1999x")}, {"a0500y": "zebra"})
    shards = bucket("", "", merged, 5000).shards
    assert len(shards) > 2
    strays = {shard.first: shard.data.decode().split("\n")[4] for shard in shards}
    assert "a1999x a0000" in list(strays.values())[-1]
    assert sum("a0500y zebra" in line for line in strays.values()) == 1


@given(st.lists(st.lists(WORDS, max_size=12), min_size=1, max_size=12), st.integers(1, 11))
def test_groups_do_not_change_what_is_found(texts: list[list[str]], size: int) -> None:
    vectors = [
        (number, vector(Document("/", str(number), "t", body=" ".join(text)), Synonyms([])))
        for number, text in enumerate(texts)
    ]

    def shards(parts: list[list[tuple[int, Vector]]], starts: list[str]) -> dict[str, ShardEntry]:
        found = [cells(part, 3, starts) for part in parts]
        every: dict[str, ShardEntry] = {}
        for start, end in zip(starts, [*starts[1:], ""], strict=True):
            merged = merge(cell[start] for cell in found if start in cell)
            for shard in bucket(start, end, merged, 100).shards:
                every |= read_shard(shard.data)[0]
        return every

    parts = [vectors[at : at + size] for at in range(0, len(vectors), size)]
    assert shards(parts, ["", "c", "n"]) == shards([vectors], [""])
    assert sum(survey(part, 100).count for part in parts) == len(texts)


def test_vocabularies_begin_with_the_most_frequent_words() -> None:
    parts = [("teas tell", "", "tea"), (), ("ban", "pal", "teach team", "pan")]
    assert vocabularies(parts, at=0) == {"t": b"tea teach team teas tell", "p": b"pan pal", "b": b"ban"}
    assert vocabularies(parts, at=-1)["n"] == b"pan ban"
    assert vocabularies([], at=0) == {}


@given(st.text(max_size=20))
def test_a_stem_begins_as_its_word_does(text: str) -> None:
    folded = "".join(filter(str.isalnum, text.casefold()))
    assert stem(folded)[:1] == folded[:1]


def test_columns_number_combinations_by_how_often_they_occur() -> None:
    documents = [(0, {"t": ["b"]}), (2, {"t": ["a", "b"]}), (3, {"t": ["b"]}), (4, {})]
    ids, terms, values = columns([("t", ["a", "b"])], documents).decode().split("\n")
    assert (read_numbers(ids), terms, values) == ([0, 2, 1, 1], "[[],[1],[0,1]]", "$%$#")


def test_blocks_leave_places_for_ids_that_are_not_there() -> None:
    assert block([(9, "a"), (11, "b")], 8) == b'[null,"a",null,"b"]'


def test_shards_with_the_same_digest_get_other_names() -> None:
    whole = bytes(range(16))
    names = [place.name for place in places([("a", "", 0, whole), ("b", "", 1, whole)])]
    assert names == ["00010203", "01020304"]


def test_packed_bytes_name_no_time_and_no_system() -> None:
    assert packed(b"text")[:10].hex() == "1f8b08000000000002ff"


@given(st.binary(max_size=300))
def test_packed_bytes_come_out_as_they_went_in(data: bytes) -> None:
    assert zlib.decompress(packed(data), 31) == data
    assert zlib.decompress(packed(data, lines=True), 31) == data


def test_the_ids_of_a_group_have_room_in_its_postings() -> None:
    assert GROUP <= SPAN


def test_a_document_is_counted_by_its_fields() -> None:
    document = Document("/", "a.md", "The teams", body="The team's \u00dcber-team", labels=("Team",))
    found = vector(document, Synonyms([]))
    weights = dict(zip(found.stems.split(), found.weights, strict=True))
    assert weights == {"the": TITLE, "team": TITLE + 2 * BODY + LABELS, "\u00fcber": BODY, "uber": BODY}
    assert dict(zip(found.stems.split(), found.forms.split(" "), strict=True)) == {
        "the": "the",
        "team": "teams,team",
        "\u00fcber": "",
        "uber": "uber",
    }
    assert found.length == 2 + 4 + 1


def test_other_words_for_the_same_count_as_if_they_were_there() -> None:
    found = vector(Document("/", "a.md", "", body="A UBT"), Synonyms([["UBT", "unit-based team"]]))
    assert set(found.stems.split()) == {"ubt", "unit", "base", "team"}


def test_the_example_of_the_format_is_right() -> None:
    page = (PROJECT / "docs" / "search-format.md").read_text("utf-8")
    [example] = [part for part in page.split("```\n") if part.startswith("huddl")]
    assert read_shard(example.removesuffix("\n").encode())[0] == {
        "huddl": (50, ("huddle", "huddles"), {4: 9, 2: 3, 7: 3}),
        "hug": (60, ("hug",), {1: 1}),
    }


def test_the_weights_of_the_format_are_those_in_use() -> None:
    page = (PROJECT / "docs" / "search-format.md").read_text("utf-8")
    weights = (TITLE, SUMMARY, HEADINGS, BODY, LABELS, AUDIENCE, DOWNLOADS, FILES, TRANSCRIPT)
    assert f"\n| {' | '.join(map(str, weights))} |\n" in page
