"""Sections about terms: how many pages carry each, and which no page carries."""

from collections import Counter
from collections.abc import Iterator

from sitegen.catalog.taxonomy import open_terms, term_order
from sitegen.located.places import below, of_field
from sitegen.model import Taxonomy, Term
from sitegen.model.folders import SETTINGS
from sitegen.overview.overview_records import Row, Section
from sitegen.overview.site_facts import SiteFacts


def term_section(site: SiteFacts) -> Section:
    """Return the terms that pages carry with how many of those that are shown do so, taxonomy by taxonomy.

    A closed taxonomy has its own order, an open one that of the counts; a row leads to site.yaml or, of an open one,
    to the first page that has the term.
    """
    rows = (row for taxonomy in site.config.taxonomies for row in _rows(site, taxonomy))
    return Section(id="terms", title="Terms and their pages", rows=tuple(rows))


def unused_term_section(site: SiteFacts) -> Section:
    """Return the terms of site.yaml that no page that is shown carries, in its order."""
    rows = []
    for taxonomy in site.config.taxonomies:
        counts = _counts(site, taxonomy)
        every = Counter(term for facts in site.pages for term in facts.entry.terms.get(taxonomy.id, ()))
        for term in taxonomy.terms:
            if not counts[term.id]:
                what = f"only {_pages(every[term.id])} not shown now" if every[term.id] else ""
                rows.append(_setting_row(site, taxonomy, term, what))
    return Section(id="unused-terms", title="Terms that no page carries", rows=tuple(rows))


def _rows(site: SiteFacts, taxonomy: Taxonomy) -> Iterator[Row]:
    counts = _counts(site, taxonomy)
    entries = (facts.entry for facts in site.shown_pages())
    known = open_terms(entries, taxonomy.id) if taxonomy.is_open else taxonomy.terms
    for term in term_order(known, counts, is_by_count=taxonomy.is_open):
        if counts[term.id] and taxonomy.is_open:
            yield _first_page_row(site, taxonomy, term, _pages(counts[term.id]))
        elif counts[term.id]:
            yield _setting_row(site, taxonomy, term, _pages(counts[term.id]))


def _counts(site: SiteFacts, taxonomy: Taxonomy) -> Counter[str]:
    return Counter(term for facts in site.shown_pages() for term in facts.entry.terms.get(taxonomy.id, ()))


def _setting_row(site: SiteFacts, taxonomy: Taxonomy, term: Term, what: str) -> Row:
    place = of_field(below(below(below("taxonomies", taxonomy.id), "terms"), term.id))
    return Row(file=SETTINGS, line=site.line_of(SETTINGS, place), title=_title(taxonomy, term), what=what)


def _first_page_row(site: SiteFacts, taxonomy: Taxonomy, term: Term, what: str) -> Row:
    """Return the row of a term of an open taxonomy, at the first page that is shown and has it."""
    facts = next(page for page in site.shown_pages() if term.id in page.entry.terms.get(taxonomy.id, ()))
    typed = facts.page.terms.get(taxonomy.field, ())
    number = facts.entry.terms[taxonomy.id].index(term.id)
    spelling = facts.entry.spellings[taxonomy.id][number]
    place = next((value.place for value in typed if value.text == spelling), "")
    return Row(file=facts.file, line=site.line_of(facts.file, place), title=_title(taxonomy, term), what=what)


def _title(taxonomy: Taxonomy, term: Term) -> str:
    return f"{taxonomy.label}: {term.label}"


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count:,} pages"
