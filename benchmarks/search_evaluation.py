"""Measure how good the ranking is, on a collection of judged queries."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import log2
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from sitegen.errors import ContentError, Location, Problem, UsageError

if TYPE_CHECKING:
    from sitegen.search.documents import Document

ENGINES = ("shards", "whoosh")
DEPTH = 10
RUN_DEPTH = 1000

Judged = dict[str, dict[str, int]]
"""Query id to document id to grade."""

Ranked = list[tuple[str, int]]
"""(document id, score), best first."""


class Collection(NamedTuple):
    """Documents by id as (title, text), queries by id, judgments."""

    documents: dict[str, tuple[str, str]]
    queries: dict[str, str]
    judged: Judged


class Figures(NamedTuple):
    """The means over all queries that have a relevant document."""

    ndcg: float
    map: float
    recall: float


def run(paths: tuple[Path, Path, Path], run_file: Path | None, engine: str, say: Callable[[str], None]) -> int:
    """Print the figures of both engines, and write the run of one; gives the exit code."""
    collection = read(*paths)
    say(f"{len(collection.documents):,} documents, {len(collection.queries):,} queries")
    say("engine  nDCG@10     MAP  recall@10")
    with TemporaryDirectory(prefix="sitegen-eval-") as folder:
        searches = {"shards": _shards(collection), "whoosh": _whoosh(collection, Path(folder) / "index")}
        for name in ENGINES:
            ranked = {number: searches[name](text) for number, text in collection.queries.items()}
            found = figures(ranked, collection.judged)
            say(f"{name:<6} {found.ndcg:>8.4f}{found.map:>8.4f}{found.recall:>11.4f}")
            if run_file is not None and name == engine:
                run_file.write_text("".join(_run_lines(ranked)), "utf-8")
    if run_file is not None:
        say(f"The run of {engine} is in {run_file}")
    return 0


# -- reading


def read(documents: Path, queries: Path, judged: Path) -> Collection:
    """Read a collection. Raises ContentError with all lines that cannot be read, UsageError for a missing file."""
    problems: list[Problem] = []
    found: dict[str, tuple[str, str]] = {}
    for at, line in _lines(documents):
        row = _document(line)
        if isinstance(row, str):
            problems.append(_problem(documents, at, row, 'write {"id": "1", "title": "...", "text": "..."}'))
        elif row[0] in found:
            problems.append(_problem(documents, at, f'the document "{row[0]}" was there before', "give it another id"))
        else:
            found[row[0]] = row[1], row[2]
    asked: dict[str, str] = {}
    for at, line in _lines(queries):
        number, tab, text = line.partition("\t")
        if not tab or not number.strip():
            problems.append(_problem(queries, at, "this is no query", "write its id, a tab, and its text"))
        elif number.strip() in asked:
            problems.append(_problem(queries, at, f'the query "{number.strip()}" was there before', "name it once"))
        else:
            asked[number.strip()] = text.strip()
    grades: Judged = {}
    for at, line in _lines(judged):
        told = _judgment(line, asked, found)
        if isinstance(told, str):
            problems.append(_problem(judged, at, told, "write query id, document id and grade, with tabs between"))
        else:
            grades.setdefault(told[0], {})[told[1]] = told[2]
    if problems:
        raise ContentError(*problems)
    return Collection(found, asked, grades)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8", hint="save it as UTF-8") from error
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error
    return ((at, line) for at, line in enumerate(text.split("\n"), 1) if line.strip())


def _document(line: str) -> tuple[str, str, str] | str:
    """Give (id, title, text), or what is wrong."""
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


def _judgment(line: str, queries: Mapping[str, str], documents: Mapping[str, object]) -> tuple[str, str, int] | str:
    """Give (query id, document id, grade), or what is wrong; of four columns the second is skipped."""
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


# -- searching


def _shards(collection: Collection) -> Callable[[str], Ranked]:
    from sitegen.search.words.query import parse
    from sitegen.search.words.synonyms import Synonyms
    from tests.reference.shard_reader import ShardReader, encoded

    reader = ShardReader(encoded(_documents(collection), Synonyms(())))
    return lambda text: reader.find(parse(text), prefix=False)


def _whoosh(collection: Collection, folder: Path) -> Callable[[str], Ranked]:
    from sitegen.search.reader.vectors import count_words
    from sitegen.search.staff.searcher import Searcher
    from sitegen.search.staff.whoosh_index import StaffIndex
    from sitegen.search.words.query import parse
    from sitegen.search.words.synonyms import Synonyms

    synonyms: Synonyms = Synonyms(())
    documents: dict[str, Document] = {document.path: document for document in _documents(collection)}
    index = StaffIndex(folder, "evaluation")
    index.update(dict.fromkeys(documents, b"-"), lambda path: (documents[path], count_words(documents[path], synonyms)))
    searcher = Searcher(index)

    def search(text: str) -> Ranked:
        found = searcher.search(parse(text), prefix=False)
        return [(searcher.stored(number).path, score) for number, score in found.hits[:RUN_DEPTH]]

    return search


def _documents(collection: Collection) -> "Iterator[Document]":
    from sitegen.search.documents import Document

    return (
        Document(url="", path=number, title=title, body=text) for number, (title, text) in collection.documents.items()
    )


# -- figures


def figures(ranked: Mapping[str, Ranked], judged: Judged) -> Figures:
    """Give the means of nDCG@10 (the gain is the grade), average precision and recall@10 over the judged queries."""
    rows = []
    for query, found in ranked.items():
        grades = {document: grade for document, grade in judged.get(query, {}).items() if grade > 0}
        if grades:
            rows.append(_figures([document for document, _ in found], grades))
    count = max(1, len(rows))
    ndcg, mean, recall = (sum(row[at] for row in rows) / count for at in range(3))
    return Figures(ndcg, mean, recall)


def _figures(found: Sequence[str], grades: Mapping[str, int]) -> Figures:
    hits = [at for at, document in enumerate(found, 1) if document in grades]
    ideal = _gain(sorted(grades.values(), reverse=True)[:DEPTH])
    return Figures(
        _gain(grades.get(document, 0) for document in found[:DEPTH]) / ideal,
        sum(number / at for number, at in enumerate(hits, 1)) / len(grades),
        sum(at <= DEPTH for at in hits) / len(grades),
    )


def _gain(grades: Iterable[int]) -> float:
    return sum(grade / log2(at + 1) for at, grade in enumerate(grades, 1))


def _run_lines(ranked: Mapping[str, Ranked]) -> Iterator[str]:
    for query, found in ranked.items():
        shown = found[:RUN_DEPTH]
        for at, (document, score) in enumerate(zip((row[0] for row in shown), _falling(shown), strict=True), 1):
            yield f"{query} {document} {at} {score}\n"


def _falling(found: Ranked) -> list[int]:
    """Give scores that fall from each to the next, for programs that sort by them: ours do not tell all words first."""
    scores: list[int] = []
    for _, score in reversed(found):
        scores.append(max(score, scores[-1] + 1) if scores else score)
    return scores[::-1]
