"""Sign pages off, or say which pages wait for it."""

import getpass
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from sitegen.approvals.approving import SignedOff, approve, require_half
from sitegen.approvals.standing import in_words
from sitegen.errors import UsageError
from sitegen.publishing.waiting_pages import find_waiting, main_target, read_sign_off_facts
from sitegen.render.dates import long_date
from sitegen.upkeep.site_files import read_settings

Say = Callable[[str], None]


def run(site: Path, pages: Sequence[str], half: str, by: str, say: Say) -> None:
    """Sign pages off for a half of the partnership, and say what is missing. Raises what `approve` raises."""
    change_set, signed = approve(site, pages, half, by or _login_name(), datetime.now(UTC))
    for page in signed:
        say(_line(page, half))
    if change_set.changes:
        say("An edit of a page voids its sign-offs. To take this one back: python3 build.py undo")


def list_waiting(site: Path, say: Say) -> None:
    """Say which pages wait for which halves. Raises UsageError where site.yaml asks for no approvals."""
    config = read_settings(site)
    if not config.approvals:
        require_half((), "")
    facts = read_sign_off_facts(site, main_target(config))
    sign_off = find_waiting(facts)
    for page in sign_off.waiting:
        say(f"{page.title} ({page.path.removesuffix('.md')}) waits for {in_words(page.standing.missing)}")
        for one in page.standing.earlier:
            say(f"  {one.half} agreed to an earlier text on {long_date(one.at[:10])}")
    done = f"{len(sign_off.signed):,} that changed since the last release "
    done += "is signed off." if len(sign_off.signed) == 1 else "are signed off."
    say(f"{'Nothing waits' if not sign_off.waiting else f'{len(sign_off.waiting):,} to sign off'}; {done}")


def _line(page: SignedOff, half: str) -> str:
    name = page.path.removesuffix(".md")
    done = f"{page.title} ({name}) is signed off by {half}" if page.is_new else f"{half} has signed off {name} already"
    missing = page.standing.missing
    return f"{done}; {in_words(missing)} {'is' if len(missing) == 1 else 'are'} missing." if missing else f"{done}."


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        raise UsageError("it is not known who you are", hint='write your name: --by "Ann Example"') from None
