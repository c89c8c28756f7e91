"""Say from the traces why a page was last made."""

from collections.abc import Callable, Iterator
from urllib.parse import unquote, urlsplit

from sitegen.building import Choices, place_of
from sitegen.catalog.permalinks import output_path
from sitegen.engine.rebuilder import CAUSE_FORCED, CAUSE_NEW
from sitegen.engine.rules import AT, Key
from sitegen.engine.snapshot import Snapshot
from sitegen.errors import UsageError

_INPUTS = {
    "file": "the file {} changed",
    "folder": "files were added to or removed from {}",
    "shipped_file": "the shipped file {} changed",
    "shipped_folder": "shipped files were added to or removed from {}",
    "moment_reached": "the moment {} came",
    "option": "the option --{} was changed",
}


def run(choices: Choices, url: str, say: Callable[[str], None]) -> None:
    """Say why a page was last made, a line at a time. Raises what `explain` raises."""
    for line in explain(choices, url):
        say(line)


def explain(choices: Choices, url: str) -> Iterator[str]:
    """Yield the lines of the explanation, from the page down to the file that changed.

    Raises UsageError if the site has not been built in this way, or no page was built at the URL.
    """
    place = place_of(choices)
    snapshot = Snapshot.open(place.store, place.salt)
    if snapshot is None:
        raise UsageError("this site has not been built yet in this way", hint="build it first: python3 build.py")
    with snapshot:
        yield from _story(snapshot, url)


def _story(snapshot: Snapshot, url: str) -> Iterator[str]:
    path = _path(snapshot, url)
    row = snapshot.output(output_path(path)) or snapshot.output(output_path(f"{path}/"))
    if row is None:
        hint = "write the address as in the browser, for example /stories/ or /tools/huddle-guide/"
        raise UsageError(f"no page was built at {url}", hint=hint)
    yield f"/{row.path.removesuffix('index.html')}"
    node, depth = row.node, 1
    trace = snapshot.trace(node)
    run = trace.run if trace else 0
    while trace is not None:
        key = snapshot.key(node) or ()
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
        cause_key = snapshot.key(node)
        if cause_key is None:
            yield f"{indent}  because something it used is gone"
            return
        if cause_key[0] in _INPUTS:
            yield f"{indent}  because {_INPUTS[cause_key[0]].format(cause_key[1] or 'the folder')} (build {run})"
            return
        trace = snapshot.trace(node)


def _path(snapshot: Snapshot, url: str) -> str:
    """Return the address within the site of a URL as a browser shows it, or of one without the site's base path."""
    parts = urlsplit(url)
    path = unquote(parts.path)
    base = snapshot.load(str, "base_path") or ""
    inner = path.removeprefix(base) if f"{path}/".startswith(f"{base}/") else path
    return f"/{inner.lstrip('/')}"


def describe(key: Key) -> str:
    """Return a key as words."""
    name, *arguments = (str(part) for part in key if part != AT)
    return " ".join((name.replace("_", " "), *arguments))
