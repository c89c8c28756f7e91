"""The shipped tools and practices: something for every team, files that are what they claim to be, small pictures."""

import itertools
import re
import zipfile
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree as ET

import pytest
import yaml
from PIL import Image
from pypdf import PdfReader

from sitegen.building import PROJECT

CONTENT, STATIC = PROJECT / "content", PROJECT / "static"
DIMENSIONS = (
    "sponsorship",
    "leadership",
    "training",
    "team-process",
    "team-member-engagement",
    "use-of-tools",
    "goals-and-performance",
)
LEVELS = ("1", "2", "3", "4", "5")
CELLS = tuple(itertools.product(DIMENSIONS, LEVELS))
OWN_ITEMS = 3
PAPERS = {(612, 792): "8.5 x 11 in", (612, 1008): "8.5 x 14 in", (792, 1224): "11 x 17 in"}
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PREVIEW_BYTES, PREVIEW_WIDE = 30_000, 480
TITLE, SUMMARY = 70, 175
NOBODY_THERE = {("region", "ohio"), ("region", "georgia")}


def read(folder: str) -> dict[str, dict[str, Any]]:
    """Return the front matter of the pages of a folder, by slug."""
    texts = {path.stem: path.read_text("utf-8") for path in sorted((CONTENT / folder).glob("*.md"))}
    return {slug: yaml.safe_load(text.split("---\n")[1]) for slug, text in texts.items()}


def several(value: Any) -> list[str]:
    """Return a field that holds one value or many."""
    return [str(entry) for entry in ([] if value is None else value if isinstance(value, list) else [value])]


FOLDERS = {folder.name: read(folder.name) for folder in sorted(CONTENT.iterdir()) if folder.is_dir()}
TOOLS = FOLDERS["tools"]
HERE = {slug: page for slug, page in TOOLS.items() if not page.get("not_here_yet")}
ALL = {f"{folder}/{slug}": page for folder, pages in FOLDERS.items() for slug, page in pages.items()}
LIBRARY = {name: ALL[name] for name in ALL if name.startswith(("stories/", "tools/", "videos/", "toolkits/"))}
DOWNLOADS = [(slug, entry) for slug, tool in TOOLS.items() for entry in tool.get("downloads", ())]
PRINTED = sorted((STATIC / "downloads").glob("*.pdf"))


# -- a tool for every team


@pytest.mark.parametrize(("dimension", "level"), CELLS)
def test_every_level_and_dimension_has_tools_of_its_own(dimension: str, level: str) -> None:
    own = [
        slug
        for slug, tool in TOOLS.items()
        if dimension in several(tool.get("dimensions")) and level in several(tool.get("team_levels"))
    ]
    assert len(own) >= OWN_ITEMS, own


def test_there_are_many_tools_that_any_team_can_use() -> None:
    generic = [slug for slug, tool in TOOLS.items() if tool.get("dimensions") and tool.get("team_levels")]
    assert len(generic) >= 50


@pytest.mark.parametrize("area", sorted(path.stem for path in (CONTENT / "focus-areas").glob("*.md")))
@pytest.mark.parametrize("group", ["stories", "tools", "toolkits"])
def test_every_focus_area_has_something_in_every_group(area: str, group: str) -> None:
    assert [slug for slug, page in FOLDERS[group].items() if area in several(page.get("focus_areas"))]


def test_practices_have_a_story_tools_and_goodies() -> None:
    practices = FOLDERS["toolkits"]
    assert len(practices) >= 5
    assert len({page["story"] for page in practices.values()}) == len(practices)
    for page in practices.values():
        assert len(several(page["tools"])) >= 3
        assert several(page["goodies"])


def test_nearly_every_filter_leads_to_something() -> None:
    settings = yaml.safe_load((PROJECT / "site.yaml").read_text("utf-8"))
    empty = set()
    for name, taxonomy in settings["taxonomies"].items():
        if taxonomy["terms"] == "any":
            continue
        formats = {"docx": "word", "pptx": "ppt", "pdf": "pdf"}
        used = {term for page in LIBRARY.values() for term in several(page.get(taxonomy["field"]))}
        if name == "format":
            used |= {formats[entry["file"].rpartition(".")[2]] for _, entry in DOWNLOADS}
        empty |= {(name, term) for term in taxonomy["terms"] if term not in used}
    assert empty == NOBODY_THERE


# -- downloads


@pytest.mark.parametrize("slug", sorted(HERE))
def test_every_tool_has_something_to_take_along(slug: str) -> None:
    assert TOOLS[slug]["downloads"]


@pytest.mark.parametrize(("slug", "entry"), DOWNLOADS, ids=[entry["file"] for _, entry in DOWNLOADS])
def test_files_are_what_the_tool_says(slug: str, entry: dict[str, Any]) -> None:
    file = STATIC / entry["file"]
    assert file.is_file(), slug
    if file.suffix == ".pdf":
        pages = PdfReader(file).pages
        assert len(pages) == entry.get("pages", len(pages))
        (size,) = {paper(float(page.mediabox.width), float(page.mediabox.height)) for page in pages}
        assert entry.get("paper", size) == size
    elif file.suffix == ".pptx":
        with zipfile.ZipFile(file) as deck:
            slides = [name for name in deck.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
        assert len(slides) == entry.get("slides", len(slides))
    else:
        assert file.suffix == ".docx"
        assert entry.get("paper", "8.5 x 11 in") == paper_of_form(file)


def paper_of_form(file: Path) -> str:
    with zipfile.ZipFile(file) as form:
        tree = ET.fromstring(form.read("word/document.xml"))  # noqa: S314 - our own file
    (size,) = tree.iter(f"{WORD}pgSz")
    wide, tall = (int(size.get(f"{WORD}{side}", "0")) / 20 for side in "wh")
    return paper(wide, tall)


def paper(wide: float, tall: float) -> str:
    """Return the name of a paper, upright or not, of so many points."""
    return PAPERS[round(min(wide, tall)), round(max(wide, tall))]


def test_no_file_lies_about_unused() -> None:
    used = {entry["file"].rpartition("/")[2] for _, entry in DOWNLOADS}
    assert {path.name for path in (STATIC / "downloads").iterdir()} == used


@pytest.mark.parametrize("file", PRINTED, ids=[file.name for file in PRINTED])
def test_printed_files_have_a_title_a_language_and_tags(file: Path) -> None:
    document = PdfReader(file)
    assert document.metadata is not None
    assert document.metadata.title
    root: dict[str, Any] = dict(document.root_object)
    assert root["/Lang"] == "en-US"
    assert cast("dict[str, Any]", root["/MarkInfo"].get_object())["/Marked"].value
    assert cast("dict[str, Any]", root["/StructTreeRoot"].get_object())["/K"]
    assert all("Hyperlegible" in " ".join(fonts_of(page)) for page in document.pages)


def fonts_of(page: Any) -> list[str]:
    return [str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()]


# -- pictures


@pytest.mark.parametrize("slug", sorted(HERE))
def test_every_tool_shows_its_first_page_in_a_small_picture(slug: str) -> None:
    image = TOOLS[slug]["image"]
    file = STATIC / image["src"]
    assert image["src"] == f"images/previews/{slug}.png"
    assert len(image["alt"].split()) >= 8
    assert file.stat().st_size <= PREVIEW_BYTES
    with Image.open(file) as picture:
        assert picture.width == PREVIEW_WIDE


def test_no_picture_lies_about_unused() -> None:
    assert {path.stem for path in (STATIC / "images" / "previews").iterdir()} == set(HERE)


# -- words


@pytest.mark.parametrize("name", sorted(ALL))
def test_titles_and_summaries_are_short(name: str) -> None:
    page = ALL[name]
    assert len(page["title"]) <= TITLE
    assert 0 < len(page["summary"]) <= SUMMARY


@pytest.mark.parametrize("field", ["title", "summary"])
def test_no_two_pages_share_a_title_or_a_summary(field: str) -> None:
    values = [page[field] for page in ALL.values()]
    assert sorted(values) == sorted(set(values))
