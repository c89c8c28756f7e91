"""What goes out in place of pages that lack a sign-off: the text that was last agreed to, or nothing.

The text is that of the last version that all halves agreed to, or else that of the last release. Its addresses are
those of the page as it is now, and it leads where renamed pages are now. A page that nobody has ever agreed to stays
a draft.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sitegen.approvals.approved_versions import ApprovedVersions
from sitegen.approvals.page_versions import UNSIGNED_FIELDS, PageVersions
from sitegen.approvals.standing import whole_digests
from sitegen.editing import remove_field, set_field
from sitegen.editing.editor import read_fields
from sitegen.editing.page_rename import PageRename, change_references
from sitegen.errors import Location, Problem
from sitegen.located.nodes import Plain
from sitegen.model import Record
from sitegen.model.folders import CONTENT, STATIC
from sitegen.publishing.kept_releases import KeptReleases
from sitegen.publishing.waiting_pages import SignOff, SignOffFacts, WaitingPage


class HeldPage(Record, frozen=True):
    """A page that is held back: its path and title; `since` is the moment of the text that goes out, "" for none."""

    path: str
    title: str
    since: str = ""


class HeldSources(Record, frozen=True, kw_only=True):
    """The held pages, and the files that take the places of those of the working folder, by paths from its root.

    `problems` are errors: a held page needs a file that another page has in another version.
    """

    pages: tuple[HeldPage, ...]
    changed: dict[str, bytes | Path]
    problems: tuple[Problem, ...] = ()


class _Version(NamedTuple):
    data: bytes
    files: Mapping[str, str]
    since: datetime


def hold_pages(site: Path, facts: SignOffFacts, sign_off: SignOff) -> HeldSources:
    """Return what is published in place of the pages that wait.

    Raises:
        EditError: a page has errors, or cannot be changed exactly.
        OSError: the disk fails.
    """
    now = PageVersions(facts.texts)
    held, changed, files = [], {}, {}
    for page in sign_off.waiting:
        version = _last_agreed(site, facts, now, page)
        path = f"{CONTENT}/{page.path}"
        if version is None:
            changed[path] = set_field(facts.texts.pages[page.path], path, ("draft",), value=True)
        else:
            changed[path] = _at_todays_addresses(facts, now, page.path, version.data)
            files[page.path] = version.files
        since = version.since.isoformat() if version else ""
        held.append(HeldPage(page.path, page.title, since))
    wanted = {name: digest for each in files.values() for name, digest in each.items()}
    moved = {name: digest for name, digest in wanted.items() if now.file_digest(name) != digest}
    return HeldSources(
        pages=tuple(held),
        changed={**changed, **{f"{STATIC}/{name}": _file(site, digest) for name, digest in moved.items()}},
        problems=tuple(_torn_files(now, [page.path for page in sign_off.waiting], files, moved)),
    )


def _last_agreed(site: Path, facts: SignOffFacts, now: PageVersions, page: WaitingPage) -> _Version | None:
    """Return the newest of the version that all agreed to last, and of that of the last release; None without both."""
    released, last = _released_path(facts, now, page.path), facts.last
    candidates = [_approved(site, facts, page.path)]
    if released and facts.released and last:
        version = facts.released.versions[released]
        candidates.append(
            _Version(facts.released.texts.pages[released], version.files, last.published.replace(microsecond=0))
        )
    known = [one for one in candidates if one is not None]
    return max(known, key=lambda one: one.since, default=None)


def _approved(site: Path, facts: SignOffFacts, path: str) -> _Version | None:
    name, kept = path.removesuffix(".md"), ApprovedVersions(site)
    versions = []
    for digest, given in whole_digests(facts.record.approvals, facts.config.approvals).items():
        version = kept.find(digest) if any(one.page == name for one in given) else None
        if version is not None:
            versions.append(_Version(version.data, version.files, max(one.moment for one in given)))
    return max(versions, key=lambda one: one.since, default=None)


def _released_path(facts: SignOffFacts, now: PageVersions, path: str) -> str:
    """Return the path that a page had in the last release; empty if it was not in it."""
    if facts.released is None:
        return ""
    if path in facts.released.versions:
        return path
    known = {now.url(path), *now.aliases(path)}
    return next((old for old in facts.released.versions if facts.released.reader.url(old) in known), "")


def _at_todays_addresses(facts: SignOffFacts, now: PageVersions, path: str, data: bytes) -> bytes:
    """Return a text of a page with what the page says now of where and when it is shown, and links that lead on."""
    file = f"{CONTENT}/{path}"
    for rename in _renames(facts, now):
        data = change_references(data, file, rename)
    current, old = _fields(facts.texts.pages[path], file), _fields(data, file)
    for field in UNSIGNED_FIELDS:
        if field in current and current[field] != old.get(field):
            data = set_field(data, file, (field,), current[field])
        elif field in old and field not in current:
            data = remove_field(data, file, (field,))
    return data


def _renames(facts: SignOffFacts, now: PageVersions) -> Iterator[PageRename]:
    """Yield the pages that have another name than in the last release."""
    if facts.released is None:
        return
    new = {alias: path for path in facts.texts.pages for alias in now.aliases(path)}
    for old in facts.released.versions:
        url = facts.released.reader.url(old)
        path = "" if old in facts.texts.pages else new.get(url, "")
        if path and path.partition("/")[0] == old.partition("/")[0]:
            yield PageRename(old, path, url, now.url(path))


def _fields(data: bytes, file: str) -> dict[str, Plain]:
    fields = read_fields(data, file)
    return fields if isinstance(fields, dict) else {}


def _file(site: Path, digest: str) -> Path:
    kept = ApprovedVersions(site).file(digest)
    return kept if kept.is_file() else KeptReleases(site).blob(digest)


def _torn_files(
    now: PageVersions, waiting: list[str], files: Mapping[str, Mapping[str, str]], moved: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield an error for each file that a held page needs as it was, and another page as it is now."""
    users = {name: path for path, version in now.all().items() if path not in waiting for name in version.files}
    for path, used in files.items():
        for name in sorted(moved.keys() & used.keys() & users.keys()):
            headline = f"the text that was agreed to shows {STATIC}/{name} as it was, and {users[name]} as it is now"
            hint = f"keep the earlier file under its name, and give the new one another: {STATIC}/{_renamed(name)}"
            yield Problem(location=Location(f"{CONTENT}/{path}"), headline=headline, hint=hint, kind="AssetError")


def _renamed(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return f"{stem}-2{dot}{ending}" if dot else f"{name}-2"
