"""One file of a page: it loads nothing, runs nothing, leads to the site, and says what it is."""

import hashlib
import re
from base64 import b64encode

import pytest
from bs4 import BeautifulSoup

from sitegen.errors import UsageError
from sitegen.sharing.shared_page import MOST_BYTES, SharedFacts, shared_html

FACTS = SharedFacts(
    sentences=("A copy <of> one page.", "It is a draft."),
    url="https://example.org/lmp/stories/x/",
    base_url="https://example.org/lmp",
)
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<title>How we huddle | Site</title>
<link rel="canonical" href="https://example.org/lmp/stories/x/"><link rel="icon" href="/lmp/assets/i.svg">
<link rel="stylesheet" href="/lmp/assets/site.1.css">
<script type="module" src="/lmp/assets/a.js"></script></head>
<body><svg><symbol id="i-a" viewBox="0 0 1 1"></symbol></svg>
<form action="/lmp/search/"><input name="q"><button>Search</button></form>
<main><h1>How we huddle</h1><div class="actions"><button>Print</button></div>
<p onclick="x()" style="color:red">See <a href="/lmp/tools/y/">this</a>, <a href="../z/">that</a>,
<a href="#end">below</a>,
<a href="https://example.com/">there</a>, <a href="javascript:alert(1)">no</a>,
<a href="mailto:a@example.org">mail</a>.</p>
<picture><source type="image/avif" srcset="/lmp/assets/p.avif 800w">
<img src="/lmp/assets/p.jpg" srcset="/lmp/assets/p-400.jpg 400w, /lmp/assets/p-1600.jpg 1600w" alt="The team"></picture>
<img src="/lmp/assets/gone.jpg" alt="What is gone">
<video controls><source src="/lmp/videos/f.mp4"></video>
<noscript><p>Without script.</p></noscript><svg><use href="#i-a"/></svg></main></body></html>
"""
FILES = {
    "/lmp/assets/site.1.css": b'@font-face{src:url("f.woff2")}a>b{color:teal}',
    "/lmp/assets/f.woff2": b"a font",
    "/lmp/assets/p-400.jpg": b"small",
    "/lmp/assets/p-1600.jpg": b"large",
    "/lmp/assets/p.jpg": b"other",
}


@pytest.fixture(scope="module")
def shared() -> str:
    """The page as one file."""
    return shared_html(PAGE, FACTS, FILES.get)


def test_nothing_is_loaded(shared: str) -> None:
    soup = BeautifulSoup(shared, "html.parser")
    loaded = [tag.get(name) for tag in soup.find_all() for name in ("src", "srcset", "poster") if tag.get(name)]
    assert loaded == [f"data:image/jpeg;base64,{b64encode(b'large').decode()}"]
    assert not soup.find_all(["link", "script", "form", "button", "video", "source", "iframe"])
    assert f'url("data:font/woff2;base64,{b64encode(b"a font").decode()}")' in shared
    assert "What is gone" in soup.get_text()


def test_the_policy_allows_this_style_alone(shared: str) -> None:
    (style,) = re.findall(r"<style>(.*?)</style>", shared, re.DOTALL)
    assert "a>b{color:teal}" in style
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy"', shared)
    assert policy
    assert f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:" in shared
    assert "script-src" not in shared
    assert "onclick" not in shared
    assert 'style="' not in shared


def test_links_are_absolute(shared: str) -> None:
    links = [tag.get("href") for tag in BeautifulSoup(shared, "html.parser").find_all("a")]
    assert links == [
        "https://example.org/lmp/tools/y/",
        "https://example.org/lmp/stories/z/",
        "#end",
        "https://example.com/",
        None,
        "mailto:a@example.org",
        "https://example.org/lmp/stories/x/",
    ]


def test_the_mark_comes_first_and_is_text(shared: str) -> None:
    body = shared.partition("<body>")[2]
    assert body.startswith('<aside aria-label="About this copy" class="shared-mark"><p>A copy &lt;of&gt; one page.</p>')
    assert "Without script." in body


def test_one_that_is_too_large_takes_smaller_pictures() -> None:
    large = {**FILES, "/lmp/assets/p-1600.jpg": b"x" * MOST_BYTES}
    assert b64encode(b"small").decode() in shared_html(PAGE, FACTS, large.get)


def test_one_that_stays_too_large_is_refused_with_the_name_of_the_picture() -> None:
    large = {**FILES, "/lmp/assets/p-1600.jpg": b"x" * MOST_BYTES, "/lmp/assets/p-400.jpg": b"x" * MOST_BYTES}
    with pytest.raises(UsageError, match="more than an e-mail takes") as refusal:
        shared_html(PAGE, FACTS, large.get)
    assert refusal.value.problems[0].hint == "make these pictures smaller: /lmp/assets/p-400.jpg"
