"""Read golden queries: what readers look for, and the pages that their search must show first."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from sitegen.errors import Fix, Problem, suggest, suggest_path
from sitegen.located import Mapping as Fields
from sitegen.located import Node, Scalar, SourceFile, decode, read_yaml, remove_conflicts
from sitegen.located.nodes import items
from sitegen.model import Route
from sitegen.model.folders import GOLDEN_QUERIES

PATH = GOLDEN_QUERIES
FIRST = 3
"""Among so many pages the expected ones must be."""

_SHAPE = "write the words, a colon, and a page as folder/file: huddle guide: tools/huddle-guide"


class Golden(NamedTuple):
    """A query and one page that it must find: its document's path, and where it was written.

    The path is one below content/, or the address of a page that no file of content/ has.
    """

    query: str
    path: str
    node: Scalar


class GoldenFile(NamedTuple):
    """The golden queries that name pages of the site, in order, and what is wrong with the rest."""

    queries: list[Golden]
    file: SourceFile
    problems: list[Problem]


def read_golden(
    data: bytes,
    routes: Mapping[str, Route],
    addresses: Iterable[str] = (),
    renamed: Callable[[str], str] = lambda _path: "",
) -> GoldenFile:
    """Read the file of golden queries of a site whose content files lead to these routes.

    `addresses` are those of the pages that no file of content/ has: they are written as they are. `renamed` returns
    the content path of the page that a missing one was likely renamed to, or an empty text.
    """
    file, problems = decode(data, PATH, kind="ContentError")
    text, conflicts = remove_conflicts(file)
    node, mistakes = read_yaml(text, file)
    problems += [*conflicts, *mistakes]
    known = dict(routes) | {address: Route(address, listed=True) for address in addresses}
    queries: list[Golden] = []
    earlier: dict[str, str] = {}
    if isinstance(node, Fields):
        for query, key in node.keys.items():
            pages = items(node.get(query))
            first = earlier.setdefault(" ".join(query.lower().split()), query)
            mistake = _query_mistake(query, first, len(pages))
            if mistake is not None and query not in node.broken:
                problems.append(file.problem_at(key, *mistake))
            else:
                golden, mistakes = _pages(query, pages, known, renamed, file)
                queries += golden
                problems += mistakes
    return GoldenFile(queries, file, problems)


def _query_mistake(query: str, first: str, count: int) -> tuple[str, str] | None:
    """Return what is wrong with a query that names `count` pages, and a hint; `first` is how it was written first."""
    if not any(map(str.isalnum, query)):
        return f'the query "{query}" has no words', _SHAPE
    if first != query:
        return f'the query "{query}" is asked above, as "{first}"', "keep one of the two, with the pages of both"
    if not count:
        return f'the query "{query}" names no page', _SHAPE
    if count > FIRST:
        return (
            f'the query "{query}" names {count} pages, and only the first {FIRST} count',
            f"keep the {FIRST} that matter most",
        )
    return None


def _pages(
    query: str, pages: Sequence[Node], routes: Mapping[str, Route], renamed: Callable[[str], str], file: SourceFile
) -> tuple[list[Golden], list[Problem]]:
    """Return the pages of the site that a query names, and what is wrong with the others."""
    golden: dict[str, Golden] = {}
    problems: list[Problem] = []
    for item in pages:
        mistake = _page_problem(item, query, routes, renamed, file)
        page = item.text.strip() if isinstance(item, Scalar) else ""
        path = _path(page)
        if mistake is None and path in golden:
            twice = file.problem_at(item, f'the query "{query}" names this page twice', "name it once")
            mistake = msgspec.structs.replace(twice, fix=Fix("item", page))
        if mistake is not None:
            problems.append(mistake)
        elif isinstance(item, Scalar):
            golden[path] = Golden(query, path, item)
    return list(golden.values()), problems


def _page_problem(
    item: Node, query: str, routes: Mapping[str, Route], renamed: Callable[[str], str], file: SourceFile
) -> Problem | None:
    if not isinstance(item, Scalar):
        return file.problem_at(item, f'a page of "{query}" is no text', _SHAPE)
    page = item.text.strip()
    route = routes.get(_path(page))
    if route is None:
        is_address = page.startswith("/")
        known = [path.removesuffix(".md") for path in routes if path.startswith("/") is is_address]
        new = renamed(_path(page)).removesuffix(".md")
        near = f'did you mean "{new}"?' if new else "" if is_address else suggest_path(page, known)
        hint = near or suggest(page, known) or "write folder/file, without .md"
        problem = file.problem_at(item, f'there is no page "{page}"', hint, "advice")
        is_certain = bool(new) and new.rpartition("/")[0] == page.rpartition("/")[0]
        return msgspec.structs.replace(problem, fix=Fix("value", item.text, new)) if is_certain else problem
    if not route.listed:
        headline = f'the page "{page}" is not shown now ({route.why})'
        return file.problem_at(item, headline, "name another page", "warning")
    return None


def _path(page: str) -> str:
    """Return the path of the document that a page as it is written names."""
    return page if page.startswith("/") else f"{page}.md"
