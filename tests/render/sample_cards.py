"""Rows of lists with every field, and with no more than they need."""

from sitegen.model.kinds import KINDS
from sitegen.render import views

LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"


def card(kind: str = "tool") -> views.Card:
    """Return a card with all that a card can have."""
    return views.Card(
        url=f"/sub/{kind}/x/",
        title=f'<{LONG_WORD}> & "more"',
        summary="In one line.",
        kind=kind,
        kind_label=kind.capitalize(),
        date_iso="2017-10-01",
        date="October 1, 2017",
        levels=("1", "2", "3"),
        formats=("PDF", "Word"),
        regions=("Ohio",),
        length="3 minutes",
        language="es",
        names_kind=KINDS[kind].names_kind_in_rows,
        can_be_kept=KINDS[kind].can_be_kept,
        file_url="/sub/downloads/x.pdf",
        file_facts="PDF, 2 pages, 31 kB",
    )


def bare_card(kind: str = "story") -> views.Card:
    """Return a card with no more than it must have."""
    return views.Card(url="/sub/x/", title="X", summary="", kind=kind, kind_label="Story")
