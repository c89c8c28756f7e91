"""What the home page leads to."""

from collections.abc import Callable, Sequence

from sitegen.model import Collection, Record
from sitegen.model.kinds import KINDS, HomeRole
from sitegen.render.views import Card, Link


class WaysIn(Record, frozen=True):
    """The links to collections with a list: the main one, those beside it as cards, and all of them."""

    main: Link | None
    beside: tuple[Card, ...]
    all: tuple[Link, ...]


def role_of(collection: Collection) -> HomeRole:
    """Return the part of the home page that shows a collection; a view has none."""
    return "none" if collection.is_view else KINDS[collection.kind].home


def ways_in(collections: Sequence[Collection], link_to: Callable[[Collection], str]) -> WaysIn:
    """Return what the home page leads to, in the order given.

    Beside the main collection stand those whose kind says so, and the views of the main collection alone.
    """
    listed = [one for one in collections if one.has_list]
    main = next((one for one in listed if role_of(one) == "main"), None)
    beside = [one for one in listed if role_of(one) == "way" or (main is not None and one.sources == (main.id,))]
    return WaysIn(
        Link(main.title, link_to(main)) if main else None,
        tuple(_card(one, main, link_to(one)) for one in beside),
        tuple(Link(one.title, link_to(one)) for one in listed),
    )


def _card(collection: Collection, main: Collection | None, url: str) -> Card:
    kind = collection.kind or (main.kind if main else "")
    return Card(url=url, title=collection.title, summary=collection.description, kind=kind, kind_label=collection.title)
