"""Pictures without an alternative text."""

from pathlib import Path

from tests.findings.checked import found_by, said
from tests.site.small import SmallSite


def test_a_picture_without_an_alt_is_found_on_the_page_that_shows_it(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.write("static/a.svg", '<svg viewBox="0 0 9 9"/>')
    text = site.text("templates/item.html")
    site.write("templates/tool.html", text.replace("<h1>", "<img src=\"{{ asset('a.svg') }}\"><h1>"))
    assert said(found_by("pictures_without_text", site)) == [
        ("content/tools/charter.md", 'the picture "/lmp/a.svg" has no text'),
        ("content/tools/huddle.md", 'the picture "/lmp/a.svg" has no text'),
    ]


def test_a_picture_of_a_page_without_a_content_file_is_found_in_the_output(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.write("static/old.html", '<img src="/lmp/a.svg">')
    assert said(found_by("pictures_without_text", site)) == [
        ("public/old.html", 'the picture "/lmp/a.svg" has no text')
    ]
