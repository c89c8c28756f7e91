"""Run the preview: a server bound to this machine, and watchers that build on every save."""

import asyncio
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit

import click
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application
from watchfiles import watch

from sitegen.config import read_config
from sitegen.engine.build import Result
from sitegen.errors import UsageError
from sitegen.preview.handlers import SocketHandler, routes
from sitegen.preview.session import Session
from sitegen.report import print_problems

_FOLDERS = ("content", "templates", "static")
_LOCAL = ("127.0.0.1", "localhost", "::1")
_DEBOUNCE_MS = 60
_STEP_MS = 20


def serve(site: Path, host: str, port: int, *, drafts: bool) -> int:
    """Build, serve and watch until interrupted; gives the exit code.

    Raises UsageError where the address cannot be listened on.
    """
    session = Session(site, drafts=drafts)
    _tell(session.build(), session, 0.0)
    try:
        asyncio.run(_run(session, host, port))
    except KeyboardInterrupt:
        click.echo("\nPreview ended.")
    return 0


async def _run(session: Session, host: str, port: int) -> None:
    base = base_path(session.site)
    hosts = frozenset({*_LOCAL, host})
    try:
        sockets = bind_sockets(port, address=host)
    except OSError as error:
        hint = "another preview may be running: close it, or choose another port with --port 8001"
        raise UsageError(f"cannot listen on {host}:{port}: {error.strerror}", hint=hint) from error
    server = HTTPServer(Application(routes(session, base, hosts)))
    server.add_sockets(sockets)
    actual = sockets[0].getsockname()[1]
    click.echo(f"Preview: http://{host}:{actual}{base}/  (stop with Ctrl-C)")
    loop, stop = asyncio.get_running_loop(), threading.Event()

    def rebuild() -> None:
        started = perf_counter()
        result = session.build(jobs=1)
        _tell(result, session, perf_counter() - started)
        loop.call_soon_threadsafe(SocketHandler.reload_all)

    _watch(session.site, rebuild, stop)
    try:
        await asyncio.Event().wait()
    finally:
        stop.set()


def _watch(site: Path, rebuild: Callable[[], None], stop: threading.Event) -> None:
    """Watch the sources: the folders whole, and of the site's root only site.yaml and the folders themselves."""
    folders = [site / name for name in _FOLDERS if (site / name).is_dir()]

    def run(paths: Iterable[Path], *, recursive: bool) -> None:
        for changes in watch(
            *paths, recursive=recursive, stop_event=stop, debounce=_DEBOUNCE_MS, step=_STEP_MS, raise_interrupt=False
        ):
            if recursive or any(Path(path).name in ("site.yaml", *_FOLDERS) for _, path in changes):
                rebuild()

    for paths, recursive in ((folders, True), ([site], False)):
        threading.Thread(target=run, args=(paths,), kwargs={"recursive": recursive}, daemon=True).start()


def base_path(site: Path) -> str:
    """Give the path of the site's base address, without a slash at its end; empty where site.yaml is wrong."""
    path = site / "site.yaml"
    config = read_config(path.read_bytes())[0] if path.is_file() else None
    return urlsplit(config.base_url).path.rstrip("/") if config else ""


def _tell(result: Result | None, session: Session, seconds: float) -> None:
    print_problems(session.problems)
    if result is None:
        click.echo("Not built: see the errors above.")
        return
    word = "page" if result.rendered == 1 else "pages"
    click.echo(
        f"Built in {seconds:.2f} s: {result.rendered} {word} made." if seconds else f"{result.pages} pages ready."
    )
