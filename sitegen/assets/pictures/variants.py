"""The variants of a picture: which sizes and formats there are, their names, and how a page refers to them.

Nothing here decodes a picture: see encoding.py.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import quote

from sitegen.model import ImageFacts
from sitegen.model.record import Record

WEB_ENDINGS = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
"""The extensions of pictures that browsers show, in lower case."""

ENDINGS = (*WEB_ENDINGS, ".bmp", ".jfif", ".jpe", ".tif", ".tiff")
"""The extensions of pictures, in lower case."""

WIDTHS = (360, 720, 1080, 1440)
"""The widths of variants in pixels; none is wider than its picture."""

TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}
_MADE_FROM = frozenset({"avif", "bmp", "jpeg", "png", "tiff", "webp"})
MOST_PIXELS_A_SIDE = {"webp": 16_383, "jpg": 65_500, "avif": 32_768}
"""The most pixels that a side of a picture can have in a format. Sources: WebP Container Specification (Google); the
limits of libjpeg and, by default, of libavif, with which browsers decode."""

_ANY_HEIGHT = 1 << 31
_NEAR = 1.4
_FULL = 2560
_USUAL = 1080


class Variant(NamedTuple):
    """One file made from a picture: its width in pixels, and its format (avif, webp, jpg, png)."""

    width: int
    format: str


class Source(Record, frozen=True):
    """The variants of a picture in one format: its MIME type and its `srcset`."""

    type: str
    srcset: str


class Picture(Record, frozen=True, kw_only=True):
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
    """Return whether a file is a picture, by its name."""
    return path.lower().endswith(ENDINGS)


def widths_of(facts: ImageFacts) -> tuple[int, ...]:
    """Return the widths of a picture's variants, ascending: the usual ones below its own, and its own."""
    largest = min(facts.width, WIDTHS[-1])
    return (*(width for width in WIDTHS if width * _NEAR <= largest), largest)


def formats_of(facts: ImageFacts) -> tuple[str, ...]:
    """Return the formats of a picture's variants: smallest files first, the one that every browser knows last."""
    return ("avif", "webp", "png" if facts.has_alpha else "jpg")


def variants_of(facts: ImageFacts) -> Iterator[Variant]:
    """Yield the variants of a picture: none of drawings and animations, which are shown as they are."""
    if facts.format in _MADE_FROM:
        for format_ in formats_of(facts):
            for width in widths_of(facts):
                if height_of(facts, width) <= MOST_PIXELS_A_SIDE.get(format_, _ANY_HEIGHT):
                    yield Variant(width, format_)


def full_variant(facts: ImageFacts) -> Variant:
    """Return the variant that stands for the file itself: in the last format, its longer side up to 2,560 pixels."""
    last = formats_of(facts)[-1]
    usual = max((each.width for each in variants_of(facts) if each.format == last), default=1)
    wide = min(facts.width, _FULL, _FULL * facts.width // facts.height)
    return Variant(max(usual, wide), last)


def all_variants(facts: ImageFacts) -> tuple[Variant, ...]:
    """Return every variant of a picture, with the full one where the file itself is not published."""
    full = (full_variant(facts),) if facts.variants_only else ()
    return tuple(dict.fromkeys((*variants_of(facts), *full)))


def can_be_shown(facts: ImageFacts) -> bool:
    """Return whether a picture is shown as it is, or has a variant in the format that every browser knows."""
    last = formats_of(facts)[-1]
    return facts.format not in _MADE_FROM or any(variant.format == last for variant in variants_of(facts))


def height_of(facts: ImageFacts, width: int) -> int:
    """Return the height in pixels of a picture's variant of a width, at least 1."""
    return max(1, round(facts.height * width / facts.width))


def variant_path(path: str, facts: ImageFacts, variant: Variant) -> str:
    """Return the output path of a variant of the picture at `path` below static/."""
    pure = PurePosixPath(path.removeprefix("images/"))
    name = f"{pure.stem}-{variant.width}.{facts.digest}.{variant.format}"
    return str(PurePosixPath("assets/images", pure.parent, name))


def picture_of(path: str, facts: ImageFacts, base: str, own_url: str) -> Picture:
    """Return a picture for a page, without its text; `own_url` links to the file itself, `base` is the site's path."""
    made = list(variants_of(facts))
    if not made:
        return Picture(src=own_url, width=facts.width, height=facts.height)

    def link(variant: Variant) -> str:
        return f"{base}/{quote(variant_path(path, facts, variant))}"

    def srcset(format_: str) -> str:
        return ", ".join(f"{link(one)} {one.width}w" for one in made if one.format == format_)

    *better, last = (format_ for format_ in formats_of(facts) if any(one.format == format_ for one in made))
    usual = max((one for one in made if one.format == last and one.width <= _USUAL), default=made[-1])
    sources = tuple(Source(TYPES[format_], srcset(format_)) for format_ in better)
    return Picture(src=link(usual), width=facts.width, height=facts.height, srcset=srcset(last), sources=sources)
