"""Say how the pages of a release are signed off: in lines for people, as an object for scripts."""

from collections.abc import Iterator
from typing import Any

from sitegen.publishing.held_pages import HeldPage
from sitegen.publishing.plan_words import MOST_NAMED
from sitegen.publishing.signed_release import SignedRelease
from sitegen.publishing.waiting_pages import WaitingPage
from sitegen.render.dates import moment


def held_lines(signed: SignedRelease | None) -> Iterator[str]:
    """Yield the lines that name the pages that are held back, and say what goes out in their place."""
    held = signed.held if signed else ()
    if held:
        noun = "page lacks a sign-off and is" if len(held) == 1 else "pages lack a sign-off and are"
        yield f"{len(held):,} {noun} held back:"
    for page in held[:MOST_NAMED]:
        yield f"  {page.title} ({page.path.removesuffix('.md')}): {_what_goes_out(page)}"
    if len(held) > MOST_NAMED:
        yield f"  and {len(held) - MOST_NAMED:,} more"


def sign_off_object(signed: SignedRelease | None) -> dict[str, Any]:
    """Return which pages wait, which are held back and which are signed off; nothing of it for a kept release."""
    if signed is None:
        return {}
    sign_off = signed.sign_off
    return {
        "waiting": [{**_page_object(page), "missing": [*page.standing.missing]} for page in sign_off.waiting],
        "signed_off": [
            {**_page_object(page), "by": {one.half: one.by for one in page.standing.given}} for page in sign_off.signed
        ],
        "held": [{**_page_object(page), "since": page.since} for page in signed.held],
    }


def _what_goes_out(page: HeldPage) -> str:
    if not page.since:
        return "stays a draft, for nobody has agreed to any text of it"
    return f"readers keep the text of {moment(page.since[:16])}"


def _page_object(page: WaitingPage | HeldPage) -> dict[str, Any]:
    return {"page": page.path.removesuffix(".md"), "title": page.title}
