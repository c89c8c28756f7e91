"""The section about how hard pages are to read."""

from collections.abc import Iterator

from sitegen.catalog.page_bodies import page_bodies
from sitegen.content.derived import cut_at_word
from sitegen.overview.overview_records import Row, Section
from sitegen.overview.readability import FEWEST_WORDS, Reading, read
from sitegen.overview.site_facts import PageFacts, SiteFacts

_ENGLISH = "en"
_FIRST_WORDS = 3
_MOST_LETTERS = 400


def reading_section(site: SiteFacts) -> Section:
    """Return the pages in English with their grades, the hardest first, each with its hardest sentences.

    A row leads to the line of the hardest sentence, as near as it can be found. Expired pages are left out.
    """
    pages = (facts for facts in site.pages if facts.entry.why_unlisted != "expired")
    graded = [(facts, reading) for facts in pages if (reading := reading_of(site, facts))]
    graded.sort(key=lambda pair: (-pair[1].grade, pair[0].page.path))
    return Section(
        id="reading",
        title="Reading grades, the hardest first",
        explanation=f"Years of school (Flesch-Kincaid), of texts in English with at least {FEWEST_WORDS} words.",
        rows=tuple(_row(site, facts, reading) for facts, reading in graded),
    )


def reading_of(site: SiteFacts, facts: PageFacts) -> Reading | None:
    """Return how hard a page is to read; None where it is not in English or has too few words."""
    language = facts.page.lang or site.config.site.language
    return read(_lines(facts)) if language.lower().split("-")[0] == _ENGLISH else None


def _lines(facts: PageFacts) -> Iterator[str]:
    """Yield the paragraphs of all texts of a page, without its headings."""
    for body in page_bodies(facts.page):
        headings = {heading.text for heading in body.headings}
        yield from (line for line in body.text.split("\n") if line not in headings)


def _row(site: SiteFacts, facts: PageFacts, reading: Reading) -> Row:
    notes = tuple(
        f"{cut_at_word(sentence.text, _MOST_LETTERS)} (grade {sentence.grade:.1f})" for sentence in reading.hardest
    )
    return Row(
        file=facts.file,
        line=_line_of(site, facts, reading.hardest[0].text if reading.hardest else ""),
        title=facts.page.title,
        what=f"grade {reading.grade:.1f}, {reading.words:,} words",
        url=site.url_of(facts),
        notes=notes,
    )


def _line_of(site: SiteFacts, facts: PageFacts, sentence: str) -> int:
    """Return the last line on which the first words of a sentence stand: below the fields where they are there, too."""
    start = " ".join(sentence.split()[:_FIRST_WORDS])
    lines = site.files[facts.file].decode("utf-8", "replace").splitlines()
    return next((number for number, line in reversed([*enumerate(lines, 1)]) if start and start in line), 1)
