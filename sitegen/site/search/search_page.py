"""The search page: without script the titles from A to Z and the filters; with script the place of the results."""

from collections.abc import Iterator

from sitegen.catalog import alphabet
from sitegen.catalog.alphabet import Title
from sitegen.catalog.permalinks import output_path
from sitegen.engine.rules import Fetch
from sitegen.model import Output
from sitegen.model.folders import SEARCH
from sitegen.model.kinds import label_of_kind
from sitegen.render import heads, views
from sitegen.render import search_views as searching
from sitegen.site.chrome import chrome, home_link
from sitegen.site.inputs import RULES
from sitegen.site.pages import content_files, entry, summary
from sitegen.site.rendering import show
from sitegen.site.settings import base_path, collection, collections, origin, settings, taxonomies
from sitegen.site.terms import facet_terms

SEARCH_URL = f"/{SEARCH}/"


@RULES.task(keep=True)
def title_groups(fetch: Fetch) -> dict[str, tuple[str, ...]]:
    """Give the paths of all content files in groups of about the same size, each sorted."""
    groups: dict[str, list[str]] = {}
    for path in fetch(content_files):
        groups.setdefault(alphabet.group_of(path), []).append(path)
    return {name: tuple(groups[name]) for name in sorted(groups)}


@RULES.task()
def titles_of_group(fetch: Fetch, group: str) -> tuple[Title, ...]:
    """Give the titles of one group's pages that are shown now."""
    found = []
    for path in fetch(title_groups).get(group, ()):
        if not fetch(entry, path).listed:
            continue
        facts = fetch(summary, path)
        label = label_of_kind(facts.kind, fetch(collection, facts.collection).singular)
        key = alphabet.title_key(facts.title)
        found.append(Title(key, path, facts.url, facts.title, label, facts.lang))
    return tuple(found)


@RULES.task(keep=True)
def titles(fetch: Fetch) -> tuple[Title, ...]:
    """Give the titles of all pages from A to Z."""
    return alphabet.ordered(fetch(titles_of_group, group) for group in fetch(title_groups))


@RULES.task(keep=True)
def letters(fetch: Fetch) -> tuple[tuple[str, int], ...]:
    """Give the letters of all titles with how many each has."""
    return alphabet.letters(fetch(titles))


@RULES.task()
def titles_of_letter(fetch: Fetch, letter: str, number: str) -> tuple[Title, ...]:
    """Give the titles on one page of a letter, assign_ids from 1."""
    found = [title for title in fetch(titles) if alphabet.letter_of(title.key) == letter]
    start = (int(number) - 1) * alphabet.MOST_TITLES
    return tuple(found[start : start + alphabet.MOST_TITLES])


@RULES.task()
def browse_facets(fetch: Fetch) -> tuple[views.Facet, ...]:
    """Give the filters of the whole site, each term with the longest list of it."""
    base = fetch(base_path)
    found = []
    for name, _ in fetch(taxonomies):
        homes = [home for home in fetch(collections) if name in home.facets]
        offers = [(home, facet) for home in homes for facet in fetch(facet_terms, home.id) if facet.id == name]
        if offers:
            found.append(searching.browse_facet(offers, lambda url: base + url))
    return tuple(facet for facet in found if facet.options)


@RULES.task(is_output=True)
def search_html(fetch: Fetch) -> bytes:
    """Render the search page."""
    base, counts = fetch(base_path), fetch(letters)
    total = sum(count for _, count in counts)
    shown = () if searching.is_split(total) else fetch(titles)
    found = searching.alphabet(counts, shown, lambda url: base + url)
    return _page(fetch, searching.SearchPage("Search", total, found, fetch(browse_facets)), SEARCH_URL)


@RULES.task(is_output=True)
def letter_html(fetch: Fetch, letter: str, number: str) -> bytes:
    """Render a page of the titles that begin with a letter."""
    base = fetch(base_path)
    shown = fetch(titles_of_letter, letter, number)
    found = searching.letter_page(letter, int(number), fetch(letters), shown, lambda url: base + url)
    return _page(fetch, found, alphabet.letter_url(letter, int(number)))


def search_outputs(fetch: Fetch) -> Iterator[Output]:
    """Give the search page, and the pages of the letters where the titles do not fit on it."""
    yield Output(output_path(SEARCH_URL), search_html.key())
    counts = fetch(letters)
    if searching.is_split(sum(count for _, count in counts)):
        for letter, count in counts:
            for number in range(1, alphabet.pages_of(count) + 1):
                url = alphabet.letter_url(letter, number)
                yield Output(output_path(url), letter_html.key(letter, str(number)))


def _page(fetch: Fetch, found: searching.SearchPage, url: str) -> bytes:
    base, facts = fetch(base_path), fetch(settings)
    number = f", page {found.pager.number} of {found.pager.total}" if found.pager.number > 1 else ""
    head = heads.plain_head(found.title + number, facts, fetch(origin) + base + url)
    crumbs = [home_link(fetch), views.Link("Search", base + SEARCH_URL)]
    if found.letter:
        crumbs.append(views.Link(found.letter, base + url))
    context = {"chrome": fetch(chrome), "head": head, "breadcrumbs": tuple(crumbs), "search": found}
    return show(fetch, "search.html", context)
