"""The inputs of a site, and the ordered list that every rule of it joins."""

from typing import TypeVar

from sitegen.engine.rules import Fetch, Rules

T = TypeVar("T")

RULES = Rules()
"""Every rule of the site, in the order of the build: each module of this package adds its own below the last."""

FILE = RULES.input("file", bytes | None)
"""The bytes of a file of the site, by path from its root; None if there is none."""

FOLDER = RULES.input("folder", tuple[str, ...] | None)
"""The sorted names in a folder of the site (path with `/` at its end); None if there is none."""

SHIPPED_FILE = RULES.input("shipped_file", bytes | None)
"""The bytes of a file that comes with the generator, for sites that lack their own."""

SHIPPED_FOLDER = RULES.input("shipped_folder", tuple[str, ...] | None)
"""The sorted names in a folder that comes with the generator."""

MOMENT_REACHED = RULES.input("moment_reached", bool)
"""Whether a moment (ISO 8601 with offset) has come: the only clock of a build."""

OPTION = RULES.input("option", bool)
"""Whether an option of the command line is on: `drafts`, `scheduled`."""

CACHE_DIR = RULES.input("cache_dir", str)
"""The folder of a cache on this machine (`bytecode`); no output depends on it."""


def file_of_site(fetch: Fetch, path: str) -> bytes | None:
    """Return a template or static file: the site's own, else the shipped one, else None."""
    data: bytes | None = fetch(FILE, path)
    return fetch(SHIPPED_FILE, path) if data is None else data


def required(value: T | None, name: str) -> T:
    """Return a value that must be there. Raises KeyError if it is None.

    A task that raises it fails the build only if an output needs the task: one whose file has gone does not.
    """
    if value is None:
        raise KeyError(name)
    return value
