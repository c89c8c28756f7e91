"""What rows show: lists and search take it from one record."""

from sitegen.render.card_fields import CARD_FIELDS, RESULT_FIELDS, card_values
from sitegen.render.views import Card

CARD = Card(url="/a/", title="A", summary="S", kind="tool", kind_label="Tool", levels=("1", "2"), length="1 minute")


def test_all_that_a_card_has_is_written_for_lists() -> None:
    values = dict(zip(CARD_FIELDS, card_values(CARD, CARD_FIELDS), strict=True))
    assert Card(**values) == CARD  # type: ignore[arg-type]


def test_results_have_what_lists_have_but_for_a_few() -> None:
    assert set(CARD_FIELDS) - set(RESULT_FIELDS) == {"date_iso", "regions", "length", "file_url", "file_facts"}
    assert [name for name in CARD_FIELDS if name in RESULT_FIELDS] == list(RESULT_FIELDS)


def test_values_stand_in_the_order_of_the_fields_asked_for() -> None:
    assert card_values(CARD, ("levels", "title")) == (("1", "2"), "A")
