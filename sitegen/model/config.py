"""What site.yaml gives."""

from sitegen.model.record import LocatedText, Record


class Term(Record, frozen=True):
    """A value of a taxonomy: its id (in addresses), its label, and the other words that mean it."""

    id: str
    label: str
    also: tuple[str, ...] = ()


class Taxonomy(Record, frozen=True):
    """A facet: singular id (its address key), label, front-matter field; terms in display order.

    An open taxonomy has no terms of its own: each value that a writer types becomes one.
    """

    id: str
    label: str
    field: str
    terms: tuple[Term, ...] = ()
    is_open: bool = False


class Collection(Record, frozen=True):
    """A folder of content/ (`kind` is set) or a view over other collections (`sources` is set).

    `where` holds (front-matter field, value) pairs that a page of a view must all have. `address` is the first
    part of its addresses, without slashes. `facets` are taxonomy ids in display order; `pairs` are those two of them
    that have pages together, in that order. `sort` is date (newest first), title or weight. `order` names slugs that
    come first, in that order. `has_list` and `has_feed` say whether it has a list of its own and a feed; `related` is
    how many related pages an item shows.
    """

    id: str
    title: str
    kind: str = ""
    description: str = ""
    singular: str = ""
    address: str = ""
    sources: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = ()
    facets: tuple[str, ...] = ()
    per_page: int = 20
    sort: str = "date"
    order: tuple[str, ...] = ()
    has_list: bool = True
    has_feed: bool = True
    related: int = 3
    pairs: tuple[tuple[str, str], ...] = ()
    group_by: str = ""

    @property
    def is_view(self) -> bool:
        """Whether it lists pages of other collections."""
        return bool(self.sources)


class Gallery(Record, frozen=True):
    """A page over several collections, at /ID/: what each has, and its newest."""

    id: str
    title: str
    description: str
    collections: tuple[str, ...]


class MenuItem(Record, frozen=True):
    """A link of a menu: a label and an address of the site, or an absolute one."""

    label: str
    url: LocatedText


class Redirect(Record, frozen=True):
    """An earlier address and where it leads now."""

    source: LocatedText
    target: LocatedText


class Search(Record, frozen=True):
    """How search works: `library_index` is `build` or `on-demand`; `synonyms` are groups that mean the same."""

    library_index: str = "build"
    synonyms: tuple[tuple[str, ...], ...] = ()


class Config(Record, frozen=True):
    """site.yaml, valid: every name in it is known, every default filled in.

    `orders` holds what `order` of each collection names, with its places. `open_graph` says which pages have a
    picture of their own for sharing: items, site (all share one) or none.
    """

    title: str
    base_url: str
    description: str = ""
    timezone: str = "UTC"
    language: str = "en"
    feedback: str = ""
    taxonomies: tuple[Taxonomy, ...] = ()
    collections: tuple[Collection, ...] = ()
    menus: dict[str, tuple[MenuItem, ...]] = {}
    redirects: tuple[Redirect, ...] = ()
    search: Search = Search()
    galleries: tuple[Gallery, ...] = ()
    open_graph: str = "items"
    orders: dict[str, tuple[LocatedText, ...]] = {}
