"""What downloads say about themselves, and what is said of those that cannot be read."""

import itertools
import warnings
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.assets.downloads import office
from sitegen.assets.downloads.download_reader import read_download
from sitegen.assets.downloads.extracted_text import MOST_LETTERS, extract_text
from sitegen.model import DownloadFacts
from tests.assets.downloads import made

LETTER, LEGAL = (612, 792), (612, 1008)


def facts(name: str, data: bytes) -> DownloadFacts:
    """Return the facts of a file that is in order."""
    read, problems = read_download(f"static/{name}", data)
    assert problems == ()
    return read


def wrong(name: str, data: bytes) -> str:
    """Return what is said of a file that cannot be read; nothing is known of it then."""
    read, problems = read_download(f"static/{name}", data)
    assert read == DownloadFacts()
    (problem,) = problems
    assert problem.location.path == f"static/{name}"
    assert problem.kind == "AssetError"
    return f"{problem.severity}: {problem.headline} / {problem.hint}"


# -- PDF


def test_a_pdf_tells_its_pages_and_its_paper() -> None:
    assert facts("a.pdf", made.pdf(LETTER, (792, 612))) == DownloadFacts(pages=2, paper="8.5 x 11 in")
    assert facts("A.PDF", made.pdf(LEGAL)) == DownloadFacts(pages=1, paper="8.5 x 14 in")


def test_pages_of_several_sizes_tell_no_paper() -> None:
    assert facts("a.pdf", made.pdf(LETTER, LEGAL)) == DownloadFacts(pages=2)


def test_the_words_of_a_pdf_are_read() -> None:
    data = Path(__file__, "../../../../static/downloads/five-whys.pdf").resolve().read_bytes()
    assert facts("five-whys.pdf", data).text.startswith("Five Whys\nAsk why until you reach a cause")


def test_a_pdf_that_opens_without_a_password_is_read() -> None:
    data = made.pdf(LETTER, password="")
    assert facts("a.pdf", data).pages == 1


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<!doctype html>", "it is not a PDF file / export it as PDF, or correct the end of its name"),
        (
            made.pdf(LETTER)[:100],
            "it is damaged or not complete / save or export it again, and put that file in its place",
        ),
        (b"%PDF-1.4\n", "it is damaged or not complete / save or export it again, and put that file in its place"),
        (made.pdf(), "it has no pages / save or export it again, and put that file in its place"),
        (
            made.pdf(LETTER, password=made.OWNER),
            "it is locked with a password / save it again without a password, and put that file in its place",
        ),
    ],
)
def test_a_pdf_that_cannot_be_opened_is_a_problem(data: bytes, why: str) -> None:
    assert wrong("a.pdf", data) == f'error: "a.pdf" cannot be opened: {why}'


def test_an_empty_file_is_a_problem() -> None:
    assert wrong("a.pdf", b"") == 'error: "a.pdf" is empty / save it again, and put that file in its place'


# -- PowerPoint and Word


def test_a_presentation_tells_its_slides_in_their_order() -> None:
    data = made.packed(made.pptx_parts("Good morning", "Any questions?"))
    assert facts("a.pptx", data) == DownloadFacts(slides=2, text="Good morning\nAny questions?")


def test_a_presentation_without_slides_says_nothing() -> None:
    assert facts("a.pptx", made.packed(made.pptx_parts())) == DownloadFacts()


def test_a_slide_that_is_missing_has_no_words() -> None:
    parts = made.pptx_parts("One", "Two")
    del parts["ppt/slides/slide1.xml"]
    assert facts("a.pptx", made.packed(parts)) == DownloadFacts(slides=2, text="One")


def test_a_document_tells_its_pages_paper_and_words() -> None:
    data = made.packed(made.docx_parts("Team", "Date &amp; time"))
    assert facts("a.docx", data) == DownloadFacts(pages=2, paper="8.5 x 11 in", text="Team\nDate & time")


@pytest.mark.parametrize("pages", ["", "x", "-1", "1.5", "1000000", "\u0662"])
def test_a_count_of_pages_that_is_none_is_not_known(pages: str) -> None:
    assert facts("a.docx", made.packed(made.docx_parts(pages=pages))).pages == 0


def test_a_document_without_properties_has_no_count() -> None:
    parts = made.docx_parts("Text", size="")
    del parts["docProps/app.xml"]
    assert facts("a.docx", made.packed(parts)) == DownloadFacts(text="Text")


DAMAGED = (
    'error: "a.docx" cannot be opened: it is damaged or not complete'
    " / save or export it again, and put that file in its place"
)
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "document",
    [
        f"{LAUGHS}<w>&b;</w>",
        '<!DOCTYPE x SYSTEM "file:///etc/passwd"><w/>',
        "<w><p></w>",
        "",
        "<w>&nbsp;</w>",
        "<a>" * 300 + "</a>" * 300,
        '<w:document xmlns:w="x"><w:pgSz w:w="wide"/></w:document>',
        '<?xml version="1.0" encoding="no-such"?><w/>',
    ],
)
def test_a_part_that_is_no_plain_xml_is_a_problem(document: str) -> None:
    assert wrong("a.docx", made.packed(made.docx_parts() | {"word/document.xml": document})) == DAMAGED


def test_a_declaration_in_another_encoding_is_refused_too() -> None:
    document = f"{LAUGHS}<w>&b;</w>".encode("utf-16")
    assert wrong("a.docx", made.packed(made.docx_parts() | {"word/document.xml": document})) == DAMAGED


@pytest.mark.parametrize("cut", [10, 200, 400])
def test_a_file_that_is_cut_short_is_a_problem(cut: int) -> None:
    assert wrong("a.docx", made.packed(made.docx_parts())[:cut]) == DAMAGED


def test_a_file_without_its_main_part_is_a_problem() -> None:
    assert wrong("a.docx", made.packed({"a.txt": "x"})) == DAMAGED


def test_what_unpacks_to_too_much_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "MOST_BYTES", 5_000)
    data = made.packed(made.docx_parts("x" * 5_000))
    assert "what is packed in it is too large" in wrong("a.docx", data)


def test_a_locked_or_old_file_is_told_from_a_damaged_one() -> None:
    said = wrong("a.pptx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    assert "it is locked with a password, or of an old kind of PowerPoint" in said
    assert said.endswith("save it again as .pptx, without a password")


def test_a_file_of_another_kind_says_nothing() -> None:
    assert facts("a.xlsx", b"PK") == DownloadFacts()
    assert facts("a", b"") == DownloadFacts()


# -- words


def test_words_are_kept_a_paragraph_a_line_without_what_is_invisible() -> None:
    assert extract_text([" a\u00a0 b\n", "", "\x00c\ud800d", "\ufb01ne"]) == "a b\nc d\nfine"


def test_words_are_kept_up_to_a_limit() -> None:
    text = extract_text(itertools.repeat("word " * 100))
    assert MOST_LETTERS - 500 < len(text) <= MOST_LETTERS


# -- any bytes

BITS = st.binary(max_size=300)
PDF = made.pdf(LETTER)
PPTX = made.packed(made.pptx_parts("Good morning"), 0)
DOCX = made.packed(made.docx_parts("Team"), 0)


def spoiled(whole: bytes) -> st.SearchStrategy[bytes]:
    """Return a file with some of its bytes replaced."""
    at = st.integers(0, len(whole))
    return st.builds(lambda start, bits: whole[:start] + bits + whole[start + len(bits) :], at, st.binary(max_size=12))


@given(data=st.one_of(BITS, BITS.map(lambda bits: b"%PDF-1.7\n" + bits), spoiled(PDF)))
def test_any_bytes_as_pdf_give_facts_or_a_problem(data: bytes) -> None:
    check("a.pdf", data)


@given(data=st.one_of(BITS, BITS.map(lambda bits: b"PK\x03\x04" + bits), spoiled(PPTX)))
def test_any_bytes_as_pptx_give_facts_or_a_problem(data: bytes) -> None:
    check("a.pptx", data)


@given(data=st.one_of(BITS, spoiled(DOCX)))
def test_any_bytes_as_docx_give_facts_or_a_problem(data: bytes) -> None:
    check("a.docx", data)


@given(document=st.text(max_size=200))
def test_any_text_as_a_part_gives_facts_or_a_problem(document: str) -> None:
    text = document.encode("utf-8", "replace").decode()
    check("a.docx", made.packed(made.docx_parts() | {"word/document.xml": f"<w>{text}</w>"}))


def check(name: str, data: bytes) -> None:
    """Read twice: the same facts, or the same problem, and no noise."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        read, problems = read_download(name, data)
    assert (read, problems) == read_download(name, data)
    assert not problems or read == DownloadFacts()
