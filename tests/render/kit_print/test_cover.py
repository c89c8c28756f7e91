"""The cover of a printed kit: what it says, and how it goes on where a sheet is full."""

from io import BytesIO
from typing import Any

import msgspec
from pypdf import PdfReader

from sitegen.render.kit_print.cover import draw_cover
from sitegen.render.kit_print.print_records import Cover, Enclosure

SITE = "https://example.org"
GUIDE = Enclosure(title="Gu\u00eda de huddle", address=f"{SITE}/tools/guide/", facts="PDF", path="a.pdf", pages=2)
SHEET = Enclosure(title="Sheet", address=f"{SITE}/tools/sheet/", facts="PDF, 1 page", path="b.pdf", pages=1)
STORY = Enclosure(title="How we did it", address=f"{SITE}/stories/how/", facts="Story")
COVER = Cover(
    site_title="A Partnership",
    eyebrow="Path to Performance kit",
    title="Level 3 Sponsorship",
    address=f"{SITE}/path/level-3/sponsorship/",
    level="Level 3",
    reached=3,
    steps=5,
    checks=("Sponsors visit the team.", "They ask first."),
    enclosures=(GUIDE, SHEET, STORY),
)


def lines(cover: Cover, *bound: Enclosure) -> list[str]:
    """Return the lines of a cover, of all its sheets."""
    data, count = draw_cover(cover, bound)
    pages = PdfReader(BytesIO(data)).pages
    assert len(pages) == count
    return [line.strip() for page in pages for line in page.extract_text().split("\n") if line.strip()]


def links(cover: Cover, *bound: Enclosure) -> list[str]:
    data, _ = draw_cover(cover, bound)
    areas: list[Any] = [one.get_object() for page in PdfReader(BytesIO(data)).pages for one in page.annotations or ()]
    return [area["/A"]["/URI"] for area in areas]


def test_it_says_what_the_kit_is_asks_for_and_holds() -> None:
    said = lines(COVER, GUIDE, SHEET)
    headings = ("What Level 3 asks for", "In this print", "Also in the kit, on the website")
    asked, bound, rest = map(said.index, headings)
    head = said[:asked]
    assert {"Level 3 Sponsorship", "example.org/path/level-3/sponsorship/", "Team", "Date"} <= set(head)
    assert said[asked + 1 : bound] == ["Sponsors visit the team.", "They ask first."]
    guide = ["Gu\u00eda de huddle", "pages 2\u20133", "example.org/tools/guide/"]
    assert sorted(said[bound + 1 : rest]) == sorted([*guide, "Sheet", "page 4", "example.org/tools/sheet/"])
    assert {"How we did it", "Story", "example.org/stories/how/"} <= set(said[rest:])


def test_what_is_not_bound_is_named_with_what_it_is() -> None:
    said = lines(COVER, GUIDE)
    rest = said[said.index("Also in the kit, on the website") :]
    assert {"Sheet", "PDF, 1 page", "example.org/tools/sheet/"} <= set(rest)


def test_a_kit_that_is_bound_whole_names_nothing_else() -> None:
    cover = msgspec.structs.replace(COVER, enclosures=(GUIDE, SHEET))
    assert "Also in the kit, on the website" not in lines(cover, GUIDE, SHEET)


def test_addresses_are_links() -> None:
    assert links(COVER, GUIDE, SHEET) == [COVER.address, GUIDE.address, SHEET.address, STORY.address]


def test_pages_are_counted_after_all_sheets_of_the_cover() -> None:
    many = tuple(msgspec.structs.replace(STORY, title=f"Story {n}") for n in range(60))
    cover = msgspec.structs.replace(COVER, enclosures=(SHEET, *many))
    _, count = draw_cover(cover, [SHEET])
    assert count > 2
    said = lines(cover, SHEET)
    assert f"page {count + 1}" in said
    assert {f"Story {n}" for n in range(60)} <= set(said)


def test_long_titles_and_addresses_go_on_in_the_next_line() -> None:
    long = msgspec.structs.replace(SHEET, title="A title of many words " * 12, address=f"{SITE}/{'folder/' * 40}")
    data, _ = draw_cover(msgspec.structs.replace(COVER, title="Level 3 " + "Sponsorship " * 8), [long])
    written = [line for page in PdfReader(BytesIO(data)).pages for line in page.extract_text().split("\n")]
    assert max(map(len, written)) < 140
    assert "".join(written).count("folder/") == 40
    assert " ".join(lines(COVER, long)).count("A title of many words") == 12


def test_an_address_too_long_for_a_code_has_none() -> None:
    far = msgspec.structs.replace(COVER, address=f"{SITE}/{'path/' * 80}")
    with_code, without = (len(draw_cover(cover, [SHEET])[0]) for cover in (COVER, far))
    assert without < with_code - 1_000
