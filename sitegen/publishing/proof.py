"""The proof of a release, for the team: one page that says what was checked, what is new, and who signed off."""

import hashlib
from base64 import b64encode
from datetime import datetime
from pathlib import Path

from sitegen.model import Record
from sitegen.publishing.checked_facts import CheckedFacts
from sitegen.publishing.held_pages import HeldPage
from sitegen.publishing.page_weights import MOST_OF_A_PAGE, PageWeights
from sitegen.publishing.plan_summary import PlanSummary
from sitegen.publishing.waiting_pages import WaitingPage
from sitegen.render.dates import file_size, moment

GENERATOR = "sitegen proof"
"""What the page says it was made by: so a later one may be written over it."""

_FOLDER = Path(__file__).parent


class Proof(Record, frozen=True, kw_only=True):
    """What a proof says. `at` is when the release was published, at the site, None where it was only planned.

    `number` is that of the kept release, or 0. `checked` and `weights` are None for a kept release that was published
    again: it was checked when it was made.
    """

    site: str
    base_url: str
    target: str
    release: str
    at: datetime | None
    number: int = 0
    again: int = 0
    checked: CheckedFacts | None = None
    weights: PageWeights | None = None
    summary: PlanSummary
    signed: tuple[WaitingPage, ...] = ()
    held: tuple[HeldPage, ...] = ()
    asks: tuple[str, ...] = ()
    verified: str = ""


def proof_html(proof: Proof) -> str:
    """Return a proof as a page of its own: no script, nothing loaded, fit for paper. Names of people stand in it."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = (_FOLDER / "proof.css").read_text("utf-8")
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return environment.get_template("proof.html").render(
        proof=proof,
        at=moment(f"{proof.at:%Y-%m-%dT%H:%M}") if proof.at else "",
        signed=[
            (page, [(one.half, one.by, moment(one.at[:16])) for one in page.standing.given]) for page in proof.signed
        ],
        held=[(page, moment(page.since[:16]) if page.since else "") for page in proof.held],
        weight=file_size(proof.weights.most) if proof.weights else "",
        budget=file_size(MOST_OF_A_PAGE),
        generator=GENERATOR,
        style=Markup(style),  # noqa: S704 - a file of ours
        style_digest=f"sha256-{digest}",
    )
