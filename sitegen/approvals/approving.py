"""Sign pages off: add to the record who agreed to their texts as they are now, and keep these texts."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sitegen.approvals.approval_file import Approval, read_approvals, with_approval
from sitegen.approvals.approved_versions import ApprovedVersions
from sitegen.approvals.page_versions import PageVersions
from sitegen.approvals.site_texts import SiteTexts, read_site_texts
from sitegen.approvals.standing import Standing, standing
from sitegen.content.frontmatter import split_file
from sitegen.errors import ContentError, UsageError, suggest
from sitegen.model import Record
from sitegen.model.folders import APPROVALS, CONTENT
from sitegen.upkeep.applying import apply, read_file
from sitegen.upkeep.file_changes import ChangeSet, make_change_set
from sitegen.upkeep.page_renaming import known_page


class SignedOff(Record, frozen=True):
    """A page that was signed off: its path below content/, its title, how it stands now, and whether that is new."""

    path: str
    title: str
    standing: Standing
    is_new: bool


def approve(
    site: Path, pages: Sequence[str], half: str, by: str, now: datetime
) -> tuple[ChangeSet, tuple[SignedOff, ...]]:
    """Note that a half of the partnership agrees to pages as they are now; return what changed, and how they stand.

    `pages` are typed as `stories/x`; `by` is the name of the person, `now` has an offset. `undo` takes it back.

    Raises:
        UsageError: site.yaml asks for no approvals, or for none of this half; there is no such page.
        ContentError: a page, or the record of sign-offs, has errors.
        OSError: the disk fails.
    """
    texts = read_site_texts(site)
    require_half(texts.config.approvals, half)
    files = {f"{CONTENT}/{path}": data for path, data in texts.pages.items()}
    paths = list(dict.fromkeys(known_page(page, files) for page in pages))
    _refuse_errors(paths, texts)
    versions, kept = PageVersions(texts), ApprovedVersions(site)
    before = read_file(site / APPROVALS)
    data, moment = before or b"", now.astimezone(ZoneInfo(texts.config.site.timezone))
    wanted, signed = texts.config.approvals, []
    for path in paths:
        version, record = versions.version(path), read_approvals(data)
        is_new = not any(one.half == half and one.digest == version.digest for one in record.approvals)
        if is_new:
            approval = Approval(
                page=path.removesuffix(".md"),
                half=half,
                by=" ".join(by.split()),
                at=moment.isoformat(timespec="seconds"),
                digest=version.digest,
            )
            data = with_approval(record, approval, wanted)
            kept.keep(version, texts.pages[path])
        stands = standing(path, version.digest, read_approvals(data).approvals, wanted)
        signed.append(SignedOff(path, version.title, stands, is_new))
    change_set = _change_set(half, [one for one in signed if one.is_new], before, data)
    if change_set.changes:
        apply(site, change_set)
    return change_set, tuple(signed)


def require_half(wanted: Sequence[str], half: str) -> None:
    """Raise UsageError where site.yaml asks for no approval, or for none of this half."""
    if not wanted:
        raise UsageError("site.yaml asks for no approvals", hint="add a line to it: approvals: [labor, management]")
    if half not in wanted:
        names = ", ".join(wanted)
        hint = suggest(half, wanted) or f"write --as with one of these: {names}"
        raise UsageError(f'site.yaml asks for no approval by "{half}"', hint=hint)


def _refuse_errors(paths: Sequence[str], texts: SiteTexts) -> None:
    """Raise ContentError where a page cannot be read: nobody knows then what is agreed to."""
    problems = [
        problem
        for path in paths
        for problem in split_file(texts.pages[path], f"{CONTENT}/{path}")[1]
        if problem.is_error
    ]
    if problems:
        raise ContentError(*problems)


def _change_set(half: str, signed: Sequence[SignedOff], before: bytes | None, after: bytes) -> ChangeSet:
    names = ", ".join(one.path.removesuffix(".md") for one in signed)
    known = {APPROVALS: before} if before is not None else {}
    return make_change_set(f"approve {names} as {half}", known, {APPROVALS: after} if signed else known)
