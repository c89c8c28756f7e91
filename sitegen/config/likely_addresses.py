"""Guess which address a text was meant to be, of this site or of another one."""

import posixpath
import re
from urllib.parse import quote

from sitegen.model.folders import CONTENT, STATIC

_WEB = re.compile(r"(?P<scheme>https?)?:?/{0,2}(?P<rest>[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#].*)?)", re.IGNORECASE)
_SITE = re.compile(r"www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|edu|gov|net|org)(?![\w.-])", re.IGNORECASE)
_MAIL = re.compile(r"(?:mailto:\s*)?([^@/\s:?]+@[^@/\s]+\.[^@/\s]+)", re.IGNORECASE)
_HOST = re.compile(r"^(?:https?://[^/]*|//[^/]*\.[^/]*)", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_EXAMPLES = {"mailto": "mailto:name@example.org"}
_SAFE = "/:?#[]@!$&'()*+,;=%~"


def likely_address(text: str) -> str:
    """Return the address that a text means as it is to be written; where nothing tells, an example or a path."""
    if mail := _MAIL.fullmatch(text):
        return f"mailto:{mail[1]}"
    if web := likely_web_address(text):
        return web
    if match := _SCHEME.match(text):
        return _EXAMPLES.get(match[1].lower(), "https://www.example.org/")
    path, mark, rest = text.partition("#")
    return likely_path(path) + mark + quote(rest, safe=_SAFE)


def likely_web_address(text: str) -> str:
    """Return the web address that a text means, with its scheme; empty where it means none."""
    match = _WEB.fullmatch(text)
    if match is None or not (match["scheme"] or text.startswith("//") or _SITE.match(match["rest"])):
        return ""
    return quote(f"{(match['scheme'] or 'https').lower()}://{match['rest']}", safe=_SAFE)


def likely_path(text: str) -> str:
    """Return the path of this site that a text means: an address, a web address, or a file of content/ or static/."""
    without_host = _HOST.sub("", text)
    path = posixpath.normpath(f"/{without_host.partition('?')[0].partition('#')[0]}").replace("\\", "/")
    path = "/" + path.lstrip("/")
    for folder in (CONTENT, STATIC):
        path = path.removeprefix(f"/{folder}") if path.startswith(f"/{folder}/") else path
    path = path.removesuffix(".md")
    is_file = "." in posixpath.basename(path)
    return quote(path if is_file or path == "/" else f"{path}/", safe=_SAFE)
