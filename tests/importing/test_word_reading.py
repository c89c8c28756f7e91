"""Word files: what they say and how it is set comes in; what stands in no text is told."""

import pytest

from benchmarks.word_files import NAMES, item, paragraph, picture, relation, table, text, word_file
from sitegen.importing.import_records import Article
from sitegen.importing.word_reading import read_word
from tests.importing.bringing_in import asked_of, body_of, fields_of, left_out_of, plan, source
from tests.importing.test_links_and_pictures import photo

RAISED = '<w:vertAlign w:val="superscript"/>'
SHOWN = '<w:vanish w:val="0"/>'
TITLE = paragraph("Boards that work", "Title")
NOTE = f'<w:footnotes {NAMES}><w:footnote w:id="2">{paragraph("A report.")}</w:footnote></w:footnotes>'

LETTERS = (
    f"<w:p>{text('so ')}{text('bold', '<w:b/>')}{text(' and ')}{text('slanted', '<w:i/>')}{text('2', RAISED)}</w:p>"
)
ITEMS = item("one") + item("two", 1) + item("three") + paragraph("a") + item("x", 0, 2) + item("y", 0, 2)
GONE = "<w:del w:id='1'><w:r><w:delText>goes</w:delText></w:r></w:del>"
DELETED = f"<w:p>{text('stays ')}{GONE}<w:ins w:id='2'>{text('comes')}</w:ins></w:p>"
FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{text("7")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)

CASES = {
    "headings by style": (
        paragraph("One", "Heading1") + paragraph("a") + paragraph("Two", "Heading2") + paragraph("b"),
        "## One\n\na\n\n### Two\n\nb",
    ),
    "headings by look": (
        paragraph(text("One", '<w:sz w:val="36"/>'))
        + paragraph("word " * 20)
        + paragraph(text("Two", "<w:b/>"))
        + paragraph("b"),
        "## One\n\n" + ("word " * 20).strip() + "\n\n### Two\n\nb",
    ),
    "marks": (LETTERS, "so **bold** and *slanted*<sup>2</sup>"),
    "lists": (ITEMS, "- one\n  - two\n- three\n\na\n\n1. x\n2. y"),
    "typed bullets": (paragraph("\u2022 one") + paragraph("\u2022 two"), "- one\n- two"),
    "a table": (table(("A", "B"), ("1", "2")), "| A | B |\n| --- | --- |\n| 1 | 2 |"),
    "a quotation": (paragraph("We did it.", "Quote"), "> We did it."),
    "a line break, a tab, a hyphen": (
        "<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:noBreakHyphen/><w:t>three</w:t></w:r></w:p>",
        "one  \ntwo\u2011three",
    ),
    "a list that goes on": (
        item("x", 0, 2) + paragraph("between") + item("y", 0, 2) + item("z", 0, 2),
        "1. x\n\nbetween\n\n2. y\n3. z",
    ),
    "typed lists": (
        paragraph("\u2022 one")
        + paragraph("o deeper")
        + paragraph("\u2022 two")
        + paragraph("a) x")
        + paragraph("b) y"),
        "- one\n  - deeper\n- two\n\n1. x\n2. y",
    ),
    "a simple field": (
        f'<w:p>{text("Figure ")}<w:fldSimple w:instr=" SEQ Figure ">{text("1")}</w:fldSimple></w:p>',
        "Figure 1",
    ),
    "a page break in a line": (
        f'<w:p>{text("One.")}<w:r><w:br w:type="page"/></w:r>{text("Two.")}</w:p>',
        "One.  \nTwo.",
    ),
    "hidden words": (f"<w:p>{text('seen ')}{text('hidden', '<w:vanish/>')}{text('too')}</w:p>", "seen too"),
    "words that are not hidden": (f"<w:p>{text('seen', SHOWN)}</w:p>", "seen"),
    "letters above a word": (
        f"<w:p><w:r><w:ruby><w:rt>{text('kana')}</w:rt><w:rubyBase>{text('word')}</w:rubyBase></w:ruby></w:r></w:p>",
        "word",
    ),
    "a deleted word, an inserted one": (DELETED, "stays comes"),
    "a field": (FIELD, "7"),
}


@pytest.mark.parametrize(("body", "markdown"), CASES.values(), ids=CASES)
def test_a_word_file_becomes_markdown(body: str, markdown: str) -> None:
    assert read_word(word_file(TITLE + body))[0].body == markdown


@pytest.mark.parametrize(("body", "_markdown"), CASES.values(), ids=CASES)
def test_no_word_of_it_is_lost(body: str, _markdown: str) -> None:
    assert [because for because in left_out_of("a.docx", word_file(TITLE + body)) if "no place" in because] == []


def test_the_title_is_a_style_or_the_largest_first_line_or_a_property() -> None:
    large = (
        paragraph(text("The largest", '<w:sz w:val="56"/>'))
        + paragraph(text("Less large", '<w:sz w:val="32"/>'))
        + paragraph("word " * 30)
    )
    core = {
        "docProps/core.xml": "<c xmlns:d='d'><d:title>Named so</d:title><d:created>2017-10-05T10:00:00Z</d:created></c>"
    }
    assert fields_of("a.docx", word_file(TITLE + paragraph("Text.")))["title"] == ("Boards that work", "certain")
    assert fields_of("a.docx", word_file(large))["title"] == ("The largest", "certain")
    named = fields_of("a.docx", word_file(paragraph("Text of it. " * 9), core))
    assert (named["title"], named["date"]) == (("Named so", "likely"), ("2017-10-05", "guess"))


def test_the_subtitle_is_the_summary() -> None:
    data = word_file(TITLE + paragraph("Ten minutes &amp; an hour.", "Subtitle") + paragraph("Text."))
    assert fields_of("a.docx", data)["summary"] == ("Ten minutes & an hour.", "certain")
    assert body_of("a.docx", data).strip() == "Text."


def test_footnotes_and_links_come_in() -> None:
    link = f'<w:hyperlink r:id="rId9">{text("there")}</w:hyperlink>'
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    relations = relation("rId9", "hyperlink", "https://example.org/a", "External")
    data = word_file(TITLE + f"<w:p>{text('See ')}{link}{mark}</w:p>", {"word/footnotes.xml": NOTE}, relations)
    assert body_of("a.docx", data).strip() == "See [there](https://example.org/a)[^1]\n\n[^1]: A report."


def test_pictures_come_in_with_their_texts_and_without_what_the_camera_wrote() -> None:
    relations = relation("rId9", "image", "media/image1.jpg")
    data = word_file(
        TITLE + f"<w:p>{picture('rId9', 'A board by a door')}</w:p>", {"word/media/image1.jpg": photo()}, relations
    )
    made = plan(source("a.docx", data))
    page = made.files["content/stories/boards-that-work.md"].decode()
    assert "![A board by a door](../../static/images/boards-that-work-picture.jpg)" in page
    assert b"Alma" not in made.files["static/images/boards-that-work-picture.jpg"]


def test_a_text_that_word_made_up_for_a_picture_is_asked_about() -> None:
    relations = relation("rId9", "image", "media/image1.jpg")
    alt = "A person standing&#10;&#10;Description automatically generated"
    data = word_file(TITLE + f"<w:p>{picture('rId9', alt)}</w:p>", {"word/media/image1.jpg": photo()}, relations)
    assert any("made up by a program" in text for text in asked_of("a.docx", data))
    assert "automatically" not in body_of("a.docx", data)


def test_comments_and_changes_and_the_head_of_the_paper_are_told_and_not_published() -> None:
    comment = f"<w:comment w:id='1' w:author='Alma Reyes'>{paragraph('Is that so?')}</w:comment>"
    comments = f"<w:comments {NAMES}>{comment}</w:comments>"
    head = f"<w:hdr {NAMES}>{paragraph('Draft of May')}</w:hdr>"
    gone = "<w:del w:id='1' w:author='Alma Reyes'><w:r><w:delText>secret</w:delText></w:r></w:del>"
    body = f"<w:p>{text('kept ')}{gone}</w:p>"
    data = word_file(TITLE + body, {"word/comments.xml": comments, "word/header1.xml": head})
    left = left_out_of("a.docx", data)
    assert left["a comment"] == "Is that so?"
    assert left["it was deleted while changes were tracked"] == "secret"
    assert left["it stands at the head or foot of the paper"] == "Draft of May"
    made = b"".join(plan(source("a.docx", data)).files.values())
    assert not {b"Alma", b"secret", b"Is that so"} & {
        word for word in (b"Alma", b"secret", b"Is that so") if word in made
    }
    assert "the Word file has tracked changes: they came in as if all were accepted" in asked_of("a.docx", data)


def test_a_table_of_contents_is_left_out() -> None:
    data = word_file(TITLE + paragraph("One 3", "TOC1") + paragraph("One", "Heading1") + paragraph("a"))
    assert body_of("a.docx", data).strip() == "## One\n\na"
    assert left_out_of("a.docx", data)["a table of contents"] == "One 3"


def test_what_is_packed_or_drawn_is_asked_about() -> None:
    parts: dict[str, str | bytes] = {"word/embeddings/oleObject1.bin": b"x", "word/charts/chart1.xml": "<c/>"}
    asked = asked_of("a.docx", word_file(TITLE + paragraph("a"), parts))
    assert "a file that is packed into the Word file did not come along (1)" in asked
    assert "a chart did not come along (1)" in asked


def test_a_word_file_is_read_the_same_way_twice() -> None:
    data = word_file(TITLE + item("one") + table(("A",), ("1",)))
    first: Article = read_word(data)[0]
    assert read_word(data)[0] == first


def test_what_word_does_not_show_as_text_is_in_the_report() -> None:
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{text('Click here.')}</w:sdtContent></w:sdt>"
    shape = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="DRAWN"/></v:shape>'
    art = f"<w:r><w:pict>{shape}</w:pict></w:r>"
    data = word_file(TITLE + f"<w:p>{text('Name: ')}{prompt}</w:p><w:p>{text('x', '<w:vanish/>')}{art}</w:p>")
    left = left_out_of("a.docx", data)
    assert left["a field of the Word file that nobody has filled in"] == "Click here."
    assert left["it is hidden in the Word file"] == "x"
    assert left["words that are drawn (WordArt)"] == "DRAWN"
    assert any("a field of the Word file is empty" in one for one in asked_of("a.docx", data))


PARTS = (("num", "falls"), ("den", "days"))


def test_a_formula_comes_in_as_its_signs_and_is_asked_about() -> None:
    names = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    signs = "".join(f"<m:{name}><m:r><m:t>{words}</m:t></m:r></m:{name}>" for name, words in PARTS)
    formula = f"<m:oMath {names}><m:f>{signs}</m:f></m:oMath>"
    data = word_file(f"{TITLE}<w:p>{text('The rate is ')}{formula}{text('.')}</w:p>")
    assert body_of("a.docx", data).strip() == "The rate is falls days."
    assert any('a formula came in as its signs: "falls days"' in one for one in asked_of("a.docx", data))
