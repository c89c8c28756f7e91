"""What an overview consists of: sections with rows, and the grid of the Path to Performance."""

from sitegen.model import Record


class Row(Record, frozen=True, kw_only=True):
    """What is to be said of one thing: its file from the site's root, its line (0: not known), its title, and what.

    `url` is the address of its page, from the site's base, if a page stands there; `notes` are further texts.
    """

    file: str
    line: int
    title: str
    what: str = ""
    url: str = ""
    notes: tuple[str, ...] = ()


class Section(Record, frozen=True, kw_only=True):
    """Rows of one subject, in the order in which they are read.

    `id` is its name in files, `title` that for people; `explanation` says what is counted, where the title does not.
    """

    id: str
    title: str
    rows: tuple[Row, ...]
    explanation: str = ""


class Grid(Record, frozen=True):
    """The kits of the Path to Performance: labels of levels and dimensions, and for each dimension its kits by level.

    A kit is its address and the number of its own pages.
    """

    levels: tuple[str, ...]
    dimensions: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


class Overview(Record, frozen=True, kw_only=True):
    """Where a site stands at a moment, given in words with its time zone; `grid` is None for a site without a path.

    `base_url` is the address of the site, to put before those of pages.
    """

    site: str
    moment: str
    base_url: str
    sections: tuple[Section, ...]
    grid: Grid | None = None
