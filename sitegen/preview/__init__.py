"""Preview: build, serve on this machine only, watch, rebuild, reload; errors lie over the page they spoil."""

from sitegen.preview.server import serve

__all__ = ["serve"]
