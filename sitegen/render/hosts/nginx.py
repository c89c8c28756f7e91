"""The file `_nginx.conf`, to be included in a server block of nginx. Source: nginx, core and headers modules."""

import re
from collections.abc import Iterator

from sitegen.render.hosts.host_rules import ASKED_ANEW, HIDDEN, KEPT_LONG, TYPES, HostRules, forms_of


def nginx_conf(rules: HostRules) -> bytes:
    """Write `_nginx.conf`. Where a form of an address is named twice, the first one counts."""
    return "".join(f"{line}\n" for line in _lines(rules)).encode()


def _lines(rules: HostRules) -> Iterator[str]:
    yield "# Made by sitegen. Include it in the server block that has the site's folder as its root."
    yield "index index.html;"
    yield "charset utf-8;"
    yield "absolute_redirect off;"
    yield f"error_page 404 410 {_quoted(rules.error_page)};"
    yield from _headers(rules, ASKED_ANEW)
    yield f"location ^~ {_quoted(f'{rules.base}/assets/')} {{"
    yield from (f"  {line}" for line in _headers(rules, KEPT_LONG))
    yield "}"
    yield f'location ~ "^{_pattern(rules.base)}/search/.+[.]gz$" {{'
    yield "  types { }"
    yield f"  default_type {dict(TYPES)['.gz']};"
    yield from (f"  {line}" for line in _headers(rules, KEPT_LONG))
    yield "}"
    yield from _types(rules)
    yield f'location ~ "{HIDDEN}" {{ return 404; }}'
    taken: set[str] = set()
    answers = [*((old, f"301 {_quoted(link)}") for old, link in rules.redirects), *((old, "410") for old in rules.gone)]
    for old, answer in answers:
        for form in forms_of(old):
            if form not in taken:
                taken.add(form)
                yield f"location = {_name(form)} {{ return {answer}; }}"


def _headers(rules: HostRules, cache: str) -> Iterator[str]:
    """Yield the headers of a block: one that names a header of its own inherits none."""
    yield from (f"add_header {name} {_quoted(value)} always;" for name, value in rules.headers)
    yield f"add_header Cache-Control {_quoted(cache)};"


def _types(rules: HostRules) -> Iterator[str]:
    """Yield blocks for types that nginx does not know by itself; the others stay as the server has them."""
    for ending, kind in TYPES:
        if ending in {".vtt", ".webmanifest"}:
            yield f'location ~ "^{_pattern(rules.base)}/.+[.]{ending[1:]}$" {{ types {{ }} default_type {kind}; }}'


def _pattern(text: str) -> str:
    return re.sub(r"[^\w/-]", lambda match: "".join(rf"\x{byte:02x}" for byte in match[0].encode()), text)


def _quoted(text: str) -> str:
    """Return a text in quotes of nginx; a dollar sign, which begins a variable there, is encoded."""
    return _name(text.replace("$", "%24"))


def _name(text: str) -> str:
    """Return an address in quotes of nginx, as the name of a location: variables count for nothing there."""
    return '"' + re.sub(r"[\x00-\x1f\x7f]", " ", text).replace("\\", "\\\\").replace('"', '\\"') + '"'
