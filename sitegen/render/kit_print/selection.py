"""Which PDFs of a kit are bound for its print: those that come first, within limits."""

from collections.abc import Iterable, Iterator, Mapping

from sitegen.render.kit_print.print_records import Enclosure

MOST_PAGES = 40
"""The most pages of a print, with its cover: what a printer that a whole unit shares should be asked for at once."""

MOST_BYTES = 20_000_000
"""The most bytes of all files that are bound: more is no use on the line of a phone."""


def select_bound(enclosures: Iterable[Enclosure], sizes: Mapping[str, int]) -> Iterator[str]:
    """Yield the paths of the PDFs to bind, each once; what does not fit makes room for what comes after it."""
    pages, room, seen = MOST_PAGES - 1, MOST_BYTES, set()
    for one in enclosures:
        size = sizes.get(one.path, 0)
        if one.path and one.path not in seen and one.pages <= pages and size <= room:
            seen.add(one.path)
            pages, room = pages - one.pages, room - size
            yield one.path
