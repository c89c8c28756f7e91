"""What search-eval runs: both engines answer a judged collection."""

from itertools import pairwise
from pathlib import Path

from benchmarks.search_evaluation import run

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
