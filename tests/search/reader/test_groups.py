"""Groups of documents: cut in any way they make the same index, and a word leads to its stem in another bucket."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.search.documents import Document
from sitegen.search.reader.groups import MAX_SPAN, group_statistics, make_cells, merge_cells
from sitegen.search.reader.index_records import Vector
from sitegen.search.reader.payloads import GROUP
from sitegen.search.reader.shards import make_bucket
from sitegen.search.reader.vectors import count_words
from sitegen.search.words.synonyms import Synonyms
from tests.reference.shard_reader import ShardEntry, read_shard

WORDS = st.text("abceilnrst", min_size=1, max_size=9)


@given(st.lists(st.lists(WORDS, max_size=12), min_size=1, max_size=12), st.integers(1, 11))
def test_groups_do_not_change_what_is_found(texts: list[list[str]], size: int) -> None:
    vectors = [
        (number, count_words(Document(url="/", path=str(number), title="t", body=" ".join(text)), Synonyms([])))
        for number, text in enumerate(texts)
    ]

    def shards(parts: list[list[tuple[int, Vector]]], starts: list[str]) -> dict[str, ShardEntry]:
        cells = [make_cells(part, 3, starts) for part in parts]
        every: dict[str, ShardEntry] = {}
        for start, end in zip(starts, [*starts[1:], ""], strict=True):
            merged = merge_cells(cell[start] for cell in cells if start in cell)
            for shard in make_bucket(start, end, merged, 100).shards:
                every |= read_shard(shard.data)[0]
        return every

    parts = [vectors[at : at + size] for at in range(0, len(vectors), size)]
    assert shards(parts, ["", "c", "n"]) == shards([vectors], [""])
    assert sum(group_statistics(part, 100).count for part in parts) == len(texts)


HUDDLES = Vector(length=3, stems="huddl", weights=b"\x08", forms="hud,huddles,huddling")
"""A document of one stem; one of its words comes before it in the order of letters."""


@pytest.mark.parametrize(
    ("starts", "strays"),
    [
        (["", "huddl"], [["hud"], []]),
        (["", "huddle"], [[], ["huddles", "huddling"]]),
        (["", "huddles"], [[], ["huddles", "huddling"]]),
        (["", "huddles", "huddlf"], [[], ["huddles"], ["huddling"]]),
        (["", "huddlf"], [[], ["huddling"]]),
        (["", "huddling"], [[], ["huddling"]]),
        (["", "huddm"], [[], []]),
    ],
)
def test_words_before_or_past_the_bucket_of_their_stem_are_strays(starts: list[str], strays: list[list[str]]) -> None:
    cells = make_cells([(0, HUDDLES)], 3, starts)
    merged = [merge_cells([cells[start]] if start in cells else []) for start in starts]
    assert [one.strays for one in merged] == [dict.fromkeys(words, "huddl") for words in strays]


def test_a_word_of_two_stems_leads_to_both() -> None:
    english = Vector(length=3, stems="hospit", weights=b"\x08", forms="hospital,hospitals")
    spanish = Vector(length=3, stems="hospital'", weights=b"\x08", forms="hospital")
    cells = [make_cells([(0, english)], 3, [""]), make_cells([(300, spanish)], 3, [""])]
    [shard] = make_bucket("", "", merge_cells(cell[""] for cell in cells), 100).shards
    entries, _ = read_shard(shard.data)
    assert {root: entry.forms for root, entry in entries.items()} == {
        "hospit": ("hospital", "hospitals"),
        "hospital'": ("hospital",),
    }
    apart = make_cells([(0, english), (1, spanish)], 3, ["", "hospita", "hospital", "hospital'"])
    strays = [merge_cells([apart[start]]).strays for start in sorted(apart)]
    assert {"hospital": "hospit hospital'"} in strays


def test_the_ids_of_a_group_have_room_in_its_postings() -> None:
    assert GROUP <= MAX_SPAN
