"""Parsing a finished page: what it links to, what can be linked to, what has no text."""

import pytest

from sitegen.findings.rendered_page import parse_page


@pytest.mark.parametrize(
    ("html", "links"),
    [
        ('<a href="/x/">x</a>', ("/x/",)),
        ("<a href='/x/'>x</a><a href=/y/>y</a>", ("/x/", "/y/")),
        ('<A HREF="/x/" class="b">x</A>', ("/x/",)),
        ('<a\n  class="b"\n  href="/x/"\n>x</a>', ("/x/",)),
        ('<a href="/?a=1&amp;b=2&#34;">x</a>', ('/?a=1&b=2"',)),
        ('<a href="/x/">1</a><a href="/x/">2</a>', ("/x/",)),
        ("<a>x</a><a href>y</a><a href=''>z</a>", ()),
        ('<a title="a > b" href="/x/">x</a>', ("/x/",)),
        ('<img src="/a.png" alt=""><script src="/a.js"></script>', ("/a.png", "/a.js")),
        ('<video src="/v.mp4" poster="/p.jpg"><track src="/v.vtt"></video>', ("/v.mp4", "/p.jpg", "/v.vtt")),
        ('<video><source src="/v.webm"/></video>', ("/v.webm",)),
        ('<link rel="stylesheet" href="/a.css"><link rel="canonical" href="/old/">', ("/a.css",)),
        ('<use href="#i"/><div href="/x/">', ()),
        ("&lt;a href=&#34;/x/&#34;&gt;", ()),
    ],
)
def test_links_are_kept_as_written_and_once(html: str, links: tuple[str, ...]) -> None:
    assert parse_page(html).links == links


def test_every_element_with_an_id_can_be_linked_to() -> None:
    html = '<h2 id="a">A</h2><svg><symbol id="i"/></svg><p ID=c>x</p><p data-id="d">'
    assert parse_page(html).ids == {"a", "i", "c"}


@pytest.mark.parametrize(
    ("html", "pictures"),
    [
        ('<img src="/a.png">', ("/a.png",)),
        ('<img src="/a.png" alt="">', ()),
        ("<img src=/a.png alt>", ()),
        ('<img src="/a.png" alt="A board">', ()),
        ('<img src="/a.png" title="x"><img alt="b" src="/b.png">', ("/a.png",)),
    ],
)
def test_a_picture_without_an_alt_is_found(html: str, pictures: tuple[str, ...]) -> None:
    assert parse_page(html).pictures_without_text == pictures
