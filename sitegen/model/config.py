"""The settings of site.yaml, valid and complete."""

from typing import Literal

from sitegen.model.kinds import KindId
from sitegen.model.record import LocatedText, Record

Sort = Literal["date", "title", "weight"]
"""The order of a list: date (newest first), title, or weight (smallest first)."""

LibraryIndex = Literal["build", "on-demand"]
"""When the staff's index is brought up to date: with each build, or when somebody searches."""

OpenGraph = Literal["items", "site", "none"]
"""Which pages have a picture for sharing: each item its own, all pages the same one, or none."""

Host = Literal["apache", "nginx", "iis"]
"""A web server of one's own, which is told of redirects and headers in a file of its own kind."""


class Term(Record, frozen=True):
    """A value of a taxonomy: its id (used in addresses), its label, and other words that mean it."""

    id: str
    label: str
    also: tuple[str, ...] = ()


class Taxonomy(Record, frozen=True, kw_only=True):
    """A way to sort pages: singular id (its key in addresses), label, front-matter field, terms in display order.

    An open taxonomy has no terms of its own: each value that a writer types becomes one. In one that `is_by_count`,
    as in an open one, terms are shown by how many pages have them.
    """

    id: str
    label: str
    field: str
    terms: tuple[Term, ...] = ()
    is_open: bool = False
    is_by_count: bool = False


class CollectionFacts(Record, frozen=True, kw_only=True):
    """What pages say of the collection of an item: no more than that, so that other settings render no item again.

    `kind` is set for a folder of content/. `address` is the first part of its addresses, without slashes. `facets` are
    taxonomy ids in display order; `pairs` are facets that have pages together, each pair in the order of `facets`.
    """

    id: str
    title: str
    kind: KindId | Literal[""] = ""
    singular: str = ""
    address: str = ""
    facets: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    has_list: bool = True


class Collection(CollectionFacts, frozen=True, kw_only=True):
    """A folder of content/ (`kind` is set) or a view over other collections (`sources` is set).

    `where` holds the (front-matter field, value) pairs that every page of a view must have. `order` names slugs that
    come before all others, in this order. `per_page` is the number of items on a page of its list, `related` the
    number of related pages that an item shows. `group_by` is the taxonomy whose terms are the headings of its
    list, or empty. One that `has_full_feed` has the texts of its pages in it. `also` are other words by which
    readers look for its list.
    """

    description: str = ""
    sources: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = ()
    per_page: int = 20
    sort: Sort = "date"
    order: tuple[str, ...] = ()
    has_feed: bool = True
    related: int = 3
    group_by: str = ""
    has_full_feed: bool = False
    also: tuple[str, ...] = ()

    @property
    def is_view(self) -> bool:
        """Whether it lists pages of other collections."""
        return bool(self.sources)


class Gallery(Record, frozen=True, kw_only=True):
    """A page over several collections, at /ID/: how many pages each has, and its newest.

    `also` are other words by which readers look for it.
    """

    id: str
    title: str
    description: str
    collections: tuple[str, ...]
    also: tuple[str, ...] = ()


class MenuItem(Record, frozen=True):
    """A link of a menu: its label, and an address of the site or an absolute one."""

    label: str
    url: LocatedText


class Redirect(Record, frozen=True):
    """An earlier address, and where it leads now."""

    source: LocatedText
    target: LocatedText


class Search(Record, frozen=True):
    """How search works: when the staff's index is made, and groups of words and phrases that mean the same."""

    library_index: LibraryIndex = "build"
    synonyms: tuple[tuple[str, ...], ...] = ()


class PublishTarget(Record, frozen=True, kw_only=True):
    """A place where the site is published: its name, and its folder as typed in site.yaml; empty for no folder.

    The addresses of a `permanent` one must never die. The folder of an `atomic` one is a link. `verify_url` is where
    readers see it, with a slash at its end, or empty.
    """

    name: str
    folder: str
    permanent: bool = False
    atomic: bool = False
    verify_url: str = ""


class SiteSettings(Record, frozen=True, kw_only=True):
    """What site.yaml says of the site as a whole.

    `base_url` has no slash at its end. `timezone` is a name from the IANA database, `language` a BCP 47 tag.
    `feedback` is a mailto: or https: address, or empty. `menus` are `main` and `footer`, in display order.
    `always_published` are patterns of paths below static/.
    """

    title: str
    base_url: str
    description: str = ""
    timezone: str = "UTC"
    language: str = "en"
    feedback: str = ""
    menus: dict[str, tuple[MenuItem, ...]] = {}
    redirects: tuple[Redirect, ...] = ()
    galleries: tuple[Gallery, ...] = ()
    open_graph: OpenGraph = "items"
    always_published: tuple[LocatedText, ...] = ()
    hosts: tuple[Host, ...] = ()
    works_offline: bool = True


class Config(Record, frozen=True, kw_only=True):
    """All of site.yaml, valid: every name in it is known, every default filled in.

    `orders` maps the id of a collection to what its `order` names, with the places in site.yaml. `approvals` are the
    halves of the partnership that must agree to what is published.
    """

    site: SiteSettings
    taxonomies: tuple[Taxonomy, ...] = ()
    collections: tuple[Collection, ...] = ()
    search: Search = Search()
    orders: dict[str, tuple[LocatedText, ...]] = {}
    targets: tuple[PublishTarget, ...] = ()
    approvals: tuple[str, ...] = ()
