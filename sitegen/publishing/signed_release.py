"""Make what is to be published, as far as it is signed off."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sitegen.approvals.site_texts import read_site_texts
from sitegen.engine.plan import Progress
from sitegen.errors import Location, Problem, sort_problems
from sitegen.model import PublishTarget
from sitegen.model.folders import CONTENT
from sitegen.publishing.held_pages import HeldPage, HeldSources, hold_pages
from sitegen.publishing.ledger_upkeep import day_at_site
from sitegen.publishing.preparing import Prepared, prepare
from sitegen.publishing.waiting_pages import SignOff, SignOffFacts, as_problem, find_waiting, read_sign_off_facts
from sitegen.upkeep.site_files import read_settings


@dataclass(frozen=True, slots=True)
class SignedRelease:
    """A prepared release, how its pages are signed off, and which of them are held back."""

    prepared: Prepared
    sign_off: SignOff
    held: tuple[HeldPage, ...] = ()


def prepare_signed(
    site: Path,
    target: PublishTarget,
    as_of: datetime | None = None,
    *,
    holds: bool = False,
    notify: Callable[[str], None] = lambda _text: None,
    progress: Progress = lambda _stage, _done, _total: None,
) -> SignedRelease:
    """Build and check a site for a target, as `prepare` does.

    A page that changed since the last release and lacks a sign-off is an error; where it `holds`, the text that was
    agreed to last goes out in its place. Raises what `prepare` and `hold_pages` raise.
    """
    config = read_settings(site)
    facts = read_sign_off_facts(site, target.name) if config.approvals else None
    sign_off = find_waiting(facts) if facts else SignOff()
    held = hold_pages(site, facts, sign_off) if facts and holds and sign_off.waiting else None
    prepared = prepare(
        site,
        day_at_site(datetime.now(UTC), config.site.timezone),
        as_of,
        is_permanent=target.permanent,
        changed=held.changed if held else None,
        notify=notify,
        progress=progress,
    )
    problems = [*(held.problems if held else map(as_problem, sign_off.waiting)), *sign_off.problems]
    problems += _changed_meanwhile(prepared, facts, held) if facts else []
    return SignedRelease(_with_problems(prepared, problems), sign_off, held.pages if held else ())


def _changed_meanwhile(prepared: Prepared, facts: SignOffFacts, held: HeldSources | None) -> list[Problem]:
    """Return an error for each page that somebody saved between the look at its sign-offs and the build."""
    sources = prepared.ready.sources if prepared.ready else None
    if sources is None:
        return []
    built = read_site_texts(sources).pages
    judged = {f"{CONTENT}/{path}": data for path, data in facts.texts.pages.items()} | (held.changed if held else {})
    return [
        Problem(location=Location(f"{CONTENT}/{path}"), headline="the file has changed meanwhile", hint="publish again")
        for path, data in built.items()
        if judged.get(f"{CONTENT}/{path}") != data
    ]


def _with_problems(prepared: Prepared, problems: list[Problem]) -> Prepared:
    if not problems:
        return prepared
    prepared.result.problems = sort_problems([*prepared.result.problems, *problems])
    return replace(prepared, ready=None if prepared.result.errors else prepared.ready)
