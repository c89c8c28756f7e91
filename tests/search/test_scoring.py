"""Scores, corrections and phrases over a small index that is written out."""

from collections.abc import Iterable, Iterator, Mapping

import pytest

from sitegen.search.finding import find
from sitegen.search.scoring import Row, best_scores, with_phrases
from sitegen.search.words.query import parse


class SmallIndex:
    """Words with their stems, and what each stem says of documents: {number: impact}."""

    def __init__(
        self, stems: Mapping[str, str], impacts: Mapping[str, Mapping[int, int]], ranks: Mapping[int, int] | None = None
    ) -> None:
        self._stems, self._impacts, self._ranks = stems, impacts, ranks or {}

    def roots(self, word: str) -> list[str]:
        return [self._stems[word]] if word in self._stems else [word] * self.is_stem(word)

    def is_stem(self, root: str) -> bool:
        return root in self._impacts

    def is_kept(self, word: str) -> bool:
        return word == "huddly"

    def idf(self, root: str) -> int:
        return 1 if root == "huddl" else 200

    def scores(self, root: str) -> Iterator[tuple[int, int]]:
        return iter(self._impacts[root].items())

    def starting(self, start: str) -> list[str]:
        return [word for word in self._stems if word.startswith(start)]

    def ending(self, end: str) -> list[str]:
        return [word for word in self._stems if word.endswith(end)]

    def frequent(self, words: Iterable[str]) -> list[tuple[str, int]]:
        return [(word, len(self._impacts[self._stems[word]])) for word in words]

    def rank(self, number: int) -> int:
        return self._ranks.get(number, 0)

    def tie_break(self, number: int) -> int:
        return number


INDEX = SmallIndex(
    {"team": "team", "teams": "team", "teaming": "teaming", "huddle": "huddl"},
    {
        "team": {1: 10, 2: 30},
        "teaming": {1: 20, 3: 5},
        "huddl": {1: 7, 4: 90},
        "caf\u00e9": {5: 2},
        "cafe": {5: 2, 6: 3},
    },
    {4: -3, 6: 1},
)


def test_a_word_counts_by_the_best_of_its_stems_and_not_by_their_sum() -> None:
    assert best_scores(INDEX, {"team": 4, "teaming": 3}) == {1: 60, 2: 120, 3: 15}
    assert best_scores(INDEX, {"teaming": 3, "team": 4}) == {1: 60, 2: 120, 3: 15}
    assert best_scores(INDEX, {}) == {}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("team ", [(2, 600, 1), (1, 200, 1)]),
        ("team", [(2, 600, 1), (1, 200, 1)]),
        ("teami", [(1, 300, 1), (3, 75, 1)]),
        ("team team ", [(2, 1200, 1), (1, 400, 1)]),
        ("huddle teaming ", [(1, 540, 3), (4, 720, 1), (3, 100, 2)]),
        ("caf\u00e9 ", [(5, 40, 1), (6, 36, 1)]),
        ("cafe ", [(6, 72, 1), (5, 40, 1)]),
        ("zzzz ", []),
    ],
)
def test_scores_are_summed_over_words_and_lifted_by_ranks(text: str, rows: list[tuple[int, int, int]]) -> None:
    assert find(INDEX, parse(text)).rows == rows


@pytest.mark.parametrize(
    ("text", "corrected"),
    [("huddel ", (("huddel", "huddle"),)), ("huddle ", ()), ("huddles ", ()), ("xyz ", ())],
)
def test_what_was_used_in_place_of_a_mistyped_word_is_told(text: str, corrected: tuple[tuple[str, str], ...]) -> None:
    assert find(INDEX, parse(text)).corrected == corrected


@pytest.mark.parametrize(
    ("text", "corrected", "suggested", "missing"),
    [
        ("huddel ", "huddle", "", ""),
        ("hudde ", "huddle", "", ""),
        ("hudl ", "", "", "hudl"),
        ("teamm ", "team", "", ""),
        ("toams ", "", "teams", "toams"),
        ("zzzz toams huddle ", "", "teams", "zzzz, toams"),
        ("huddly ", "", "", "huddly"),
        ("teamhuddle ", "team huddle", "", ""),
        ("vaccine ", "", "", "vaccine"),
    ],
)
def test_what_is_certain_is_corrected_and_the_rest_is_told(
    text: str, corrected: str, suggested: str, missing: str
) -> None:
    understood = find(INDEX, parse(text))
    assert ", ".join(used for _, used in understood.corrected) == corrected
    assert ", ".join(other for _, other in understood.suggested) == suggested
    assert ", ".join(understood.missing) == missing


@pytest.mark.parametrize(
    ("count", "with_phrase", "kept_count", "is_part"),
    [
        (20, range(3), 3, False),
        (32, range(32), 32, False),
        (33, range(33), 32, True),
        (33, range(9), 9, False),
        (33, range(23, 33), 10, False),
        (64, range(10, 64), 22, True),
        (96, range(96), 32, True),
        (96, range(90, 96), 6, False),
        (97, range(90, 97), 6, True),
        (200, range(97, 200), 0, True),
        (0, range(0), 0, False),
    ],
)
def test_phrases_are_looked_for_until_enough_are_found(
    count: int, with_phrase: range, kept_count: int, *, is_part: bool
) -> None:
    rows = [Row(number, 1000 - number, 3) for number in range(count)]
    kept, may_be_more = with_phrases(rows, parse('"flow chart"'), lambda number, _: number in with_phrase)
    assert (len(kept), may_be_more) == (kept_count, is_part)
    assert kept == [row for row in rows if row.number in with_phrase][:kept_count]


def test_only_documents_with_all_words_of_the_phrases_are_read() -> None:
    read: list[int] = []
    rows = [Row(1, 9, 1), Row(2, 8, 3), Row(3, 7, 2), Row(4, 6, 7)]

    def has(number: int, _: object) -> bool:
        read.append(number)
        return True

    assert [row.number for row in with_phrases(rows, parse('"flow chart" team'), has)[0]] == [2, 4]
    assert read == [2, 4]
