"""Publish a site: build and check it, show the plan, ask, send it, and ask the web server for it."""

import getpass
import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from sitegen import report
from sitegen.errors import UsageError
from sitegen.model import Config, PublishTarget
from sitegen.overview.saving import require_place, save_html
from sitegen.publishing.date_changes import next_changes
from sitegen.publishing.destinations import FolderDestination, find_destination
from sitegen.publishing.due_release import Due, find_due, prepare_due, refuse_other_release
from sitegen.publishing.finishing import Finished, finish, kept_release
from sitegen.publishing.ledger_upkeep import missing_addresses
from sitegen.publishing.page_weights import weigh_pages
from sitegen.publishing.plan_summary import PlanSummary, summarize
from sitegen.publishing.plan_words import named_lines, plan_lines
from sitegen.publishing.preparing import ReadyRelease
from sitegen.publishing.proof import GENERATOR, Proof, proof_html
from sitegen.publishing.publication import Publication, carry_out, plan_publication, refuse_conflicts
from sitegen.publishing.sign_off_words import held_lines, sign_off_object
from sitegen.publishing.signed_release import SignedRelease, prepare_signed
from sitegen.publishing.target_folder import choose_target
from sitegen.publishing.waiting_pages import SignOff
from sitegen.render.dates import moment
from sitegen.upkeep.confirming import Confirm
from sitegen.upkeep.site_files import read_settings

Say = Callable[[str], None]

_NOT_WITH_DUE = "leave out --release, --replace-changes and --hold-unapproved"
_VERDICTS = {
    "another release": "still shows another release: a cache may hold it for a while. Look again later",
    "no release": "shows no release: is this where {folder} is seen?",
    "no answer": "does not answer",
}


def run(
    site: Path,
    name: str,
    as_of: datetime | None,
    say: Say,
    confirm: Confirm,
    *,
    is_dry: bool = False,
    number: int | None = None,
    thorough: bool = False,
    replace_changes: bool = False,
    is_due: bool = False,
    as_json: bool = False,
    hold_unapproved: bool = False,
    proof: Path | None = None,
) -> int:
    """Publish a site to the target of a name, or a kept release by its number; return the exit code 0 or 1.

    If only what `is_due` is wanted, the last release is brought to this moment, and nobody is asked. Raises what
    `find_due`, `plan_publication`, `refuse_conflicts` and `carry_out` raise, and UsageError for a wrong target.
    """
    _refuse_clashes(as_of, number, is_due=is_due, decides=replace_changes, holds=hold_unapproved)
    due = find_due(site, name, as_of or datetime.now(UTC)) if is_due else None
    if due and not due.changes:
        _say_not_due(due, say, as_json=as_json)
        return 0
    config = due.last.config if due else read_settings(site)
    target = due.last.target if due else choose_target(config, name)
    _require_places(site, target, proof)  # before a build that would be in vain
    signed = None if number else _prepare(site, as_of, target, due, as_json=as_json, holds=hold_unapproved)
    ready = signed.prepared.ready if signed else kept_release(site, number or 0)
    facts: dict[str, Any] = {"target": target.name, "problems": _problem_objects(signed), **sign_off_object(signed)}
    if ready is None:
        _say_refused(say, facts, due, as_json=as_json)
        return 1
    publication = plan_publication(
        site,
        target,
        ready.release,
        base_url=config.site.base_url,
        is_thorough=thorough,
        replaces_changes=replace_changes,
    )
    if due:
        refuse_other_release(publication, due.last)
    base = urlsplit(config.site.base_url).path.rstrip("/")
    summary = summarize(publication.plan, ready.release, publication.manifest, base)
    facts |= {"release": ready.release.id, "plan": _plan_object(summary)}
    tell = _say_nothing if as_json else say
    _say_plan(publication, summary, ready, tell)
    for line in held_lines(signed):
        tell(line)
    refuse_conflicts(publication)
    if is_dry:
        facts["state"] = "planned"
    elif publication.plan.has_work and not is_due and not confirm(f"Publish this to {target.name}?"):
        facts["state"] = "declined"
        tell("Nothing was sent.")
    else:
        facts |= _carry_out(publication, ready, config, tell, as_json=as_json)
    if proof and facts["state"] != "declined":
        _save_proof(site, proof, _proof(config, publication, summary, ready, signed, facts), tell)
    if as_json:
        say(json.dumps(facts, ensure_ascii=False))
    return 0


def _refuse_clashes(as_of: datetime | None, number: int | None, *, is_due: bool, decides: bool, holds: bool) -> None:
    """Raise UsageError for options that do not go together."""
    if number and (as_of or holds):
        headline = "a kept release was built as of its own moment, from its own texts"
        raise UsageError(headline, hint="leave out --release, or --as-of and --hold-unapproved")
    if is_due and any((number, decides, holds)):
        raise UsageError("--due decides nothing that a person must", hint=_NOT_WITH_DUE)


def _require_places(site: Path, target: PublishTarget, proof: Path | None) -> None:
    """Raise UsageError where a target, or the file of a proof, cannot be."""
    destination = find_destination(site, target)
    if proof:
        folders = [destination.folder] if isinstance(destination, FolderDestination) else []
        require_place(site, proof, option="--proof", generator=GENERATOR, published=folders)


def _prepare(
    site: Path, as_of: datetime | None, target: PublishTarget, due: Due | None, *, as_json: bool, holds: bool
) -> SignedRelease:
    """Build and check; print the errors and warnings. What is due was signed off when a person published it."""
    with report.ProgressReporter(as_json=as_json) as reporter:
        notify, progress = reporter.notify, reporter.progress
        if due:
            signed = SignedRelease(prepare_due(site, due, notify=notify, progress=progress), SignOff())
        else:
            signed = prepare_signed(site, target, as_of, holds=holds, notify=notify, progress=progress)
    problems = [problem for problem in signed.prepared.result.problems if problem.severity != "advice"]
    if not as_json:
        report.print_problems(problems, with_heading=True)
    return signed


def _problem_objects(signed: SignedRelease | None) -> list[dict[str, Any]]:
    return report.result_object(signed.prepared.result, 0.0, 0.0)["problems"] if signed else []


def _say_not_due(due: Due, say: Say, *, as_json: bool) -> None:
    following = next_changes(due.last.changes, due.last.moment)
    at = following[0].moment.astimezone(ZoneInfo(due.last.config.site.timezone)) if following else None
    if as_json:
        say(json.dumps({"target": due.last.target.name, "state": "not due", "next": at and at.isoformat()}))
    elif at:
        say(f"Nothing is due at {due.last.target.name}. Next: {moment(at.strftime('%Y-%m-%dT%H:%M'))}")
    else:
        say(f"Nothing is due at {due.last.target.name}, and nothing is to come.")


def _say_refused(say: Say, facts: dict[str, Any], due: Due | None, *, as_json: bool) -> None:
    facts["state"] = "refused"
    errors = sum(problem["severity"] == "error" for problem in facts["problems"])
    noun = "error" if errors == 1 else "errors"
    where = f" in what release {due.last.kept.number} was made from" if due else ""
    say(json.dumps(facts, ensure_ascii=False) if as_json else f"Not published: {errors:,} {noun}{where}, see above.")


def _say_plan(publication: Publication, summary: PlanSummary, ready: ReadyRelease, say: Say) -> None:
    target = publication.target
    if not publication.plan.has_work:
        say(f"Nothing to send: {target.name} has this release already.")
        _say_held(ready, say)
        return
    if not publication.manifest.is_whole:
        say(f"The last run to {target.name} was cut off; this one goes on with it.")
    say(f"To {target.name}, {publication.destination.name}:")
    for line in plan_lines(summary):
        say(line)
    _say_held(ready, say)
    missing = missing_addresses(publication.site, ready.release) if ready.again and target.permanent else []
    if missing:
        say("  Of the addresses published since, these will lead nowhere:")
        for line in named_lines(missing):
            say(line)


def _say_held(ready: ReadyRelease, say: Say) -> None:
    for line in report.held_lines(ready.held_back):
        say(f"  {line}")


def _carry_out(
    publication: Publication, ready: ReadyRelease, config: Config, say: Say, *, as_json: bool
) -> dict[str, Any]:
    """Send, and do what follows; say what was done, and return it as an object."""

    def now() -> datetime:
        return datetime.now(UTC).astimezone(ZoneInfo(config.site.timezone))

    state = "published" if publication.plan.has_work else "unchanged"
    if publication.plan.has_work:
        with report.ProgressReporter(as_json=as_json) as reporter:
            carry_out(publication, ready.source, owner=_owner(), now=now, on_step=partial(reporter.progress, "send"))
        say(f"Published to {publication.target.name}.")
    published = now()
    done = finish(publication, ready, published)
    if publication.plan.has_work:
        say(f"Kept as release {done.kept.number}; to go back to an earlier one: python3 build.py releases")
    if done.is_ledger_new:
        say("New addresses stand in content/addresses.yaml now: keep that file with the content.")
    _say_verdict(publication, done, published, say)
    at = published.isoformat(timespec="seconds")
    return {"state": state, "number": done.kept.number, "at": at, "verified": done.verdict}


def _proof(
    config: Config,
    publication: Publication,
    summary: PlanSummary,
    ready: ReadyRelease,
    signed: SignedRelease | None,
    facts: dict[str, Any],
) -> Proof:
    return Proof(
        site=config.site.title,
        base_url=config.site.base_url,
        target=publication.target.name,
        release=ready.release.id,
        at=datetime.fromisoformat(facts["at"]) if "at" in facts else None,
        number=facts.get("number", 0),
        again=ready.again,
        checked=signed.prepared.checked if signed else None,
        weights=weigh_pages(ready.release.files, ready.source) if signed else None,
        summary=summary,
        signed=signed.sign_off.signed if signed else (),
        held=signed.held if signed else (),
        asks=config.approvals,
        verified=facts.get("verified") or "",
    )


def _save_proof(site: Path, file: Path, proof: Proof, tell: Say) -> None:
    save_html(site, file, proof_html(proof), option="--proof", generator=GENERATOR)
    tell(f"The proof for the team: {file}")


def _say_nothing(_line: str) -> None:
    """Say nothing: an object is printed at the end."""


def _say_verdict(publication: Publication, done: Finished, published: datetime, say: Say) -> None:
    url = publication.target.verify_url
    if done.verdict == "live":
        say(f"Readers see it at {url} since {moment(published.strftime('%Y-%m-%dT%H:%M'))} at the latest.")
    elif done.verdict:
        say(f"warning: {url} {_VERDICTS[done.verdict].format(folder=publication.destination.name)}.")


def _plan_object(summary: PlanSummary) -> dict[str, Any]:
    return {
        name: [{"title": one.title, "address": one.address, "earlier": one.earlier} for one in value]
        if isinstance(value := getattr(summary, name), tuple)
        else value
        for name in summary.__struct_fields__
    }


def _owner() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"
