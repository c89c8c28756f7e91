"""Bodies as HTML: what becomes of links that lead somewhere, and of those that do not."""

import pytest

from sitegen.model import Body, Html, Ref, Segment, Shortcode
from sitegen.render.bodies import body_html

LINK = Ref(target="stories/x.md", opening='<a href="', closing='">')
GONE = Ref(target="stories/draft.md", opening='<a href="', closing='">')
PICTURE = Ref(target="static/a.png", attribute="src", opening='<img src="', closing='" alt="x">')
LOST = Ref(target="static/lost.png", attribute="src", opening='<img src="', closing='" alt="x">')
ADDRESSES = {"stories/x.md": "/sub/stories/x/", "static/a.png": "/sub/a.png"}


def html(*segments: Segment) -> str:
    return body_html(Body(segments), lambda ref: ADDRESSES.get(ref.target), lambda code: f"<{code.name}>")


@pytest.mark.parametrize(
    ("segments", "expected"),
    [
        ((), ""),
        ((Html("<p>x</p>"),), "<p>x</p>"),
        ((Html("<p>"), LINK, Html("x</a></p>")), '<p><a href="/sub/stories/x/">x</a></p>'),
        ((PICTURE,), '<img src="/sub/a.png" alt="x">'),
        ((Html("a"), Shortcode("stat"), Html("b")), "a<stat>b"),
    ],
)
def test_segments_stand_in_the_order_written(segments: tuple[Segment, ...], expected: str) -> None:
    assert html(*segments) == expected


@pytest.mark.parametrize(
    ("segments", "expected"),
    [
        ((Html("<p>"), GONE, Html("x</a>, y</p>")), "<p>x, y</p>"),
        ((GONE, Html("<em>x</em></a>"), LINK, Html("y</a>")), '<em>x</em><a href="/sub/stories/x/">y</a>'),
        ((GONE, Html("x</a>"), GONE, Html("y</a> <a>z</a>")), "xy <a>z</a>"),
        ((GONE, PICTURE, Html("</a>")), '<img src="/sub/a.png" alt="x">'),
        ((GONE, Html("x "), PICTURE, Html("y</a></p>")), 'x <img src="/sub/a.png" alt="x">y</p>'),
        ((GONE, Shortcode("stat"), Html("x</a>")), "<stat>x"),
    ],
)
def test_a_link_that_leads_nowhere_now_leaves_its_text(segments: tuple[Segment, ...], expected: str) -> None:
    assert html(*segments) == expected


def test_a_picture_that_is_not_there_leaves_nothing() -> None:
    assert html(Html("<p>"), LOST, Html("</p>")) == "<p></p>"


def test_an_address_is_escaped_for_its_attribute() -> None:
    body = Body((LINK, Html("x</a>")))
    rendered = body_html(body, lambda _ref: '/?a=1&copy=2"', lambda _code: "")
    assert rendered == '<a href="/?a=1&amp;copy=2&quot;">x</a>'
