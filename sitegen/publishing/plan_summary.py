"""Sum up a plan as a reader of the site would see it: which pages are new, changed, moved or gone."""

from collections.abc import Mapping

from sitegen.catalog.permalinks import address_at, output_path
from sitegen.model import Record
from sitegen.publishing.planning import Plan
from sitegen.publishing.release_contents import Release, ReleaseFile
from sitegen.publishing.target_manifest import SentFile, TargetManifest


class PageChange(Record, frozen=True):
    """A page by its title and address; of one that moves also the address that it had."""

    title: str
    address: str
    earlier: str = ""


class PlanSummary(Record, frozen=True, kw_only=True):
    """What a plan does to the pages of content files, by title.

    `lists` counts other pages that are new, changed or gone. `files` counts all else that is sent, `size` the bytes of
    all that is sent, `deleted` the files that are deleted.
    """

    new: tuple[PageChange, ...] = ()
    changed: tuple[PageChange, ...] = ()
    moved: tuple[PageChange, ...] = ()
    gone: tuple[PageChange, ...] = ()
    lists: int = 0
    files: int = 0
    size: int = 0
    deleted: int = 0


def summarize(plan: Plan, release: Release, manifest: TargetManifest, base: str) -> PlanSummary:
    """Return what a plan does; `base` is the path at which the site stands, which links begin with."""
    current = manifest.current
    before, after = _pages(current), _pages(release.files)
    sent = set(plan.sending)
    known = {path for path, file in current.items() if file.role != "redirect"}
    new = (sent & after.keys()) - known
    gone = {path: title for path, title in before.items() if path not in after}
    moved = {path: to for path in gone if (to := _new_path(path, release, base)) in after}
    old_lists = {path for path, file in current.items() if file.role == "list"}
    lists = {path for path in sent if release.files[path].role == "list"} | (old_lists - release.files.keys())
    return PlanSummary(
        new=_changes(after, new - set(moved.values())),
        changed=_changes(after, sent & after.keys() & known),
        moved=tuple(PageChange(after[to], address_at(to), address_at(path)) for path, to in sorted(moved.items())),
        gone=_changes(gone, gone.keys() - moved.keys()),
        lists=len(lists),
        files=len(sent - lists - after.keys()),
        size=sum(release.files[path].size for path in sent),
        deleted=len(plan.clearing) + len(plan.deleting),
    )


def _pages(files: Mapping[str, ReleaseFile] | Mapping[str, SentFile]) -> dict[str, str]:
    """Return the titles of the pages of content files, by path."""
    return {path: file.title for path, file in files.items() if file.role == "page"}


def _new_path(path: str, release: Release, base: str) -> str:
    """Return the path that the redirect at a path leads to; empty if none stands there, or it leads elsewhere."""
    file = release.files.get(path)
    link = file.title.partition("#")[0].partition("?")[0] if file and file.role == "redirect" else ""
    return output_path(link.removeprefix(base)) if link.startswith(f"{base}/") else ""


def _changes(titles: Mapping[str, str], paths: set[str]) -> tuple[PageChange, ...]:
    return tuple(PageChange(titles[path], address_at(path)) for path in sorted(paths))
