"""Run the preview: a server bound to this machine, and a watch that builds on every save."""

import asyncio
import errno
import signal
import socket
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from time import perf_counter

import click
from tornado.httpserver import HTTPServer
from tornado.web import Application

from sitegen.building import require_site
from sitegen.engine.plan import Result
from sitegen.errors import UsageError
from sitegen.preview.handlers import SocketHandler, routes
from sitegen.preview.page_links import link_routes
from sitegen.preview.report_page import report_routes
from sitegen.preview.search_preview import search_routes
from sitegen.preview.session import Session
from sitegen.preview.watching import SourceWatch
from sitegen.report import count_problems, print_problems

_LOCAL = ("127.0.0.1", "localhost", "::1")
_ALL_ADDRESSES = ("0.0.0.0", "::")  # noqa: S104 - what is warned of
_OPEN_TO_ALL = (
    "warning: everybody in this network can read the preview, drafts and messages too\n"
    "  hint: leave out --host, unless others shall see it"
)


def serve(site: Path, host: str, port: int, *, drafts: bool, as_of: datetime | None = None) -> int:
    """Build, serve and watch until interrupted; return the exit code.

    `as_of` is the moment that the site is shown as of (without an offset: in the site's time zone), None for now.

    Ctrl-C ends it also where a shell, which starts background jobs so, had it ignored.
    Raises UsageError where there is no such folder, or the address cannot be listened on.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    require_site(site)
    bound = listen(host, port)
    session = Session(site, drafts=drafts, as_of=as_of)
    _print_build(session.build(), session, 0.0)
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{bound.getsockname()[1]}"
    if host in _ALL_ADDRESSES:
        click.echo(_OPEN_TO_ALL, err=True)
    try:
        asyncio.run(
            run(session, bound, host, lambda: click.echo(f"Preview: {address}{session.base}/  (Ctrl-C ends it)"))
        )
    except KeyboardInterrupt:
        click.echo("\nPreview ended.")
    return 0


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that is bound to an address; port 0 takes a free one. Raises UsageError where that cannot be."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        bound = socket.create_server((host, port), family=family)
    except OSError as error:
        hint = "another preview may be running: close it, or choose another port with --port 8001"
        if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
            hint = "this machine has no such address: leave out --host, or write --host 127.0.0.1"
        raise UsageError(f"cannot listen on {host}:{port}: {error.strerror}", hint=hint) from error
    bound.settimeout(0)
    return bound


async def run(session: Session, bound: socket.socket, host: str, ready: Callable[[], None]) -> None:
    """Serve a session that was built once, and build on every save, until cancelled.

    `ready` is called when pages can be asked for. No exception of a build ends it: the overlay shows them all.
    """
    loop = asyncio.get_running_loop()

    def rebuild() -> None:
        started = perf_counter()
        result = session.build(jobs=1)
        loop.call_soon_threadsafe(SocketHandler.reload_all)
        _print_build(result, session, perf_counter() - started)

    def fail(error: Exception) -> None:
        session.fail(error)
        loop.call_soon_threadsafe(SocketHandler.reload_all)
        _print_build(None, session, 0.0)

    hosts = frozenset({*_LOCAL, host})
    own_pages = (*search_routes(session, hosts), *report_routes(session, hosts), *link_routes(session, hosts))
    server = HTTPServer(Application([*own_pages, *routes(session, hosts)]))
    server.add_socket(bound)
    sources = SourceWatch(session.site, rebuild, fail)
    sources.start()
    try:
        ready()
        await asyncio.Event().wait()
    finally:
        server.stop()
        await loop.run_in_executor(None, sources.stop)
        SocketHandler.close_all()
        await server.close_all_connections()


def _print_build(result: Result | None, session: Session, seconds: float) -> None:
    """Print what a build did, and of its problems those that are new.

    Where the terminal is gone, the browser still shows what went wrong.
    """
    with suppress(OSError):
        if session.bug is not None:
            traceback.print_exception(session.bug)
        print_problems(session.new_problems, with_heading=True)
        if known := count_problems(session.known_problems):
            click.echo(f"As before: {known}.", err=True)
        if result is None:
            click.echo("Not built: see the errors above.")
            return
        word = "page" if result.rendered == 1 else "pages"
        click.echo(
            f"Built in {seconds:.2f} s: {result.rendered} {word} made." if seconds else f"{result.pages} pages ready."
        )
