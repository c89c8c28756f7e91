"""Make what is to be published, as far as it is signed off."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sitegen.engine.plan import Progress
from sitegen.errors import Problem, sort_problems
from sitegen.model import PublishTarget
from sitegen.publishing.held_pages import HeldPage, hold_pages
from sitegen.publishing.ledger_upkeep import day_at_site
from sitegen.publishing.preparing import Prepared, prepare
from sitegen.publishing.waiting_pages import SignOff, as_problem, find_waiting, read_sign_off_facts


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
    facts = read_sign_off_facts(site, target.name)
    sign_off = find_waiting(facts)
    held = hold_pages(site, facts, sign_off) if holds and sign_off.waiting else None
    prepared = prepare(
        site,
        day_at_site(datetime.now(UTC), facts.config.site.timezone),
        as_of,
        is_permanent=target.permanent,
        changed=held.changed if held else None,
        notify=notify,
        progress=progress,
    )
    missing = held.problems if held else [as_problem(page) for page in sign_off.waiting]
    return SignedRelease(_with_problems(prepared, [*missing, *sign_off.problems]), sign_off, held.pages if held else ())


def _with_problems(prepared: Prepared, problems: list[Problem]) -> Prepared:
    if not problems:
        return prepared
    prepared.result.problems = sort_problems([*prepared.result.problems, *problems])
    return replace(prepared, ready=None if prepared.result.errors else prepared.ready)
