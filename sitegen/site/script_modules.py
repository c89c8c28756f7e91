"""The scripts of static/js/ as they are sent, and the modules that each loads."""

import msgspec

from sitegen.assets import scripts
from sitegen.assets.fingerprints import fingerprinted
from sitegen.assets.joined_scripts import can_be_joined, joined, joins
from sitegen.engine.rules import Fetch
from sitegen.errors import AssetError, Location, Problem, excerpt
from sitegen.model import Record
from sitegen.model.folders import STATIC
from sitegen.site.inputs import RULES, file_of_site, required
from sitegen.site.static_files import missing_file, static_files

RUNNING_WORKER, ENDING_WORKER = "js/offline/service-worker.js", "js/offline/ending-worker.js"
"""The service worker that shows the site without a network, and the one that ends it: one of them is sent."""


class Script(Record, frozen=True):
    """A module as it is sent, its output path, and the modules loaded with it: paths below static/, nearest first."""

    text: str
    output_path: str
    loads: tuple[str, ...]


@RULES.task(keep=True)
def script(fetch: Fetch, path: str) -> Script | None:
    """Return a module of static/js/, or None if there is none; report one that is no JavaScript, and send it as it is.

    Raises AssetError if it imports what is not there.
    """
    data = file_of_site(fetch, f"{STATIC}/{path}")
    if data is None:
        return None
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    mistake = scripts.mistake(text)
    if mistake:
        fetch.report(_unreadable(f"{STATIC}/{path}", text, mistake))
        return Script(text, fingerprinted(path, data), ())
    for wanted in scripts.imports(path, text):
        if _imported(fetch, wanted.path) is None:
            location = Location(f"{STATIC}/{path}", wanted.line, wanted.column)
            problem = missing_file(wanted.path, fetch(static_files), location)
            raise AssetError(msgspec.structs.replace(problem, excerpt=excerpt(text, wanted.line)))
    if joins(text) and can_be_joined(path, text):
        text = joined(path, _texts_to_join(fetch, path, text, {}))
    wanted_now = scripts.imports(path, text)
    imported = {wanted.path: required(_imported(fetch, wanted.path), wanted.path) for wanted in wanted_now}
    eager = [wanted.path for wanted in wanted_now if wanted.is_static]
    loads = dict.fromkeys([*eager, *(deeper for name in eager for deeper in imported[name].loads)])
    sent = scripts.module(path, text, lambda name: imported[name].output_path)
    return Script(sent, fingerprinted(path, sent.encode()), tuple(loads))


def _imported(fetch: Fetch, path: str) -> Script | None:
    return fetch(script, path) if scripts.is_module(path) else None


def _text(fetch: Fetch, path: str) -> str:
    data = file_of_site(fetch, f"{STATIC}/{path}") or b""
    return data.decode("utf-8", "replace").replace("\r\n", "\n")


def _texts_to_join(fetch: Fetch, path: str, text: str, texts: dict[str, str]) -> dict[str, str]:
    """Return the texts, by path, of a module and of all that is sent with it."""
    if not can_be_joined(path, text):
        return texts
    texts[path] = text
    for wanted in scripts.imports(path, text):
        if wanted.is_static and wanted.path not in texts:
            other = _text(fetch, wanted.path)
            if not joins(other) and not scripts.mistake(other):
                _texts_to_join(fetch, wanted.path, other, texts)
    return texts


def _unreadable(path: str, text: str, mistake: scripts.Mistake) -> Problem:
    headline = "the script cannot be read from here on, and no browser would run it"
    hint = f'put "{mistake.missing}" here, or correct what stands before' if mistake.missing else "correct the script"
    location = Location(path, mistake.line, mistake.column)
    return Problem(
        location=location, headline=headline, hint=hint, kind="AssetError", excerpt=excerpt(text, mistake.line)
    )
