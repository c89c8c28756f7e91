"""What the template of the search page is given."""

from sitegen.catalog import alphabet
from sitegen.catalog.alphabet import Title
from sitegen.catalog.facets import FacetTerms
from sitegen.model import Collection, Term
from sitegen.render import search_views as searching


def link(url: str) -> str:
    return "/base" + url


def title(text: str) -> Title:
    return Title(key=alphabet.title_key(text), path=f"{text}.md", url=f"/tools/{text}/", title=text, kind_label="Tool")


def facet(*counts: tuple[str, int], is_open: bool = False) -> FacetTerms:
    return FacetTerms("topic", "Topic", is_open, tuple((Term(name, name.upper()), count) for name, count in counts))


def test_the_titles_of_a_small_site_stand_under_their_letters() -> None:
    titles = [title("5s"), title("apple"), title("axe")]
    letters = searching.alphabet(alphabet.letters(titles), titles, link)
    assert [(one.label, one.url, [t.url for t in one.titles]) for one in letters] == [
        ("0-9", "#titles-0-9", ["/base/tools/5s/"]),
        ("A", "#titles-a", ["/base/tools/apple/", "/base/tools/axe/"]),
    ]


def test_the_letters_of_a_large_site_lead_to_their_pages() -> None:
    letters = searching.alphabet((("a", 200), ("other", 101)), (), link)
    assert [(one.label, one.url, one.titles) for one in letters] == [
        ("A", "/base/search/a/", ()),
        ("Other", "/base/search/other/", ()),
    ]


def test_the_page_of_a_letter_leads_to_the_others_and_on() -> None:
    page = searching.letter_page("a", 2, (("a", 700), ("b", 1)), [title("axe")], link)
    assert (page.title, page.letter, page.count) == ("All titles: A", "A", 700)
    assert [(one.id, one.is_current, len(one.titles)) for one in page.letters] == [("a", True, 1), ("b", False, 0)]
    assert (page.pager.number, page.pager.total) == (2, 3)
    assert (page.pager.previous, page.pager.next) == ("/base/search/a/", "/base/search/a/page/3/")


def test_a_filter_leads_to_the_longest_list_of_each_term() -> None:
    stories, library = (
        Collection(id="stories", title="Stories", address="stories"),
        Collection(id="all", title="All", address="all"),
    )
    offers = [(stories, facet(("a", 2), ("b", 0), ("c", 1))), (library, facet(("a", 2), ("b", 0), ("c", 4), ("d", 1)))]
    browsed = searching.browse_facet(offers, link)
    assert browsed.url == "/base/all/topic/"
    assert [(one.label, one.count, one.url) for one in browsed.options] == [
        ("A", 2, "/base/stories/topic/a/"),
        ("C", 4, "/base/all/topic/c/"),
        ("D", 1, "/base/all/topic/d/"),
    ]


def test_an_open_filter_shows_its_commonest_terms() -> None:
    home = Collection(id="stories", title="Stories", address="stories")
    many = facet(*((f"t{number}", number) for number in range(50)), is_open=True)
    browsed = searching.browse_facet([(home, many)], link)
    assert [one.count for one in browsed.options] == list(range(49, 19, -1))
