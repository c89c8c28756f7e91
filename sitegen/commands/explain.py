"""Say from the traces why a page was last made."""

from collections.abc import Callable, Iterator
from urllib.parse import unquote, urlsplit

import msgspec

from sitegen.building import Choices, place_of
from sitegen.catalog.permalinks import output_path
from sitegen.engine.database import is_current
from sitegen.engine.rebuilder import CAUSE_FORCED, CAUSE_NEW
from sitegen.engine.rules import AT, Key
from sitegen.engine.store import Store
from sitegen.errors import UsageError

BASE: Key = ("base_path",)
"""The key of the path at which the site stands."""

_INPUTS = {
    "file": "the file {} changed",
    "folder": "files were added to or removed from {}",
    "shipped_file": "the shipped file {} changed",
    "shipped_folder": "shipped files were added to or removed from {}",
    "due": "the moment {} came",
    "option": "the option --{} was changed",
}


def run(choices: Choices, url: str, say: Callable[[str], None]) -> None:
    """Say why a page was last made, a line at a time. Raises what `explain` raises."""
    for line in explain(choices, url):
        say(line)


def explain(choices: Choices, url: str) -> Iterator[str]:
    """Yield the lines of the story, from the page down to the file.

    Raises UsageError where no such page was built.
    """
    place = place_of(choices)
    if not is_current(place.store, place.salt):
        raise UsageError("this site has not been built yet in this way", hint="build it first: python3 build.py")
    store = Store(place.store, place.salt)
    try:
        yield from _story(store, url)
    finally:
        store.close()


def _story(store: Store, url: str) -> Iterator[str]:
    path = _path(store, url)
    row = store.manifest.at(output_path(path)) or store.manifest.at(output_path(f"{path}/"))
    if row is None:
        hint = "write the address as in the browser, for example /stories/ or /tools/huddle-guide/"
        raise UsageError(f"no page was built at {url}", hint=hint)
    yield f"/{row.path.removesuffix('index.html')}"
    node, depth = row.node, 1
    trace = store.trace(node)
    run = trace.run if trace else 0
    while trace is not None:
        key = store.key(node) or ()
        indent = "  " * depth
        yield f"{indent}{describe(key)}"
        if trace.cause == CAUSE_NEW:
            if not trace.deps:
                return
            yield f"{indent}  made for the first time (build {trace.run})"
            return
        if trace.cause == CAUSE_FORCED:
            yield f"{indent}  made again: the file in the output was missing or had been changed"
            return
        node, depth = trace.cause, depth + 1
        cause_key = store.key(node)
        if cause_key is None:
            yield f"{indent}  because something it used is gone"
            return
        if cause_key[0] in _INPUTS:
            yield f"{indent}  because {_INPUTS[cause_key[0]].format(cause_key[1] or 'the folder')} (build {run})"
            return
        trace = store.trace(node)


def _path(store: Store, url: str) -> str:
    """Return the address within the site of a URL as a browser shows it, or of one without the site's base path."""
    parts = urlsplit(url)
    path = unquote(parts.path)
    known = store.find(BASE)
    base = msgspec.msgpack.decode(store.value(known[0]), type=str) if known else ""
    inner = path.removeprefix(base) if f"{path}/".startswith(f"{base}/") else path
    return f"/{inner.lstrip('/')}"


def describe(key: Key) -> str:
    """Return a key as words."""
    name, *arguments = (str(part) for part in key if part != AT)
    return " ".join((name.replace("_", " "), *arguments))
