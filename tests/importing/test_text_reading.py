"""Pasted text: paragraphs, lists and headings of mail, Word and text files."""

import pytest

from sitegen.importing.text_reading import read_text
from tests.importing.bringing_in import body_of, fields_of, left_out_of

CASES = {
    "lines that a margin broke": (
        "The National Agreement protects job  \nsecurity for all who work here, and union- \naffiliated people.",
        "The National Agreement protects job security for all who work here, and union- affiliated people.",
    ),
    "lines that a writer broke": ("Alma Reyes\nUnion steward\nOakland", "Alma Reyes  \nUnion steward  \nOakland"),
    "paragraphs of Word, a line each": (
        f"{'word ' * 25}\n{'more ' * 25}",
        f"{'word ' * 25}".strip() + "\n\n" + f"{'more ' * 25}".strip(),
    ),
    "a mark of a footnote that has no text": ("See [^1] there.", "See &#91;^1] there."),
    "a mark of a footnote": ("See[^1].\n\n[^1]: A report.", "See[^1].\n\n[^1]: A report."),
    "an item that goes on below": ("- met each day and\n  talked\n- wrote", "- met each day and talked\n- wrote"),
    "underlined headings": (
        "Part one\n--------\n\nWords of it are here.",
        "## Part one\n\nWords of it are here.",
    ),
    "the heads of pages of paper": (
        "One text.\n\nPartnership Quarterly     3\n\nTwo texts.\n\nPartnership Quarterly     4\n\nPage 5 of 9",
        "One text.\n\nTwo texts.",
    ),
    "a name and a number once": ("Beds     3", "Beds     3"),
    "bullets": ("Do this:\n\u2022 one\n\u2022 two", "Do this:\n\n- one\n- two"),
    "angle bullets": ("\u00bb one\n\u00bb two", "- one\n- two"),
    "cells with tabs": ("Item\tCount\nBoards\t2", "| Item | Count |\n| --- | --- |\n| Boards | 2 |"),
    "tags and shortcodes are words": ("<script>x</script> {{ y }}", "&lt;script>x&lt;/script> {\\{ y }}"),
    "what tracks readers goes": ("See https://x.org/a?utm_source=b now.", "See https://x.org/a now."),
    "code between fences": ("```\na\n\n  b <c>\n```", "```\na\n\n  b <c>\n```"),
    "a fence that is never closed is text": ("```\na", "&#96;`` a"),
    "a paragraph that is set in": ("    Set in, like code.", "Set in, like code."),
    "marks of other programs are words": ("==y== [[x]] {#z} [TOC]", "=&#61;y== &#91;[x]] &#123;#z} &#91;TOC]"),
    "a short line above a text is a heading": (
        "Why it matters\n\nIt saves ten minutes a day.",
        "## Why it matters\n\nIt saves ten minutes a day.",
    ),
}


@pytest.mark.parametrize(("text", "body"), CASES.values(), ids=CASES)
def test_a_text_becomes_markdown(text: str, body: str) -> None:
    below = read_text(f"A sentence that is no title.\n\n{text}").body.partition("\n\n")[2]
    assert below.strip().replace("&lt;c>", "<c>") == body


def test_a_short_first_line_is_the_title() -> None:
    assert fields_of("note.txt", "Boards that work\n\nThey do.")["title"] == ("Boards that work", "likely")


def test_the_subject_of_an_email_is_its_title_and_its_head_is_left_out() -> None:
    mail = "From: Alma\nTo: all\nSubject: FW: Re: Boards that work\n\nThey do."
    assert fields_of("mail.txt", mail)["title"] == ("Boards that work", "likely")
    assert body_of("mail.txt", mail).strip() == "They do."
    assert "From: Alma" in left_out_of("mail.txt", mail)["the head of an e-mail"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_whatever_program_saved_it(encoding: str) -> None:
    data = "Caf\u00e9 \u201cboards\u201d\r\n\r\nThey do.".encode(encoding)
    assert fields_of("note.txt", data)["title"][0] == "Caf\u00e9 \u201cboards\u201d"


def test_html_that_is_pasted_is_read_as_html() -> None:
    assert body_of("-", "<h1>Boards</h1><p>They <b>do</b>.").strip() == "They **do**."


def test_a_word_that_a_line_broke_is_joined_where_it_stands_whole_elsewhere() -> None:
    text = "A \ufb01rst partnership\n\nThe part-\nnership and the union- affiliated staff are in of\ufb01ce."
    assert body_of("a.txt", text).strip() == "The partnership and the union-affiliated staff are in office."


def test_the_signature_of_a_mail_is_left_out() -> None:
    mail = "From: Alma\nSubject: Boards\n\nThey do.\n\nRegards,\nAlma\n\n-- \nAlma Reyes\n555-0100"
    assert body_of("mail.txt", mail).strip() == "They do.\n\nRegards, Alma"
    assert "555-0100" in left_out_of("mail.txt", mail)["the signature of an e-mail"]


def test_a_notice_of_a_mail_program_is_left_out() -> None:
    mail = "Boards\n\nThey do.\n\nCONFIDENTIALITY NOTICE: This message is for the addressee only."
    assert body_of("mail.txt", mail).strip() == "They do."


def test_the_summary_is_no_salutation() -> None:
    assert fields_of("a.txt", "Boards\n\nHi all,\n\nThe boards hang by the door.")["summary"][0] == (
        "The boards hang by the door."
    )
