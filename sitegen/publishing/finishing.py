"""What follows once a release is at its target: keep it, write its addresses down, ask whether readers see it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sitegen.publishing.kept_releases import KeptRelease, KeptReleases
from sitegen.publishing.ledger_upkeep import unknown_addresses, update_ledger
from sitegen.publishing.preparing import ReadyRelease
from sitegen.publishing.publication import Publication
from sitegen.publishing.verifying import Verdict, verify


@dataclass(frozen=True, slots=True)
class Finished:
    """The kept release, whether the ledger changed, and what the web server says; None if it was not asked."""

    kept: KeptRelease
    is_ledger_new: bool
    verdict: Verdict | None


def finish(publication: Publication, ready: ReadyRelease, published: datetime) -> Finished:
    """Keep a release that is at its target now, and note its addresses; what was done before is not done again.

    Raises OSError where the site's own disk fails.
    """
    target = publication.target
    site, addresses = publication.site, ready.addresses
    if ready.is_due:  # what a person has written of the others since then stays
        addresses = unknown_addresses(site, addresses)
    is_ledger_new = target.permanent and update_ledger(site, addresses, ready.day)
    kept = _keep(publication, ready, published)
    verdict = verify(target.verify_url, ready.release.id) if target.verify_url else None
    return Finished(kept, is_ledger_new, verdict)


def kept_release(site: Path, number: int) -> ReadyRelease:
    """Return a kept release, ready to be published again.

    Raises:
        UsageError: there is none with the number, or it is not whole.
    """
    kept = KeptReleases(site)
    release = kept.numbered(number).release
    return ReadyRelease(release=release, source=lambda path: kept.blob(release.files[path].digest), again=number)


def _keep(publication: Publication, ready: ReadyRelease, published: datetime) -> KeptRelease:
    """Return the record of a release: that of the last one of the target, brought up to date, if it is the same.

    Its sources may differ without a difference for readers, by a page that waits for its day.
    """
    kept, target = KeptReleases(publication.site), publication.target.name
    last = kept.last(target)
    if last is not None and last.release.id == ready.release.id:
        return last if ready.again else kept.bring_up_to_date(last, ready.sources, ready.moment)
    kept.keep_files({path: ready.source(path) for path in ready.release.files}, ready.release)
    sources = kept.numbered(ready.again).sources if ready.again else kept.keep_sources(ready.sources)
    record = kept.record(
        target,
        ready.release,
        published,
        as_of=ready.as_of,
        sources=sources,
        again=ready.again,
        moment=ready.moment,
        is_due=ready.is_due,
    )
    kept.forget_unused()
    return record
