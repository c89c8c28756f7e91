"""Read a collection of judged queries: documents, queries, and how relevant each document is to a query."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from sitegen.errors import ContentError, Location, Problem, UsageError

Judgments = dict[str, dict[str, int]]
"""Query id to document id to grade."""


class Collection(NamedTuple):
    """Documents by id as (title, text), queries by id, judgments."""

    documents: dict[str, tuple[str, str]]
    queries: dict[str, str]
    judgments: Judgments


def read(documents: Path, queries: Path, judgments: Path) -> Collection:
    """Read a collection from three files, as docs/commands.md describes them.

    Raises ContentError with all lines that cannot be read, UsageError for a missing file.
    """
    problems: list[Problem] = []
    known = _read_documents(documents, problems)
    texts = _read_queries(queries, problems)
    grades = _read_judgments(judgments, texts, known, problems)
    if problems:
        raise ContentError(*problems)
    return Collection(known, texts, grades)


def _read_documents(path: Path, problems: list[Problem]) -> dict[str, tuple[str, str]]:
    documents: dict[str, tuple[str, str]] = {}
    for number, line in _lines(path):
        row = _parse_document(line)
        if isinstance(row, str):
            problems.append(_problem(path, number, row, 'write {"id": "1", "title": "...", "text": "..."}'))
        elif row[0] in documents:
            headline = f'the document "{row[0]}" was there before'
            problems.append(_problem(path, number, headline, "give it another id"))
        else:
            documents[row[0]] = row[1], row[2]
    return documents


def _read_queries(path: Path, problems: list[Problem]) -> dict[str, str]:
    queries: dict[str, str] = {}
    for number, line in _lines(path):
        name, tab, text = line.partition("\t")
        query = name.strip()
        if not tab or not query:
            problems.append(_problem(path, number, "this is no query", "write its id, a tab, and its text"))
        elif query in queries:
            problems.append(_problem(path, number, f'the query "{query}" was there before', "name it once"))
        else:
            queries[query] = text.strip()
    return queries


def _read_judgments(
    path: Path, queries: Mapping[str, str], documents: Mapping[str, object], problems: list[Problem]
) -> Judgments:
    judgments: Judgments = {}
    for number, line in _lines(path):
        row = _parse_judgment(line, queries, documents)
        if isinstance(row, str):
            problems.append(_problem(path, number, row, "write query id, document id and grade, with tabs between"))
        else:
            judgments.setdefault(row[0], {})[row[1]] = row[2]
    return judgments


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (number from 1, text) of the lines of a file that are not empty."""
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8", hint="save it as UTF-8") from error
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error
    return ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())


def _parse_document(line: str) -> tuple[str, str, str] | str:
    """Return (id, title, text), or what is wrong."""
    try:
        row = msgspec.json.decode(line)
    except msgspec.DecodeError as error:
        return f"this is no JSON: {error}"
    if not isinstance(row, dict):
        return "this is no JSON object"
    if "id" not in row:
        return '"id" is missing'
    wrong = next((name for name in ("title", "text") if not isinstance(row.get(name, ""), str)), "")
    if wrong:
        return f'"{wrong}" is no text'
    return str(row["id"]), row.get("title", ""), row.get("text", "")


def _parse_judgment(
    line: str, queries: Mapping[str, str], documents: Mapping[str, object]
) -> tuple[str, str, int] | str:
    """Return (query id, document id, grade), or what is wrong; of four columns the second is skipped."""
    cells = [cell.strip() for cell in (line.split("\t") if "\t" in line else line.split())]
    if len(cells) == 4:
        del cells[1]
    if len(cells) != 3:
        return "this is no judgment"
    query, document, grade = cells
    if query not in queries:
        return f'no query has the id "{query}"'
    if document not in documents:
        return f'no document has the id "{document}"'
    try:
        return query, document, int(grade)
    except ValueError:
        return f'the grade "{grade}" is no whole number'


def _problem(path: Path, line: int, headline: str, hint: str) -> Problem:
    return Problem(location=Location(str(path), line), headline=headline, hint=hint)
