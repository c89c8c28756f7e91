"""The remaining pages and files, and the list of every file of the site with the key that makes it."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from urllib.parse import unquote

from sitegen.assets import scripts
from sitegen.assets.stylesheets import STYLESHEET, is_stylesheet
from sitegen.catalog import permalinks
from sitegen.catalog.facets import CARD_BLOCK
from sitegen.catalog.kits import kit_url
from sitegen.engine.rules import Fetch, Key
from sitegen.errors import Location, Problem
from sitegen.model import Collection, Output
from sitegen.model.folders import STATIC
from sitegen.render import feeds, heads, views
from sitegen.render.listings import page_count
from sitegen.site.addresses import headers_txt, moved, redirect_html, redirects_txt, robots_txt
from sitegen.site.downloads import sound_downloads
from sitegen.site.films import sound_captions
from sitegen.site.frame import asset, base_path, chrome, home_link, origin, script, static_files, stylesheet
from sitegen.site.galleries import gallery_html, gallery_outputs
from sitegen.site.inputs import RULES, file_of_site
from sitegen.site.items import card, inspection, item_html, show
from sitegen.site.lists import (
    cards_json,
    column_json,
    facets_json,
    feed,
    list_html,
    list_sorts,
    pair_html,
    sort_json,
    term_html,
    terms_html,
)
from sitegen.site.pages import with_excerpt
from sitegen.site.path_pages import grid_html, kit_html, path_link, step_html
from sitegen.site.pictures import image_outputs
from sitegen.site.search.index_files import index_outputs
from sitegen.site.search.search_page import search_outputs
from sitegen.site.settings import collections, ground, settings
from sitegen.site.share_pictures import share_outputs
from sitegen.site.tables import catalog, facet_terms, known_orders, members, pair_counts, routes, size

NEWEST = 20
"""How many of the newest dated pages the home page is given."""

HANK = "hank"
"""The channel of the magazine: its stories are dated to keep their order, and are no news."""


@RULES.task()
def newest(fetch: Fetch) -> tuple[str, ...]:
    """Give the newest dated pages of the site, newest first; those of Hank stand in their issues."""
    dated = [
        found
        for found in fetch(catalog)
        if found.listed and found.date and HANK not in found.fields.get("channels", ())
    ]
    dated.sort(key=lambda found: (found.date, found.path), reverse=True)
    return tuple(found.path for found in dated[:NEWEST])


@RULES.task(is_output=True)
def home_html(fetch: Fetch) -> bytes:
    """Render the home page."""
    facts, base = fetch(settings), fetch(base_path)
    with_lists = [found for found in fetch(collections) if found.has_list]

    def cards(kind: str) -> tuple[views.Card, ...]:
        homes = [found.id for found in fetch(collections) if found.kind == kind]
        return tuple(fetch(card, path) for home in homes for path in fetch(members, home).table.order)

    tools = next((found for found in with_lists if found.kind == "tool"), None)
    home = views.Home(
        facts.description,
        views.Link(tools.title, base + permalinks.list_url(tools)) if tools else None,
        tuple(_way(found, base) for found in with_lists if _is_way(found, tools)),
        tuple(fetch(card, path) for path in fetch(newest)),
        cards("focus-area"),
        cards("level"),
        tuple(views.Link(found.title, base + permalinks.list_url(found)) for found in with_lists),
    )
    head = heads.plain_head("", facts, f"{fetch(origin)}{base}/")
    context = {"chrome": fetch(chrome), "head": head, "breadcrumbs": (), "home": home, "kits": fetch(path_link)}
    return show(fetch, "home.html", context)


def _is_way(found: Collection, tools: Collection | None) -> bool:
    """Whether the home page leads to a collection besides tools and stories: toolkits, videos, views of tools."""
    return found.kind in ("toolkit", "video") or (tools is not None and found.sources == (tools.id,))


def _way(found: Collection, base: str) -> views.Card:
    return views.Card(
        base + permalinks.list_url(found), found.title, found.description, found.kind or "tool", found.title
    )


@RULES.task(is_output=True)
def not_found_html(fetch: Fetch) -> bytes:
    """Render the page for addresses that lead nowhere."""
    head = heads.plain_head(
        "Page not found", fetch(settings), f"{fetch(origin)}{fetch(base_path)}/404.html", is_indexed=False
    )
    crumbs = (home_link(fetch), views.Link("Page not found", ""))
    return show(fetch, "404.html", {"chrome": fetch(chrome), "head": head, "breadcrumbs": crumbs})


@RULES.task(is_output=True)
def sitemap_xml(fetch: Fetch) -> bytes:
    """Write the sitemap: home, lists and items; pages of terms are found from there."""
    start = fetch(origin) + fetch(base_path)
    pages = [(f"{start}/", "")]
    pages += [(start + permalinks.list_url(found), "") for found in fetch(collections) if found.has_list]
    pages += [(start + permalinks.gallery_url(found), "") for found in fetch(settings).galleries]
    pages += [(start + url, "") for url, _ in _kits(fetch)]
    pages += [(start + e.url, (e.updated or e.date)[:10]) for e in fetch(catalog) if e.listed]
    return feeds.sitemap(sorted(pages))


@RULES.task(is_output=True)
def static_file(fetch: Fetch, path: str) -> bytes:
    """Give a file of static/ as it is."""
    if path == STYLESHEET:
        return fetch(stylesheet).encode()
    module = fetch(script, path) if scripts.is_module(path) else None
    if module:
        return module.text.encode()
    return file_of_site(fetch, f"{STATIC}/{path}") or b""


@RULES.task()
def outputs(fetch: Fetch) -> tuple[Output, ...]:
    """Give every file of the site with the key that makes it, sorted by path; tells of paths wanted twice."""
    found = [
        Output("index.html", home_html.key()),
        Output("404.html", not_found_html.key()),
        Output("robots.txt", robots_txt.key()),
        Output("sitemap.xml", sitemap_xml.key()),
        Output("_headers", headers_txt.key()),
        Output("_redirects", redirects_txt.key()),
    ]
    fetch(routes)
    fetch(known_orders)
    fetch(sound_downloads)
    fetch(sound_captions)
    for entry in fetch(catalog):
        if entry.why_unlisted == "wrong":
            fetch(inspection, entry.path)
    listed = [entry for entry in fetch(catalog) if entry.listed]
    path = fetch(ground)
    parts = (path.levels, path.dimensions) if path else ()
    for entry in listed:
        rule = step_html if entry.collection in parts else item_html
        found.append(_file(entry.url, rule.key(entry.path)))
    found += [_file(url, kit_html.key(*cell)) for url, cell in _kits(fetch)]
    for home in fetch(collections):
        found += _of_collection(fetch, home)
    found += [Output(permalinks.output_path(old), redirect_html.key(old)) for old in dict(fetch(moved))]
    found += gallery_outputs(fetch)
    found += search_outputs(fetch)
    found += index_outputs(fetch)
    found += (*_static(fetch), *fetch(image_outputs), *share_outputs(fetch, listed))
    return _unique(fetch, found)


def _of_collection(fetch: Fetch, home: Collection) -> Iterator[Output]:
    count = fetch(size, home.id)
    path = fetch(ground)
    if path and path.levels == home.id:
        yield _file(permalinks.list_url(home), grid_html.key())
    elif home.has_list:
        for number in _numbers(count, home):
            yield _file(permalinks.list_url(home, int(number)), list_html.key(home.id, number))
    if home.has_feed:
        yield _file(permalinks.feed_url(home), feed.key(home.id, "", ""))
    if home.facets:
        yield _file(permalinks.facets_url(home), facets_json.key(home.id))
        for facet in home.facets:
            yield _file(permalinks.column_url(home, facet), column_json.key(home.id, facet))
        for sort in fetch(list_sorts, home.id)[1:]:
            yield _file(permalinks.sort_url(home, sort), sort_json.key(home.id, sort))
        for number in map(str, range(-(-count // CARD_BLOCK))):
            yield _file(permalinks.cards_url(home, int(number)), cards_json.key(home.id, number))
    yield from _of_terms(fetch, home)
    yield from _of_pairs(fetch, home)


def _of_terms(fetch: Fetch, home: Collection) -> Iterator[Output]:
    for facet in fetch(facet_terms, home.id):
        yield _file(permalinks.terms_url(home, facet.id), terms_html.key(home.id, facet.id))
        for term, in_term in facet.terms:
            for number in _numbers(in_term, home) if in_term else ():
                url = permalinks.term_url(home, facet.id, term.id, int(number))
                yield _file(url, term_html.key(home.id, facet.id, term.id, number))
            if in_term and home.has_feed:
                yield _file(permalinks.feed_url(home, facet.id, term.id), feed.key(home.id, facet.id, term.id))


def _of_pairs(fetch: Fetch, home: Collection) -> Iterator[Output]:
    for first, second in home.pairs:
        for term, others in fetch(pair_counts, home.id, first, second).items():
            for term2, count in others.items():
                for number in _numbers(count, home):
                    url = permalinks.pair_url(home, (first, term), (second, term2), int(number))
                    yield _file(url, pair_html.key(home.id, first, term, second, term2, number))


def _kits(fetch: Fetch) -> list[tuple[str, tuple[str, str]]]:
    """Give (address, (level, dimension)) of every kit."""
    path = fetch(ground)
    cells = [(step.id, side.id) for step in path.steps for side in path.sides] if path else []
    return [(kit_url(path, *cell), cell) for cell in cells if path]


def _numbers(count: int, home: Collection) -> Iterator[str]:
    return map(str, range(1, page_count(count, home.per_page) + 1))


def _file(url: str, key: Key) -> Output:
    return Output(permalinks.output_path(url), key)


def _static(fetch: Fetch) -> list[Output]:
    names = [path for path in fetch(static_files) if not is_stylesheet(path)]
    known = ((path, fetch(asset, path)) for path in [*names, STYLESHEET])
    return [Output(unquote(found.url).lstrip("/"), static_file.key(path)) for path, found in known if found]


def _unique(fetch: Fetch, found: list[Output]) -> tuple[Output, ...]:
    """Sort by path, each path once; tells of what cannot stand beside each other."""
    taken: dict[str, Output] = {}
    for output in found:
        other = taken.setdefault(output.path.casefold(), output)
        if other is not output and not (_is_told_by_routes(other) and _is_told_by_routes(output)):
            _report_clash(fetch, other, output)
    for outer, inner in _nested(taken):
        _report_clash(fetch, taken[outer], taken[inner])
    return tuple(sorted(taken.values(), key=lambda output: output.path))


def _is_told_by_routes(output: Output) -> bool:
    rule, *rest = output.key
    pages = (item_html.name, step_html.name, kit_html.name, grid_html.name, redirect_html.name, gallery_html.name)
    return rule in pages or (rule == list_html.name and rest[-1] == "1")


def _nested(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give each path that would be a file and a folder too, with a path in that folder."""
    ordered = sorted(path.replace("/", "\0") for path in paths)
    for outer, inner in pairwise(ordered):
        if inner.startswith(outer + "\0"):
            yield outer.replace("\0", "/"), inner.replace("\0", "/")


def _report_clash(fetch: Fetch, one: Output, other: Output) -> None:
    """Tell it to whoever can mend it: the owner of a static file, else of an old address, else of site.yaml."""
    for output, holder in ((other, one), (one, other)):
        if output.key[0] == static_file.name:
            headline = f'this file would stand at "/{output.path}", where a page or another file stands'
            place = Location(f"{STATIC}/{output.key[-1]}")
            fetch.report(Problem(place, headline, "rename the file", "RouteError"))
            return
        if output.key[0] == redirect_html.name:
            old, redirects = output.key[-1], fetch(settings).redirects
            taken_by = "/" + holder.path.removesuffix("index.html")
            for problem in permalinks.old_address_problems(old, taken_by, fetch(catalog), redirects):
                fetch.report(with_excerpt(fetch, problem))
            return
    if {item_html.name, step_html.name} & {one.key[0], other.key[0]}:
        return  # its slug is one that is kept for lists, which the routes tell
    names = " and ".join(f'"{output.key[1]}"' for output in (one, other) if len(output.key) > 1)
    headline = f'{names} would both make "/{other.path}"'
    hint = "give one of these collections another address, or no feed"
    fetch.report(Problem(Location("site.yaml"), headline, hint, "RouteError"))
