"""The print of each kit: its cover, the PDFs of its pages, and what its page says of it."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from sitegen.render.dates import file_size
from tests.assets.downloads import made
from tests.site.path import PathSite
from tests.site.shipped import Shipped, find_all, texts_of
from tests.site.small import files
from tests.site.test_kit_archives import offered

PRINT = re.compile(r"path-to-performance/(level-\d)/([a-z-]+)/level-\d-[a-z-]+\.pdf")
LETTER = (612.0, 792.0)


def prints(shipped: Shipped) -> dict[str, str]:
    """Return the path of the print of each kit that has one, by the path of its page."""
    matches = filter(None, map(PRINT.fullmatch, shipped.files))
    return {f"path-to-performance/{one[1]}/{one[2]}/index.html": one[0] for one in matches}


def test_a_print_holds_every_page_of_every_pdf_of_its_kit(shipped: Shipped) -> None:
    known = prints(shipped)
    assert len(known) > 20
    for page, path in known.items():
        pdfs = [shipped.files[name] for name in offered(shipped, page) if name.endswith(".pdf")]
        wanted = [text for file in pdfs for text in texts(file.read_bytes())]
        bound = texts(shipped.files[path].read_bytes())
        assert len(bound) <= 40
        assert sorted(bound[-len(wanted) :]) == sorted(wanted), page


def texts(data: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]


def test_its_link_says_what_it_is(shipped: Shipped) -> None:
    for page, path in prints(shipped).items():
        (link,) = find_all(shipped.tree(page), "a", class_="kit-print")
        assert (link.get("href") or "").removeprefix(shipped.base) == f"/{path}"
        data = shipped.files[path].read_bytes()
        pages = len(PdfReader(BytesIO(data)).pages)
        assert texts_of(link) == f"Print as one PDF ({pages} pages, {file_size(len(data))})"


def test_its_cover_names_every_page_of_the_shelves_with_its_address(shipped: Shipped) -> None:
    for page, path in prints(shipped).items():
        cover = re.sub(r"\s", "", "".join(texts(shipped.files[path].read_bytes())[:2]))
        shelves = find_all(shipped.tree(page), "section", class_="group shelf")
        for title in (title for shelf in shelves for title in shelf.iter("h3")):
            (link,) = title.iter("a")
            assert re.sub(r"\s", "", f"lmpartnership.org{link.get('href')}") in cover, page


@pytest.fixture
def site(tmp_path: Path) -> PathSite:
    small = PathSite(tmp_path)
    (small.root / "static/downloads").mkdir(parents=True)
    assert not small.build().problems
    return small


def offer(site: PathSite, **pdfs: bytes) -> None:
    """Write PDFs, and a tool of the first level that offers each."""
    for name, data in pdfs.items():
        (site.root / f"static/downloads/{name}.pdf").write_bytes(data)
        site.tool(name, team_levels=["1"], dimensions=["leading"], downloads=[{"file": f"downloads/{name}.pdf"}])


def only_print(site: PathSite) -> PdfReader:
    (path,) = (site.out / "path").rglob("*.pdf")
    return PdfReader(BytesIO(path.read_bytes()))


def test_a_print_follows_its_files_and_titles(site: PathSite) -> None:
    assert not list(site.out.rglob("*.pdf"))
    offer(site, sheet=made.pdf(LETTER))
    assert not site.build().problems
    assert len(only_print(site).pages) == 2
    offer(site, sheet=made.pdf(LETTER, LETTER))
    assert not site.build().problems
    assert len(only_print(site).pages) == 3
    downloads = [{"file": "downloads/sheet.pdf"}]
    site.tool("sheet", title="New words", team_levels=["1"], dimensions=["leading"], downloads=downloads)
    assert not site.build().problems
    assert "New words" in only_print(site).pages[0].extract_text()
    site.build_clean(jobs=2, threshold=1)
    assert files(site.out) == files(site.folder / "clean")
    site.tool("sheet", team_levels=["1"], dimensions=["leading"])
    assert not site.build().problems
    assert not list((site.out / "path").rglob("*.pdf"))


def test_a_protected_file_is_named_on_the_cover_and_told(site: PathSite) -> None:
    offer(site, good=made.pdf(LETTER), shut=made.pdf(LETTER, password=""))
    (problem,) = site.build().problems
    assert problem.location.path == "static/downloads/shut.pdf"
    assert (problem.severity, problem.headline, problem.hint) == (
        "warning",
        '"shut.pdf" cannot be bound with the other PDFs of its kits: it is protected',
        "save it without protection",
    )
    reader = only_print(site)
    assert len(reader.pages) == 2
    assert "/shut/" in reader.pages[0].extract_text()
    offer(site, shut=made.pdf(LETTER))
    assert not site.build().problems
    assert len(only_print(site).pages) == 3


def test_a_broken_file_ends_no_build_that_goes_on(site: PathSite) -> None:
    offer(site, good=made.pdf(LETTER), torn=made.pdf(LETTER)[:200])
    result = site.build(keep_going=True)
    assert [problem.location.path for problem in result.problems] == ["static/downloads/torn.pdf"]
    assert len(only_print(site).pages) == 2
