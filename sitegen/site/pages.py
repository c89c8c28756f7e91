"""Files of content/ as pages, and the two views of a page that the rest of the site sees."""

from sitegen.catalog import summaries
from sitegen.catalog.content_files import misplaced_files, pages_in_folder
from sitegen.catalog.refused_addresses import refused_term
from sitegen.catalog.taxonomy import unknown_hint
from sitegen.engine.rules import Fetch, Key
from sitegen.model import Entry, Page, Summary
from sitegen.model.folders import CONTENT
from sitegen.model.kinds import KindId
from sitegen.site.films import film_length
from sitegen.site.inputs import FILE, FOLDER, MOMENT_REACHED, OPTION, RULES, required
from sitegen.site.reporting import problem_at
from sitegen.site.settings import collection_named, folder_kinds, folders, site_settings, taxonomy_fields, vocabulary


@RULES.task(keep=True)
def content_files(fetch: Fetch) -> tuple[str, ...]:
    """Return the paths, below content/, of all pages, sorted; report what lies where no page can lie."""
    known = fetch(folders)
    for problem in misplaced_files(fetch(FOLDER, f"{CONTENT}/") or (), known):
        fetch.report(problem)
    pages = []
    for folder in known:
        paths, problems = pages_in_folder(folder, fetch(FOLDER, f"{CONTENT}/{folder}/") or ())
        pages += paths
        for problem in problems:
            fetch.report(problem)
    return tuple(sorted(pages))


@RULES.task()
def leaves(fetch: Fetch) -> tuple[Key, ...]:
    """Return the keys of all pages, which can be read in other processes."""
    return tuple(page.key(path) for path in fetch(content_files))


def _needs(path: str) -> tuple[Key, ...]:
    return FILE.key(f"{CONTENT}/{path}"), folder_kinds.entry(path.partition("/")[0])


@RULES.task(needs=_needs)
def page(fetch: Fetch, path: str) -> Page:
    """Read one file of content/; of a wrong one what could be read, to be checked."""
    from sitegen.content.page_parser import parse_page

    data = required(fetch(FILE, f"{CONTENT}/{path}"), path)
    kind: KindId = required(fetch(folder_kinds, at=path.partition("/")[0]), path)
    parsed, problems = parse_page(path, data, kind)
    for problem in problems:
        fetch.report(problem)
    return parsed


@RULES.task()
def entry(fetch: Fetch, path: str) -> Entry:
    """Return what site-wide tables need of a page; report values that are no terms."""
    source = fetch(page, path)
    fields = summaries.facet_fields(source, fetch(taxonomy_fields))
    vocabularies = [(field, fetch(vocabulary, taxonomy)) for field, taxonomy in fields.items()]
    terms = summaries.page_terms(source, vocabularies)
    for value, words in terms.unknown:
        headline = f'unknown {words.label.lower()} "{value.text}"'
        fetch.report(problem_at(fetch, path, value, headline, unknown_hint(value.text, words)))
    for field, words in vocabularies:
        for value in source.terms.get(field, ()):
            if refused := refused_term(value, words):
                fetch.report(problem_at(fetch, path, value, *refused))
    why = summaries.why_unlisted(
        source,
        lambda: fetch(site_settings).timezone,
        lambda: fetch(OPTION, "drafts"),
        lambda moment: fetch(MOMENT_REACHED, moment),
    )
    return summaries.entry_of(source, collection_named(fetch, source.collection), terms, why)


@RULES.task(keep=True)
def summary(fetch: Fetch, path: str) -> Summary:
    """Return what a list, a card or a link shows of a page."""
    source = fetch(page, path)
    return summaries.summary_of(source, fetch(entry, path), _film_seconds(fetch, source))


def _film_seconds(fetch: Fetch, source: Page) -> int:
    film = source.film
    if film is None or film.duration or film.src is None:
        return film.duration if film else 0
    return fetch(film_length, film.src.text)
