"""Ask a web server which release readers see there."""

from http.client import HTTPException
from typing import Literal
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from sitegen.publishing.release_contents import RELEASE_ID, id_text

Verdict = Literal["live", "another release", "no release", "no answer"]
"""What a web server says: it shows the release, or another one; it has none; it could not be asked."""

_SECONDS = 10
_MOST_BYTES = 1024
_HANDLERS = (
    ProxyHandler,
    UnknownHandler,
    HTTPHandler,
    HTTPSHandler,
    HTTPRedirectHandler,
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
)
"""Handlers of http and https alone: no redirect leads to a file of this machine, or to FTP."""


def verify(url: str, release_id: str) -> Verdict:
    """Return what the web server at an address, with a slash at its end, says of a release. Raises nothing."""
    opener = OpenerDirector()
    for handler in _HANDLERS:
        opener.add_handler(handler())
    headers = {"Cache-Control": "no-cache", "User-Agent": "sitegen"}
    request = Request(f"{url}{RELEASE_ID}?{release_id[:12]}", headers=headers)  # noqa: S310 - its handlers are above
    try:
        with opener.open(request, timeout=_SECONDS) as answer:
            text = answer.read(_MOST_BYTES)
    except (OSError, HTTPException, ValueError) as error:
        return "no release" if getattr(error, "code", 0) in {404, 410} else "no answer"
    return "live" if text == id_text(release_id) else "another release"
