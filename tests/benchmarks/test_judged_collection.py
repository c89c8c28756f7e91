"""Reading a judged collection: each line that cannot be read is told with its place."""

from pathlib import Path

import pytest

from benchmarks.judged_collection import read
from sitegen.errors import ContentError, UsageError


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
    problems = [f"{problem.location.line}: {problem.headline}" for problem in caught.value.problems]
    assert len(problems) == 1
    assert problems[0].startswith(expected)


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read"):
        read(tmp_path / "docs", tmp_path / "queries", tmp_path / "qrels")
