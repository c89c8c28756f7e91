"""The preview beside pages and programs that mean it no good, and addresses that it cannot have."""

import signal
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sitegen.errors import UsageError
from sitegen.preview import server
from sitegen.preview.server import listen
from sitegen.preview.session import Session
from tests.preview.serving import HOST, Preview, previewed
from tests.site.small import SmallSite

HANDSHAKE = (
    "GET /__preview/socket HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nConnection: Upgrade\r\n"
    "Upgrade: websocket\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
)
TEXT_FRAME, CLOSE_FRAME = 0x81, 0x88


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with previewed(SmallSite(tmp_path_factory.mktemp("protected")).root) as started:
        yield started


def answer_to(preview: Preview, message: bytes) -> int:
    """Return the first byte of the frame that answers a message, which is sent with a mask of zeros."""
    port = preview.bound[1]
    with socket.create_connection((HOST, port), timeout=30) as connection:
        connection.sendall(HANDSHAKE.format(host=f"{HOST}:{port}").encode())
        assert connection.recv(4096).startswith(b"HTTP/1.1 101 ")
        connection.sendall(bytes([TEXT_FRAME, 0x80 | len(message)]) + b"\0\0\0\0" + message)
        return connection.recv(4096)[0]


@pytest.mark.parametrize("message", [b"", b"{", b"[]", b"7", b"{}", b'{"command": 7}', b'{"url": "x"}', b"[" * 125])
def test_a_message_that_makes_no_sense_closes_the_socket_without_a_word(
    preview: Preview, message: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    assert answer_to(preview, message) == CLOSE_FRAME
    assert [record for record in caplog.records if record.exc_info] == []


def test_a_page_says_hello_and_is_greeted(preview: Preview) -> None:
    assert answer_to(preview, b'{"command": "hello"}') == TEXT_FRAME


@pytest.mark.parametrize("path", ["/lmp/", "/lmp/nothing/", "/__preview/problems.json", "/__preview/preview.js"])
def test_no_page_from_elsewhere_can_show_it_in_a_frame(preview: Preview, path: str) -> None:
    headers = preview.get(path).headers
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["content-security-policy"] == "frame-ancestors 'self'"


def test_the_slash_is_added_before_the_query(preview: Preview) -> None:
    answer = preview.get("/lmp/stories?topic=quality&sort=title")
    assert answer.headers["location"] == "/lmp/stories/?topic=quality&sort=title"


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid"])
def test_an_address_of_another_machine_is_told_with_a_hint_of_its_own(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "unknown name")

    if host.endswith("invalid"):
        monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(UsageError) as caught:
        listen(host, 0)
    assert "write --host 127.0.0.1" in caught.value.problems[0].hint


@pytest.mark.parametrize(("host", "is_warned"), [("0.0.0.0", True), (HOST, False)])  # noqa: S104 - what is warned of
def test_a_preview_that_is_open_to_the_network_warns(
    host: str, *, is_warned: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def end(_session: Session, bound: socket.socket, *_: object) -> None:
        bound.close()

    monkeypatch.setattr(server, "run", end)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    with ThreadPoolExecutor() as thread:  # browser tests may have left an event loop in this one
        thread.submit(server.serve, SmallSite(tmp_path).root, host, 0, drafts=False).result()
    assert ("warning: everybody in this network" in capsys.readouterr().err) == is_warned
