"""Targets of links change wherever they are read as such, and stay in code and comments."""

import pytest

from sitegen.editing import change_targets
from sitegen.errors import EditError

BODY = """See [one](a.md), ![two](a.md#part "title"), [three][3] and <a href="a.md">four</a>.

`[code](a.md)` <!-- [comment](a.md) -->

    [more code](a.md)

[3]: a.md
"""


def rename(target: str) -> str | None:
    path, mark, fragment = target.partition("#")
    return f"../b/c.md{mark}{fragment}" if path == "a.md" else None


@pytest.mark.parametrize("front_matter", ["", "---\ntitle: a.md\n---\n", "---\r\ntitle: [x](a.md)\r\n---\r\n"])
def test_targets_change_and_nothing_else(front_matter: str) -> None:
    newline = "\r\n" if "\r" in front_matter else "\n"
    expected = (
        BODY.replace("[one](a", "[one](../b/c").replace("![two](a", "![two](../b/c").replace("[3]: a", "[3]: ../b/c")
    ).replace('href="a', 'href="../b/c')
    before, after = (front_matter.encode() + text.replace("\n", newline).encode() for text in (BODY, expected))
    assert change_targets(before, "content/x.md", rename) == after


def test_a_body_without_such_targets_stays_as_it_is() -> None:
    data = b"\xef\xbb\xbf---\r\ntitle: x\r\n---\r\n[a](b.md)\r\n"
    assert change_targets(data, "content/x.md", rename) == data


def test_a_target_that_would_be_read_otherwise_is_refused() -> None:
    with pytest.raises(EditError, match="cannot stand here") as refusal:
        change_targets(b"---\na: b\n---\n\nSee [x](a.md)\n", "content/x.md", lambda _: "b c.md")
    assert (refusal.value.problems[0].location.line, refusal.value.problems[0].location.column) == (5, 9)
