"""docs/facet-format.md shows the files that filters read."""

import json

from sitegen.catalog.columns import facet_column
from sitegen.catalog.facets import FacetTerms, facet_index
from sitegen.model import Entry, Term
from sitegen.render.card_fields import CARD_FIELDS, card_values
from sitegen.render.views import Card
from tests.docs.documents import fences, read

_TOPICS = (Term("quality", "Quality"), Term("service", "Service"), Term("history", "History"))
_LEVELS = (Term("1", "Level 1"), Term("2", "Level 2"))


def entry(name: str, topic: str, *levels: str) -> Entry:
    """Return a listed story from Hank."""
    return Entry(
        path=name,
        collection="stories",
        kind="story",
        url=f"/{name}/",
        listed=True,
        terms={"topic": (topic,), "level": levels},
    )


def test_the_facet_index_is_as_described() -> None:
    entries = [entry("a", "quality", "1", "2"), entry("b", "history", "1"), entry("c", "quality", "2", "1")]
    columns = {"topic": "/hank/facets/topic.json", "level": "/hank/facets/level.json"}
    sorts = {"newest": "", "title": "/hank/sort/title.json"}
    facets = [
        FacetTerms("topic", "Topic", is_open=False, terms=tuple(zip(_TOPICS, (2, 0, 1), strict=True))),
        FacetTerms("level", "Team level", is_open=False, terms=tuple(zip(_LEVELS, (3, 2), strict=True))),
    ]
    urls = {(facet.id, term.id): f"/hank/{facet.id}/{term.id}/" for facet in facets for term, _ in facet.terms}
    example = json.loads(fences(read("docs/facet-format.md"))[0])
    data = facet_index("hank", facets, len(entries), urls, columns, sorts, example["fields"], example["ids"])
    made = json.loads(data)
    assert made == example
    assert list(made) == list(example)
    column = facet_column([term.id for term in _TOPICS], (entry.terms["topic"] for entry in entries))
    assert column.decode() == fences(read("docs/facet-format.md"))[1]


def test_cards_are_as_described() -> None:
    example, _, cards = fences(read("docs/facet-format.md"))[:3]
    fields = tuple(json.loads(example)["fields"])
    assert fields == CARD_FIELDS
    card = Card(**dict(zip(fields, json.loads(cards)[0], strict=True)))
    assert [list(card_values(card, fields))] == json.loads(cards)
