"""Watch the sources of a site, and call back after every save."""

import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from watchfiles import watch

from sitegen.errors import BuildError
from sitegen.model.folders import CONTENT, STATIC, TEMPLATES

FOLDERS = (CONTENT, TEMPLATES, STATIC)
SETTINGS = "site.yaml"
_DEBOUNCE_MS = 60
_STEP_MS = 20
_WAKE_MS = 200
_RETRY_SECONDS = 2.0


class SourceWatch:
    """Watches the folders of sources whole, and of the site's root only site.yaml and the folders themselves.

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
        self._watch(lambda: [self._site], self._stop, holds, self._on_root, is_recursive=False)

    def _on_root(self, names: set[str]) -> None:
        if not names.isdisjoint(FOLDERS):
            self._watch_folders_anew()
        if not names or not names.isdisjoint((SETTINGS, *FOLDERS)):
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

    def _watch(
        self,
        folders: Callable[[], list[Path]],
        stop: threading.Event,
        holds: threading.Event,
        on_save: Callable[[set[str]], None],
        *,
        is_recursive: bool,
    ) -> None:
        """Call `on_save` with the names that were saved until stopped; with none after a watch that had failed.

        `holds` is set once nothing that is saved is missed, and where the first attempt failed.
        """
        failure = ""
        while not stop.is_set() and (paths := folders()):
            try:
                for names in _saves(paths, stop, is_recursive=is_recursive):
                    holds.set()
                    if names or failure:
                        failure = ""
                        self._call(on_save, names)
            except Exception as error:  # noqa: BLE001 - whatever the system says, the preview goes on
                if str(error) != failure:
                    failure = str(error) or type(error).__name__
                    self._failed(_cannot_watch(failure))
                holds.set()
                stop.wait(_RETRY_SECONDS)

    def _call(self, on_save: Callable[[set[str]], None], names: set[str]) -> None:
        try:
            on_save(names)
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


def _saves(paths: list[Path], stop: threading.Event, *, is_recursive: bool) -> Iterable[set[str]]:
    """Yield the names of what was saved together, and now and then none, so that a watch is known to hold."""
    for changes in watch(
        *paths,
        recursive=is_recursive,
        stop_event=stop,
        debounce=_DEBOUNCE_MS,
        step=_STEP_MS,
        rust_timeout=_WAKE_MS,
        yield_on_timeout=True,
        raise_interrupt=False,
    ):
        yield {Path(path).name for _, path in changes}


def _cannot_watch(failure: str) -> BuildError:
    hint = "wait a little, for the preview tries again; if this stays, end it with Ctrl-C and start it again"
    return BuildError(f"saves are not noticed now: {failure}", hint=hint)
