"""Make what is to be published: build as a release, check it, and say what each of its files is."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from html import unescape
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from sitegen.building import PROJECT, STATE, Choices, build_site, pages_held_back, require_site
from sitegen.engine.plan import Progress, Result
from sitegen.engine.rules import Key
from sitegen.errors import Location, Problem, sort_problems
from sitegen.findings import open_site
from sitegen.findings.checks import CHECKS
from sitegen.findings.finished_site import FinishedSite
from sitegen.model.folders import LEDGER, STATIC
from sitegen.model.held_back import HeldBack
from sitegen.publishing.checked_facts import CheckedFacts, checked_facts
from sitegen.publishing.ledger_upkeep import update_ledger
from sitegen.publishing.release_contents import (
    RELEASE_ID,
    FileRole,
    Release,
    ReleaseFile,
    has_fingerprint,
    id_text,
    make_release,
)
from sitegen.publishing.source_folder import lay_out_sources
from sitegen.site.items import item_html
from sitegen.site.path_pages import step_html
from sitegen.site.published_addresses import permanent_address
from sitegen.site.redirects import redirect_html, redirect_map
from sitegen.site.static_outputs import static_file

_TITLE = re.compile(r"<title>([^<]*)</title>")
_PAGES = (item_html.name, step_html.name)
_ENTRIES = (".json", ".xml", ".txt", ".config", ".htaccess")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyRelease:
    """A release and what its files hold: `source` returns a file or bytes, by the path in the release.

    `addresses` are those of it that must never die, published on `day` if they are new. `as_of` is the moment that was
    asked for, or None for when it was built; `again` the number of the kept release that it is, 0 for a new one.
    `sources` is the folder of the site that it was built from, where that is not the site's own; `moment` is that at
    which the site is as the release has it, `is_due` says that the clock asked for it, and `held_back` are the pages
    that wait for their day.
    """

    release: Release
    source: Callable[[str], Path | bytes]
    addresses: tuple[str, ...] = ()
    day: str = ""
    as_of: datetime | None = None
    again: int = 0
    sources: Path | None = None
    moment: datetime | None = None
    is_due: bool = False
    held_back: tuple[HeldBack, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """The result of a build, with what the checks found among its problems; without errors, the release.

    `checked` counts what was checked, or is None where nothing was built.
    """

    result: Result
    ready: ReadyRelease | None
    checked: CheckedFacts | None = None


def prepare(
    site: Path,
    day: str,
    as_of: datetime | None = None,
    *,
    is_permanent: bool,
    changed: Mapping[str, bytes | Path] | None = None,
    notify: Callable[[str], None] = lambda _text: None,
    progress: Progress = lambda _stage, _done, _total: None,
) -> Prepared:
    """Build a site from nothing, from a copy of its sources as they are now; check it, and return the release.

    For a permanent target a published address that is gone is an error, and the new ones are built in as published on
    `day` (YYYY-MM-DD, at the site). `changed` are bytes, or files that hold them, that stand in the places of sources
    in the copy, by their paths from the root. Raises what `build_site` raises, and OSError where the disk fails.
    """
    state = site.resolve() / STATE / "publish"
    require_site(site)
    lay_out_sources(site, state / "sources", changed or {})
    shipped = state / "sources" if site.resolve() == PROJECT else PROJECT
    return prepare_folder(
        state, day, as_of, shipped=shipped, is_permanent=is_permanent, notify=notify, progress=progress
    )


def prepare_folder(
    state: Path,
    day: str,
    as_of: datetime | None = None,
    *,
    shipped: Path,
    is_permanent: bool,
    notify: Callable[[str], None] = lambda _text: None,
    progress: Progress = lambda _stage, _done, _total: None,
) -> Prepared:
    """Build the sources that lie in `sources` of a folder of state, as `prepare` does, into `public` beside them.

    The ledger among these sources gets the new addresses. `shipped` is the folder with the files that they lack.
    """
    folder, out = state / "sources", state / "public"
    now = as_of or datetime.now(UTC)  # one moment, however long it takes
    choices = Choices(
        site=folder, out=out, state=state / "store", shipped=shipped, as_of=now, notify=notify, progress=progress
    )
    result = build_site(replace(choices, clean=True))
    if not result.committed:
        return Prepared(result, None)
    addresses = _permanent_addresses(choices) if is_permanent else ()
    if is_permanent and update_ledger(folder, addresses, day):
        result = build_site(choices)
    with open_site(choices) as built:
        files = {path: _release_file(built, out, path, key) for path, key in built.outputs.items()}
        findings = list(CHECKS.run(built))
        checked = checked_facts(built, findings)
        problems = [*result.problems, *(one.problem for one in findings), *_taken_names(built)]
        moment = now if now.tzinfo else now.replace(tzinfo=ZoneInfo(built.config.site.timezone))
    result.problems = sort_problems(map(_refused, problems) if is_permanent else problems)
    if result.errors:
        return Prepared(result, None)
    release = make_release(files)

    def source(path: str) -> Path | bytes:
        return id_text(release.id) if path == RELEASE_ID else out / path

    ready = ReadyRelease(
        release=release,
        source=source,
        addresses=addresses,
        day=day,
        as_of=as_of,
        sources=folder,
        moment=moment,
        held_back=pages_held_back(choices),
    )
    return Prepared(result, ready, checked)


def _permanent_addresses(choices: Choices) -> tuple[str, ...]:
    with open_site(choices) as built:
        addresses = (permanent_address(path, key) for path, key in built.outputs.items())
        return tuple(sorted({*addresses} - {""}))


def _taken_names(site: FinishedSite) -> Iterator[Problem]:
    if RELEASE_ID in site.outputs:
        location, headline = Location(f"{STATIC}/{RELEASE_ID}"), "publishing writes a file of this name itself"
        yield Problem(location=location, headline=headline, hint="rename the file", kind="AssetError")


def _refused(problem: Problem) -> Problem:
    """Return the warning of a lost address as an error, and any other problem as it is."""
    is_lost = problem.location.path == LEDGER and problem.severity == "warning"
    return msgspec.structs.replace(problem, severity="error") if is_lost else problem


def _release_file(site: FinishedSite, out: Path, path: str, key: Key) -> ReleaseFile:
    data = (out / path).read_bytes()
    role = file_role(path, key)
    return ReleaseFile(len(data), sha256(data).hexdigest(), role, _title(site, key, role, data))


def file_role(path: str, key: Key) -> FileRole:
    """Return what a file of the site is, by its path below the output folder and the key that makes it."""
    rule = key[0]
    if has_fingerprint(path):
        return "fingerprinted"
    if rule == redirect_html.name:
        return "redirect"
    if rule == static_file.name:
        return "file"
    if path.endswith(".html"):
        return "page" if rule in _PAGES else "list"
    return "entry" if path.endswith(_ENTRIES) or path.startswith("_") else "file"


def _title(site: FinishedSite, key: Key, role: FileRole, data: bytes) -> str:
    if role == "redirect":
        return (site.value(redirect_map) or {}).get(str(key[-1]), "")
    if role == "page" and (page := site.page(str(key[1]))):
        return page.title
    match = _TITLE.search(data.decode("utf-8", "replace")) if role == "list" else None
    return unescape(match[1]).removesuffix(f" | {site.config.site.title}") if match else ""
