"""Script in XML files: whatever a browser would run is found, and drawings as programs export them are in order."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.assets.active_content import NOT_WELL_FORMED, find_active_content

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
XHTML = 'xmlns:h="http://www.w3.org/1999/xhtml"'


def drawing(inner: str, attributes: str = "", before: str = "") -> bytes:
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {XLINK} {XHTML} {attributes}>{inner}</svg>'.encode()


def headlines(data: bytes) -> list[str]:
    return [active.headline for active in find_active_content(data)]


PLAIN = [
    drawing('<rect width="9" height="9" fill="url(#shade)" style="filter: url( \'#blur\' ); fill: red"/>'),
    drawing("<style>@media print { a { fill: url(#x) } } @font-face { src: url(data:font/woff2;base64,d09G) }</style>"),
    drawing('<a href="https://example.org/"><text>on the script javascript: and more</text></a>'),
    drawing('<a href="mailto:a@example.org" xlink:title="javascript: the good parts"><text>x</text></a>'),
    drawing('<image href="data:image/png;base64,iVBO"/><use href="#part"/><use xlink:href="#part"/>'),
    drawing('<animate attributeName="opacity" from="0" to="1" values="0;1"/><set attributeName="fill" to="red"/>'),
    drawing(
        "", before='<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    ),
    drawing("<g>&shade;</g>", before='<!DOCTYPE svg [<!ENTITY shade "a shade">]>'),
    drawing('<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" r:onset="x"/></metadata>'),
    b'<rss version="2.0"><channel><title>News</title><link>https://example.org/</link></channel></rss>',
    drawing("<title>Caf\u00e9</title>").decode().encode("utf-16"),
]


@pytest.mark.parametrize("data", PLAIN)
def test_a_drawing_that_runs_nothing_is_in_order(data: bytes) -> None:
    assert headlines(data) == []


@pytest.mark.parametrize(
    ("data", "headline"),
    [
        (drawing("<script>alert(1)</script>"), "has script: <script>"),
        (drawing('<script href="a.js"/>'), "has script: <script>"),
        (drawing('<s:script xmlns:s="http://www.w3.org/2000/svg"/>'), "has script: <script>"),
        (drawing("<h:script>alert(1)</h:script>"), "has script: <script>"),
        (drawing('<handler type="text/javascript"/>'), "has script: <handler>"),
        (drawing("", 'onload="alert(1)"'), 'has script in the attribute "onload"'),
        (drawing('<set attributeName="x" onbegin="alert(1)"/>'), 'has script in the attribute "onbegin"'),
        (drawing('<rect ONCLICK="alert(1)"/>'), 'has script in the attribute "ONCLICK"'),
        (drawing('<a href="javascript:alert(1)"/>'), 'has a link with the scheme "javascript"'),
        (drawing('<a xlink:href=" &#9; JaVa&#10;Script:alert(1)"/>'), 'has a link with the scheme "javascript"'),
        (drawing('<a href="vbscript:x"/>'), 'has a link with the scheme "vbscript"'),
        (drawing('<a href="data:text/html,x"/>'), 'has a link with the scheme "data"'),
        (drawing('<a href="data:image/svg+xml,x"/>'), 'has a link with the scheme "data"'),
        (drawing('<image href="data:text/html,x"/>'), 'has a link with the scheme "data"'),
        (drawing('<a xml:base="javascript:alert(1)" href="#"/>'), 'has a link with the scheme "javascript"'),
        (drawing('<use href="data:image/svg+xml,x#a"/>'), 'takes in another file: "data:image/svg+xml,x#a"'),
        (drawing('<use xlink:href="other.svg#a"/>'), 'takes in another file: "other.svg#a"'),
        (drawing('<animate attributeName="href" values="#;#x"/>'), 'sets "href" while it is shown'),
        (drawing('<set attributeName="xlink:href" to="#x"/>'), 'sets "xlink:href" while it is shown'),
        (drawing('<set attributeName="onclick" to="x"/>'), 'sets "onclick" while it is shown'),
        (drawing('<animate to="javascript:alert(1)"/>'), 'has a link with the scheme "javascript"'),
        (drawing('<animate values="#; javascript:alert(1)"/>'), 'has a link with the scheme "javascript"'),
        (drawing("<foreignObject/>"), "has HTML in it: <foreignObject>"),
        (drawing("<h:p>Words</h:p>"), "has HTML in it: <p>"),
        (drawing("<iframe/>"), "has HTML in it: <iframe>"),
        (drawing("<style>@import 'x.css';</style>"), "imports another stylesheet"),
        (drawing("<style>@\\69mport 'x.css';</style>"), "imports another stylesheet"),
        (
            drawing("<style>@im/**/port 'x.css'; a { fill: u\\72l(//e.org/x) }</style>"),
            'takes in "//e.org/x" in its style',
        ),
        (
            drawing("<style><![CDATA[a { fill: URL('http://e.org/x') }]]></style>"),
            'takes in "http://e.org/x" in its style',
        ),
        (drawing('<rect style="fill: url(&quot;javascript:x&quot;)"/>'), 'takes in "javascript:x" in its style'),
        (drawing('<rect fill="url(other.svg#a)"/>'), 'takes in "other.svg#a" in its style'),
        (drawing("<rect style=\"background: image-set('a.png' 1x)\"/>"), "takes in pictures with image-set"),
        (drawing("<style>a { -moz-binding: url(#x) }</style>"), "has script in its style"),
        (drawing("", before='<?xml-stylesheet href="a.xsl"?>'), "names a stylesheet, which can run script"),
        (drawing("", before='<!DOCTYPE svg [<!ENTITY a SYSTEM "a">]>'), 'takes in another file, as the entity "a"'),
        (drawing("", before='<!DOCTYPE svg [<!ENTITY % a "b">]>'), 'takes in another file, as the entity "a"'),
        (drawing("&a;", before="<!DOCTYPE svg [<!ENTITY a '<script/>'>]>"), "has script: <script>"),
        (
            drawing("", before="<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]>"),
            'has script in the attribute "onload"',
        ),
        (drawing("<script/>").decode().encode("utf-16"), "has script: <script>"),
        (gzip.compress(drawing("<script/>"), mtime=0), "has script: <script>"),
        (b'<html xmlns="http://www.w3.org/1999/xhtml"/>', "has HTML in it: <html>"),
    ],
)
def test_whatever_a_browser_would_run_is_found(data: bytes, headline: str) -> None:
    assert headline in headlines(data)


@pytest.mark.parametrize("data", [b"", b"words", b"\x1f\x8b broken", drawing("<a:b/>"), drawing("<g>"), drawing("&x;")])
def test_what_cannot_be_read_whole_is_not_taken_for_harmless(data: bytes) -> None:
    assert headlines(data) == [NOT_WELL_FORMED]


def test_script_before_a_mistake_is_found_with_its_place() -> None:
    script, mistake = find_active_content(b"<svg>\n  <script/>\n</g>")
    assert (script.line, script.column, script.headline) == (2, 3, "has script: <script>")
    assert (mistake.line, mistake.headline) == (3, NOT_WELL_FORMED)


@given(st.binary() | st.text().map(drawing))
def test_any_bytes_have_an_answer(data: bytes) -> None:
    for active in find_active_content(data):
        assert active.line >= 1
        assert active.column >= 1
        assert active.headline
        assert active.hint


def test_entities_of_entities_end() -> None:
    entities = "".join(f"<!ENTITY e{at} '{f'&e{at - 1};' * 10}'>" for at in range(1, 12))
    bomb = drawing("&e11;", before=f"<!DOCTYPE svg [<!ENTITY e0 'bang'>{entities}]>")
    assert headlines(bomb) == [NOT_WELL_FORMED]
