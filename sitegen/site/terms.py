"""The terms of all taxonomies: their labels, their counts in each collection, and the lists of them."""

from sitegen.catalog import facets, taxonomy
from sitegen.catalog.facets import FacetTerms
from sitegen.catalog.unknown_terms import merged_term
from sitegen.engine.rules import Fetch
from sitegen.model import Term
from sitegen.site.inputs import RULES
from sitegen.site.members import members
from sitegen.site.page_files import page
from sitegen.site.reporting import problem_at
from sitegen.site.routes import catalog
from sitegen.site.settings import collection_named, collections, taxonomy_named, vocabulary


@RULES.task(keep=True)
def all_terms(fetch: Fetch, name: str) -> tuple[Term, ...]:
    """Return the terms of a taxonomy: those of site.yaml, or of an open one all that pages shown now have."""
    known = taxonomy_named(fetch, name)
    if not known.is_open:
        return known.terms
    listed = [entry for entry in fetch(catalog) if entry.listed]
    terms = taxonomy.open_terms(listed, name)
    labels = {term.id: term.label for term in terms}
    for path, spelling, label in taxonomy.merged_spellings(listed, name, labels):
        words = fetch(vocabulary, name)
        place = next(value for value in fetch(page, path).terms[words.field] if value.text == spelling)
        fetch.report(problem_at(fetch, path, place, *merged_term(spelling, label, words), severity="warning"))
    return terms


@RULES.task(keep=True)
def term_labels(fetch: Fetch, name: str) -> dict[str, str]:
    """Return the labels of a taxonomy's terms, by id."""
    return {term.id: term.label for term in fetch(all_terms, name)}


def term_label(fetch: Fetch, name: str, term: str) -> str:
    """Return the label of one term; its id if the taxonomy lacks it."""
    return fetch(term_labels, name, at=term) or term


@RULES.task(keep=True)
def facet_terms(fetch: Fetch, name: str) -> tuple[FacetTerms, ...]:
    """Return the facets of a collection with their terms and counts, in display order."""
    table = fetch(members, name).table
    shown = [(taxonomy_named(fetch, facet), fetch(all_terms, facet)) for facet in collection_named(fetch, name).facets]
    return tuple(facets.facet_terms(known, terms, facets.counts(table, known.id)) for known, terms in shown)


@RULES.task(keep=True)
def offered_terms(fetch: Fetch, name: str) -> tuple[FacetTerms, ...]:
    """Return the facets of a collection as its lists offer them: with the labels of their terms alone."""
    return tuple(map(facets.as_offered, fetch(facet_terms, name)))


@RULES.task()
def offered_terms_of(fetch: Fetch, name: str, facet: str) -> FacetTerms:
    """Return one facet of a collection as its lists offer it."""
    return next(known for known in fetch(offered_terms, name) if known.id == facet)


@RULES.task(keep=True)
def lists_of_terms(fetch: Fetch, name: str) -> dict[str, str]:
    """Return, by FACET/TERM, the collection whose list of the term a page in the folder `name` links to."""
    others = (one for one in fetch(collections) if one.id != name)
    ordered = [collection_named(fetch, name), *others]
    return facets.first_lists((one, fetch(members, one.id).table) for one in ordered)
