"""What a shared copy of a page says of itself: when it was made, how the page stands, who has agreed to it."""

from collections.abc import Iterator
from datetime import datetime

from sitegen.approvals.page_versions import PageVersions
from sitegen.approvals.standing import in_words, standing
from sitegen.model import Record
from sitegen.publishing.waiting_pages import SignOffFacts
from sitegen.render import dates


class PageTimes(Record, frozen=True):
    """Whether a page is a draft, and from and until when it is shown, as typed; empty where nothing is."""

    is_draft: bool
    publish: str
    expires: str


def share_sentences(facts: SignOffFacts, path: str, times: PageTimes, now: datetime) -> Iterator[str]:
    """Yield the sentences of the mark on a copy of a page, by its path below content/; `now` is at the site."""
    settings = facts.config.site
    made = dates.moment(f"{now:%Y-%m-%dT%H:%M}")
    version = PageVersions(facts.texts).version(path)
    yield f"A copy of one page of {settings.title}, as it was on {made} ({settings.timezone}). It changes no more."
    yield f"{_state(facts, version.digest, times)} Text {version.digest[:8]}."
    if facts.config.approvals:
        yield _sign_off(facts, path, version.digest)


def _state(facts: SignOffFacts, digest: str, times: PageTimes) -> str:
    known = facts.released.versions.values() if facts.released else ()
    if times.is_draft:
        state = "It is a draft."
    elif any(version.digest == digest for version in known) and facts.last:
        state = f"It says what was published on {dates.long_date(facts.last.published.date().isoformat())}."
    else:
        state = "It is not published like this."
    if times.publish:
        state += f" Its day: {dates.moment(times.publish)}."
    return f"{state} It is shown until {dates.moment(times.expires)}." if times.expires else state


def _sign_off(facts: SignOffFacts, path: str, digest: str) -> str:
    stands = standing(path, digest, facts.record.approvals, facts.config.approvals)
    halves = [one.half for one in stands.given]
    given = f"Signed off by {in_words(halves)}" if halves else "Signed off by nobody yet"
    return f"{given}; {in_words(stands.missing)} still to agree." if halves and stands.missing else f"{given}."
