"""The sample files in static/ say what the pages beside them say."""

import html
import re
import zipfile
from typing import Any

import pytest

from tests.site.shipped import Shipped

DECKS = {
    "what-the-new-lmp-website-can-do-for-you": "what-the-new-lmp-website-can-do-for-you",
    "highlights-of-the-2015-national-agreement": "highlights-2015-national-agreement",
    "webex-demo-of-the-new-site": "webex-demo-presentation",
}
"""The pages whose slides are those of a deck to download, with its name."""
FORMS = ("first-three-meetings", "share-a-practice")
"""The decks to fill in: their pages show the same slides, with the same notes, in a plainer form."""
TEXT = re.compile("<a:t>([^<]*)</a:t>")


def slides_of(shipped: Shipped, page: str) -> list[dict[str, Any]]:
    tools = next(collection for collection in shipped.config.collections if collection.id == "tools")
    return list(shipped.front_matter(tools)[page]["slides"])


def words_of(shipped: Shipped, deck: str, part: str) -> list[str]:
    """Return the words of each slide of a deck, or of its notes, without the numbers of slides."""
    with zipfile.ZipFile(shipped.root / "static" / "downloads" / f"{deck}.pptx") as file:
        count = len([name for name in file.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)])
        parts = [file.read(f"ppt/{part}{number}.xml").decode() for number in range(1, count + 1)]
    texts = [TEXT.findall(html.unescape(text)) for text in parts]
    return [" ".join(" ".join(word for word in words if not word.isdigit()).split()) for words in texts]


def plain(markdown: str) -> str:
    without_marks = re.sub(r"\[([^]]*)\]\([^)]*\)|\*\*|^- ", r"\1", markdown, flags=re.MULTILINE)
    return " ".join(without_marks.split())


@pytest.mark.parametrize("page", DECKS)
def test_a_deck_to_download_has_the_slides_of_its_page(shipped: Shipped, page: str) -> None:
    shown = slides_of(shipped, page)
    assert words_of(shipped, DECKS[page], "slides/slide") == [plain(f"{one['title']}\n{one['body']}") for one in shown]


@pytest.mark.parametrize("page", [*DECKS, *FORMS])
def test_a_deck_to_download_has_the_notes_of_its_page(shipped: Shipped, page: str) -> None:
    notes = words_of(shipped, DECKS.get(page, page), "notesSlides/notesSlide")
    assert notes == [plain(one["notes"]) for one in slides_of(shipped, page)]


@pytest.mark.parametrize("page", FORMS)
def test_a_deck_to_fill_in_has_the_titles_of_its_page(shipped: Shipped, page: str) -> None:
    texts = words_of(shipped, page, "slides/slide")
    for one, text in zip(slides_of(shipped, page), texts, strict=True):
        assert one["title"] in text
