"""What holds several stories is cut into a page for each, with the cuts shown."""

from benchmarks.word_files import paragraph, word_file
from sitegen.importing.import_plan import Outcome
from tests.importing.bringing_in import plan, source

WORDS = "These are the words of a story, and there are more than a dozen of them here."
LABELLED = f"""Stories for the new site

Title: Boards that work
Deck: Ten minutes a day.
Story body part 1:

{WORDS} One.

Headline: Carts that roll

Deck:
Less lifting.

{WORDS} Two.

Title: Doors that open

{WORDS} Three.
"""


def pages(outcomes: tuple[Outcome, ...]) -> dict[str, str]:
    return {one.page.path.rpartition("/")[2]: one.page.text for one in outcomes if one.page}


def told(outcomes: tuple[Outcome, ...], because: str) -> list[str]:
    return [one.text for outcome in outcomes if outcome.page for one in outcome.page.left_out if because in one.because]


def test_titles_with_labels_are_cut_apart() -> None:
    made = plan(source("ten.txt", LABELLED)).outcomes
    texts = pages(made)
    assert list(texts) == ["boards-that-work.md", "carts-that-roll.md", "doors-that-open.md"]
    assert "summary: Less lifting.\n" in texts["carts-that-roll.md"]
    assert [
        text.rstrip().endswith(f"{WORDS} {number}.")
        for text, number in zip(texts.values(), ("One", "Two", "Three"), strict=True)
    ]
    assert told(made, "no place") == []
    assert told(made, "names the whole") == ["Stories for the new site"]


def test_the_cuts_are_shown() -> None:
    made = plan(source("ten.txt", LABELLED)).outcomes
    asked = [one.text for outcome in made if outcome.page for one in outcome.page.decisions]
    assert (
        'the source was cut into 3 pages, of which this is number 2: the cut is above "Headline: Carts that roll"'
        in asked
    )


def test_headings_of_level_1_with_texts_are_cut_apart() -> None:
    page = "<title>All</title>" + "".join(
        f"<h1>{name} that work</h1><h2>Why</h2><p>{WORDS}" for name in ("Boards", "Carts")
    )
    made = plan(source("ten.html", page)).outcomes
    assert list(pages(made)) == ["boards-that-work.md", "carts-that-work.md"]
    assert told(made, "no place") == []


def test_titles_of_a_word_file_are_cut_apart() -> None:
    data = word_file(
        "".join(paragraph(f"{name} that work", "Title") + paragraph(WORDS) for name in ("Boards", "Carts"))
    )
    made = plan(source("ten.docx", data)).outcomes
    assert list(pages(made)) == ["boards-that-work.md", "carts-that-work.md"]
    assert told(made, "no place") == []


def test_typed_titles_are_cut_apart() -> None:
    made = plan(source("ten.txt", f"# Boards\n\n{WORDS}\n\n# Carts\n\n{WORDS}")).outcomes
    assert list(pages(made)) == ["boards.md", "carts.md"]


def test_one_story_stays_whole() -> None:
    for text in (f"Title: Boards\n\n{WORDS}", f"Title: Boards\n\nTitle: Carts\n\n{WORDS}"):
        assert len(plan(source("one.txt", text)).outcomes) == 1
    assert len(plan(source("one.html", f"<h1>Site</h1><h1>Boards</h1><p>{WORDS}")).outcomes) == 1


def test_a_second_import_of_many_stories_changes_nothing() -> None:
    first = plan(source("ten.txt", LABELLED))
    again = plan(source("ten.txt", LABELLED), site=first.files, record=first.record)
    assert (again.files, [one.status for one in again.outcomes]) == ({}, ["unchanged"])
    changed = plan(source("ten.txt", LABELLED.replace("Two.", "Too.")), site=first.files, record=first.record)
    assert [one.status for one in changed.outcomes] == ["unchanged", "changed", "unchanged"]
    assert changed.record == first.record  # so that it is shown until somebody has taken it in


def test_bold_headlines_with_a_labelled_deck_and_body_are_cut_apart() -> None:
    page = "".join(
        f"<p><strong>Headline: Tale {number}</strong><p>Deck: Of {number}.<p>Body: {WORDS}<hr>"
        for number in ("one", "two")
    )
    texts = pages(plan(source("all.html", page)).outcomes)
    assert list(texts) == ["tale-one.md", "tale-two.md"]
    assert f"\n---\n{WORDS}" in texts["tale-two.md"]
