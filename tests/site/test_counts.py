"""Counts: those of every list, filter and index equal a brute-force count over the front matter."""

import random
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from sitegen.model import Collection
from tests.reference.shard_reader import read_numbers
from tests.site.brute import Brute
from tests.site.shipped import find_all, page_of, texts_of

SELECTIONS = 500
SITES = ("shipped", "madeup")


@pytest.fixture(scope="module", params=SITES)
def brute(request: pytest.FixtureRequest) -> Brute:
    return Brute(request.getfixturevalue(request.param))


def with_facets(brute: Brute) -> Iterator[tuple[Collection, str]]:
    return ((home, facet) for home in brute.config.collections for facet in home.facets)


def index(brute: Brute, home: Collection) -> Any:
    """Return the facet index of a collection, with its columns."""
    facet_index = brute.site.json(f"{home.address}/facets.json")
    for facet in facet_index["facets"]:
        column = brute.site.json(facet["column"].removeprefix(f"{brute.site.base}/"))
        facet |= {"sets": column["sets"], "items": read_numbers(column["items"])}
    return facet_index


def cards(tree: Element) -> list[str]:
    """Return the links of the rows of a list, in order."""
    (main,) = find_all(tree, "div", class_="list-static")
    titles = [title for level in ("h2", "h3") for title in find_all(main, level, class_="row-title")]
    return [link.get("href", "") for title in titles for link in title.iter("a")]


def options(element: Element) -> dict[str, int]:
    """Return what is offered under an element: link and count."""
    counted = ((link, find_all(link, "span", class_="count")) for link in element.iter("a"))
    return {link.get("href", ""): int(texts_of(count[0])) for link, count in counted if count}


def pages_of(brute: Brute, url: str) -> list[Element]:
    """Return the pages of a list, from the first on."""
    pages = []
    path = page_of(url)
    while path in brute.site.files:
        pages.append(brute.site.tree(path))
        path = page_of(f"{url}page/{len(pages) + 1}/")
    return pages


def shown_in(pages: list[Element]) -> list[str]:
    return [link for page in pages for link in cards(page)]


def expected(brute: Brute, home: Collection, facet: str) -> dict[str, int]:
    """Return the link and the count of each term that has pages."""
    prefix = f"{brute.site.base}/{home.address}/{facet}"
    return {f"{prefix}/{term}/": count for term, count in brute.counts(home, facet).items()}


def test_a_list_shows_each_of_its_pages_once_and_in_order(brute: Brute) -> None:
    for home in brute.config.collections:
        urls = [brute.url(row) for row in brute.members(home)]
        if home.has_list and home.kind != "level":  # the levels' list is the grid of kits: test_kits.py
            pages = pages_of(brute, f"/{home.address}/")
            assert shown_in(pages) == urls, home.id
            assert len(pages) == max(1, -(-len(urls) // home.per_page))


def test_the_list_of_a_term_shows_each_of_its_pages_once_and_in_order(brute: Brute) -> None:
    for home, facet in with_facets(brute):
        for term, count in brute.counts(home, facet).items():
            pages = pages_of(brute, f"/{home.address}/{facet}/{term}/")
            urls = [brute.url(row) for row in brute.members(home) if term in row.terms[facet]]
            assert shown_in(pages) == urls, (home.id, facet, term)
            assert len(pages) == -(-count // home.per_page)


def test_every_list_says_how_many_it_holds(brute: Brute) -> None:
    for home, facet in with_facets(brute):
        for term, count in brute.counts(home, facet).items():
            for page in pages_of(brute, f"/{home.address}/{facet}/{term}/"):
                (line,) = find_all(page, "div", class_="count-line")
                words = texts_of(next(line.iter("p"))).split()
                assert f"{count:,}" in (words[0], words[-2]), (home.id, facet, term)


def test_filters_count_the_pages_of_each_term_of_the_collection(brute: Brute) -> None:
    for home in brute.config.collections:
        if home.facets and home.has_list:
            wanted = {link: count for facet in home.facets for link, count in expected(brute, home, facet).items()}
            for page in pages_of(brute, f"/{home.address}/"):
                (filters,) = find_all(page, "nav", class_="filters")
                assert options(filters) == wanted, home.id


def test_the_page_of_all_terms_counts_them(brute: Brute) -> None:
    for home, facet in with_facets(brute):
        (main,) = brute.site.tree(f"{home.address}/{facet}/index.html").iter("main")
        assert options(main) == expected(brute, home, facet), (home.id, facet)


def test_a_term_has_a_page_where_it_has_items_and_only_there(brute: Brute) -> None:
    for home, facet in with_facets(brute):
        folder = f"{home.address}/{facet}/"
        below = [path.removeprefix(folder) for path in brute.site.pages if path.startswith(folder)]
        terms = {path.partition("/")[0] for path in below if "/" in path}
        assert terms == set(brute.counts(home, facet)), (home.id, facet)


def test_a_pair_shows_each_of_its_pages_once_and_in_order_and_has_a_page_only_with_pages(brute: Brute) -> None:
    assert any(home.pairs for home in brute.config.collections)
    for home in brute.config.collections:
        for pair, count in brute.pairs(home).items():
            (facet, term), (facet2, term2) = pair
            pages = pages_of(brute, f"/{home.address}/{facet}/{term}/{facet2}/{term2}/")
            rows = [brute.members(home)[at] for at in brute.passing(home, {facet: [term], facet2: [term2]})]
            assert shown_in(pages) == [brute.url(row) for row in rows], (home.id, pair)
            assert (len(rows), len(pages)) == (count, -(-count // home.per_page))


def test_beside_a_term_the_filters_of_its_pairs_lead_to_pairs(brute: Brute) -> None:
    for home in (home for home in brute.config.collections if home.pairs and home.has_list):
        pairs = brute.pairs(home)
        for facet in home.facets:
            others = {name for pair in home.pairs if facet in pair for name in pair if name != facet}
            for term in brute.counts(home, facet):
                page = brute.site.tree(f"{home.address}/{facet}/{term}/index.html")
                for group in (details for details in page.iter("details") if details.get("data-facet")):
                    name = str(group.get("data-facet"))
                    wanted = expected(brute, home, name)
                    if name in others:
                        sorted_pairs = {frozenset(pair): count for pair, count in pairs.items()}
                        wanted = {}
                        for other in brute.counts(home, name):
                            both = sorted(((facet, term), (name, other)), key=lambda one: home.facets.index(one[0]))
                            if count := sorted_pairs.get(frozenset(both), 0):
                                url = "/".join(part for one in both for part in one)
                                wanted[f"{brute.site.base}/{home.address}/{url}/"] = count
                    assert options(group) == wanted, (home.id, facet, term, name)


def test_the_index_counts_them_and_names_all_terms(brute: Brute) -> None:
    for home in brute.config.collections:
        facets = index(brute, home)["facets"] if home.facets else []
        assert [facet["id"] for facet in facets] == list(home.facets)
        for facet in facets:
            counts = {term["id"]: term["count"] for term in facet["terms"]}
            links = {term["url"]: term["count"] for term in facet["terms"] if term["count"]}
            taxonomy = next(t for t in brute.config.taxonomies if t.id == facet["id"])
            assert {term: count for term, count in counts.items() if count} == brute.counts(home, facet["id"])
            assert links == expected(brute, home, facet["id"])
            assert set(counts) >= {term.id for term in taxonomy.terms}


def test_columns_and_sets_are_the_terms_of_each_page(brute: Brute) -> None:
    for home in brute.config.collections:
        facet_index = index(brute, home) if home.facets else {"facets": []}
        for facet in facet_index["facets"]:
            names = [term["id"] for term in facet["terms"]]
            terms = [{names[number] for number in facet["sets"][at]} for at in facet["items"]]
            assert terms == [set(row.terms[facet["id"]]) for row in brute.members(home)]
            assert facet_index["count"] == len(terms)
            assert set(facet["items"]) == set(range(len(facet["sets"])))


def test_filtering_by_the_index_is_filtering_by_front_matter(brute: Brute) -> None:
    chance = random.Random(7)  # noqa: S311 - which selections are tried, no secret
    homes = [home for home in brute.config.collections if home.facets]
    indexes = {home.id: index(brute, home) for home in homes}
    for _ in range(SELECTIONS):
        home = chance.choice(homes)
        chosen = {
            facet["id"]: chance.sample([term["id"] for term in facet["terms"]], chance.randint(1, 2))
            for facet in chance.sample(indexes[home.id]["facets"], chance.randint(0, len(home.facets)))
            if len(facet["terms"]) > 1
        }
        assert passing(indexes[home.id], chosen) == brute.passing(home, chosen), (home.id, chosen)
        for facet in home.facets:
            others = {name: terms for name, terms in chosen.items() if name != facet}
            positions = brute.passing(home, others)
            members = brute.members(home)
            counts = {
                t["id"]: len([p for p in positions if t["id"] in members[p].terms[facet]])
                for t in named(indexes[home.id], facet)
            }
            assert {t: len(passing(indexes[home.id], {**others, facet: [t]})) for t in counts} == counts


def named(facet_index: Any, facet: str) -> list[dict[str, Any]]:
    (terms,) = (one["terms"] for one in facet_index["facets"] if one["id"] == facet)
    return list(terms)


def passing(facet_index: Any, chosen: Mapping[str, list[str]]) -> list[int]:
    """Filter as docs/facet-format.md says: each set once, then the columns."""
    good = list(range(facet_index["count"]))
    for facet in facet_index["facets"]:
        numbers = {at for at, term in enumerate(facet["terms"]) if term["id"] in chosen.get(facet["id"], ())}
        passes = {at for at, one in enumerate(facet["sets"]) if facet["id"] not in chosen or numbers & set(one)}
        good = [at for at in good if facet["items"][at] in passes]
    return good


def test_blocks_of_cards_are_complete_and_in_list_order(brute: Brute) -> None:
    for home in brute.config.collections:
        folder = f"{home.address}/cards/"
        names = [path for path in brute.site.files if path.startswith(folder)]
        if not home.facets:
            continue
        facets = index(brute, home)
        size, fields = facets["block"], facets["fields"]
        blocks = [brute.site.json(f"{folder}{number}.json") for number in range(len(names))]
        listed = [dict(zip(fields, values, strict=True)) for block in blocks for values in block]
        members = brute.members(home)
        assert [card["url"] for card in listed] == [brute.url(row) for row in members]
        assert [card["title"] for card in listed] == [row.matter["title"] for row in members]
        assert [len(block) for block in blocks[:-1]] == [size] * (len(blocks) - 1)
