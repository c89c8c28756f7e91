"""The staff's index of a site: brought up to date from what the last build found out, and opened for searching."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import msgspec

from sitegen.building import STATE, Choices, build_site, place_of
from sitegen.engine.database import is_current
from sitegen.engine.locks import hold
from sitegen.engine.plan import Place
from sitegen.engine.rules import Key
from sitegen.engine.store import Store
from sitegen.model import Config, Search

if TYPE_CHECKING:
    from sitegen.search.documents import Document
    from sitegen.search.reader.index_records import Vector
    from sitegen.search.staff.whoosh_index import StaffIndex

_STAMP = "stamp"
"""The file of the index that says which build it was last compared with."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An index that is as the last build: with the settings of that build."""

    library: "StaffIndex"
    config: Config


def keep(choices: Choices) -> float:
    """Bring the index up to date after a build, where the settings say so; gives the seconds that this took."""
    started = perf_counter()
    place = place_of(choices)
    store = Store(place.store, place.salt)
    try:
        settings: Search | None = _value(store, ("search_settings",), Search)
        if settings is not None and settings.library_index == "build" and not _is_same(place, store):
            _bring_up(place, store, choices.notify)
    finally:
        store.close()
    return perf_counter() - started


def open_library(choices: Choices) -> Opened:
    """Give the index of the site as it was last built, brought up to date; says so where files have changed since.

    A site that was never built in this way is read first, into the preview's folder. Raises what a build raises.
    """
    place = _built(choices)
    with hold(place.store.with_suffix(".lock"), choices.notify):
        store = Store(place.store, place.salt)
        try:
            if _has_changed(place, store):
                choices.notify("files have changed since the site was built: build it, and they are searched too")
            library = _bring_up(place, store, choices.notify)
            config: Config = _value(store, ("config",), Config)
        finally:
            store.close()
    return Opened(library, config)


def _built(choices: Choices) -> Place:
    """Give the place of a build of this mode, the published one before the preview's; builds where there is none."""
    preview = replace(choices, out=choices.site.resolve() / STATE / "preview", keep_going=True)
    for known in (choices, preview):
        place = place_of(known)
        if is_current(place.store, place.salt):
            return place
    choices.notify("reading the site first")
    build_site(preview)
    return place_of(preview)


def _has_changed(place: Place, store: Store) -> bool:
    """Whether any source is not as the last build found it."""
    changes = place.sources.scan(store.inputs(), int(store.meta("scanned_at") or 0))
    return any(change.digest is not None for change in changes)


def folder_of(place: Place) -> Path:
    """Give the folder of the index that belongs to a store."""
    return place.store.with_name(place.store.stem.replace("build-", "search-"))


def _stamp(place: Place, store: Store) -> str:
    return f"{place.salt} {store.meta('run')} {store.meta('scanned_at')}"


def _is_same(place: Place, store: Store) -> bool:
    """Whether the index was compared with this very build before."""
    noted = folder_of(place) / _STAMP
    return noted.is_file() and noted.read_text("utf-8") == _stamp(place, store)


def _bring_up(place: Place, store: Store, notify: Callable[[str], None]) -> "StaffIndex":
    folder = folder_of(place)
    if _is_same(place, store):
        return _library(folder, place)
    with ExitStack() as stack:
        stack.enter_context(hold(folder.with_suffix(".lock"), notify))
        library = _library(folder, place)
        vectors, documents = store.family("search_vector"), store.family("search_document")
        current = {
            key[1]: digest + documents["search_document", key[1]][1]
            for key, (_, digest) in vectors.items()
            if ("search_document", key[1]) in documents
        }
        listed = _value(store, ("search_paths",), tuple[str, ...]) or ()
        library.update({path: current[path] for path in listed if path in current}, _loader(store))
        (folder / _STAMP).write_text(_stamp(place, store), "utf-8")
    return library


def _library(folder: Path, place: Place) -> "StaffIndex":
    from sitegen.search.staff.whoosh_index import StaffIndex

    return StaffIndex(folder, place.salt)


def _loader(store: Store) -> "Callable[[str], tuple[Document, Vector]]":
    from sitegen.search.documents import Document
    from sitegen.search.reader.index_records import Vector

    return lambda path: (
        _value(store, ("search_document", path), Document),
        _value(store, ("search_vector", path), Vector),
    )


def _value(store: Store, key: Key, kind: Any) -> Any:
    known = store.find(key)
    return msgspec.msgpack.decode(store.value(known[0]), type=kind) if known else None
