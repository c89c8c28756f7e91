"""What the preview answers: pages with our script added at response time, files, the errors, the socket."""

import html
import json
import re
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler
from tornado.web import HTTPError, RequestHandler, StaticFileHandler

from sitegen.building import PROJECT
from sitegen.catalog.permalinks import output_path
from sitegen.errors import format_problem
from sitegen.model.folders import SERVICE_WORKER, STATIC
from sitegen.preview.bugs import problems_of
from sitegen.preview.session import Session
from sitegen.site.script_modules import ENDING_WORKER

PREFIX = "/__preview/"
_MANIFEST_LINK = re.compile(rb'<link rel="manifest"[^>]*>\n?')
"""What tells a page that the site can be saved on this device: in a preview it must not be."""

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".mp4": "video/mp4",
    ".vtt": "text/vtt; charset=utf-8",
}


class LocalHandler(RequestHandler):
    """Answers only to the names of the address it is bound to, so that no other site can read the preview."""

    def initialize(self, session: Session, hosts: frozenset[str]) -> None:
        """Keep the preview's state and the host names that may be asked for."""
        self.session, self.base, self.hosts = session, session.base, hosts

    def prepare(self) -> None:
        """Refuse requests for another host's name (DNS rebinding)."""
        if not _is_local(self.request.host, self.hosts):
            self.send_error(403)

    def set_default_headers(self) -> None:
        """Never let a browser keep a preview, nor a page from elsewhere show it in a frame."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("X-Frame-Options", "SAMEORIGIN")
        self.set_header("Content-Security-Policy", "frame-ancestors 'self'")

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Answer with a page that says what went wrong; Tornado prints the traceback in the terminal."""
        error = kwargs.get("exc_info", (None, None))[1]
        if isinstance(error, HTTPError) or not isinstance(error, Exception):
            super().write_error(status_code, **kwargs)
            return
        self.set_header("Content-Type", _TYPES[".html"])
        self.finish(bare_page([format_problem(problem) for problem in problems_of(error)]))


class ScriptHandler(LocalHandler):
    """The script that reloads the page and shows the overlay."""

    def get(self) -> None:
        """Answer with the script."""
        self.set_header("Content-Type", _TYPES[".js"])
        self.write((Path(__file__).parent / "preview.js").read_bytes())


class EndingWorkerHandler(LocalHandler):
    """The service worker that ends another one, which a built site left at this address."""

    def get(self) -> None:
        """Answer with the script: a preview registers none, and shows no copies."""
        self.set_header("Content-Type", _TYPES[".js"])
        self.write((PROJECT / STATIC / ENDING_WORKER).read_bytes())


class ProblemsHandler(LocalHandler):
    """The errors of the last build, as JSON."""

    def get(self) -> None:
        """Answer with the state of the last build."""
        self.set_header("Content-Type", "application/json")
        path = urlsplit(self.get_query_argument("page", "")).path
        self.write(json.dumps(self.session.overlay(output_path(inner_path(path, self.base)))))


class FileHandler(LocalHandler, StaticFileHandler):
    """A file of the site; pages get our script, the file in the output stays clean.

    What is no page is sent by Tornado, which knows of ranges and conditions.
    """

    def initialize(self, session: Session, hosts: frozenset[str]) -> None:  # type: ignore[override]
        """Keep the preview's state and the host names that may be asked for."""
        LocalHandler.initialize(self, session, hosts)
        StaticFileHandler.initialize(self, str(session.folder.resolve()))

    async def head(self, path: str) -> None:
        """Answer as to `get`, without a body."""
        await self.get(path, include_body=False)

    async def get(self, path: str, include_body: bool = True) -> None:  # noqa: FBT001, FBT002 - Tornado's own signature
        """Answer with a file of the output, or with the page for what is not there."""
        if self.base and not f"/{path}".startswith(f"{self.base}/"):
            self.redirect(f"{self.base}/")
            return
        inner = inner_path(f"/{path}", self.base)
        target = self._find(inner)
        if target is None and inner and not inner.endswith("/") and self._find(f"{inner}/"):
            query = f"?{self.request.query}" if self.request.query else ""
            self.redirect(f"{self.base}/{inner}/{query}")
            return
        if target is None:
            self._answer_without_file(output_path(inner))
        elif target.suffix == ".html":
            data = target.read_bytes()
            self.session.keep_page(output_path(inner), data)
            self._write_page(data)
        else:
            await StaticFileHandler.get(self, inner, include_body)

    @classmethod
    def get_absolute_path(cls, root: str, path: str) -> str:
        """Return the real path of a file: links inside the output are followed."""
        return str(Path(root, path).resolve())

    def compute_etag(self) -> str | None:
        """Return a tag that changes with the file; Tornado keeps its own for as long as it runs."""
        path = getattr(self, "absolute_path", None)
        if path is None:  # a page of ours
            return RequestHandler.compute_etag(self)
        status = Path(path).stat()
        return f'"{status.st_mtime_ns:x}-{status.st_size:x}"'

    def get_content_type(self) -> str:
        """Return the type that web servers give such a file."""
        return _TYPES.get(Path(self.absolute_path or "").suffix, "application/octet-stream")

    def _answer_without_file(self, name: str) -> None:
        """Answer with the page as it was before a mistake took it away, or say that it is not there."""
        page = self.session.last_good_page(name)
        if page is None:
            self.set_status(404)
            missing = self._find("404.html")
            page = missing.read_bytes() if missing else bare_page(self.session.errors)
        self._write_page(page)

    def _find(self, inner: str) -> Path | None:
        folder = self.session.folder.resolve()
        try:
            target = (folder / output_path(inner)).resolve()
            return target if folder in target.parents and target.is_file() else None
        except (OSError, ValueError):
            return None  # no file can have such a name

    def _write_page(self, data: bytes) -> None:
        self.set_header("Content-Type", _TYPES[".html"])
        script = f'<script src="{PREFIX}preview.js" data-build="{self.session.builds}" defer></script>'.encode()
        before, end, after = _MANIFEST_LINK.sub(b"", data, count=1).partition(b"</head>")
        self.write(before + script + end + after if end else script + data)


class SocketHandler(LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """livereload's socket, open to pages of this preview only."""

    def initialize(self, hosts: frozenset[str]) -> None:
        """Keep the host names that may be asked for."""
        self.hosts = hosts

    def prepare(self) -> None:
        """Refuse requests for another host's name: Tornado lets in any page whose origin is the host asked for."""
        if not _is_local(self.request.host, self.hosts):
            self.send_error(403)

    def check_origin(self, origin: str) -> bool:
        """Whether the page that opens the socket came from this server."""
        return bool(urlsplit(origin).netloc == self.request.host)

    def on_message(self, message: str | bytes) -> None:
        """Answer a message of livereload's protocol; close the socket of whoever sends something else."""
        try:
            said = json.loads(message)
        except (ValueError, RecursionError):
            said = None
        if isinstance(said, dict) and isinstance(said.get("command"), str):
            super().on_message(message)
        else:
            self.close()

    @classmethod
    def close_all(cls) -> None:
        """Close every socket."""
        for waiter in [*LiveReloadHandler.waiters]:
            waiter.close()
        LiveReloadHandler.waiters.clear()

    @classmethod
    def reload_all(cls) -> None:
        """Tell every open page to load itself again."""
        message = json.dumps({"command": "reload", "path": "*", "liveCSS": False, "liveImg": False})
        for waiter in [*LiveReloadHandler.waiters]:
            try:
                waiter.write_message(message)
            except Exception:  # noqa: BLE001 - a page that was closed meanwhile may fail in many ways
                LiveReloadHandler.waiters.discard(waiter)


def routes(session: Session, hosts: frozenset[str]) -> list[Any]:
    """Return the addresses of the preview and what answers them, to those who ask for one of `hosts` or a number."""
    shared = {"session": session, "hosts": hosts}
    return [
        (f"{re.escape(session.base)}/{re.escape(SERVICE_WORKER)}", EndingWorkerHandler, shared),
        (f"{PREFIX}preview.js", ScriptHandler, shared),
        (f"{PREFIX}problems.json", ProblemsHandler, shared),
        (f"{PREFIX}socket", SocketHandler, {"hosts": hosts}),
        (r"/(.*)", FileHandler, shared),
    ]


def inner_path(path: str, base: str) -> str:
    """Return the path of an address below the site's base, without a slash at its beginning."""
    return path.removeprefix(base).lstrip("/")


def _is_local(host: str, hosts: frozenset[str]) -> bool:
    """Whether a Host header names this machine; a number cannot be pointed here by a stranger as a name can."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
        return name in hosts or bool(ip_address(name))
    except ValueError:
        return False


def bare_page(errors: list[str]) -> bytes:
    """Return a page with errors as text, or, where there are none, one that says that there is no page."""
    text = "\n\n".join(errors) or "There is no such page."
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Preview</title></head>'
        f"<body><h1>Preview</h1><pre>{html.escape(text)}</pre></body></html>"
    ).encode()
