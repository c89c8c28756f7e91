"""The one PDF of a kit: as many of its PDFs as its cover and the limit leave room for."""

from collections.abc import Mapping, Sequence

from sitegen.assets.downloads.paper import paper_of, shared_paper
from sitegen.assets.downloads.pdf_binding import Part, PartError, bind_pdfs
from sitegen.assets.unreadable import UnreadableError
from sitegen.render.kit_print.cover import draw_cover
from sitegen.render.kit_print.print_records import Cover, Enclosure, KitPrint, PrintFacts
from sitegen.render.kit_print.selection import MOST_PAGES
from sitegen.render.kit_print.sheet import HEIGHT, WIDTH


def print_kit(
    cover: Cover, wanted: Sequence[Enclosure], files: Mapping[str, bytes]
) -> tuple[KitPrint | None, tuple[tuple[Enclosure, UnreadableError], ...]]:
    """Return the print of a kit, None if nothing can be bound, and what cannot be bound, with the reason.

    `files` holds the bytes of the enclosures wanted, by path; those that come first have the first claim to a place.
    """
    refused: list[tuple[Enclosure, UnreadableError]] = []
    left = list(wanted)
    while left:
        sheet, count, bound = _fit(cover, left)
        parts = [Part(one.title, one.pages, files[one.path]) for one in bound]
        try:
            data = bind_pdfs(cover.title, cover.site_title, [Part(cover.title, count, sheet), *parts])
        except PartError as error:
            refused.append((bound[error.position - 1], error.why))
            left.remove(bound[error.position - 1])
            continue
        pages = count + sum(one.pages for one in bound)
        paper = shared_paper([paper_of(WIDTH, HEIGHT), *(one.paper for one in bound)])
        return (KitPrint(data, PrintFacts(pages, len(data), paper)) if bound else None), tuple(refused)
    return None, tuple(refused)


def _fit(cover: Cover, wanted: Sequence[Enclosure]) -> tuple[bytes, int, list[Enclosure]]:
    """Return the cover, how many pages it has, and what is bound behind it."""
    bound = list(wanted)
    while True:
        sheet, count = draw_cover(cover, bound)
        if not bound or count + sum(one.pages for one in bound) <= MOST_PAGES:
            return sheet, count, bound
        del bound[-1]
