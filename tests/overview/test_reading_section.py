"""Reading grades by page: which pages have one, their order, and where the hardest sentence stands."""

from sitegen.overview.reading_section import reading_section
from tests.overview.facts import facts, said, story
from tests.overview.test_readability import CAT, PLATYPUS

EASY = "\n\n".join([CAT] * 20)
# 20 x 6 = 120 words in 20 sentences, 120 syllables: 0.39 x 6 + 11.8 x 1 - 15.59 = -1.45
HARD = f"{EASY}\n\n{PLATYPUS}"
# 133 words in 21 sentences, 144 syllables: 0.39 x 133 / 21 + 11.8 x 144 / 133 - 15.59 = 2.47 + 12.776 - 15.59 = -0.344


def test_the_hardest_pages_come_first_with_their_hardest_sentences() -> None:
    section = reading_section(facts({"stories/a.md": story(body=EASY), "stories/b.md": story(body=HARD)}))
    assert said(section) == ["stories/b.md:46 grade -0.3, 133 words", "stories/a.md:44 grade -1.4, 120 words"]
    assert section.rows[0].notes == (f"{PLATYPUS} (grade 11.3)", f"{CAT} (grade -1.4)", f"{CAT} (grade -1.4)")


def test_headings_and_short_lines_are_no_sentences() -> None:
    body = f"## {PLATYPUS}\n\n{EASY}\n\n- Incontrovertible responsibilities\n"
    assert said(reading_section(facts({"stories/a.md": story(body=body)})))[0].endswith("grade -1.4, 120 words")


def test_other_languages_expired_pages_and_short_texts_have_no_grade() -> None:
    pages = {
        "stories/a.md": story(body=EASY, lang="es"),
        "stories/b.md": story(body=EASY, expires="2026-01-01"),
        "stories/c.md": story(body=CAT),
        "stories/d.md": story(body=EASY, lang="en-US", draft="true"),
    }
    assert [row.file for row in reading_section(facts(pages)).rows] == ["content/stories/d.md"]
