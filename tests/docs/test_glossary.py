"""docs/glossary.md has every word of the house and every family of errors."""

from sitegen import errors
from tests.docs.documents import first_cells, read

WORDS = """
    page, kind, front matter, body, summary, ref, slug, permalink, alias, draft, collection, taxonomy, term, facet,
    template, partial, context, shortcode, archetype, asset, output, manifest, key, task, fetch, trace, digest, salt,
    store, prune, input, rule, rank, leaf, early cutoff, cause, stale, staging, journal, commit, worker, view, card,
    posting, shard, stem, query, node, entry, segment, marker, position, severity
"""


def test_the_glossary_has_every_word() -> None:
    described = {word.strip() for cell in first_cells(read("docs/glossary.md")) for word in cell.split(",")}
    assert set(" ".join(WORDS.split()).split(", ")) - described == set()


def test_the_glossary_has_every_family_of_errors() -> None:
    families = {family.__name__ for family in errors.SitegenError.__subclasses__()}
    assert families - first_cells(read("docs/glossary.md")) == set()
