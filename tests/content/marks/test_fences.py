"""Code fences are code wherever they stand."""

import pytest

from tests.content.marks.reading import hints, html_of, messages

CODE = "<pre><code>x\n  y\n</code></pre>"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (" ```\n x\n   y\n ```", CODE),
        ("   ~~~\n   x\n     y\n   ~~~", CODE),
        ("  ```python title=a\n  x\n    y\n  ```\nend", f"{CODE}<p>end</p>"),
        ("  ```\nx\n  y\n  ```", "<pre><code>x\ny\n</code></pre>"),
        ("a\n  ```\n  x\n    y\n  ```", f"<p>a</p>{CODE}"),
        ("- a\n  ```\n  x\n    y\n  ```\n- b", f"<ul><li><p>a</p>{CODE}</li><li><p>b</p></li></ul>"),
        ("1. a\n\n    ```py\n    x\n      y\n    ```\n\n2. b", f"<ol><li><p>a</p>{CODE}</li><li><p>b</p></li></ol>"),
        ("- a\n\t```\n\tx\n\t  y\n\t```", f"<ul><li>a{CODE}</li></ul>"),
        ("- a\n  - b\n    ```\n    x\n      y\n    ```", f"<ul><li>a<ul><li>b{CODE}</li></ul></li></ul>"),
        ("> ```\n> x\n>   y\n> ```\n> end", f"<blockquote>{CODE}<p>end</p></blockquote>"),
        ("- a\n  ````\n  ```\n  ````", "<ul><li>a<pre><code>```\n</code></pre></li></ul>"),
        ("- ```\n  x\n    y\n  ```\n- b", f"<ul><li>{CODE}</li><li><p>b</p></li></ul>"),
    ],
)
def test_a_fence_may_be_set_in(typed: str, expected: str) -> None:
    assert html_of(typed) == expected
    assert messages(typed) == []


def test_empty_lines_in_a_fence_of_a_list_stay() -> None:
    assert "<pre><code>x\n\ny\n</code></pre>" in html_of("- a\n  ```\n  x\n\n  y\n  ```\n")


def test_what_looks_like_marks_in_a_fence_stays() -> None:
    typed = "- a\n  ```\n  - b\n  We need:\n  - c\n  | d |\n  2017. e\n  ```\n"
    assert "<pre><code>- b\nWe need:\n- c\n| d |\n2017. e\n</code></pre>" in html_of(typed)


def test_a_fence_that_is_set_in_and_never_closed_is_reported() -> None:
    typed = "a\n\n  ```\n  open\n"
    assert "open" in html_of(typed)
    assert messages(typed) == ["7:3: warning: code fence is never closed"]
    assert hints(typed) == ['end it with a line "```"']
    assert messages(f"{typed}```") == []
