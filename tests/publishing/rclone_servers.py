"""Servers that rclone itself runs on this computer, for tests: SFTP and S3, and a line that breaks."""

import re
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sitegen.devtools.environment import install_locks
from sitegen.errors import UsageError
from sitegen.model import PublishTarget
from sitegen.publishing.rclone_server import find_rclone
from tests.publishing.made_up import Publisher

ROOT = Path(__file__).resolve().parents[2]
LOCK = "requirements-rclone.txt"
SERVERS = {
    "sftp": ["--user", "ann", "--pass", "a word"],
    "s3": ["--auth-key", "accesskey1,secretkey1"],
}
_PORT = re.compile(r"127\.0\.0\.1:(\d+)")


def rclone() -> str:
    """Return the path of rclone, which is installed into .venv from its lock where there is none."""
    try:
        return find_rclone()
    except UsageError:
        install_locks(ROOT / ".venv", [LOCK])
        return find_rclone()


@contextmanager
def served(kind: str, folder: Path) -> Iterator[int]:
    """Serve a folder during the block; yield the port of the server."""
    command = [rclone(), "serve", kind, str(folder), "--addr", "127.0.0.1:0", *SERVERS[kind]]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        port = next(match[1] for line in process.stderr if (match := _PORT.search(line)))
        threading.Thread(target=process.stderr.read, daemon=True).start()
        try:
            yield int(port)
        finally:
            process.terminate()


def publisher_to(kind: str, port: int, folder: Path, *options: str) -> Publisher:
    """Return a publisher of a site in `folder`, to the folder `served` there that a server at a port shows."""
    settings = folder / "rclone.conf"
    settings.write_text(_settings(kind, port))
    site = Publisher(folder)
    site.www = folder / "served/bucket/www"
    site.target = PublishTarget(name="live", folder="")
    words = ", ".join(f'"{word}"' for word in ("--config", str(settings), *options))
    text = f"publish:\n  live:\n    remote: place:bucket/www\n    options: [{words}]\n"
    (site.site / "publish.local.yaml").write_text(text)
    return site


def write_there(folder: Path, path: str, text: str) -> None:
    """Write a file at the place of a publisher as somebody else would: by the server, which keeps what it knows."""
    command = [rclone(), "--config", str(folder / "rclone.conf"), "rcat", f"place:bucket/www/{path}"]
    subprocess.run(command, input=text, text=True, check=True)


@contextmanager
def breaking_line(port: int, most_bytes: int) -> Iterator[int]:
    """Pass on what goes to a port during the block; each connection breaks after so many bytes. Yield its port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=_accept, args=(listener, port, most_bytes), daemon=True).start()
        yield listener.getsockname()[1]


def _accept(listener: socket.socket, port: int, most_bytes: int) -> None:
    with suppress(OSError):
        while True:
            near, _ = listener.accept()
            far = socket.create_connection(("127.0.0.1", port))
            for source, target, most in ((near, far, most_bytes), (far, near, 1 << 40)):
                threading.Thread(target=_pass_on, args=(source, target, most), daemon=True).start()


def _pass_on(source: socket.socket, target: socket.socket, most: int) -> None:
    with suppress(OSError):
        while most > 0 and (data := source.recv(min(most, 4096))):
            target.sendall(data)
            most -= len(data)
    for end in (source, target):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()


def _settings(kind: str, port: int) -> str:
    if kind == "sftp":
        word = subprocess.run([rclone(), "obscure", "a word"], capture_output=True, text=True, check=True).stdout
        return f"[place]\ntype = sftp\nhost = 127.0.0.1\nport = {port}\nuser = ann\npass = {word}\n"
    keys = "access_key_id = accesskey1\nsecret_access_key = secretkey1\n"
    return f"[place]\ntype = s3\nprovider = Rclone\nendpoint = http://127.0.0.1:{port}\n{keys}"
