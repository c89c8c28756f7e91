"""Which files of static/ a finished text links to."""

import pytest

from sitegen.assets.linked_names import is_published_on_demand, linked_names, picture_name

ORIGIN = "https://example.org"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('<a href="/lmp/downloads/a.pdf">', {"downloads/a.pdf"}),
        ("<a href='/lmp/downloads/a.pdf'>", {"downloads/a.pdf"}),
        ("<a href=/lmp/downloads/a.pdf>", {"downloads/a.pdf"}),
        ('<a href="/lmp/downloads/a%20b.pdf#page=2">', {"downloads/a b.pdf"}),
        ('<a href="/lmp/downloads/a b.pdf">', {"downloads/a", "downloads/a b.pdf"}),
        ('<a href="/lmp/downloads/caf%C3%A9.pdf?v=1">', {"downloads/café.pdf"}),
        ('<a href="/lmp/downloads/a&amp;b.pdf">', {"downloads/a&b.pdf"}),
        ('<img src="../images/x.png">', {"images/x.png"}),
        ('<img src="images/x.png">', {"images/x.png"}),
        (
            '<img srcset="/lmp/assets/images/x-360.0a1b.jpg 360w, /lmp/assets/images/x-720.0a1b.jpg 720w">',
            {"assets/images/x.0a1b"},
        ),
        ('<img srcset="/lmp/assets/images/videos/x-360.0a1b.webp 1x">', {"assets/images/videos/x.0a1b"}),
        ('<meta content="https://example.org/lmp/images/x.png">', {"images/x.png"}),
        ('{"contentUrl":"https://example.org/lmp/videos/f.mp4"}', {"videos/f.mp4"}),
        ('data-src="{&#34;src&#34;: &#34;/lmp/images/x.png&#34;}"', {"images/x.png"}),
        ("<uri>https://example.org/lmp/images/x.png</uri>", {"images/x.png"}),
        ("a{background:url(/lmp/images/x.png)}", {"images/x.png"}),
        ("a{background:url(../images/x.png)}", {"images/x.png"}),
        ("image.src = `${base}/images/x.png`;", {"images/x.png"}),
        ("/lmp/old/ /lmp/downloads/a.pdf 301", {"downloads/a.pdf"}),
        ("<p>Put it in downloads/a.pdf, please.</p>", set()),
        ("<p>static/images/x.png</p>", set()),
        ('<a href="https://elsewhere.org/lmp/images/x.png">', set()),
        ('<a href="//elsewhere.org/images/x.png">', set()),
        ('<a href="/images/x.png">', set()),
        ('<a href="/lmp/stories/images/x.png">', set()),
        ('<a href="/lmp/myimages/x.png">', set()),
        ('<a href="/lmp/images/%1f.png">', set()),
    ],
)
def test_a_link_gives_the_name_of_its_file(text: str, names: set[str]) -> None:
    assert linked_names(text, ORIGIN, "/lmp") == names


def test_a_site_at_the_root_of_its_host_has_links_that_begin_with_a_slash() -> None:
    assert linked_names('<a href="/images/x.png">', ORIGIN, "") == {"images/x.png"}


def test_variants_of_one_picture_have_one_name() -> None:
    assert picture_name("assets/images/a/b-360.0a1b.avif") == picture_name("assets/images/a/b-1440.0a1b.jpg")
    assert picture_name("images/b-360.jpg") == "images/b-360.jpg"


@pytest.mark.parametrize(
    ("path", "is_on_demand"),
    [
        ("images/a.jpg", True),
        ("downloads/a/b.pdf", True),
        ("videos/a.vtt", True),
        ("icons/a.svg", False),
        ("a.txt", False),
    ],
)
def test_pictures_downloads_and_films_are_published_on_demand(path: str, *, is_on_demand: bool) -> None:
    assert is_published_on_demand(path) == is_on_demand
