"""The fields that facets may have are those whose values pages hold as terms."""

from typing import get_args

from sitegen.config.fields import FacetField
from sitegen.content.kind_fields import FIELDS_OF_KIND
from sitegen.content.page_values import TERM_FIELDS


def test_the_values_of_every_field_of_a_facet_are_read() -> None:
    assert set(get_args(FacetField)) - set(TERM_FIELDS) == set()


def test_every_field_of_terms_is_one_that_some_kind_has() -> None:
    fields = {name for model in FIELDS_OF_KIND.values() for name in model.model_fields}
    assert set(TERM_FIELDS) - fields == set()
