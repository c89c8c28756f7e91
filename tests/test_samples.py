"""The sample files in static/ say what the pages beside them say."""

import re
import zipfile

from tests.site.shipped import Shipped

DECK = "what-the-new-lmp-website-can-do-for-you"


def test_the_deck_to_download_has_the_slides_of_its_page(shipped: Shipped) -> None:
    tools = next(collection for collection in shipped.config.collections if collection.id == "tools")
    slides = shipped.front_matter(tools)[DECK]["slides"]
    with zipfile.ZipFile(shipped.root / "static" / "downloads" / f"{DECK}.pptx") as deck:
        texts = [deck.read(f"ppt/slides/slide{number}.xml").decode() for number in range(1, len(slides) + 1)]
        assert f"ppt/slides/slide{len(slides) + 1}.xml" not in deck.namelist()
    for slide, text in zip(slides, texts, strict=True):
        words = " ".join(re.findall(r"<a:t>([^<]*)</a:t>", text)).replace("&amp;", "&")
        said = re.sub(r"\[([^]]*)\]\([^)]*\)|\*\*|^- ", r"\1", slide["body"], flags=re.MULTILINE)
        assert " ".join(f"{slide['title']} {said}".split()) == " ".join(words.split())
    assert "These are sample slides." in texts[0]
