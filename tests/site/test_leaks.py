"""Pages that are not shown now are told of nowhere: no list, feed, index or page of the site knows them."""

import pytest

from tests.site.brute import is_shown
from tests.site.shipped import Shipped

TEXTS = (".html", ".xml", ".json", ".txt", ".css")


@pytest.fixture(scope="module")
def hidden(madeup: Shipped) -> list[str]:
    folders = [home for home in madeup.config.collections if not home.is_view]
    slugs = [slug for home in folders for slug, matter in madeup.front_matter(home).items() if not is_shown(matter)]
    assert len(slugs) > 20
    return slugs


def test_no_file_stands_at_the_address_of_a_page_that_is_not_shown(madeup: Shipped, hidden: list[str]) -> None:
    assert [path for path in madeup.files if any(f"/{slug}/" in path for slug in hidden)] == []


def test_no_file_links_to_a_page_that_is_not_shown(madeup: Shipped, hidden: list[str]) -> None:
    for path in madeup.files:
        if path.endswith(TEXTS) or path.startswith("_"):
            text = madeup.text(path)
            assert [slug for slug in hidden if f"/{slug}/" in text] == [], path


def test_no_file_has_words_of_a_page_that_is_not_shown(madeup: Shipped) -> None:
    """Hidden titles begin with a word that nothing else has, and there is a region that only hidden pages have."""
    texts = {path: madeup.text(path) for path in madeup.files if path.endswith(TEXTS)}
    assert [path for path, text in texts.items() if "Hidden " in text or "hidden-valley" in text] == []


def test_the_hidden_pages_are_read_all_the_same(madeup: Shipped, hidden: list[str]) -> None:
    sources = [(madeup.root / "content" / folder / f"{slug}.md") for folder in ("stories", "tools") for slug in hidden]
    texts = [path.read_text("utf-8") for path in sources if path.is_file()]
    assert len(texts) == len(hidden)
    assert all("Hidden Valley" in text for text in texts)
