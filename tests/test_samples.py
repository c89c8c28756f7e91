"""The sample files in static/ say what the pages beside them say."""

import html
import importlib.util
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
import segno
from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

from sitegen.render.dates import long_date
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


# -- the feet of printed sheets

ROOT = Path(__file__).resolve().parents[1]


def sheets_of(shipped: Shipped) -> dict[str, tuple[str, dict[str, Any]]]:
    """Return the address and the front matter of the first page that offers each PDF, by its path below static/."""
    sheets: dict[str, tuple[str, dict[str, Any]]] = {}
    for collection in shipped.config.collections:
        if not collection.is_view:
            for slug, fields in sorted(shipped.front_matter(collection).items()):
                address = f"{shipped.config.site.base_url}/{collection.address}/{fields.get('slug', slug)}/"
                for file in fields.get("downloads") or ():
                    if str(file.get("file", "")).endswith(".pdf"):
                        sheets.setdefault(file["file"], (address, fields))
    return sheets


def code_in(page: PageObject) -> list[str]:
    """Return the rows of the QR code in the foot of a page, 1 for each dark square."""
    runs = []
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator == b"re":
            x, y, wide, high = map(float, operands)
            if high < 3 and y < 100:
                runs.append((x, y, wide, high))
    square, left, top = runs[0][3], min(run[0] for run in runs), max(run[1] for run in runs)
    runs = [run for run in runs if abs(run[3] - square) < 0.01]
    size = round((top - min(run[1] for run in runs)) / square) + 1
    rows = [["0"] * size for _ in range(size)]
    for x, y, wide, _ in runs:
        for step in range(round(wide / square)):
            rows[round((top - y) / square)][round((x - left) / square) + step] = "1"
    return ["".join(row) for row in rows]


def test_every_sheet_says_at_its_foot_where_its_page_is(shipped: Shipped) -> None:
    sheets = sheets_of(shipped)
    assert {path.rpartition("/")[2] for path in sheets} == {
        path.name for path in (ROOT / "static" / "downloads").glob("*.pdf")
    }
    for path, (address, fields) in sheets.items():
        for page in PdfReader(ROOT / "static" / path).pages:
            text = page.extract_text()
            assert address.removeprefix("https://") in text, path
            updated = fields.get("updated")
            assert ("Updated" in text) == (updated is not None), path
            assert updated is None or f"Updated {long_date(str(updated))}" in text, path


@pytest.mark.parametrize("name", ["huddle-guide", "idea-board", "five-whys"])
def test_the_code_at_the_foot_leads_to_the_page(shipped: Shipped, name: str) -> None:
    address, _ = sheets_of(shipped)[f"downloads/{name}.pdf"]
    wanted = segno.make_qr(address, error="m", boost_error=False).matrix
    for page in PdfReader(ROOT / "static" / "downloads" / f"{name}.pdf").pages:
        assert code_in(page) == ["".join(map(str, row)) for row in wanted]


def test_a_sheet_is_as_new_as_its_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("sources", ROOT / "docs" / "samples" / "sources.py")
    assert spec
    assert spec.loader
    sources = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sources)
    monkeypatch.setattr(sources, "ROOT", tmp_path)
    (tmp_path / "content" / "tools").mkdir(parents=True)
    (tmp_path / "site.yaml").write_text("base_url: https://x.org\ncollections: {tools: {address: things}}\n", "utf-8")
    head = "---\nupdated: 2018-01-05\ndownloads: [{file: downloads/a.pdf}]\n---\n"
    (tmp_path / "content" / "tools" / "sheet.md").write_text(head, "utf-8")
    assert sources.source_of("a.pdf") == ("https://x.org/things/sheet/", "January 5, 2018")
    assert sources.source_of("b.pdf") == ("https://x.org/", "")
