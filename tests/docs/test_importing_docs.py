"""The sad example of docs/importing.md becomes what the document says."""

from tests.docs.documents import fences, read
from tests.importing.bringing_in import config, outcome
from tests.importing.test_links_and_pictures import photo


def test_the_sad_example_becomes_what_is_shown() -> None:
    blocks = fences(read("docs/importing.md"))
    html, page = (next(block for block in blocks if sign in block) for sign in ("<html>", "draft: true"))
    made = outcome("board.html", html, {"board_files/IMG_0815.jpg": photo()}).page
    assert made
    assert made.text == page
    assert len(made.decisions) == 2
    assert config().site.base_url == "https://lmpartnership.org"
