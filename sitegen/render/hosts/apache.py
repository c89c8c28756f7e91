"""The file `.htaccess` of Apache, 2.4 or later. Source: Apache HTTP Server 2.4, mod_alias, mod_headers, mod_mime."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from sitegen.render.hosts.host_rules import ASKED_ANEW, HIDDEN, KEPT_LONG, TYPES, HostRules


def htaccess(rules: HostRules) -> bytes:
    """Write `.htaccess`; what a server lacks a module for is left out there."""
    return "".join(f"{line}\n" for line in _lines(rules)).encode()


def _lines(rules: HostRules) -> Iterator[str]:
    yield "# Made by sitegen. The server reads it where its configuration says: AllowOverride All"
    yield "Options -Indexes"
    yield "DirectoryIndex index.html"
    yield from (f"ErrorDocument {status} {_quoted(rules.error_page)}" for status in (404, 410))
    yield "<IfModule mod_mime.c>"
    yield "  RemoveEncoding .gz"
    yield from (f"  AddType {kind} {ending}" for ending, kind in TYPES)
    yield "  AddDefaultCharset utf-8"
    yield "</IfModule>"
    yield "<IfModule mod_headers.c>"
    yield from (f"  Header always set {name} {_quoted(value)}" for name, value in rules.headers)
    yield f'  SetEnvIf Request_URI "^{_pattern(rules.base)}/(assets/|search/.+[.]gz$)" fingerprinted'
    yield f"  Header set Cache-Control {_quoted(ASKED_ANEW)} env=!fingerprinted"
    yield f"  Header set Cache-Control {_quoted(KEPT_LONG)} env=fingerprinted"
    yield "</IfModule>"
    yield "<IfModule mod_alias.c>"
    yield f'  RedirectMatch 404 "{HIDDEN}"'
    yield from (f'  RedirectMatch 301 "^{_old(old)}$" {_quoted(_target(link))}' for old, link in rules.redirects)
    yield from (f'  RedirectMatch 410 "^{_old(old)}$"' for old in rules.gone)
    yield "</IfModule>"


def _old(address: str) -> str:
    """Return the pattern of an old address, in both of its forms."""
    return f"{_pattern(address.rstrip('/'))}/?" if address.endswith("/") else _pattern(address)


def _pattern(text: str) -> str:
    """Return a pattern of a text within quotes of Apache: each odd sign by its number."""
    return re.sub(r"[^\w/-]", _by_number, text)


def _by_number(match: re.Match[str]) -> str:
    return "".join(rf"\x{byte:02x}" for byte in match[0].encode())


def _target(link: str) -> str:
    """Return a link as Apache wants it, which encodes its path, and takes `$` and `&` for parts of the pattern."""
    path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", link, re.DOTALL).groups()  # type: ignore[union-attr]
    return re.sub(r"[$&\\]", r"\\\g<0>", unquote(path)) + mark + re.sub(r"[$&\\]", r"\\\g<0>", rest)


def _quoted(text: str) -> str:
    return '"' + re.sub(r"[\x00-\x1f\x7f]", " ", text).replace('"', r"\"") + '"'
