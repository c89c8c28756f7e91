"""The words of the index by first and by last letter."""

from sitegen.search.reader.vocabulary import vocabularies


def test_vocabularies_begin_with_the_most_frequent_words() -> None:
    parts = [("teas tell", "", "tea"), (), ("ban", "pal", "teach team", "pan")]
    assert vocabularies(parts, at=0) == {"t": b"tea teach team teas tell", "p": b"pan pal", "b": b"ban"}
    assert vocabularies(parts, at=-1)["n"] == b"pan ban"
    assert vocabularies([], at=0) == {}
