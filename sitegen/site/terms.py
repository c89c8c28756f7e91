"""The terms of all taxonomies: their labels, their counts in each collection, and the lists of them."""

from sitegen.catalog import taxonomy as terms
from sitegen.catalog.facets import FacetTerms, counts
from sitegen.engine.rules import Fetch
from sitegen.model import Term
from sitegen.site.inputs import RULES
from sitegen.site.members import members
from sitegen.site.routes import catalog
from sitegen.site.settings import collection, collections, taxonomy


@RULES.task(keep=True)
def all_terms(fetch: Fetch, name: str) -> tuple[Term, ...]:
    """Give the terms of a taxonomy: those of site.yaml, or of an open one all that pages shown now have."""
    found = fetch(taxonomy, name)
    return terms.open_terms((e for e in fetch(catalog) if e.listed), name) if found.is_open else found.terms


@RULES.task(keep=True)
def term_labels(fetch: Fetch, name: str) -> dict[str, str]:
    """Give the labels of a taxonomy's terms, by id."""
    return {term.id: term.label for term in fetch(all_terms, name)}


@RULES.task(keep=True)
def term_label(fetch: Fetch, name: str, term: str) -> str:
    """Give the label of one term; its id where it is gone."""
    return fetch(term_labels, name).get(term, term)


@RULES.task(keep=True)
def facet_terms(fetch: Fetch, name: str) -> tuple[FacetTerms, ...]:
    """Give the facets of a collection with their terms and counts, in display order."""
    table = fetch(members, name).table
    result = []
    for facet in fetch(collection, name).facets:
        found = fetch(taxonomy, facet)
        numbers = counts(table, facet)
        order = terms.term_order(fetch(all_terms, facet), numbers, is_open=found.is_open)
        result.append(FacetTerms(facet, found.label, found.is_open, tuple((t, numbers.get(t.id, 0)) for t in order)))
    return tuple(result)


@RULES.task(keep=True)
def has_term(fetch: Fetch, name: str, facet: str, term: str) -> bool:
    """Whether a collection offers a facet and shows pages with this term, so that the term has a list there."""
    return facet in fetch(collection, name).facets and term in fetch(members, name).table.terms.get(facet, {})


@RULES.task(keep=True)
def list_of_term(fetch: Fetch, name: str, facet: str, term: str) -> str:
    """Give the collection whose list of a term a page in folder `name` links to: its own, else the first with one."""
    others = (home.id for home in fetch(collections) if home.id != name and facet in home.facets)
    return next((home for home in (name, *others) if fetch(has_term, home, facet, term)), "")
