"""What the cover of a printed kit says, and the print itself."""

from sitegen.model import Record


class Enclosure(Record, frozen=True, kw_only=True):
    """Something that a kit holds: its title, the absolute address of its page, and what it is in few words.

    `path` is that of its PDF below static/, with its `pages`; of anything else it is empty. `paper` is as in
    `DownloadFacts`.
    """

    title: str
    address: str
    facts: str
    path: str = ""
    pages: int = 0
    paper: str = ""


class Cover(Record, frozen=True, kw_only=True):
    """The cover of a kit: `reached` of its `steps` levels are filled in, `checks` is what the level asks for."""

    site_title: str
    eyebrow: str
    title: str
    address: str
    level: str
    reached: int
    steps: int
    checks: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()


class PrintFacts(Record, frozen=True):
    """What is said of the print of a kit: its pages, its size in bytes, and the paper of all pages, if it is one."""

    pages: int
    size: int
    paper: str = ""


class KitPrint(Record, frozen=True):
    """The print of a kit: its bytes, and what is said of it."""

    data: bytes
    facts: PrintFacts
