"""The command search-eval: reading a judged collection, and its figures."""

from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.search_evaluation import figures, read, run
from sitegen.errors import ContentError, UsageError

COLLECTION = Path(__file__).parents[1] / "search" / "collection"
FILES = (COLLECTION / "docs.jsonl", COLLECTION / "queries.tsv", COLLECTION / "qrels.tsv")


def test_both_engines_answer_the_small_collection_alike_and_well(tmp_path: Path) -> None:
    said: list[str] = []
    assert run(FILES, tmp_path / "run", "whoosh", said.append) == 0
    shards, whoosh = (line.split() for line in said[2:4])
    assert (shards[0], whoosh[0]) == ("shards", "whoosh")
    assert shards[1:] == whoosh[1:]
    assert min(map(float, shards[1:])) > 0.9


def test_a_run_has_query_document_rank_and_falling_scores(tmp_path: Path) -> None:
    run(FILES, tmp_path / "run", "shards", lambda _: None)
    rows = [line.split() for line in (tmp_path / "run").read_text("utf-8").splitlines()]
    assert {row[0] for row in rows} == {str(n) for n in range(1, 11)}
    for before, row in pairwise(rows):
        if before[0] == row[0]:
            assert int(row[2]) == int(before[2]) + 1
            assert int(row[3]) < int(before[3])


def test_figures_are_those_worked_out_by_hand() -> None:
    ranked = {"q": [("a", 3), ("b", 2), ("c", 1)], "unjudged": [("a", 1)]}
    found = figures(ranked, {"q": {"b": 2, "c": 0, "x": 1}})
    assert found.ndcg == pytest.approx((2 / 1.584962500721156) / (2 + 1 / 1.584962500721156))
    assert found.map == pytest.approx((1 / 2) / 2)
    assert found.recall == pytest.approx(1 / 2)


@pytest.mark.parametrize(
    ("name", "line", "expected"),
    [
        ("docs", "{", "2: this is no JSON"),
        ("docs", "[]", "2: this is no JSON object"),
        ("docs", '{"title": "x"}', '2: "id" is missing'),
        ("docs", '{"id": "1", "text": 5}', '2: "text" is no text'),
        ("docs", '{"id": "1"}', '2: the document "1" was there before'),
        ("queries", "no tab", "2: this is no query"),
        ("queries", "q\tagain", '2: the query "q" was there before'),
        ("qrels", "q\t1", "2: this is no judgment"),
        ("qrels", "x\t1\t1", '2: no query has the id "x"'),
        ("qrels", "q\t7\t1", '2: no document has the id "7"'),
        ("qrels", "q\t1\thigh", '2: the grade "high" is no whole number'),
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_place(tmp_path: Path, name: str, line: str, expected: str) -> None:
    texts = {"docs": '{"id": 1, "title": "a", "text": "b"}', "queries": "q\thuddle", "qrels": "q\t0\t1\t2"}
    for file, text in texts.items():
        (tmp_path / file).write_text(f"{text}\n{line if file == name else ''}\n", "utf-8")
    with pytest.raises(ContentError) as caught:
        read(tmp_path / "docs", tmp_path / "queries", tmp_path / "qrels")
    told = [f"{problem.location.line}: {problem.headline}" for problem in caught.value.problems]
    assert len(told) == 1
    assert told[0].startswith(expected)


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read"):
        read(tmp_path / "docs", tmp_path / "queries", tmp_path / "qrels")
