"""Rules: what is shown of the pages found, in blocks of cards and of texts."""

from collections.abc import Iterator

from sitegen.engine.rules import Fetch
from sitegen.render.card_fields import RESULT_FIELDS, card_values
from sitegen.search.reader.payloads import CARD_NAME, CARDS, GROUP, NAMED, TEXTS, short_digest, write_block
from sitegen.site.cards import card
from sitegen.site.generated_pages import generated_card, is_generated
from sitegen.site.inputs import RULES
from sitegen.site.search.indexed_pages import members_of, search_document, search_size


@RULES.task()
def search_texts(fetch: Fetch, block: int) -> bytes:
    """Write a block of texts."""
    documents = ((number, fetch(search_document, path)) for number, path in _in_block(fetch, block, TEXTS))
    return write_block([(number, document.text) for number, document in documents if document], TEXTS)


@RULES.task(keep=True)
def search_text_names(fetch: Fetch, group: int) -> dict[str, str]:
    """Return the names of a group's blocks of texts, by the number of the block."""
    first = group * GROUP // TEXTS
    last = min(first + GROUP // TEXTS, -(-fetch(search_size).id_limit // TEXTS))
    return {str(block): short_digest(fetch(search_texts, block), CARD_NAME).hex() for block in range(first, last)}


@RULES.task()
def search_cards(fetch: Fetch, block: int) -> bytes:
    """Write a block of cards."""
    rows = []
    for number, path in _in_block(fetch, block, CARDS):
        texts = fetch(search_text_names, number // GROUP, at=str(number // TEXTS))
        shown = fetch(generated_card, path) if is_generated(path) else fetch(card, path)
        rows.append((number, (*card_values(shown, RESULT_FIELDS), texts)))
    return write_block(rows, CARDS)


@RULES.task(keep=True)
def search_card_name(fetch: Fetch, span: int) -> str:
    """Return the name that the blocks of cards of some neighboring ids have."""
    blocks = range(span * NAMED // CARDS, (span + 1) * NAMED // CARDS)
    return short_digest(b"".join(fetch(search_cards, block) for block in blocks), CARD_NAME).hex()


@RULES.task(keep=True)
def search_card_names(fetch: Fetch) -> tuple[str, ...]:
    """Return all names of cards, in the order of ids."""
    return tuple(fetch(search_card_name, span) for span in range(-(-fetch(search_size).id_limit // NAMED)))


def _in_block(fetch: Fetch, block: int, size: int) -> Iterator[tuple[int, str]]:
    """Yield (id, path) of the documents in a block of `size` ids, by id."""
    for number, path in members_of(fetch, block * size // GROUP):
        if number // size == block:
            yield number, path
