"""Golden queries: what readers look for, and the pages that their search must show among the first three."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from sitegen.building import Choices
from sitegen.errors import Problem, suggest, suggest_path
from sitegen.located import Mapping as Fields
from sitegen.located import Node, Scalar, SourceFile, decode, read_yaml, remove_conflicts
from sitegen.located.nodes import items
from sitegen.model import Route
from sitegen.staff_search import open_index

PATH = "content/golden-queries.yaml"
FIRST = 3
"""Among so many pages the expected ones must be."""

_SHAPE = "write the words, a colon, and a page as folder/file: huddle guide: tools/huddle-guide"


class Golden(NamedTuple):
    """A query and one page that it must find: a path below content/, and where it was written."""

    query: str
    path: str
    place: Scalar


class Row(NamedTuple):
    """One result: the path below content/ of a page, and its title."""

    path: str
    title: str


Search = Callable[[str], list[Row]]


def findings(choices: Choices, routes: Mapping[str, Route]) -> list[Problem]:
    """Give what is wrong with the golden queries of a site; nothing where it has none."""
    path = choices.site / PATH
    if not path.is_file():
        return []
    golden, file, problems = read(path, routes)
    if not golden:
        return problems
    search, close = _search(choices)
    try:
        return [*problems, *slipped(golden, search, file)]
    finally:
        close()


def read(path: Path, routes: Mapping[str, Route]) -> tuple[list[Golden], SourceFile, list[Problem]]:
    """Read golden queries; gives those that name pages of the site, and what is wrong with the rest."""
    file, problems = decode(path.read_bytes(), PATH, kind="ContentError")
    text, conflicts = remove_conflicts(file)
    node, found = read_yaml(text, file)
    problems += [*conflicts, *found]
    golden: list[Golden] = []
    asked: dict[str, str] = {}
    if isinstance(node, Fields):
        for query, key in node.keys.items():
            listed = items(node.get(query))
            wrong = _query_problem(query, len(listed), asked)
            if wrong is not None and query not in node.broken:
                problems.append(file.problem_at(key, *wrong))
            else:
                rows, found = _pages(query, listed, routes, file)
                golden += rows
                problems += found
    return golden, file, problems


def _query_problem(query: str, count: int, asked: dict[str, str]) -> tuple[str, str] | None:
    """Give what is wrong with a query that names so many pages, and what to do; notes it as asked."""
    same = asked.setdefault(" ".join(query.lower().split()), query)
    if not any(map(str.isalnum, query)):
        return f'the query "{query}" has no words', _SHAPE
    if same != query:
        return f'the query "{query}" is asked above, as "{same}"', "keep one of the two, with the pages of both"
    if not count:
        return f'the query "{query}" names no page', _SHAPE
    if count > FIRST:
        return (
            f'the query "{query}" names {count} pages, and only the first {FIRST} count',
            f"keep the {FIRST} that matter most",
        )
    return None


def _pages(
    query: str, listed: Sequence[Node], routes: Mapping[str, Route], file: SourceFile
) -> tuple[list[Golden], list[Problem]]:
    """Give the pages of the site that a query names, and what is wrong with the others."""
    golden: dict[str, Golden] = {}
    problems: list[Problem] = []
    for item in listed:
        wrong = _page_problem(item, query, routes, file)
        path = f"{item.text.strip()}.md" if isinstance(item, Scalar) else ""
        if wrong is None and path in golden:
            wrong = file.problem_at(item, f'the query "{query}" names this page twice', "name it once")
        if wrong is not None:
            problems.append(wrong)
        elif isinstance(item, Scalar):
            golden[path] = Golden(query, path, item)
    return list(golden.values()), problems


def slipped(golden: list[Golden], search: Search, file: SourceFile) -> Iterator[Problem]:
    """Give a problem for each page that its query does not find among the first."""
    answers: dict[str, list[Row]] = {}
    for query, path, place in golden:
        if query not in answers:
            answers[query] = search(query)
        rows = answers[query]
        at = next((number for number, row in enumerate(rows, 1) if row.path == path), 0)
        if 0 < at <= FIRST:
            continue
        page = path.removesuffix(".md")
        headline = f'the search "{query}" does not show {page} among the first {FIRST}'
        before = enumerate(rows[:FIRST], 1)
        values = tuple((f"{n}.", f"{row.title} ({row.path.removesuffix('.md')})") for n, row in before)
        stands = ("it stands at", str(at)) if at else ("it is", "not found at all")
        hint = "say these words in its title or summary, give it a rank, add a synonym to site.yaml, or mend this line"
        problem = file.problem_at(place, headline, hint)
        yield Problem(
            problem.location, headline, hint, problem.kind, (*values, stands), problem.excerpt, problem.severity
        )


def _page_problem(item: Node, query: str, routes: Mapping[str, Route], file: SourceFile) -> Problem | None:
    if not isinstance(item, Scalar):
        return file.problem_at(item, f'a page of "{query}" is no text', _SHAPE)
    page = item.text.strip()
    route = routes.get(f"{page}.md")
    if route is None:
        known = [path.removesuffix(".md") for path in routes]
        hint = suggest_path(page, known) or suggest(page, known) or "write folder/file, without .md"
        return file.problem_at(item, f'there is no page "{page}"', hint)
    if not route.listed:
        return file.problem_at(
            item, f'the page "{page}" is not shown now ({route.why})', "name another page", "warning"
        )
    return None


def _search(choices: Choices) -> tuple[Search, Callable[[], None]]:
    from sitegen.search.staff.searcher import Searcher
    from sitegen.search.words.query import parse

    searcher = Searcher(open_index(choices).index)

    def search(query: str) -> list[Row]:
        pages = (searcher.stored(number) for number, _ in searcher.search(parse(query)).hits[:50])
        return [Row(one.path, one.title) for one in pages]

    return search, searcher.close
