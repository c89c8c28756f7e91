"""Caches beside the store: aids to speed that other libraries keep, in a folder for each salt.

A cache is keyed by the salt, like the store: what a library keeps (a compiled template) may depend on anything that
the salt covers, and is not asked whether it still holds.
"""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path


def discard_caches(caches: Iterable[Path], keep: str) -> None:
    """Delete everything in the caches except the folders named `keep`; what cannot be deleted stays."""
    for cache in caches:
        names = os.listdir(cache) if cache.is_dir() else []  # noqa: PTH208 - names are enough
        for name in names:
            path = cache / name
            if name == keep:
                continue
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
