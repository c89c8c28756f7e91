"""What scripts are given of a page to show it as a row: for lists and for search, from the one record of a card."""

from sitegen.render.views import Card

CARD_FIELDS = Card.__struct_fields__
"""What a row of a list shows, in the order in which it is written. The index carries these names."""

RESULT_FIELDS = tuple(
    name for name in CARD_FIELDS if name not in ("date_iso", "regions", "length", "file_url", "file_facts")
)
"""The same for the results of a search, which load forty cards to show ten: they do without some."""


def card_values(card: Card, fields: tuple[str, ...]) -> tuple[object, ...]:
    """Return what a card has in these fields, in their order."""
    return tuple(getattr(card, name) for name in fields)
