"""The print of a kit: what goes in, within forty pages, and what is left out with a word."""

from io import BytesIO

import msgspec
from pypdf import PdfReader

from sitegen.render.kit_print.print_records import Enclosure
from sitegen.render.kit_print.printing import print_kit
from sitegen.render.kit_print.selection import MOST_BYTES, select_bound
from tests.assets.downloads import made
from tests.render.kit_print.test_cover import COVER, STORY

LETTER = (612.0, 792.0)


def enclosure(name: str, pages: int) -> Enclosure:
    return Enclosure(title=name, address=f"https://example.org/{name}/", facts="PDF", path=f"{name}.pdf", pages=pages)


def test_a_print_has_forty_pages_at_most_and_its_cover_is_one_of_them() -> None:
    wanted = [enclosure("one", 20), enclosure("two", 15), enclosure("three", 4)]
    long = tuple(msgspec.structs.replace(STORY, title=f"Story {number}") for number in range(40))
    files = {one.path: made.pdf(*[LETTER] * one.pages) for one in wanted}
    short_cover = msgspec.structs.replace(COVER, enclosures=tuple(wanted))
    long_cover = msgspec.structs.replace(COVER, enclosures=(*wanted, *long))
    whole, refused = print_kit(short_cover, wanted, files)
    assert refused == ()
    assert whole
    assert whole.facts.pages == len(PdfReader(BytesIO(whole.data)).pages) == 40
    assert whole.facts.size == len(whole.data)
    cut, _ = print_kit(long_cover, wanted, files)
    assert cut
    reader = PdfReader(BytesIO(cut.data))
    assert cut.facts.pages == len(reader.pages) <= 40
    assert [str(one["/Title"]) for one in reader.outline if isinstance(one, dict)] == [COVER.title, "one", "two"]
    assert "example.org/three/" in "".join(page.extract_text() for page in reader.pages[:3])


def test_what_cannot_be_bound_is_left_out_and_told() -> None:
    good, bad = enclosure("good", 1), enclosure("bad", 1)
    cover = msgspec.structs.replace(COVER, enclosures=(bad, good))
    files = {"good.pdf": made.pdf(LETTER), "bad.pdf": b"%PDF-1.4 no more"}
    made_print, refused = print_kit(cover, [bad, good], files)
    assert [one for one, _ in refused] == [bad]
    assert made_print
    assert made_print.facts.pages == 2
    assert "example.org/bad/" in PdfReader(BytesIO(made_print.data)).pages[0].extract_text()


def test_there_is_no_print_of_a_cover_alone() -> None:
    bad = enclosure("bad", 1)
    made_print, refused = print_kit(COVER, [bad], {"bad.pdf": b""})
    assert made_print is None
    assert len(refused) == 1


def test_what_comes_first_is_bound_first_and_each_file_once() -> None:
    enclosures = [
        enclosure("a", 30),
        STORY,
        enclosure("b", 20),
        enclosure("c", 9),
        enclosure("a", 30),
        enclosure("d", 1),
    ]
    assert list(select_bound(enclosures, {})) == ["a.pdf", "c.pdf"]
    assert list(select_bound([enclosure("a", 1), enclosure("b", 1)], {"a.pdf": MOST_BYTES + 1})) == ["b.pdf"]


def test_the_paper_of_a_print_is_told_where_all_pages_share_it() -> None:
    letter = msgspec.structs.replace(enclosure("letter", 1), paper="8.5 x 11 in")
    poster = msgspec.structs.replace(enclosure("poster", 1), paper="11 x 17 in")
    files = {one.path: made.pdf(LETTER) for one in (letter, poster)}
    papers = [print_kit(COVER, wanted, files)[0] for wanted in ([letter], [letter, poster])]
    assert [one.facts.paper for one in papers if one] == ["8.5 x 11 in", ""]
