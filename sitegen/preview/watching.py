"""Watch the sources of a site, and call back after every save."""

import os
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from stat import S_ISREG
from time import monotonic

from watchfiles import watch

from sitegen.building import STATE
from sitegen.errors import BuildError
from sitegen.model.folders import CONTENT, SETTINGS, STATIC, TEMPLATES
from sitegen.preview.network_drives import is_on_network

FOLDERS = (CONTENT, TEMPLATES, STATIC)
_DEBOUNCE_MS = 60
_STEP_MS = 20
_WAKE_MS = 200
_RETRY_SECONDS = 2.0
_PATIENCE_SECONDS = 1.0
"""How long a file may be gone or empty while an editor saves it, before it is believed to be so."""


class SourceWatch:
    """Watches the folders of sources whole, and of the site's root only site.yaml and the folders themselves.

    Where site.yaml is a link, the file behind it is watched; other links lead to files of the same folder.

    `changed` is called in a thread of the watch, once for saves that come together. What it raises is handed to
    `failed`, and the watch goes on. A watch that fails itself is handed on as a BuildError and begun again until
    it holds; then `changed` is called once, for what was saved meanwhile.
    """

    def __init__(self, site: Path, changed: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        self._site, self._changed, self._failed = site, changed, failed
        self._stop, self._stop_folders = threading.Event(), threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Begin to watch: what is saved after the return is noticed, or a failure has been handed on."""
        holds = self._start(self._watch_root)
        self._watch_folders_anew()
        holds.wait()

    def stop(self) -> None:
        """Stop and join: return when the last call of `changed` has ended too."""
        self._stop.set()
        self._stop_folders.set()
        for thread in self._threads:
            thread.join()

    def _watch_root(self, holds: threading.Event) -> None:
        real_folder = Path(os.path.realpath(self._site / SETTINGS)).parent
        folders = {self._site, real_folder if real_folder.is_dir() else self._site}
        self._watch(lambda: sorted(folders), self._stop, holds, self._on_root, is_recursive=False)

    def _on_root(self, paths: set[Path]) -> None:
        names = {path.name for path in paths}
        if not names.isdisjoint(FOLDERS):
            self._watch_folders_anew()
        is_behind_link = Path(os.path.realpath(self._site / SETTINGS)) in paths
        if not names or is_behind_link or not names.isdisjoint((SETTINGS, *FOLDERS)):
            self._changed()

    def _watch_folders_anew(self) -> None:
        """Watch the folders that there are now: one may have come, or have been replaced. Return when that holds."""
        self._stop_folders.set()
        self._stop_folders = stop = threading.Event()

        def watch_folders(holds: threading.Event) -> None:
            self._watch(self._folders, stop, holds, lambda _: self._changed(), is_recursive=True)

        if self._folders() and not self._stop.is_set():
            self._start(watch_folders).wait()

    def _folders(self) -> list[Path]:
        return [self._site / name for name in FOLDERS if (self._site / name).is_dir()]

    def _is_source(self, path: Path) -> bool:
        """Whether a path is not one of ours, at which the system arrives by a link that leads to the site itself."""
        return not Path(os.path.realpath(path)).is_relative_to(self._site.resolve() / STATE)

    def _watch(
        self,
        folders: Callable[[], list[Path]],
        stop: threading.Event,
        holds: threading.Event,
        on_save: Callable[[set[Path]], None],
        *,
        is_recursive: bool,
    ) -> None:
        """Call `on_save` with the paths that were saved until stopped; with none after a watch that had failed.

        `holds` is set once nothing that is saved is missed, and where the first attempt failed.
        """
        failure = ""
        while not stop.is_set() and (paths := folders()):
            try:
                for saved in _saves(paths, stop, is_recursive=is_recursive):
                    holds.set()
                    sources = set(filter(self._is_source, saved))
                    if sources or (failure and not saved):
                        failure = ""
                        self._call(on_save, sources)
            except Exception as error:  # noqa: BLE001 - whatever the system says, the preview goes on
                if str(error) != failure:
                    failure = str(error) or type(error).__name__
                    self._failed(_cannot_watch(failure))
                holds.set()
                stop.wait(_RETRY_SECONDS)

    def _call(self, on_save: Callable[[set[Path]], None], saved: set[Path]) -> None:
        try:
            on_save(saved)
        except Exception as error:  # noqa: BLE001 - handed on, to be shown; the next save is another attempt
            self._failed(error)

    def _start(self, work: Callable[[threading.Event], None]) -> threading.Event:
        """Start a thread; return the event that says that its watch holds, or has ended."""
        holds = threading.Event()

        def run() -> None:
            try:
                work(holds)
            finally:
                holds.set()

        thread = threading.Thread(target=run, daemon=True)
        self._threads.append(thread)
        thread.start()
        return holds


def _saves(paths: list[Path], stop: threading.Event, *, is_recursive: bool) -> Iterable[set[Path]]:
    """Yield the paths of what was saved together, and now and then none, so that a watch is known to hold.

    A drive of the network tells of no saves: it is looked at again and again.
    """
    for changes in watch(
        *paths,
        recursive=is_recursive,
        stop_event=stop,
        debounce=_DEBOUNCE_MS,
        step=_STEP_MS,
        rust_timeout=_WAKE_MS,
        yield_on_timeout=True,
        raise_interrupt=False,
        force_polling=True if any(map(is_on_network, paths)) else None,
    ):
        saved = {Path(path) for _, path in changes}
        _wait_until_whole(saved, stop)
        yield saved


def _wait_until_whole(paths: Iterable[Path], stop: threading.Event) -> None:
    """Wait while a file is gone or empty, at most a second: some editors delete a file before they write it anew."""
    end = monotonic() + _PATIENCE_SECONDS
    while any(map(_is_missing, paths)) and monotonic() < end and not stop.wait(_STEP_MS / 1000):
        pass


def _is_missing(path: Path) -> bool:
    try:
        status = path.stat()
    except OSError:
        return True
    return S_ISREG(status.st_mode) and not status.st_size


def _cannot_watch(failure: str) -> BuildError:
    hint = "wait a little, for the preview tries again; if this stays, end it with Ctrl-C and start it again"
    return BuildError(f"saves are not noticed now: {failure}", hint=hint)
