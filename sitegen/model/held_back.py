"""Pages that readers do not see yet, because their day is still to come."""

from sitegen.model.record import Record


class HeldBack(Record, frozen=True):
    """A page that is not out yet: its path below content/, its title, and its `publish` as typed."""

    path: str
    title: str
    until: str
