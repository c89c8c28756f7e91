"""Live filters say what a count by hand says: the script's own counting, and the page that it makes of it."""

import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from sitegen.model import Collection
from tests.browser.visits import ServeFolder
from tests.site.brute import Brute, Row
from tests.site.shipped import Shipped, find_all

pytestmark = pytest.mark.browser

SELECTIONS = 500
Chosen = dict[str, list[str]]

COUNT = """async ([module, formatModule, indexUrl, selections]) => {
  const { sift, slice, tally } = await import(module);
  const { column } = await import(formatModule);
  const get = async url => (await fetch(url)).json();
  const index = await get(indexUrl);
  const columns = new Map();
  for (const facet of index.facets) columns.set(facet.id, column(await get(facet.column)));
  const pages = [...Array(index.count).keys()];
  return selections.map(selection => {
    const chosen = new Map(Object.entries(selection).map(([facet, terms]) => [facet, new Set(terms)]));
    const sifted = sift(index.facets, columns, pages, chosen);
    const { total, drops } = sifted;
    const counts = tally(index.facets, columns, sifted);
    return {
      total, positions: slice(sifted, null, 0, Infinity), drops: Object.fromEntries(drops),
      counts: Object.fromEntries([...counts].map(([facet, terms]) => [facet, Object.fromEntries(terms)])),
    };
  });
}"""
GO = """async url => {
  history.pushState(null, '', url);
  dispatchEvent(new PopStateEvent('popstate'));
  const root = document.querySelector('.results');
  for (let quiet = 0; quiet < 3; quiet = document.querySelector('[aria-busy=true]') ? 0 : quiet + 1)
    await new Promise(done => requestAnimationFrame(done));
  const list = ['.list-live', '.list-static'].map(one => root.querySelector(one)).find(one => !one.hidden);
  const count = one => Number(one.parentElement.lastElementChild.textContent);
  const options = [...document.querySelectorAll('[data-facet] [data-term] input')];
  return {
    rows: [...list.querySelectorAll('.row-title a')].map(one => one.getAttribute('href')),
    text: root.querySelector('.count-text').textContent,
    counts: options.map(one => [one.name, one.value, count(one)]),
    checked: options.filter(one => one.checked).map(one => [one.name, one.value]),
    wrong: options.filter(one => one.disabled !== (count(one) === 0 && !one.checked)).map(one => one.value),
    drops: [...root.querySelectorAll('.drop .count')].map(one => one.textContent),
  };
}"""


class Site:
    """A served site, with what its lists must hold."""

    def __init__(self, site: Shipped, start: str) -> None:
        self.site, self.start, self.brute = site, start, Brute(site)
        homes = [home for home in site.config.collections if home.facets and home.has_list]
        self.homes = [home for home in homes if self.brute.members(home)]
        self.rows = {home.id: self.brute.members(home) for home in self.homes}
        self.terms = {home.id: self._terms(home) for home in self.homes}

    def _terms(self, home: Collection) -> Chosen:
        facets = self.site.json(f"{home.address}/facets.json")["facets"]
        return {facet["id"]: [term["id"] for term in facet["terms"]] for facet in facets}

    def random(self, chance: random.Random, home: Collection) -> Chosen:
        """Return some terms of some facets, in the order of the list."""
        terms = self.terms[home.id]
        facets = chance.sample(home.facets, chance.randint(0, len(home.facets)))
        chosen = {
            facet: set(chance.sample(terms[facet], min(len(terms[facet]), chance.randint(1, 3)))) for facet in facets
        }
        return {f: [t for t in terms[f] if t in chosen[f]] for f in home.facets if chosen.get(f)}

    def passing(self, home: Collection, chosen: Chosen) -> list[int]:
        """Return the positions of the pages that have, of each facet chosen in, one of its terms."""

        def has(row: Row) -> bool:
            return all(row.terms[facet] & set(terms) for facet, terms in chosen.items())

        return [at for at, row in enumerate(self.rows[home.id]) if has(row)]

    def counts(self, home: Collection, chosen: Chosen) -> dict[str, dict[str, int]]:
        """How many pages each term would give, its own facet's choices left out."""
        by_facet = {}
        for facet in home.facets:
            rest = self.passing(home, {name: terms for name, terms in chosen.items() if name != facet})
            rows = [self.rows[home.id][at] for at in rest]
            by_facet[facet] = {
                term: sum(term in row.terms[facet] for row in rows) for term in self.terms[home.id][facet]
            }
        return by_facet

    def drops(self, home: Collection, chosen: Chosen) -> dict[str, int]:
        """How many pages would be left without each facet's choices."""
        return {
            facet: len(self.passing(home, {name: terms for name, terms in chosen.items() if name != facet}))
            for facet in chosen
        }

    def cards(self, home: Collection, number: int) -> list[dict[str, Any]]:
        """Return a block of cards, with the names of what they have."""
        fields = self.site.json(f"{home.address}/facets.json")["fields"]
        block = self.site.json(f"{home.address}/cards/{number}.json")
        return [dict(zip(fields, values, strict=True)) for values in block]

    def module(self, name: str) -> str:
        """Return the address of a module of the filters."""
        (path,) = (path for path in self.site.files if path.startswith(f"assets/js/filters/{name}."))
        return f"{self.start}/{path}"


@pytest.fixture(scope="module", params=["shipped", "madeup"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, serve_folder: ServeFolder) -> Site:
    shipped: Shipped = request.getfixturevalue(request.param)
    if not shipped.base:
        return Site(shipped, serve_folder(shipped.out))
    folder: Path = tmp_path_factory.mktemp("served")
    (folder / shipped.base.strip("/")).symlink_to(shipped.out, target_is_directory=True)
    return Site(shipped, serve_folder(folder) + shipped.base)


Choose = Callable[[random.Random, Collection], Chosen]


def test_the_script_counts_five_hundred_selections_as_a_person_would(window: Page, site: Site) -> None:
    chance = random.Random(11)  # noqa: S311 - which selections are tried, no secret
    tried: dict[str, list[Chosen]] = {home.id: [{}] for home in site.homes}
    for _ in range(SELECTIONS):
        home = chance.choice(site.homes)
        tried[home.id].append(site.random(chance, home))
    window.goto(f"{site.start}/404.html")
    for home in site.homes:
        arguments = [
            site.module("counts"),
            site.module("format"),
            f"{site.start}/{home.address}/facets.json",
            tried[home.id],
        ]
        for chosen, counted in zip(tried[home.id], window.evaluate(COUNT, arguments), strict=True):
            assert counted == {
                "total": len(site.passing(home, chosen)),
                "positions": site.passing(home, chosen),
                "counts": site.counts(home, chosen),
                "drops": site.drops(home, chosen),
            }, (home.id, chosen)


@pytest.mark.parametrize("selections", [10, pytest.param(30, marks=pytest.mark.long)])
def test_the_page_shows_what_the_address_chooses(window: Page, site: Site, selections: int) -> None:
    chance = random.Random(12)  # noqa: S311 - which selections are tried, no secret
    for home in site.homes:
        urls = [site.brute.url(row) for row in site.rows[home.id]]
        window.goto(f"{site.start}/{home.address}/")
        for _ in range(selections):
            chosen = site.random(chance, home)
            query = "&".join(f"{facet}={term}" for facet, terms in chosen.items() for term in terms)
            address = f"{site.site.base}/{home.address}/" + (f"?{query}" if query else "")
            shown = window.evaluate(GO, address)
            passing = site.passing(home, chosen)
            counts = site.counts(home, chosen)
            assert shown["rows"] == [urls[at] for at in passing[: home.per_page]], (home.id, chosen)
            assert (f"{len(passing):,}" if passing else "No") in shown["text"].split()
            assert {(f, t): n for f, t, n in shown["counts"]} == {
                (f, t): counts[f][t] for f, t, _ in shown["counts"]
            }, (home.id, chosen)
            offered = {(f, t) for f, t, _ in shown["counts"]}
            assert {tuple(one) for one in shown["checked"]} == offered & {(f, t) for f in chosen for t in chosen[f]}
            assert shown["wrong"] == []
            drops = sorted(filter(None, site.drops(home, chosen).values()), reverse=True) if not passing else []
            assert [int(text.split()[0]) for text in shown["drops"]] == drops


ROWS = """async ([module, block]) => {
  const { row } = await import(module);
  return block.map(card => row(card).outerHTML);
}"""
STATIC = "[...document.querySelectorAll('.list-static .row')].map(one => one.outerHTML)"


def plain(html: str) -> str:
    """Return a row without the white space between its elements, its title as one of a list that is in no groups.

    What says whether the page is kept is added to rows that stand on a page.
    """
    bare = re.sub(r' aria-(?:pressed="false"|label="Keep: [^"]*")', "", html)
    return re.sub(r"(</?)h3\b", r"\1h2", " ".join(bare.split()).replace("> <", "><"))


@pytest.mark.parametrize("most", [3, pytest.param(None, marks=pytest.mark.long)], ids=["three pages", "all"])
def test_rows_that_script_makes_are_those_of_the_template(window: Page, site: Site, most: int | None) -> None:
    for home in site.homes:
        pages = min(-(-len(site.rows[home.id]) // home.per_page), most or len(site.rows[home.id]))
        static = []
        for number in range(1, pages + 1):
            window.goto(f"{site.start}/{home.address}/{f'page/{number}/' if number > 1 else ''}")
            static += window.evaluate(STATIC)
        live: list[Any] = []
        for number in range(-(-len(static) // 20)):
            live += window.evaluate(ROWS, [site.module("rows"), site.cards(home, number)])
        assert [plain(row) for row in live[: len(static)]] == [plain(row) for row in static], home.id


FILLED = """async ([module, blocks]) => {
  const { row, rows } = await import(module);
  const list = rows();
  const wrong = [];
  for (const block of blocks) {
    list.update(block, 5, false);
    await new Promise(done => requestAnimationFrame(() => setTimeout(() => setTimeout(done))));
    if (list.root.children.length !== block.length) wrong.push(list.root.children.length);
    [...list.root.children].forEach((one, at) => {
      if (!one.isEqualNode(row(block[at]))) wrong.push(one.outerHTML);
    });
  }
  return wrong;
}"""


def test_rows_that_are_filled_anew_are_as_new_ones(window: Page, site: Site) -> None:
    home = max(site.homes, key=lambda home: len(site.rows[home.id]))
    window.goto(f"{site.start}/{home.address}/")
    count = -(-len(site.rows[home.id]) // 20)
    blocks = [site.cards(home, number) for number in range(count)]
    tried = [*blocks, *blocks[::-1], blocks[0][:3], blocks[-1], blocks[0][::-1]]
    assert window.evaluate(FILLED, [site.module("rows"), tried]) == []


def test_every_list_with_filters_has_what_script_copies(site: Site) -> None:
    for home in site.homes:
        tree = site.site.tree(f"{home.address}/index.html")
        assert len(find_all(tree, "template", id="live-parts")) == 1
