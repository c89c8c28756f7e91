"""Pictures in the sizes and formats that screens ask for: which there are, what they are called, how a page names them.

Nothing here decodes a picture: see imaging.py.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import quote

from sitegen.model import ImageFacts
from sitegen.model.record import Record

ENDINGS = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
"""The ends of the names of pictures, in small letters."""

WIDTHS = (360, 720, 1080, 1440)
"""So wide in pixels are the variants of a picture that is wide enough; none is wider than the picture."""

TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}
_MADE_FROM = frozenset({"avif", "jpeg", "png", "webp"})
_NEAR = 1.4
_USUAL = 1080


class Variant(NamedTuple):
    """One file made from a picture: how wide, in which format (a name's end: avif, webp, jpg, png)."""

    width: int
    format: str


class Source(Record, frozen=True):
    """The variants of a picture in one format, as `srcset` has them."""

    type: str
    srcset: str


class Picture(Record, frozen=True):
    """A picture as it is shown; an empty `alt` means that it only decorates. Sizes in pixels, 0: not known.

    `sources` are better formats, best first; `srcset` are the variants beside `src`. One that is lazy is loaded
    when a reader comes near it.
    """

    src: str
    alt: str = ""
    credit: str = ""
    width: int = 0
    height: int = 0
    srcset: str = ""
    sources: tuple[Source, ...] = ()
    is_lazy: bool = True


def is_image(path: str) -> bool:
    """Whether a file of static/ is a picture, by its name."""
    return path.lower().endswith(ENDINGS)


def widths(facts: ImageFacts) -> tuple[int, ...]:
    """Give the widths of a picture's variants, ascending: the usual ones below its own, and its own."""
    largest = min(facts.width, WIDTHS[-1])
    return (*(width for width in WIDTHS if width * _NEAR <= largest), largest)


def formats(facts: ImageFacts) -> tuple[str, ...]:
    """Give the formats of a picture's variants, the smallest files first, the one that everything shows last."""
    return ("avif", "webp", "png" if facts.has_alpha else "jpg")


def variants(facts: ImageFacts) -> Iterator[Variant]:
    """Give what is made from a picture: nothing from drawings and moving pictures, which are shown as they are."""
    if facts.format in _MADE_FROM:
        for format_ in formats(facts):
            for width in widths(facts):
                yield Variant(width, format_)


def variant_path(path: str, facts: ImageFacts, variant: Variant) -> str:
    """Give where a variant of the picture at `path` below static/ stands in the output."""
    pure = PurePosixPath(path.removeprefix("images/"))
    name = f"{pure.stem}-{variant.width}.{facts.digest}.{variant.format}"
    return str(PurePosixPath("assets/images", pure.parent, name))


def picture(path: str, facts: ImageFacts, base: str, own_url: str) -> Picture:
    """Give a picture for a page, without its text; `own_url` is the link of the file itself, `base` the site's path."""
    found = list(variants(facts))
    if not found:
        return Picture(own_url, width=facts.width, height=facts.height)

    def link(variant: Variant) -> str:
        return f"{base}/{quote(variant_path(path, facts, variant))}"

    def srcset(format_: str) -> str:
        return ", ".join(f"{link(one)} {one.width}w" for one in found if one.format == format_)

    *better, last = formats(facts)
    usual = max((one for one in found if one.format == last and one.width <= _USUAL), default=found[-1])
    sources = tuple(Source(TYPES[format_], srcset(format_)) for format_ in better)
    return Picture(link(usual), width=facts.width, height=facts.height, srcset=srcset(last), sources=sources)
