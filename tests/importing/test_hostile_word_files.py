"""Word files made to do harm: bombs, entities, macros, links to files of this computer."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from benchmarks.word_files import NAMES, paragraph, picture, relation, text, word_file
from sitegen.importing import word_package
from sitegen.importing.bounds import RefusedSourceError
from sitegen.importing.word_reading import read_word
from tests.importing.bringing_in import outcome, plan, source

ENTITY = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


def document(head: str, body: str) -> dict[str, str]:
    return {"word/document.xml": f"{head}<w:document {NAMES}><w:body>{body}</w:body></w:document>"}


def locked() -> bytes:
    data = bytearray(word_file(paragraph("a")))
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def cut_short() -> bytes:
    return word_file(paragraph("a"))[:-60]


def without_document() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("x.xml", "<x/>")
    return file.getvalue()


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "an entity of a file": (lambda: word_file("", document(ENTITY, paragraph("&x;"))), "declares entities"),
    "entities that grow": (lambda: word_file("", document(LAUGHS, paragraph("&b;"))), "declares entities"),
    "entities in UTF-16": (
        lambda: word_file("", {"word/document.xml": document(LAUGHS, "")["word/document.xml"].encode("utf-16")}),
        "damaged",
    ),
    "macros": (lambda: word_file(paragraph("a"), {"word/vbaProject.bin": b"x"}), "has macros"),
    "too many parts": (lambda: word_file(paragraph("a"), {f"x/{n}.bin": b"" for n in range(3001)}), "parts"),
    "a password": (locked, "locked with a password"),
    "half a file": (cut_short, "damaged"),
    "no document": (without_document, "damaged"),
    "no XML": (lambda: word_file("<w:p>"), "damaged"),
    "tables within tables": (
        lambda: word_file("<w:tbl><w:tr><w:tc>" * 80 + paragraph("a") + "</w:tc></w:tr></w:tbl>" * 80),
        "damaged",
    ),
}


@pytest.mark.parametrize(("make", "why"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_with_a_reason_and_a_hint(make: Callable[[], bytes], why: str) -> None:
    result = outcome("a.docx", make())
    assert result.status == "refused"
    assert why in result.why
    assert result.hint


@pytest.mark.parametrize("name", ["word/document2.xml", "word/media/image1.jpg"])
def test_a_bomb_is_refused_before_it_is_unpacked(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_package, "MOST_XML_BYTES", 100_000)
    monkeypatch.setattr(word_package, "MOST_MEDIA_BYTES", 100_000)
    with pytest.raises(RefusedSourceError, match="what is packed in it is too large"):
        read_word(word_file(paragraph("a"), {name: b"0" * 200_000}))


TARGETS = ("file:///etc/passwd", "/etc/passwd", "../../../../etc/passwd", "https://example.org/a.jpg")


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("mode", ["", "External"])
def test_no_picture_is_read_from_outside(target: str, mode: str) -> None:
    for attribute in ("embed", "link"):
        body = paragraph("a") + f"<w:p>{picture('rId9', 'alt')}</w:p>".replace("r:embed", f"r:{attribute}")
        made = plan(source("a.docx", word_file(body, {}, relation("rId9", "image", target, mode))))
        assert list(made.files) == ["content/stories/a.md"]
        assert "passwd" not in made.files["content/stories/a.md"].decode()


def test_a_link_that_runs_is_words() -> None:
    body = f'<w:p><w:hyperlink r:id="rId9">{text("a")}</w:hyperlink></w:p>'
    made = plan(source("a.docx", word_file(body, {}, relation("rId9", "hyperlink", "javascript:alert(1)", "External"))))
    assert b"alert" not in b"".join(made.files.values())


def test_a_style_map_in_the_file_is_not_followed() -> None:
    data = word_file(paragraph("a"), {"mammoth/style-map": "p => script"})
    made = plan(source("a.docx", data))
    assert b"script" not in b"".join(made.files.values())
