"""Golden queries: what readers look for, and the pages that their search must show among the first three."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from sitegen.building import Choices
from sitegen.errors import Problem, suggest, suggest_path
from sitegen.library import open_library
from sitegen.located import Mapping as Fields
from sitegen.located import Node, Scalar, Where, decode, read_yaml, without_conflicts
from sitegen.located.nodes import items
from sitegen.model import Route

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
    file = choices.site / PATH
    if not file.is_file():
        return []
    golden, where, problems = read(file, routes)
    if not golden:
        return problems
    search, close = _search(choices)
    try:
        return [*problems, *slipped(golden, search, where)]
    finally:
        close()


def read(file: Path, routes: Mapping[str, Route]) -> tuple[list[Golden], Where, list[Problem]]:
    """Read golden queries; gives those that name pages of the site, and what is wrong with the rest."""
    where, problems = decode(file.read_bytes(), PATH, kind="ContentError")
    text, conflicts = without_conflicts(where)
    node, found = read_yaml(text, where)
    problems += [*conflicts, *found]
    golden: list[Golden] = []
    for query, key in node.keys.items() if isinstance(node, Fields) else ():
        value = node.get(query) if isinstance(node, Fields) else None
        listed = items(value)
        if not listed and not (isinstance(node, Fields) and query in node.broken):
            problems.append(where.at(key, f'the query "{query}" names no page', _SHAPE))
        if len(listed) > FIRST:
            headline = f'the query "{query}" names {len(listed)} pages, and only the first {FIRST} count'
            problems.append(where.at(key, headline, f"keep the {FIRST} that matter most"))
            continue
        for item in listed:
            wrong = _page_problem(item, query, routes, where)
            if wrong is not None:
                problems.append(wrong)
            elif isinstance(item, Scalar):
                golden.append(Golden(query, f"{item.text.strip()}.md", item))
    return golden, where, problems


def slipped(golden: list[Golden], search: Search, where: Where) -> Iterator[Problem]:
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
        problem = where.at(place, headline, hint)
        yield Problem(
            problem.location, headline, hint, problem.kind, (*values, stands), problem.excerpt, problem.severity
        )


def _page_problem(item: Node, query: str, routes: Mapping[str, Route], where: Where) -> Problem | None:
    if not isinstance(item, Scalar):
        return where.at(item, f'a page of "{query}" is no text', _SHAPE)
    page = item.text.strip()
    route = routes.get(f"{page}.md")
    if route is None:
        known = [path.removesuffix(".md") for path in routes]
        hint = suggest_path(page, known) or suggest(page, known) or "write folder/file, without .md"
        return where.at(item, f'there is no page "{page}"', hint)
    if not route.listed:
        return where.at(item, f'the page "{page}" is not shown now ({route.why})', "name another page", "warning")
    return None


def _search(choices: Choices) -> tuple[Search, Callable[[], None]]:
    from sitegen.search.finding import Finder
    from sitegen.search.query import parse

    finder = Finder(open_library(choices).library)

    def search(query: str) -> list[Row]:
        kept = (finder.kept(number) for number, _ in finder.find(parse(query)).hits[:50])
        return [Row(one.path, one.title) for one in kept]

    return search, finder.close
