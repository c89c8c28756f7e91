"""The finished site in, findings out: links, anchors, texts for images."""

from sitegen.check.site import run

__all__ = ["run"]
