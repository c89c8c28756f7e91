"""What files of static/ say about themselves."""

from sitegen.model.record import Record


class DownloadFacts(Record, frozen=True):
    """What a download says about itself: counts are 0, texts empty where it says nothing.

    `paper` is the size of its pages as it is shown ("8.5 x 11 in", "A4"), empty where they differ; `text` is
    its words, for search: one paragraph a line, from the beginning, as far as they were read.
    """

    pages: int = 0
    slides: int = 0
    paper: str = ""
    text: str = ""


class ImageFacts(Record, frozen=True):
    """A picture as it is shown: its size in pixels, turned upright; a drawing without a size has 0.

    `format` is jpeg, png, webp, avif, gif or svg; `digest` changes with its bytes.
    """

    format: str
    width: int
    height: int
    has_alpha: bool = False
    digest: str = ""
