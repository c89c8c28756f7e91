"""Find the pages that changed since the last release and that somebody has still to sign off."""

from collections.abc import Mapping
from pathlib import Path

from sitegen.approvals.approval_file import ApprovalFile, read_approvals
from sitegen.approvals.page_versions import PageVersion, PageVersions
from sitegen.approvals.site_texts import SiteTexts, read_site_texts
from sitegen.approvals.standing import Standing, in_words, standing
from sitegen.content.page_parser import find_page_places, parse_page
from sitegen.errors import Location, Problem
from sitegen.model import Config, Record
from sitegen.model.folders import APPROVALS, CONTENT
from sitegen.publishing.kept_releases import KeptRelease, KeptReleases
from sitegen.publishing.kept_texts import ReleasedPages, released_pages
from sitegen.render.dates import long_date
from sitegen.upkeep.applying import read_file


class WaitingPage(Record, frozen=True, kw_only=True):
    """A page that waits for sign-offs: its path below content/, its title and line, and how its text stands."""

    path: str
    title: str
    line: int
    standing: Standing


class SignOff(Record, frozen=True, kw_only=True):
    """How the pages of a site stand before a release to a target.

    `waiting` are those that lack a sign-off, by path; `signed` the others that changed since the last release, with
    how they stand. Nothing is in either where site.yaml asks for no approvals.
    """

    waiting: tuple[WaitingPage, ...] = ()
    signed: tuple[WaitingPage, ...] = ()
    problems: tuple[Problem, ...] = ()


class SignOffFacts(Record, frozen=True, kw_only=True):
    """What sign-offs are judged by: the texts now, the record, and the last release of the target, if there is one."""

    texts: SiteTexts
    record: ApprovalFile
    last: KeptRelease | None = None
    released: ReleasedPages | None = None

    @property
    def config(self) -> Config:
        """The settings of the site."""
        return self.texts.config


def read_sign_off_facts(site: Path, target: str) -> SignOffFacts:
    """Return what the sign-offs of a site are judged by, for a target. Raises what `read_settings` raises."""
    texts, kept = read_site_texts(site), KeptReleases(site)
    last = kept.last(target)
    return SignOffFacts(
        texts=texts,
        record=read_approvals(read_file(site / APPROVALS) or b""),
        last=last,
        released=released_pages(kept, last, texts.config) if last else None,
    )


def main_target(config: Config) -> str:
    """Return the target whose last release counts: the only one, or the first that is permanent; empty for none."""
    if len(config.targets) == 1:
        return config.targets[0].name
    return next((target.name for target in config.targets if target.permanent), "")


def find_waiting(facts: SignOffFacts) -> SignOff:
    """Return which pages lack sign-offs. Drafts need none, nor what is as in the last release, renamed or not."""
    wanted = facts.config.approvals
    if not wanted:
        return SignOff()
    known = {version.digest for version in facts.released.versions.values()} if facts.released else set()
    versions = PageVersions(facts.texts).all()
    changed = [version for version in versions.values() if version.digest not in known]
    pages = [_page(facts, version) for version in sorted(changed) if not _is_draft(facts, version)]
    return SignOff(
        waiting=tuple(page for page in pages if page.standing.missing),
        signed=tuple(page for page in pages if not page.standing.missing),
        problems=facts.record.problems,
    )


def as_problem(page: WaitingPage) -> Problem:
    """Return the error that stops a release, with what to do."""
    missing, name = page.standing.missing, page.path.removesuffix(".md")
    commands = [f"python3 build.py approve {name} --as {half}" for half in missing]
    hint = f"show it to them: python3 build.py share {name}; once they agree: {in_words(commands)}"
    values = [
        (one.half, f"agreed to an earlier text on {long_date(one.at[:10])}; it has changed since")
        for one in page.standing.earlier
    ]
    return Problem(
        location=Location(f"{CONTENT}/{page.path}", page.line, 1),
        headline=f'"{page.title}" has changed, and is not signed off by {in_words(missing, "or")}',
        hint=hint,
        values=tuple(values),
    )


def _page(facts: SignOffFacts, version: PageVersion) -> WaitingPage:
    places: Mapping[str, Location] = find_page_places(version.path, facts.texts.pages[version.path])
    title = places.get("title")
    stands = standing(version.path, version.digest, facts.record.approvals, facts.config.approvals)
    return WaitingPage(path=version.path, title=version.title, line=title.line if title else 1, standing=stands)


def _is_draft(facts: SignOffFacts, version: PageVersion) -> bool:
    folder = version.path.partition("/")[0]
    kind = next(collection.kind for collection in facts.config.collections if collection.id == folder)
    return kind != "" and parse_page(version.path, facts.texts.pages[version.path], kind)[0].draft
