"""Every page is first when its title is asked; every word of site.yaml for a term leads to it; kits open by name."""

import random
import re
from collections.abc import Iterable
from typing import NamedTuple

import pytest

from sitegen.model import Taxonomy
from sitegen.search.documents import Document
from sitegen.search.finding import find
from sitegen.search.words.kept_words import kept_words
from sitegen.search.words.query import parse
from sitegen.search.words.synonyms import Synonyms
from sitegen.search.words.term_names import Names, term_names
from tests.reference.shard_reader import ShardReader, encoded
from tests.search.asked import documents_of, facets_of
from tests.site.shipped import Shipped

FIRST = 3
MADE_UP = (
    *("Five Whys", "five whys!", "Co-Lead Check-In", "What\u2019s New?", "The Path", "Is It?", "Posters, 8.5x11"),
    *(
        "Caf\u00e9 talk",
        "A",
        "Who We Are",
        "Whys five",
        "\u201cStop\u201d and go",
        "L'\u00e9quipe",
        "Team: goals & waste",
    ),
)


class Index(NamedTuple):
    """An index of some documents."""

    documents: dict[str, Document]
    reader: ShardReader
    names: Names

    def paths(self, text: str) -> list[str]:
        """Return the documents that a text finds, best first."""
        return [path for path, _ in self.reader.find(parse(text, self.names))]


def index_of(
    documents: Iterable[Document],
    synonyms: Iterable[tuple[str, ...]],
    names: Names,
    kept: frozenset[str] = frozenset(),
) -> Index:
    known = list(documents)
    return Index({one.path: one for one in known}, ShardReader(encoded(known, Synonyms(synonyms)), kept), names)


@pytest.fixture(scope="module")
def facets(shipped: Shipped) -> tuple[Taxonomy, ...]:
    return facets_of(shipped)


@pytest.fixture(scope="module")
def index(shipped: Shipped, facets: tuple[Taxonomy, ...]) -> Index:
    documents, synonyms = documents_of(shipped)
    return index_of(documents, synonyms, term_names(facets), kept_words(facets, synonyms))


@pytest.fixture(scope="module")
def made_up() -> Index:
    chance = random.Random(8)  # noqa: S311 - made-up pages, no secret
    pool = [word for title in MADE_UP for word in re.findall(r"\w+", title)]
    pages = [
        Document(url=f"/{n}/", path=f"{n}.md", title=title, body=" ".join(chance.choices(pool, k=40)))
        for n, title in enumerate(MADE_UP * 3)
    ]
    return index_of(pages, (("Five Whys", "5 whys"),), {})


def letters(title: str) -> str:
    """Return what two titles have in common that are equal but for case and punctuation."""
    plain = title.lower().replace("\u00e9", "e")
    return "".join(letter for letter in plain if letter.isalnum())


def ways_to_type(title: str) -> set[str]:
    bare = re.sub(r"[^\w\s]", "", title)
    return {title, title.lower(), title.upper(), bare, bare.upper(), f" {title}? "}


@pytest.mark.parametrize("name", ["index", "made_up"])
def test_asked_by_its_whole_title_a_page_is_first_with_those_of_the_same_title(
    name: str, request: pytest.FixtureRequest
) -> None:
    known: Index = request.getfixturevalue(name)
    for document in known.documents.values():
        same = {path for path, other in known.documents.items() if letters(other.title) == letters(document.title)}
        for text in ways_to_type(document.title):
            assert set(known.paths(text)[: len(same)]) == same, text


def test_every_word_for_a_term_leads_to_its_page_or_to_pages_that_carry_it(
    index: Index, facets: tuple[Taxonomy, ...]
) -> None:
    dead_ends = []
    for taxonomy in facets:
        for term in taxonomy.terms:
            carried = {path for path, one in index.documents.items() if term.id in one.terms.get(taxonomy.id, ())}
            of_term = {p for p, one in index.documents.items() if one.stands_for == ((taxonomy.id, term.id),)}
            for word in (term.label, *term.also):
                first = index.paths(word)[:FIRST]
                if (carried or of_term) and not (carried | of_term) & set(first):
                    dead_ends.append((word, first))
                if of_term and not any(letters(word) == letters(index.documents[path].title) for path in first):
                    assert first[0] in of_term, word
    assert dead_ends == []


def test_every_other_word_for_a_page_leads_to_it(index: Index) -> None:
    named = [(path, name) for path, one in index.documents.items() for name in one.names]
    assert {path for path, _ in named} >= {"/", "/tools/", "/videos/", "/path-to-performance/"}
    for path, name in named:
        assert path in index.paths(name)[:FIRST], name


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("video", "/videos/"),
        ("movie", "/videos/"),
        ("Forms?", "/tools/"),
        ("form", "/tools/"),
        ("handout", "/tools/"),
        ("all tools", "/tools/"),
        ("level 6", "/path-to-performance/"),
        ("run charts", "tools/run-chart.md"),
        ("five why", "tools/five-whys.md"),
        ("goal and performance", "dimensions/goals-and-performance.md"),
        ("Level III", "levels/level-3.md"),
        ("level IV sponsorship", "/path-to-performance/level-4/sponsorship/"),
        ("lvl 5", "levels/level-5.md"),
        ("workplacesafety", "focus-areas/total-health-and-workplace-safety.md"),
        ("totalhealth", "focus-areas/total-health-and-workplace-safety.md"),
        ("S.M.A.R.T. goals", "tools/smart-goals.md"),
    ],
)
def test_pages_open_in_both_numbers_and_by_everyday_words(index: Index, text: str, path: str) -> None:
    assert index.paths(text)[0] == path


@pytest.mark.parametrize("text", ['8.5" x 11" poster', '11" x 17"', "poster 8.5\u201d x 14\u201d"])
def test_inch_marks_begin_no_phrase(index: Index, text: str) -> None:
    assert index.paths(text) == index.paths(re.sub('["\u201d]', "", text))
    assert index.paths(text)


def test_words_of_site_yaml_are_not_cut_in_two(index: Index) -> None:
    for word in ("housekeeping", "slideshow", "questionnaire", "webinar"):
        assert find(index.reader, parse(word, index.names)).corrected == (), word


def test_a_level_and_a_dimension_open_their_kit_by_any_of_their_words(
    index: Index, facets: tuple[Taxonomy, ...]
) -> None:
    terms = {taxonomy.id: taxonomy.terms for taxonomy in facets}
    for level in terms["level"]:
        for dimension in terms["dimension"]:
            kit = f"/path-to-performance/level-{level.id}/{dimension.id}/"
            for one in (level.label, *level.also):
                for other in (dimension.label, *dimension.also):
                    for text in (f"{one} {other}", f"{other}, {one}", f"what is the {one} in {other}?"):
                        assert index.paths(text)[0] == kit, text


@pytest.mark.parametrize(
    ("text", "kit"),
    [
        ("sponsership level 3", "level-3/sponsorship"),
        ("level 2 leadreship", "level-2/leadership"),
        ("levle 4 training", "level-4/training"),
        ("training 4", "level-4/training"),
        ("improvement tool 2", "level-2/use-of-tools"),
        ("what does level 5 want of our sponsors", "level-5/sponsorship"),
        ("team process huddles at L-1", "level-1/team-process"),
        ("level1 goals", "level-1/goals-and-performance"),
        ("co-leads' checklist, level two", "level-2/leadership"),
    ],
)
def test_a_kit_opens_beside_other_words_and_after_a_mistake(index: Index, text: str, kit: str) -> None:
    assert index.paths(text)[0] == f"/path-to-performance/{kit}/"


@pytest.mark.parametrize("text", ["levels 2 and 4", "level 2-4", "L4, L2"])
def test_two_levels_open_their_pages(index: Index, text: str) -> None:
    assert set(index.paths(text)[:2]) == {"levels/level-2.md", "levels/level-4.md"}


@pytest.mark.parametrize(
    ("text", "facet", "term"),
    [
        ("webinars", "format", "webex"),
        ("movies", "format", "video"),
        ("questionnaires", "type", "survey"),
        ("shopstewards", "role", "union-steward"),
        ("so cal", "region", "southern-california"),
        ("x-rays", "department", "radiology"),
        ("labs", "department", "laboratory"),
        ("questionaire", "type", "survey"),
    ],
)
def test_names_are_known_in_both_numbers_and_in_one_word_or_two(index: Index, text: str, facet: str, term: str) -> None:
    finding = find(index.reader, parse(text, index.names))
    assert (facet, term) in {(offer.facet, offer.term) for offer in finding.query.offers}
    assert finding.missing == ()


def test_a_known_word_is_not_gone_on_with(index: Index) -> None:
    assert "about/accessibility.md" not in index.paths("how to guide")[:FIRST]
    assert index.paths("guid") != []


@pytest.mark.parametrize("text", ["wages", "norms", "payroll", "pathway", "bullying", "1998", "roi", "lean"])
def test_what_would_change_the_meaning_is_not_done(index: Index, text: str) -> None:
    assert find(index.reader, parse(text, index.names)).corrected == ()


@pytest.mark.parametrize("text", ["jon august", "flu shot", "back pain", "note book", "2020 agreement", "90s"])
def test_nothing_far_off_is_offered(index: Index, text: str) -> None:
    assert find(index.reader, parse(text, index.names)).suggested == ()


def test_a_phrase_is_looked_for_as_it_was_meant(index: Index) -> None:
    assert index.paths('"hudle guide"')[0] == index.paths('"huddle guide"')[0]


def test_a_name_finds_pages_that_do_not_say_it_and_is_not_corrected(index: Index) -> None:
    assert index.paths("NCAL")[0] == "regions/northern-california.md"
    for word in ("NorCal", "EVS", "webinar", "questionnaire", "Acrobat"):
        finding = find(index.reader, parse(word, index.names))
        assert finding.rows, word
        assert finding.corrected == (), word


def test_lists_are_found_by_what_they_are_and_not_by_what_they_list(index: Index) -> None:
    tools = index.documents["/tools/"]
    assert "fishbone" not in tools.text.lower()
    assert "/tools/" not in index.paths("fishbone")
    assert not [path for path in index.documents if "/page/" in path or "/topic/" in path]
