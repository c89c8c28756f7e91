"""Watch the sources of a site, and call back after every save."""

import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from watchfiles import watch

from sitegen.model.folders import CONTENT, STATIC, TEMPLATES

FOLDERS = (CONTENT, TEMPLATES, STATIC)
SETTINGS = "site.yaml"
_DEBOUNCE_MS = 60
_STEP_MS = 20
_WAKE_MS = 200


class SourceWatch:
    """Watches the folders of sources whole, and of the site's root only site.yaml and the folders themselves.

    `changed` is called in a thread of the watch, once for saves that come together; what it raises ends the watch
    and is handed to `failed`.
    """

    def __init__(self, site: Path, changed: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        self._site, self._changed, self._failed = site, changed, failed
        self._stop, self._stop_folders = threading.Event(), threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Begin to watch."""
        self._start(self._watch_root)
        self._watch_folders_anew()

    def stop(self) -> None:
        """End, when what is being called back has ended too."""
        self._stop.set()
        self._stop_folders.set()
        for thread in self._threads:
            thread.join()

    def _watch_root(self) -> None:
        for paths in self._saves([self._site], self._stop, recursive=False):
            names = {path.name for path in paths}
            if not names.isdisjoint(FOLDERS):
                self._watch_folders_anew()
            if not names.isdisjoint((SETTINGS, *FOLDERS)):
                self._changed()

    def _watch_folders_anew(self) -> None:
        """Watch the folders that there are now: one may have come, or have been replaced."""
        self._stop_folders.set()
        self._stop_folders = stop = threading.Event()
        folders = [self._site / name for name in FOLDERS if (self._site / name).is_dir()]
        if folders and not self._stop.is_set():
            self._start(lambda: self._watch_folders(folders, stop))

    def _watch_folders(self, folders: list[Path], stop: threading.Event) -> None:
        for _ in self._saves(folders, stop, recursive=True):
            self._changed()

    def _saves(self, paths: list[Path], stop: threading.Event, *, recursive: bool) -> Iterable[list[Path]]:
        for changes in watch(
            *paths,
            recursive=recursive,
            stop_event=stop,
            debounce=_DEBOUNCE_MS,
            step=_STEP_MS,
            rust_timeout=_WAKE_MS,
            raise_interrupt=False,
        ):
            yield [Path(path) for _, path in changes]

    def _start(self, work: Callable[[], None]) -> None:
        def run() -> None:
            try:
                work()
            except Exception as error:  # noqa: BLE001 - handed on, to be raised where the preview runs
                self._failed(error)

        thread = threading.Thread(target=run, daemon=True)
        self._threads.append(thread)
        thread.start()
