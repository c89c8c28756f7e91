"""Bytes that are read otherwise than they are stored stay as they are: line ends, marks, separators."""

import pytest

from sitegen.editing import replace_text, set_field
from sitegen.editing.stored_text import read_stored
from sitegen.errors import EditError
from sitegen.located import decode
from tests.docs.documents import ROOT


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"---\r\ntitle: a\r\nb: c\r\n---\r\nx\r\ny\n", b"---\r\ntitle: new\r\nb: c\r\n---\r\nx\r\ny\n"),
        (b"---\rtitle: a\r---\rx", b"---\rtitle: new\r---\rx"),
        (b"\xef\xbb\xbf---\ntitle: a\n---\nx", b"\xef\xbb\xbf---\ntitle: new\n---\nx"),
        ("---\nb: c\u2028d\ntitle: a\n---\nx\u2029".encode(), "---\nb: c\u2028d\ntitle: new\n---\nx\u2029".encode()),
        ("---\nb: \ufeffc\ntitle: a\n---\n".encode(), "---\nb: \ufeffc\ntitle: new\n---\n".encode()),
        (b"\n\n---\ntitle: a\n--- \nx", b"\n\n---\ntitle: new\n--- \nx"),
        (b"---\n---\nx", b"---\ntitle: new\n---\nx"),
        (b"---\n# only this\n---\nx", b"---\n# only this\ntitle: new\n---\nx"),
        (b"Text\r\nonly", b"---\r\ntitle: new\r\n---\r\nText\r\nonly"),
        (b"\xef\xbb\xbfText", b"\xef\xbb\xbf---\ntitle: new\n---\nText"),
        (b"", b"---\ntitle: new\n---\n"),
    ],
)
def test_everything_around_a_change_stays_as_it_is_stored(before: bytes, after: bytes) -> None:
    assert set_field(before, "content/x.md", ("title",), "new") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"title: a", b"title: new"),
        (b"---\r\ntitle: a\r\nb: c", b"---\r\ntitle: new\r\nb: c"),
        (b"b: c", b"b: c\ntitle: new"),
        (b"b: c\r\n", b"b: c\r\ntitle: new\r\n"),
        (b"", b"title: new\n"),
    ],
)
def test_a_settings_file_is_yaml_as_a_whole(before: bytes, after: bytes) -> None:
    assert set_field(before, "site.yaml", ("title",), "new") == after


def test_words_are_replaced_in_fields_and_in_the_body() -> None:
    before = b"---\r\ntitle: Old times\r\nnote: 'Old: x'\r\n# Old\r\n---\r\nOld and `Old`\r\n"
    after = b"---\r\ntitle: New times\r\nnote: 'New: x'\r\n# Old\r\n---\r\nNew and `New`\r\n"
    assert replace_text(before, "content/x.md", "Old", "New") == after
    assert replace_text(before, "content/x.md", "missing", "New") == before


def test_a_file_in_another_encoding_is_refused() -> None:
    with pytest.raises(EditError, match="not saved as UTF-8"):
        set_field("title: é".encode("latin-1"), "site.yaml", ("title",), "x")


@pytest.mark.parametrize("data", [b"a\r\n\rb\n\xef\xbb\xbfc", "\u2028x\x85\ufeff\r\ny".encode(), b""])
def test_the_text_is_the_one_that_is_read(data: bytes) -> None:
    stored = read_stored(data, "content/x.md")
    assert stored.text == decode(data, "x")[0].text
    assert stored.edited(()) == data


def test_the_titles_of_all_shipped_files_can_be_changed_and_changed_back() -> None:
    paths = [*ROOT.glob("content/**/*.md"), ROOT / "site.yaml"]
    assert len(paths) > 100
    for path in paths:
        name, data = path.relative_to(ROOT).as_posix(), path.read_bytes()
        changed = set_field(data, name, ("title",), "Another: title")
        assert changed.count(b"\n") == data.count(b"\n")
        title = next(line for line in data.decode().split("\n") if line.startswith("title:")).partition(":")[2].strip()
        assert set_field(changed, name, ("title",), title.strip("\"'").replace("''", "'")).replace(
            b'"', b""
        ) == data.replace(b'"', b""), name
