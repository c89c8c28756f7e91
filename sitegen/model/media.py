"""The facts that are read from files of static/."""

from typing import Literal

from sitegen.model.record import Record

ImageFormat = Literal["jpeg", "png", "webp", "avif", "gif", "svg", "tiff", "bmp"]


class DownloadFacts(Record, frozen=True, kw_only=True):
    """What a download says about itself; counts are 0 and texts empty where it says nothing.

    `paper` is the size of its pages as it is shown ("8.5 x 11 in", "A4"), empty where pages differ. `text` is
    what search knows of its words: one paragraph a line, from the beginning, as far as it was read. `people` are
    the names of those who wrote or changed it, sorted; `comments` counts comments and changes that are tracked.
    """

    pages: int = 0
    slides: int = 0
    paper: str = ""
    text: str = ""
    people: tuple[str, ...] = ()
    comments: int = 0


class ImageFacts(Record, frozen=True, kw_only=True):
    """A picture as it is shown: its size in pixels, turned upright; a drawing without a size has 0.

    `digest` changes with the picture's bytes. `variants_only`: the file itself is not published, because of what a
    camera or a program wrote into it, or because not every browser shows it.
    """

    format: ImageFormat
    width: int
    height: int
    has_alpha: bool = False
    variants_only: bool = False
    digest: str = ""
