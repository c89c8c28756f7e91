"""The fields of a page that comes in: by rules, each with how sure it is."""

import pytest

from sitegen.errors import UsageError
from sitegen.importing.file_facts import FileFacts, facts_of_line
from sitegen.importing.kind_choice import check_wanted
from sitegen.importing.source_dates import date_fields
from tests.importing.bringing_in import asked_of, config, fields_of, left_out_of, page_of

TOOL = """Huddle board

Intended audience: Union stewards, managers and the moon
Best used: Before the first huddle
Region: NCAL; SoCal
Topics: Quality
Published: October 5, 2017
Deck: A board for ten minutes a day.

PDF (two pages, 8.5" x 11")

Put it where all can see it.
"""


def test_lines_with_labels_are_fields() -> None:
    fields = fields_of("tool.txt", TOOL)
    assert {name: value for name, (value, sure) in fields.items() if sure == "certain"} == {
        "summary": "A board for ten minutes a day.",
        "date": "2017-10-05",
        "regions": ("northern-california", "southern-california"),
        "topics": ("quality",),
        "formats": ("pdf",),
        "roles": ("union-steward", "manager"),
        "best_used": "Before the first huddle",
    }
    assert page_of("tool.txt", TOOL).endswith("---\nPut it where all can see it.\n")


def test_a_value_that_means_no_term_is_asked_about_and_told() -> None:
    assert '"the moon", behind "Intended audience", is no role of this site' in asked_of("tool.txt", TOOL)
    assert left_out_of("tool.txt", TOOL)['unknown role behind "Intended audience"'] == "the moon"


def test_what_describes_a_file_makes_a_tool_and_the_file_is_asked_for() -> None:
    asked = asked_of("sheet.txt", "Sheet\n\n7 slides\n\nUse it.")
    assert "the source describes a file that did not come along (7 slides)" in asked
    assert fields_of("sheet.txt", "Sheet\n\n7 slides\n\nUse it.")["roles"][1] == "guess"


def test_terms_are_likely_in_a_title_and_guesses_in_a_text() -> None:
    fields = fields_of("x.txt", "Pharmacy cuts waits in Ohio\n\nThe radiology people helped, and radiology gained.")
    assert fields["departments"] == (("pharmacy",), "likely")
    assert fields["regions"] == (("ohio",), "likely")
    assert fields_of("x.txt", "Shorter waits\n\nRadiology helped radiology.")["departments"] == (
        ("radiology",),
        "guess",
    )


def test_a_guess_has_a_remark_beside_it_and_what_must_be_there_is_asked() -> None:
    page = page_of("x.txt", "Shorter waits\n\nThey wait less.")
    assert "date: 2026-11-30  # a guess: nothing says when it was written" in page
    assert "draft: true" in page
    assert any(
        text.startswith('"date" must be there') for text in asked_of("x.txt", "Shorter waits\n\nThey wait less.")
    )


def test_a_field_that_the_kind_cannot_have_is_told() -> None:
    assert any('would be the field "best_used"' in text for text in asked_of("x.txt", TOOL, kind="story"))


def test_a_long_summary_is_cut_at_a_sentence() -> None:
    deck = f"Deck: {'It works for us. ' * 20}"
    value, sure = fields_of("x.txt", f"Boards\n\n{deck}\n\nText.")["summary"]
    assert (str(value)[-16:], len(str(value)) <= 200, sure) == ("It works for us.", True, "certain")


DATES = {
    "2017-10-05T09:00:00Z": ["2017-10-05"],
    "October 5, 2017": ["2017-10-05"],
    "Oct 5th, 2017": ["2017-10-05"],
    "10/5/2017": ["2017-10-05"],
    "October 2017": ["2017-10"],
    "2017": ["2017"],
    "Fall 2017": ["2017", "Fall 2017"],
    "soon": [],
    "2017-13-40": [],
}


@pytest.mark.parametrize(("text", "values"), DATES.items())
def test_a_date_is_as_exact_as_it_is_known(text: str, values: list[str]) -> None:
    assert [field.value for field in date_fields(text, "certain", "")] == values


LINES = {
    "7 slides": FileFacts(slides=7),
    '8.5" x 11"': FileFacts(paper="8.5 x 11 in"),
    "8.5 x 11 inches": FileFacts(paper="8.5 x 11 in"),
    'PDF (two pages, 8.5" x 11")': FileFacts(format="pdf", pages=2, paper="8.5 x 11 in"),
    "Format: PDF (color and black and white)": FileFacts(format="pdf"),
    "PowerPoint, 18 slides": FileFacts(format="ppt", slides=18),
    "PDF": FileFacts(format="pdf"),
    "Print two pages of it": None,
    "The PDF has two pages": None,
    "5 x 5": FileFacts(paper="5 x 5 in"),
    "640 x 480": None,
}


@pytest.mark.parametrize(("line", "facts"), LINES.items())
def test_a_line_that_describes_a_file_is_known(line: str, facts: FileFacts | None) -> None:
    assert facts_of_line(line) == facts


def test_a_front_matter_of_another_generator_is_mapped() -> None:
    page = (
        "---\ntitle: Boards\ndescription: They work.\ntags: [quality, moon]\ndate: 2017-10-05T08:00:00Z\n"
        "layout: post\n---\n"
        "# Boards\n\nText {% include x %} here."
    )
    fields = fields_of("post.md", page)
    assert (fields["title"], fields["summary"]) == (("Boards", "certain"), ("They work.", "certain"))
    assert (fields["topics"][0], fields["date"][0]) == (("quality",), "2017-10-05")
    left = left_out_of("post.md", page)
    assert left['the field "layout" of the source has no place here'] == "post"
    assert left["a mark of the other program"] == "{% include x %}"


def test_toml_is_read_too() -> None:
    assert fields_of("post.md", '+++\ntitle = "Boards"\n+++\nText.')["title"] == ("Boards", "certain")


@pytest.mark.parametrize(
    ("kind", "into", "headline", "hint"),
    [
        ("stori", "", 'there is no kind "stori"', 'did you mean "story"?'),
        ("", "storys", 'there is no folder "storys" for pages', 'did you mean "stories"?'),
        (
            "tool",
            "stories",
            'pages in "stories" are of the kind story, not tool',
            "leave out --kind, or --into stories",
        ),
    ],
)
def test_a_kind_or_folder_that_is_not_there_is_refused(kind: str, into: str, headline: str, hint: str) -> None:
    with pytest.raises(UsageError) as error:
        check_wanted(config(), kind, into)
    assert (error.value.problems[0].headline, error.value.problems[0].hint) == (headline, hint)


def test_what_is_cut_of_a_summary_or_stands_beside_a_date_is_not_lost() -> None:
    deck = "A first sentence that says much of what there is to say about boards. " * 4
    page = page_of("x.txt", f"Boards\n\nDeck: {deck}last\n\nDate: October 5, 2017, by Alma\n\nText.")
    assert page.partition("\n---\n")[2].startswith(f"{deck}last\n")
    left = left_out_of("x.txt", "Boards\n\nDate: October 5, 2017, by Alma\n\nText.")
    assert left['it stands beside the date, behind "Date"'] == "October 5, 2017, by Alma"


def test_a_language_is_a_field_where_it_is_not_that_of_the_site() -> None:
    page = "<html lang={}><title>x</title><h1>Tableros</h1><p>Texto."
    assert fields_of("x.html", page.format("es-MX"))["lang"] == ("es-MX", "certain")
    assert "lang" not in fields_of("x.html", page.format("en-US"))


def test_a_day_at_the_beginning_of_a_name_is_likely_the_date() -> None:
    assert fields_of("old/2017-10-05-boards.md", "# Boards\n\nText.")["date"] == ("2017-10-05", "likely")
    assert fields_of("2017-10-05-boards.md", "---\ndate: 2016\n---\n# Boards\n\nText.")["date"] == ("2016", "certain")


def test_a_summary_has_no_tags() -> None:
    page = (
        "<title>Boards</title><meta name=description content='&lt;div class=x&gt;One board.'><p>A text of some words."
    )
    assert fields_of("a.html", page)["summary"] == ("One board.", "likely")
