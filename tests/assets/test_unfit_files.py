"""Files that readers cannot use are told by their names and first bytes."""

import pytest

from sitegen.assets.pictures.encoding import read_image
from sitegen.assets.unfit_files import find_unfit

HEIC = b"\0\0\0\x18ftypheic\0\0\0\0"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "data", "why", "hint"),
    [
        ("a.HEIC", HEIC, "HEIC picture", "JPEG"),
        ("a.heif", b"", "HEIC picture", "JPEG"),
        ("a.MOV", b"\0\0\0\x14ftypqt  ", "film of a kind (MOV)", "MP4"),
        ("a.avi", b"RIFF", "film of a kind (AVI)", "MP4"),
        ("a.wmv", b"", "film of a kind (WMV)", "MP4"),
        ("setup.exe", b"", "is a program", "link to the page"),
        ("a.pdf", b"MZ\x90\0", "is a program", "link to the page"),
        ("a.txt", b"\x7fELF", "is a program", "link to the page"),
        ("a.doc", b"<!DOCTYPE html><p>", "not a Word file: it is a web page", "as a Word file"),
        ("a.doc", b"", "not a Word file: it is empty", "as a Word file"),
        ("a.doc", b"hello", "not a Word file: it is something else", "as a Word file"),
        ("a.xls", b"%PDF-1.7", "not an Excel file: it is a PDF", "as an Excel file"),
        ("a.xlsx", b"<html>", "not an Excel file: it is a web page", "as an Excel file"),
        ("a.zip", b"x", "not a ZIP file", "as a ZIP file"),
    ],
)
def test_a_file_of_no_use_is_named_with_what_to_do(name: str, data: bytes, why: str, hint: str) -> None:
    unfit = find_unfit(name, data)
    assert unfit
    assert why in unfit.why
    assert hint in unfit.hint


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.doc", OLE),
        ("a.doc", b"{\\rtf1"),
        ("a.xlsx", b"PK\x03\x04"),
        ("a.xlsx", OLE),
        ("a.zip", b"PK\x05\x06"),
        ("a.mp4", b"\0\0\0\x14ftypisom"),
        ("a.txt", b"My notes"),
        ("a", b""),
        ("a.csv", b"MZ,Mozambique"),
        ("a.pdf", b"%PDF-1.7"),
        ("a.html", b"<html>"),
        ("commons.com.txt", b"x"),
    ],
)
def test_nothing_is_said_against_other_files(name: str, data: bytes) -> None:
    assert find_unfit(name, data) is None


@pytest.mark.parametrize(
    ("data", "what"), [(HEIC, "a HEIC picture"), (b"<html>", "a web page"), (b"MZ\x90\0", "a program for Windows")]
)
def test_a_picture_that_is_none_is_told_with_what_it_is(data: bytes, what: str) -> None:
    image, (problem,) = read_image("static/images/a.jpg", data)
    assert image is None
    assert problem.headline == f'the picture "a.jpg" cannot be shown: it is not a JPEG file but {what}'
