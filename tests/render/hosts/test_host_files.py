"""The files of web servers: what they say, and that no text makes them say more."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.render.hosts.apache import htaccess
from sitegen.render.hosts.host_rules import HostRules
from sitegen.render.hosts.iis import web_config
from sitegen.render.hosts.nginx import nginx_conf

RULES = HostRules(
    base="/lmp",
    policy="default-src 'none';\n  script-src 'self'",
    redirects=(("/lmp/old/", "/lmp/new/#part"), ("/lmp/a b.html", "https://example.org/?a=1&b={R:0}$1")),
    gone=("/lmp/gone/",),
)
WRITERS = pytest.mark.parametrize("write", [htaccess, nginx_conf, web_config])


def test_apache_redirects_both_forms_of_an_old_address_and_no_other() -> None:
    lines = htaccess(RULES).decode().splitlines()
    assert '  RedirectMatch 301 "^/lmp/old/?$" "/lmp/new/#part"' in lines
    assert r'  RedirectMatch 301 "^/lmp/a\x20b\x2ehtml$" "https://example.org/?a=1\&b={R:0}\$1"' in lines
    assert '  RedirectMatch 410 "^/lmp/gone/?$"' in lines
    assert 'ErrorDocument 404 "/lmp/404.html"' in lines


def test_nginx_redirects_both_forms_of_an_old_address_and_no_other() -> None:
    lines = nginx_conf(RULES).decode().splitlines()
    assert 'location = "/lmp/old/" { return 301 "/lmp/new/#part"; }' in lines
    assert 'location = "/lmp/old" { return 301 "/lmp/new/#part"; }' in lines
    assert 'location = "/lmp/a b.html" { return 301 "https://example.org/?a=1&b={R:0}%241"; }' in lines
    assert 'location = "/lmp/gone" { return 410; }' in lines


def test_iis_redirects_both_forms_of_an_old_address_and_no_other() -> None:
    root = ET.fromstring(web_config(RULES))  # noqa: S314 - our own text
    rules = [(rule.find("match"), rule.find("action")) for rule in root.iter("rule")]
    said = [(match.get("url"), action.attrib) for match, action in rules if match is not None and action is not None]
    assert [url for url, _ in said] == ["^old/?$", r"^a\ b\.html$", "^gone/?$"]
    assert said[0][1]["url"] == "/lmp/new/#part"
    assert said[1][1]["url"] == "https://example.org/?a=1&b=%7BR:0%7D$1"
    assert (said[2][1]["type"], said[2][1]["statusCode"]) == ("CustomResponse", "410")


def test_of_two_addresses_with_one_form_nginx_is_told_the_first() -> None:
    rules = HostRules(base="", policy="", redirects=(("/a", "/x/"), ("/a/", "/y/")))
    lines = nginx_conf(rules).decode().splitlines()
    assert [line for line in lines if line.startswith('location = "/a')] == [
        'location = "/a" { return 301 "/x/"; }',
        'location = "/a/" { return 301 "/y/"; }',
    ]


@WRITERS
@given(odd=st.text(max_size=40))
def test_no_text_adds_a_line_or_ends_a_quote(write: Callable[[HostRules], bytes], odd: str) -> None:
    def lines(text: str) -> int:
        redirects = ((f"/{text}/x/", f"/{text}"),)
        return len(write(HostRules(base="", policy=text, redirects=redirects, gone=(f"/{text}/y/",))).splitlines())

    assert lines(odd.encode("utf-8", "replace").decode()) == lines("plain")
    if write is web_config:
        ET.fromstring(write(HostRules(base="", policy=odd, gone=(odd,))))  # noqa: S314 - our own text
