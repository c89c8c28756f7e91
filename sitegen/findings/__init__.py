"""The finished site in, findings out: links, anchors, texts for images."""

from sitegen.findings.site_check import run

__all__ = ["run"]
