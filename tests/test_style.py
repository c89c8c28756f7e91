"""The style of our own files: their size, their first lines, how records are made and variables named."""

import ast
import statistics
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MOST_LINES = 300
MOST_MEDIAN_LINES = 85
MOST_POSITIONAL_FIELDS = 4

MAKERS = {"Record", "Struct", "dataclass", "NamedTuple"}

ROWS = "sitegen/engine/rows.py"
"""Its records are rows of tables, in the order of their columns."""


def own_files() -> list[str]:
    """Return the paths of our Python files below the project's root."""
    folders = (ROOT / name for name in ("sitegen", "tests", "benchmarks"))
    modules = [path for folder in folders for path in folder.rglob("*.py")]
    paths = [path.relative_to(ROOT).as_posix() for path in (ROOT / "build.py", *modules)]
    return sorted(path for path in paths if not path.startswith(("tests/sites/", "tests/sites_invalid/")))


def records_in(tree: ast.AST) -> Iterator[ast.ClassDef]:
    """Every record: what msgspec, dataclasses or named tuples make from its fields."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            made_by = [*node.bases, *(getattr(decorator, "func", decorator) for decorator in node.decorator_list)]
            if {ast.unparse(one).rpartition(".")[2] for one in made_by} & MAKERS:
                yield node


def is_long(record: ast.ClassDef) -> bool:
    """Whether a record has more fields than are told apart by their order."""
    return sum(isinstance(statement, ast.AnnAssign) for statement in record.body) > MOST_POSITIONAL_FIELDS


def is_by_keyword(record: ast.ClassDef) -> bool:
    """Whether the fields of a record are named where it is made."""
    calls = [decorator for decorator in record.decorator_list if isinstance(decorator, ast.Call)]
    words = (*record.keywords, *(word for call in calls for word in call.keywords))
    return "kw_only=True" in map(ast.unparse, words)


@cache
def tree_of(path: str) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse((ROOT / path).read_text("utf-8"))


def test_files_stay_small() -> None:
    lines = {path: len((ROOT / path).read_text("utf-8").splitlines()) for path in own_files()}
    assert {path for path, count in lines.items() if count > MOST_LINES} == set(), "split them"
    assert statistics.median(lines.values()) <= MOST_MEDIAN_LINES


@pytest.mark.parametrize("path", [path for path in own_files() if not path.startswith("tests/")])
def test_a_module_says_first_what_it_does(path: str) -> None:
    docstring = ast.get_docstring(tree_of(path))
    assert docstring, "no docstring"
    first = docstring.splitlines()[0]
    assert first.endswith((".", ":")), first
    assert len(first.split()) >= 3, first


def test_no_file_is_named_for_being_useful() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
    assert [path for path in own_files() if Path(path).stem in vague] == []


def test_a_variable_is_named_for_what_it_holds() -> None:
    nodes = ((path, node) for path in own_files() for node in ast.walk(tree_of(path)))
    names = ((path, getattr(node, "arg", None) or getattr(node, "id", "")) for path, node in nodes)
    assert {path for path, name in names if name == "found"} == set(), "say what was found"


def test_records_of_many_fields_are_made_by_keyword() -> None:
    records = ((path, record) for path in own_files() for record in records_in(tree_of(path)))
    wrong = {(path, record.name) for path, record in records if is_long(record) and not is_by_keyword(record)}
    wrong -= {(ROWS, "Trace"), (ROWS, "InputRow"), (ROWS, "OutputRow")}
    assert wrong == set()
