"""The staff's search of a site, for commands: the index of its last build, kept, opened and asked.

The index itself stands in sitegen/search/staff/. Importing this imports no Whoosh and no rules.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from sitegen.building import STATE, Choices, build_site, place_of
from sitegen.engine.database import is_current as is_current_store
from sitegen.engine.locks import hold
from sitegen.engine.plan import Place
from sitegen.engine.snapshot import Snapshot
from sitegen.errors import BuildError, ConfigError, UsageError
from sitegen.model import Config, Taxonomy
from sitegen.search.staff.index_upkeep import bring_up_to_date, is_current

if TYPE_CHECKING:
    from sitegen.search.documents import Document
    from sitegen.search.reader.index_records import Vector
    from sitegen.search.staff.answers import Answer
    from sitegen.search.staff.whoosh_index import StaffIndex

LIMIT = 10
"""How many pages a search shows, unless it is told otherwise."""


@dataclass(frozen=True, slots=True)
class OpenedIndex:
    """An index that is as the last build left the site; all taxonomies with the terms that they had then.

    `kept` are the words that are not corrected.
    """

    index: "StaffIndex"
    facets: tuple[Taxonomy, ...]
    kept: frozenset[str]


def keep(choices: Choices) -> float:
    """Bring the index up to date after a build, if the settings say so; return the seconds that this took."""
    started = perf_counter()
    place = place_of(choices)
    with _opened(place) as snapshot:
        config = snapshot.load(Config, "config")
        build = _Build(snapshot, place.salt)
        is_kept = config is not None and config.search.library_index == "build"
        if is_kept and not is_current(index_folder(place), build):
            bring_up_to_date(index_folder(place), build, choices.notify)
    return perf_counter() - started


def open_index(choices: Choices) -> OpenedIndex:
    """Return the index of a site as it was last built, brought up to date; say so where files have changed since.

    A site that was never built in this way is read first, into the preview's folder. Raises what a build raises, and
    ConfigError where site.yaml is not valid.
    """
    from sitegen.search.words.kept_words import kept_words

    place = _built_place(choices)
    with hold(place.store.with_suffix(".lock"), choices.notify), _opened(place) as snapshot:
        if snapshot.has_changed(place.sources):
            choices.notify("files have changed since the site was built: build it, and they are searched too")
        index = bring_up_to_date(index_folder(place), _Build(snapshot, place.salt), choices.notify)
        facets = snapshot.load(tuple[Taxonomy, ...], "search_facets")
        synonyms = snapshot.load(tuple[tuple[str, ...], ...], "search_synonyms") or ()
    if facets is None:
        hint = "build the site to see what is wrong with it: python3 build.py"
        raise ConfigError("the site cannot be searched before this file is right", hint=hint, path="site.yaml")
    return OpenedIndex(index, facets, kept_words(facets, synonyms))


def search(choices: Choices, text: str, chosen: Iterable[tuple[str, str]] = (), limit: int = LIMIT) -> "Answer":
    """Answer a typed text, among the pages that have the chosen (facet, term) pairs.

    Raises UsageError for a facet or a term that the site does not have.
    """
    from sitegen.search.staff.answers import answer

    pairs = list(chosen)
    opened = open_index(choices)
    try:
        return answer(opened.index, opened.facets, text, pairs, limit, kept=opened.kept)
    except UsageError:
        raise
    except Exception:  # noqa: BLE001 - whatever Whoosh makes of damaged files: the index is made anew, once
        opened.index.discard()
        opened = open_index(choices)
        return answer(opened.index, opened.facets, text, pairs, limit, kept=opened.kept)


def index_folder(place: Place) -> Path:
    """Return the folder of the index that belongs to a store."""
    return place.store.with_name(place.store.stem.replace("build-", "search-"))


def _built_place(choices: Choices) -> Place:
    """Return the place of a build of this mode, the published one before the preview's; build where there is none."""
    preview = replace(choices, out=choices.site.resolve() / STATE / "preview", keep_going=True)
    for known in (choices, preview):
        place = place_of(known)
        if is_current_store(place.store, place.salt):
            return place
    choices.notify("reading the site first")
    build_site(preview)
    return place_of(preview)


def _opened(place: Place) -> Snapshot:
    snapshot = Snapshot.open(place.store, place.salt)
    if snapshot is None:
        raise BuildError("what the last build found out is gone", hint="build the site again: python3 build.py")
    return snapshot


class _Build:
    """A finished build as the index wants it."""

    def __init__(self, snapshot: Snapshot, salt: str) -> None:
        self._snapshot = snapshot
        self.layout = salt

    @property
    def stamp(self) -> str:
        return self._snapshot.stamp

    def digests(self) -> dict[str, bytes]:
        documents, vectors = map(self._snapshot.digests, ("search_document", "search_vector"))
        paths = self._snapshot.load(tuple[str, ...], "search_paths") or ()
        known = documents.keys() & vectors.keys()
        return {path: vectors[path,] + documents[path,] for path in paths if (path,) in known}

    def load(self, path: str) -> "tuple[Document, Vector]":
        from sitegen.search.documents import Document
        from sitegen.search.reader.index_records import Vector

        document = self._snapshot.load(Document, "search_document", path)
        vector = self._snapshot.load(Vector, "search_vector", path)
        assert document is not None  # noqa: S101 - `digests` names those that there are
        assert vector is not None  # noqa: S101 - as above
        return document, vector
