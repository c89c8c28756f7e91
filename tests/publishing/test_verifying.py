"""What a web server says of a release, also one that lies, leads away or does not answer."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sitegen.publishing.release_contents import id_text
from sitegen.publishing.verifying import verify

ID = "a" * 64
ANSWERS = {
    "/live": (200, id_text(ID), ""),
    "/other": (200, id_text("b" * 64), ""),
    "/long": (200, id_text(ID) + b"x" * 5_000_000, ""),
    "/none": (404, b"Not found", ""),
    "/gone": (410, b"Gone", ""),
    "/broken": (500, b"", ""),
    "/moved": (302, b"", "/live/release-id.txt"),
    "/circle": (302, b"", "/circle/release-id.txt"),
    "/ftp": (302, b"", "ftp://127.0.0.1/release-id.txt"),
}


class Handler(BaseHTTPRequestHandler):
    """Answers as the table says, and sends readers of `/file` to a file of this machine."""

    secret: Path

    def do_GET(self) -> None:
        start = self.path.partition("?")[0].removesuffix("/release-id.txt")
        status, body, to = (302, b"", self.secret.as_uri()) if start == "/file" else ANSWERS[start]
        self.send_response(status)
        if to:
            self.send_header("Location", to)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:1024])

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a web server on this machine."""
    Handler.secret = tmp_path_factory.mktemp("secret") / "release-id.txt"
    Handler.secret.write_bytes(id_text(ID))
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("start", "verdict"),
    [
        ("live", "live"),
        ("moved", "live"),
        ("other", "another release"),
        ("long", "another release"),
        ("none", "no release"),
        ("gone", "no release"),
        ("broken", "no answer"),
        ("circle", "no answer"),
        ("ftp", "no answer"),
        ("file", "no answer"),
    ],
)
def test_a_server_is_asked_for_the_release(server: str, start: str, verdict: str) -> None:
    assert verify(f"{server}/{start}/", ID) == verdict


def test_a_server_that_is_not_there_does_not_answer() -> None:
    assert verify("http://127.0.0.1:9/", ID) == "no answer"
