"""The two views of a page that the rest of the site sees."""

from sitegen.catalog import summaries
from sitegen.catalog.refused_addresses import refused_term
from sitegen.catalog.taxonomy import merged_values
from sitegen.catalog.unknown_terms import inexact_term, merged_term, unknown_term
from sitegen.engine.rules import Fetch
from sitegen.model import Entry, Page, Summary
from sitegen.site.films import film_length
from sitegen.site.inputs import MOMENT_REACHED, OPTION, RULES
from sitegen.site.page_files import DRAFTS, SCHEDULED, page
from sitegen.site.reporting import problem_at
from sitegen.site.settings import facts_of_collection, site_text, taxonomy_fields, vocabulary

_BY_DATE = ("not yet published", "expired")


@RULES.task()
def entry(fetch: Fetch, path: str) -> Entry:
    """Return what site-wide tables need of a page; report values that are no terms."""
    source = fetch(page, path)
    fields = summaries.facet_fields(source, fetch(taxonomy_fields))
    vocabularies = [(field, fetch(vocabulary, taxonomy)) for field, taxonomy in fields.items()]
    terms = summaries.page_terms(source, vocabularies)
    for value, words in terms.unknown:
        fetch.report(problem_at(fetch, path, value, *unknown_term(value.text, words)))
    for field, words in vocabularies:
        for value in source.terms.get(field, ()):
            if refused := refused_term(value, words):
                fetch.report(problem_at(fetch, path, value, *refused))
            if inexact := inexact_term(value.text, words):
                fetch.report(problem_at(fetch, path, value, *inexact, severity="warning"))
        for value, first in merged_values(source.terms.get(field, ()), words):
            fetch.report(problem_at(fetch, path, value, *merged_term(value.text, first, words), severity="warning"))
    why = summaries.why_unlisted(
        source,
        lambda: site_text(fetch, "timezone"),
        lambda: fetch(OPTION, DRAFTS),
        lambda moment: fetch(MOMENT_REACHED, moment),
    )
    notice = None
    if (source.draft or why in _BY_DATE) and fetch(OPTION, SCHEDULED):
        notice = summaries.notice_of(source, why)
        why = "" if why in _BY_DATE else why
    return summaries.entry_of(source, facts_of_collection(fetch, source.collection), terms, why, notice)


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
