"""Files of content/, each read as a page."""

import msgspec

from sitegen.catalog.content_files import misplaced_files, pages_in_folder
from sitegen.engine.rules import Fetch, Key
from sitegen.errors import Problem
from sitegen.model import Page
from sitegen.model.folders import CONTENT
from sitegen.model.kinds import KindId
from sitegen.site.inputs import FILE, FOLDER, OPTION, RULES, required
from sitegen.site.settings import folder_kinds, folders

DRAFTS = "drafts"
"""The option that shows drafts."""

SCHEDULED = "scheduled"
"""The option that shows pages that are not out yet, and those that have expired, and says so."""


@RULES.task(keep=True)
def content_files(fetch: Fetch) -> tuple[str, ...]:
    """Return the paths, below content/, of all pages, sorted; report what lies where no page can lie."""
    known = fetch(folders)
    for problem in misplaced_files(fetch(FOLDER, f"{CONTENT}/") or (), known):
        fetch.report(problem)
    pages = []
    for folder in known:
        paths, problems = pages_in_folder(folder, fetch(FOLDER, f"{CONTENT}/{folder}/") or ())
        pages += paths
        for problem in problems:
            fetch.report(problem)
    return tuple(sorted(pages))


@RULES.task()
def leaves(fetch: Fetch) -> tuple[Key, ...]:
    """Return the keys of all pages, which can be read in other processes."""
    return tuple(page.key(path) for path in fetch(content_files))


def _needs(path: str) -> tuple[Key, ...]:
    return FILE.key(f"{CONTENT}/{path}"), folder_kinds.subkey(path.partition("/")[0]), OPTION.key(DRAFTS)


@RULES.task(needs=_needs)
def page(fetch: Fetch, path: str) -> Page:
    """Read one file of content/; of a wrong one what could be read, to be checked.

    The errors of a draft that is not shown are warnings.
    """
    from sitegen.content.page_parser import parse_page

    data = required(fetch(FILE, f"{CONTENT}/{path}"), path)
    kind: KindId = required(fetch(folder_kinds, at=path.partition("/")[0]), path)
    parsed, problems = parse_page(path, data, kind)
    is_hidden = bool(problems) and _is_hidden(fetch, parsed)
    for problem in problems:
        fetch.report(as_warning(problem) if is_hidden else problem)
    return parsed


def as_warning(problem: Problem) -> Problem:
    """Return an error as a warning, and any other problem as it is."""
    return msgspec.structs.replace(problem, severity="warning") if problem.is_error else problem


@RULES.task(keep=True)
def is_hidden_draft(fetch: Fetch, path: str) -> bool:
    """Return whether a page is a draft, and drafts are not shown: its mistakes stop no build."""
    return _is_hidden(fetch, fetch(page, path))


def _is_hidden(fetch: Fetch, source: Page) -> bool:
    return source.draft and not fetch(OPTION, DRAFTS)
