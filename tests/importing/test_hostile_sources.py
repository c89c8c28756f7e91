"""Sources made to do harm: refused with a reason, or brought in without what harms."""

import pytest

from sitegen.importing.bounds import MOST_BYTES, MOST_DEPTH, MOST_TAGS
from tests.importing.bringing_in import outcome, page_of

REFUSED = {
    "a PDF": ("a.pdf", b"%PDF-1.7"),
    "an old Word file": ("a.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    "a Word file with macros": ("a.docm", b"PK\x03\x04"),
    "a packed folder": ("a.html", b"PK\x03\x04"),
    "no Word file": ("a.docx", b"<html>"),
    "a program": ("a.txt", b"MZ\x90\0\x03\0\0\0"),
    "too large": ("a.html", b"a" * (MOST_BYTES + 1)),
    "too deep": ("a.html", b"<div>" * (MOST_DEPTH + 1) + b"x"),
    "too deep in marks that are never closed": ("a.html", b"<b><i>" * MOST_DEPTH + b"x"),
    "too many tags": ("a.html", b"<br>" * (MOST_TAGS + 1)),
}


@pytest.mark.parametrize(("name", "data"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_with_a_reason_and_a_hint(name: str, data: bytes) -> None:
    result = outcome(name, data)
    assert result.status == "refused"
    assert result.why
    assert result.hint


HARM = {
    "script": "<script>alert(1)</script>",
    "a handler": "<p onclick='alert(1)'>text</p>",
    "an address that runs": "<a href='javascript:alert(1)'>text</a>",
    "a hidden address that runs": "<a href='java&#10;script:alert(1)'>text</a>",
    "an address of Word": "<a href='vbscript:alert(1)'>text</a>",
    "a picture that runs": "<img src=x onerror='alert(1)' alt=text>",
    "a drawing": "<svg onload='alert(1)'><script>alert(1)</script></svg>",
    "a form": "<form action='javascript:alert(1)'><input value=text></form>",
    "a frame": "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "a base": "<base href='javascript:alert(1)//'>",
    "a style": "<style>@import 'javascript:alert(1)'</style><p style='background:url(javascript:alert(1))'>text",
}


@pytest.mark.parametrize("html", HARM.values(), ids=HARM)
def test_nothing_that_runs_comes_along(html: str) -> None:
    page = page_of("a.html", f"<title>A</title><h1>A</h1><p>text</p>{html}")
    assert "alert" not in page
    assert "<p" not in page


TITLES = (
    "a: b # c",
    "- x",
    "{{ y }}",
    "'",
    '"',
    "[a",
    "&x *y",
    "a\u2028b",
    "---",
    "!!python/object:os.system",
    "../../etc/passwd",
    "CON",
)


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_a_title_whatever_it_looks_like(title: str) -> None:
    result = outcome("a.html", f"<title>x</title><h1>{title}</h1><p>Text of the page.")
    assert result.page
    assert result.page.path.startswith("content/stories/")
    assert ".." not in result.page.path
    problems = [one.text for one in result.page.decisions if "must be there" not in one.text]
    assert [text for text in problems if "found no place" not in text] == []


@pytest.mark.parametrize(
    "fields", ["a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]", "title: !!python/object/apply:os.system [ls]", "[" * 5000]
)
def test_front_matter_that_explodes_or_runs_is_no_front_matter(fields: str) -> None:
    result = outcome("a.md", f"---\n{fields}\n---\nText.")
    assert result.page
    assert "Text." in result.page.text
