"""What templates see of a list besides its cards: filters, chips and the pager; the rest is in views.py."""

from sitegen.model import Record


class Option(Record, frozen=True, kw_only=True):
    """A term as a filter: how many items it has, and the list of them; `is_current` if the page shows it."""

    id: str
    label: str
    count: int
    url: str
    is_current: bool = False


class Facet(Record, frozen=True, kw_only=True):
    """A filter of a list, its options in display order. `url` is the page of all its terms."""

    id: str
    label: str
    url: str
    options: tuple[Option, ...]
    is_open: bool = False


class PageLink(Record, frozen=True):
    """A page of a paginated list; a gap has number 0."""

    number: int
    url: str
    is_current: bool = False


class Pager(Record, frozen=True, kw_only=True):
    """Where a page stands among the pages of a list."""

    number: int
    total: int
    previous: str = ""
    next: str = ""
    pages: tuple[PageLink, ...] = ()


class Chip(Record, frozen=True, kw_only=True):
    """A term that a list is narrowed by; `url` leads to the list without it, or is empty."""

    facet: str
    term: str
    facet_label: str
    term_label: str
    url: str


class Live(Record, frozen=True, kw_only=True):
    """What filters in the browser need to begin: links to the facet index, the whole list and this page.

    `sorts` are the orders offered, the list's own first.
    """

    index: str
    list: str
    page: str
    per_page: int
    sorts: tuple[str, ...] = ()
