"""A preview that runs in a thread of the test, on a free port."""

import asyncio
import http.client
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from sitegen.building import PROJECT
from sitegen.preview.server import listen, run
from sitegen.preview.session import Session

HOST = "127.0.0.1"
PDF = PROJECT / "tests/sites_invalid/_base/static/downloads/huddle-guide.pdf"
PATIENCE = 120.0


class Answer(NamedTuple):
    """What the preview answered; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: str


class Preview:
    """A running preview of a site; `address` has no slash at its end."""

    def __init__(self, site: Path, port: int = 0) -> None:
        self.session = Session(site, drafts=False)
        self.session.build(jobs=1)
        self._socket = listen(HOST, port)
        self.bound: tuple[str, int] = self._socket.getsockname()
        self.address = f"http://{HOST}:{self.bound[1]}"
        self.failure: BaseException | None = None
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def start(self) -> None:
        self._thread.start()
        assert self._ready.wait(PATIENCE)

    def stop(self) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._task.cancel)
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path exactly as it is written; redirects are not followed."""
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=PATIENCE)
        try:
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            named = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, named, answer.read().decode("utf-8", "replace"))
        finally:
            connection.close()

    def problems(self) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self.get("/__preview/problems.json").body)
        return answer

    def after_build(self, edit: Callable[[], object]) -> dict[str, Any]:
        """Do an edit, and give the problems once a build that began after it has ended."""
        before = self.problems()["builds"]
        edit()
        wait_for(lambda: self.problems()["builds"] > before)
        return self.problems()

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except asyncio.CancelledError:
            pass
        except Exception as error:  # noqa: BLE001 - looked at by the test
            self.failure = error

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._task = asyncio.ensure_future(run(self.session, self._socket, HOST, self._ready.set))
        await self._task


def wait_for(look: Callable[[], Any]) -> Any:
    """Return the first answer that is true; looks again and again, for what is watched has no other end."""
    end = monotonic() + PATIENCE
    while monotonic() < end:
        seen = look()
        if seen:
            return seen
        sleep(0.02)
    raise AssertionError("it did not happen in time")


@contextmanager
def previewed(site: Path, port: int = 0) -> Iterator[Preview]:
    """Run a preview, on a free port unless one is named, and end it with the block."""
    preview = Preview(site, port)
    preview.start()
    try:
        yield preview
    finally:
        preview.stop()
    assert preview.failure is None
