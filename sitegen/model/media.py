"""The facts that are read from files of static/."""

from typing import Literal

from sitegen.model.record import Record

ImageFormat = Literal["jpeg", "png", "webp", "avif", "gif", "svg"]


class DownloadFacts(Record, frozen=True):
    """What a download says about itself; counts are 0 and texts empty where it says nothing.

    `paper` is the size of its pages as it is shown ("8.5 x 11 in", "A4"), empty where pages differ. `text` is
    what search knows of its words: one paragraph a line, from the beginning, as far as it was read.
    """

    pages: int = 0
    slides: int = 0
    paper: str = ""
    text: str = ""


class ImageFacts(Record, frozen=True, kw_only=True):
    """A picture as it is shown: its size in pixels, turned upright; a drawing without a size has 0.

    `digest` changes with the picture's bytes.
    """

    format: ImageFormat
    width: int
    height: int
    has_alpha: bool = False
    digest: str = ""
