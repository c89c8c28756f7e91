"""Rules: the search page. Without script it shows titles from A to Z and the filters; with script, results."""

from collections import Counter
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
from sitegen.site.chrome import home_link
from sitegen.site.generated_pages import generated_pages
from sitegen.site.inputs import RULES
from sitegen.site.page_files import content_files
from sitegen.site.pages import entry, summary
from sitegen.site.rendering import publish_page, render_page
from sitegen.site.search.index_bundle import bundle_link
from sitegen.site.settings import base_path, collection_named, collections, origin, site_text, taxonomy_fields
from sitegen.site.terms import facet_terms

SEARCH_URL = f"/{SEARCH}/"


@RULES.task(keep=True)
def title_groups(fetch: Fetch) -> dict[str, tuple[str, ...]]:
    """Return the paths of all content files in groups of about the same size, each sorted."""
    groups: dict[str, list[str]] = {}
    for path in fetch(content_files):
        groups.setdefault(alphabet.group_of(path), []).append(path)
    return {name: tuple(groups[name]) for name in sorted(groups)}


@RULES.task()
def titles_of_group(fetch: Fetch, group: str) -> tuple[Title, ...]:
    """Return the titles of one group's pages that are shown now, sorted by path."""
    rows = []
    for path in fetch(title_groups, at=group) or ():
        if not fetch(entry, path).listed:
            continue
        facts = fetch(summary, path)
        label = label_of_kind(facts.kind, collection_named(fetch, facts.collection).singular)
        key = alphabet.title_key(facts.title)
        rows.append(Title(key=key, path=path, url=facts.url, title=facts.title, kind_label=label, language=facts.lang))
    return tuple(rows)


@RULES.task()
def generated_titles(fetch: Fetch) -> tuple[Title, ...]:
    """Return the titles of the pages that no file of content/ has."""
    return tuple(
        Title(key=alphabet.title_key(page.title), path=url, url=url, title=page.title, kind_label=page.kind_label)
        for url, page in fetch(generated_pages).items()
    )


@RULES.task(keep=True)
def titles(fetch: Fetch) -> tuple[Title, ...]:
    """Return the titles of all pages from A to Z."""
    of_content = (fetch(titles_of_group, group) for group in fetch(title_groups))
    return alphabet.ordered((*of_content, fetch(generated_titles)))


@RULES.task(keep=True)
def letters(fetch: Fetch) -> tuple[tuple[str, int], ...]:
    """Return the letters of all titles with how many each has, in the order of the titles."""
    return alphabet.letters(fetch(titles))


@RULES.task(keep=True)
def titles_by_page(fetch: Fetch) -> dict[str, tuple[Title, ...]]:
    """Return the titles on each page of a letter, by the page's address."""
    pages: dict[str, list[Title]] = {}
    counts: Counter[str] = Counter()
    for title in fetch(titles):
        letter = alphabet.letter_of(title.key)
        url = alphabet.letter_url(letter, counts[letter] // alphabet.MOST_TITLES + 1)
        counts[letter] += 1
        pages.setdefault(url, []).append(title)
    return {url: tuple(of_page) for url, of_page in pages.items()}


@RULES.task()
def browse_facets(fetch: Fetch) -> tuple[views.Facet, ...]:
    """Return the filters of the whole site, each term with the longest list of it."""
    base = fetch(base_path)
    facets = []
    for name, _ in fetch(taxonomy_fields):
        homes = [home for home in fetch(collections) if name in home.facets]
        offers = [(home, facet) for home in homes for facet in fetch(facet_terms, home.id) if facet.id == name]
        if offers:
            facets.append(searching.browse_facet(offers, lambda url: base + url))
    return tuple(facet for facet in facets if facet.options)


@RULES.task()
def search_start(fetch: Fetch) -> bytes:
    """Render the search page."""
    base, counts = fetch(base_path), fetch(letters)
    total = sum(count for _, count in counts)
    shown = () if searching.is_split(total) else fetch(titles)
    alphabet_view = searching.alphabet(counts, shown, lambda url: base + url)
    return _render(
        fetch,
        searching.SearchPage(
            title="Search", count=total, letters=alphabet_view, facets=fetch(browse_facets), bundle=bundle_link(fetch)
        ),
        SEARCH_URL,
    )


@RULES.task(is_output=True)
def search_html(fetch: Fetch) -> bytes:
    """Write the search page."""
    return publish_page(fetch, fetch(search_start))


@RULES.task(is_output=True)
def letter_html(fetch: Fetch, letter: str, number: int) -> bytes:
    """Render a page of the titles that begin with a letter; its pages are numbered from 1."""
    base, url = fetch(base_path), alphabet.letter_url(letter, number)
    shown = fetch(titles_by_page, at=url) or ()
    return _render(fetch, searching.letter_page(letter, number, fetch(letters), shown, lambda to: base + to), url)


def search_outputs(fetch: Fetch) -> Iterator[Output]:
    """Yield the search page, and the pages of the letters where the titles do not fit on it."""
    yield Output(output_path(SEARCH_URL), search_html.key())
    counts = fetch(letters)
    if searching.is_split(sum(count for _, count in counts)):
        for letter, count in counts:
            for number in range(1, alphabet.pages_of(count) + 1):
                yield Output(output_path(alphabet.letter_url(letter, number)), letter_html.key(letter, number))


def _render(fetch: Fetch, view: searching.SearchPage, url: str) -> bytes:
    base, title = fetch(base_path), site_text(fetch, "title")
    number = f", page {view.pager.number} of {view.pager.total}" if view.pager.number > 1 else ""
    described = f"{view.title}{number}: the pages of {title} by their titles, from A to Z"
    head = heads.plain_head(view.title + number, title, described, fetch(origin) + base + url)
    crumbs = [home_link(fetch), views.Link("Search", base + SEARCH_URL)]
    if view.letter:
        crumbs.append(views.Link(view.letter, base + url))
    return render_page(fetch, "search.html", head, crumbs, search=view)
