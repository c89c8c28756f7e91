"""Links lead to where pages are now; pictures and files come along, cleaned; nothing is fetched."""

import struct
from io import BytesIO

import pytest
from PIL import Image

from sitegen.importing.import_plan import ImportPlan
from tests.importing.bringing_in import asked_of, body_of, left_out_of, page_of, plan, source

PAGE = "<title>Boards</title><h1>Boards</h1><p>{}</p>"
SITE = {
    "content/tools/huddle-guide.md": b"---\ntitle: H\naliases: /old/guide\n---\n",
    "content/stories/x.md": b"---\n---\n",
}


def photo() -> bytes:
    """Return a JPEG with the place where it was taken, and a comment."""
    file = BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Camera of Alma"
    Image.new("RGB", (4, 3), "teal").save(file, "JPEG", exif=exif, comment=b"at home")
    return file.getvalue()


def first_body(made: ImportPlan) -> str:
    page = made.outcomes[0].page
    assert page
    return page.text.partition("\n---\n")[2].strip()


LINKS = {
    "/tools/huddle-guide": "../tools/huddle-guide.md",
    "/tools/huddle-guide/index.html": "../tools/huddle-guide.md",
    "https://www.lmpartnership.org/old/guide?x=1": "../tools/huddle-guide.md",
    "/stories/x.html": "x.md",
    "/tools/": "/tools/",
    "https://example.org/a": "https://example.org/a",
    "mailto:alma@example.org": "mailto:alma@example.org",
}


@pytest.mark.parametrize(("typed", "target"), LINKS.items())
def test_a_link_leads_to_where_the_page_is_now(typed: str, target: str) -> None:
    made = plan(source("page.html", PAGE.format(f"See <a href='{typed}'>it</a>.")), site=SITE)
    assert first_body(made) == f"See [it]({target})."


def test_a_link_to_a_heading_of_a_page_that_comes_along_leads_to_it() -> None:
    one = PAGE.format("See <a href='two.html#b%2D2'>it</a>, <a href='#x'>below</a>.<h2 id=x>The end</h2><p>Words.")
    two = PAGE.replace("Boards", "Two").format("Words.<h2><a name='b-2'></a>Part two</h2><p>More.")
    made = plan(source("one.html", one), source("two.html", two))
    assert first_body(made).startswith("See [it](two.md#part-two), [below](#the-end).")


def test_what_tracks_readers_goes_from_addresses() -> None:
    safe = "https://nam01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&amp;data=1"
    page = PAGE.format(f"<a href='{safe}'>a</a> <a href='https://example.org/?utm_source=x&amp;id=3'>b</a>")
    assert body_of("page.html", page).strip() == "[a](https://example.org/a) [b](https://example.org/?id=3)"
    assert not [one for one in asked_of("page.html", page) if "track" in one]


@pytest.mark.parametrize("image", ["<img src=spacer.gif>", "<img src=//example.org/a width=1 height=1>"])
def test_a_picture_that_shows_nothing_goes_without_a_question(image: str) -> None:
    page = PAGE.format(f"Words.{image}")
    assert body_of("page.html", page).strip() == "Words."
    assert not [one for one in asked_of("page.html", page) if "picture" in one]


def test_a_picture_of_a_folder_beside_that_of_the_page_comes_along() -> None:
    page = PAGE.format("Text <img src='../images/board.jpg' alt='A board'>")
    made = plan(source("old/pages/a.html", page, {"../images/board.jpg": photo()}))
    assert "../../static/images/board.jpg" in first_body(made)


def test_a_link_that_leads_nowhere_is_words_and_is_told() -> None:
    page = PAGE.format("See <a href='/nowhere/at/all'>it</a>.")
    assert body_of("page.html", page).strip() == "See it."
    assert 'a link led to "/nowhere/at/all", which is no page here' in asked_of("page.html", page)
    assert left_out_of("page.html", page)["the address of a link that leads nowhere now"] == "/nowhere/at/all"


@pytest.mark.parametrize("typed", ["http://[x/a", "//[", "https://[::1/x.pdf"])
def test_an_address_that_is_none_is_words(typed: str) -> None:
    page = f"<link rel=canonical href='{typed}'>{PAGE.format(f'See <a href={typed}>it</a>.<img src={typed} alt=A>')}"
    assert body_of("page.html", page).strip() == "See it."


def test_what_begins_like_a_link_and_is_none_stays_as_it_is() -> None:
    page = "---\ntitle: A\n---\n[one](7[two](/tools/) 8 and [three]("
    assert "(7[two](/tools/) 8 and [three](" in page_of("a.md", page)


def test_sources_that_come_in_together_link_to_each_other() -> None:
    head = "<link rel=canonical href='https://old.example.org/a/one/'>"
    one = source("old/one.html", f"<title>One</title>{head}<h1>One</h1><p><a href='sub/two.html#x'>two</a>")
    back = "<a href='../one.html'>one</a>, <a href='https://old.example.org/a/one'>again</a>"
    two = source("old/sub/two.html", f"<title>Two</title><h1>Two</h1><p>{back}")
    made = plan(one, two)
    assert first_body(made) == "[two](two.md)"
    assert "[one](one.md), [again](one.md)" in made.files["content/stories/two.md"].decode()
    assert "aliases: [/a/one/]\n" in made.files["content/stories/one.md"].decode()


def test_a_picture_comes_along_without_what_the_camera_wrote() -> None:
    made = plan(
        source("page.html", PAGE.format("<img src='p/Team%20board.JPG' alt='A board'>"), {"p/Team board.JPG": photo()})
    )
    assert first_body(made) == "![A board](../../static/images/team-board.jpg)"
    data = made.files["static/images/team-board.jpg"]
    assert b"Alma" not in data
    assert b"at home" not in data
    assert Image.open(BytesIO(data)).size == (4, 3)


def test_a_picture_that_a_camera_named_is_named_for_its_page() -> None:
    made = plan(source("page.html", PAGE.format("<img src=IMG_0815.jpg alt=A>"), {"IMG_0815.jpg": photo()}))
    assert "static/images/boards-picture.jpg" in made.files


def test_a_picture_without_a_text_is_asked_about() -> None:
    page = PAGE.format("<img src=IMG_1.jpg>")
    assert "no text for those who do not see it" in " ".join(asked_of("page.html", page, {"IMG_1.jpg": photo()}))
    assert "![Say what this picture shows](" in page_of("page.html", page, {"IMG_1.jpg": photo()})


REFUSED = {
    "https://example.org/a.jpg": "is on another site, and nothing is fetched from there",
    "//example.org/a.jpg": "is on another site, and nothing is fetched from there",
    "file:///etc/passwd": "is on another site, and nothing is fetched from there",
    "../../secret.jpg": "lies outside the folder of the source",
    "/etc/passwd": "lies outside the folder of the source",
    "a%2F..%2F..%2F..%2Fsecret.jpg": "lies outside the folder of the source",
    "missing.jpg": "is not there",
    "text.jpg": "is no picture",
    "script.svg": "is a drawing with script in it, or with other files",
    "broken.png": "is no picture that can be shown",
    "data:image/png;base64,AAAA": "is no picture",
}
BESIDE = {
    "text.jpg": b"no picture",
    "script.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "broken.png": b"\x89PNG\r\n\x1a\n" + struct.pack(">I4s", 0, b"IEND") + b"\0\0\0\0",
    "../../secret.jpg": photo(),
    "/etc/passwd": photo(),
}


@pytest.mark.parametrize(("src", "reason"), REFUSED.items())
def test_a_picture_that_cannot_come_along_is_told(src: str, reason: str) -> None:
    made = plan(source("page.html", PAGE.format(f"Text <img src='{src}' alt='A board'>"), BESIDE))
    page = made.outcomes[0].page
    assert page
    assert [one.text for one in page.decisions if reason in one.text]
    assert "A board" in [one.text for one in page.left_out]
    assert [path for path in made.files if path.startswith("static/")] == []


def test_a_file_comes_along_and_a_tool_names_it() -> None:
    made = plan(
        source("page.html", PAGE.format("<a href='files/Sheet 1.docx'>The sheet</a>"), {"files/Sheet 1.docx": b"PK"}),
        kind="tool",
    )
    page = made.outcomes[0].page
    assert page
    assert [one.text for one in page.decisions if one.text.startswith('the file "files/Sheet 1.docx" cannot be opened')]
    made = plan(
        source("page.html", PAGE.format("<a href='files/Sheet 1.csv'>The sheet</a>"), {"files/Sheet 1.csv": b"a,b"}),
        kind="tool",
    )
    assert made.files["static/downloads/sheet-1.csv"] == b"a,b"
    text = made.files["content/tools/boards.md"].decode()
    assert "downloads:\n  - file: downloads/sheet-1.csv\n    label: The sheet\n" in text
    assert "[The sheet](../../static/downloads/sheet-1.csv)" in text


def test_one_picture_is_taken_once_and_another_of_its_name_gets_a_number() -> None:
    page = PAGE.format("<img src=board.jpg alt=A><img src=b/board.jpg alt=B><img src=c/board.jpg alt=C>")
    other = BytesIO()
    Image.new("RGB", (5, 5), "navy").save(other, "JPEG")
    there = {"board.jpg": photo(), "b/board.jpg": photo(), "c/board.jpg": other.getvalue()}
    made = plan(source("page.html", page, there), site={"static/images/board.jpg": b"another"})
    pictures = sorted(path for path in made.files if path.startswith("static/"))
    assert pictures == ["static/images/board-2.jpg", "static/images/board-3.jpg"]
