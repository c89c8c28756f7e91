"""Serves a built site below its path, and answers badly where a test says so: late, half, or not at all."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from tests.browser.serving import Handler, Server

Fault = Literal["late", "half", "half without a length", "none", "broken", "huge"]
"""No answer until `let_go`; half of it, and then the line breaks, with or without a length to tell that by; no
answer at all; a server that is broken; a file that says it has sixty megabytes."""

HUGE = 60_000_000


class FaultySite:
    """A folder that is served below `base`.

    Attributes:
        folder: What is served now: another folder is another release.
        faults: How badly a path (from the root of the host) is answered; those named are answered well.
        asked: The paths that were asked for.

    """

    def __init__(self, folder: Path, base: str) -> None:
        self.folder, self.base = folder, base
        self.faults: dict[str, Fault] = {}
        self.asked: list[str] = []
        self.address = ""
        self._is_let_go = threading.Event()

    def let_go(self) -> None:
        """Answer what is late, and answer well from now on."""
        self.faults.clear()
        self._is_let_go.set()

    def wait(self) -> None:
        """Wait until the test lets go."""
        self._is_let_go.wait(60)


class FaultyHandler(Handler):
    """Answers as its site says. Everything is asked for anew each time, as hosts are told (`_headers`)."""

    def __init__(self, *args: Any, site: FaultySite) -> None:
        self.site = site
        super().__init__(*args, directory=str(site.folder))

    def do_GET(self) -> None:  # noqa: N802 - the name is the base class's
        """Answer well, or badly."""
        del self.headers["If-Modified-Since"]  # two releases may be built within its one second
        path = urlsplit(self.path).path
        self.site.asked.append(path)
        self.path = self.path.removeprefix(self.site.base) or "/"
        match self.site.faults.get(path):
            case "none":
                self.close_connection = True
            case "broken":
                self.send_error(HTTPStatus.SERVICE_UNAVAILABLE)
            case "late":
                self.site.wait()
                super().do_GET()
            case "half":
                self._answer_in_part(path, has_length=True)
            case "half without a length":
                self._answer_in_part(path, has_length=False)
            case "huge":
                self._answer_in_part(path, has_length=True, length=HUGE)
            case _:
                super().do_GET()

    def end_headers(self) -> None:
        """Say how long answers may be kept."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def _answer_in_part(self, path: str, *, has_length: bool, length: int = 0) -> None:
        file = Path(self.translate_path(self.path))
        data = (file / "index.html" if file.is_dir() else file).read_bytes()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type("x.html" if path.endswith("/") else path))
        if has_length:
            self.send_header("Content-Length", str(length or len(data)))
        self.end_headers()
        self.wfile.write(data[: len(data) // 2])
        self.close_connection = True


@contextmanager
def serve_with_faults(folder: Path, base: str = "") -> Iterator[FaultySite]:
    """Serve a site for the block; its `address` has no slash at its end."""
    site = FaultySite(folder, base)
    with Server(("127.0.0.1", 0), partial(FaultyHandler, site=site)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        site.address = f"http://127.0.0.1:{server.server_port}{base}"
        try:
            yield site
        finally:
            site.let_go()
            server.shutdown()
            thread.join()
