"""Mistakes in the taxonomies of site.yaml: messages and positions."""

import pytest

from tests.config.settings_messages import BASE, TAX, messages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            BASE + "taxonomies:\n  page: {field: topics, terms: any}\n",
            [
                (
                    'site.yaml:4:3: a taxonomy cannot have the id "page": further pages of lists have that address'
                    " | give it another id"
                )
            ],
            id="taxonomy page",
        ),
        pytest.param(
            BASE + "taxonomies:\n  Topic: {field: topics, terms: any}\n",
            [
                (
                    'site.yaml:4:3: "Topic" cannot be the id of a taxonomy'
                    " | use small letters and digits, with single hyphens between words"
                )
            ],
            id="bad taxonomy id",
        ),
        pytest.param(
            BASE + "taxonomies:\n  topic: {field: topic, terms: any}\n",
            ['site.yaml:4:18: "topic" is not a value of "field" | did you mean "topics"?'],
            id="unknown taxonomy field",
        ),
        pytest.param(
            BASE + TAX + "  subject: {field: topics, terms: any}\n",
            ['site.yaml:9:20: the field "topics" belongs to "topic" already | give each its own field'],
            id="same field",
        ),
        pytest.param(
            BASE + "taxonomies:\n  topic:\n",
            ['site.yaml:4:3: the taxonomy "topic" is empty | give it "field" and "terms"'],
            id="blank taxonomy",
        ),
        pytest.param(
            BASE + "taxonomies:\n  topic: {field: topics}\n",
            [
                (
                    'site.yaml:4:10: "terms" is missing: a taxonomy needs it'
                    " | add a line like this: terms: {quality: Quality}"
                )
            ],
            id="no terms",
        ),
        pytest.param(
            BASE + "taxonomies:\n  topic: {field: topics, terms: [quality]}\n",
            [
                (
                    'site.yaml:4:33: "terms" must be a group of fields, one a line, not a list'
                    " | write it like this: terms: {quality: Quality}"
                )
            ],
            id="terms as list",
        ),
        pytest.param(
            BASE + "taxonomies:\n  topic: {field: topics, terms: all}\n",
            [
                (
                    'site.yaml:4:33: "terms" must be a group of terms, or any, not "all"'
                    ' | write "terms: any", or one term a line: id: label'
                )
            ],
            id="terms all",
        ),
        pytest.param(
            BASE + "taxonomies:\n  topic: {field: topics, terms: {Work safety: Safety}}\n",
            [
                (
                    'site.yaml:4:34: "Work safety" cannot be the id of a term'
                    " | use small letters and digits, with single hyphens between words"
                )
            ],
            id="bad term id",
        ),
        pytest.param(
            BASE + TAX + "      care: {label: Care, also: [Customer  Sérvice]}\n",
            [
                (
                    'site.yaml:9:34: "Customer Sérvice" means "service" already in the taxonomy "topic"'
                    " | keep it in one of the two"
                )
            ],
            id="term twice",
        ),
        pytest.param(
            BASE + TAX + "      good: Quality\n",
            [('site.yaml:9:13: "Quality" means "quality" already in the taxonomy "topic" | keep it in one of the two')],
            id="label twice",
        ),
        pytest.param(
            BASE + "taxonomies:\n  topic: {field: topics, terms: {quality: {lable: Quality}}}\n",
            ['site.yaml:4:44: unknown field "lable" | did you mean "label"?'],
            id="wrong term",
        ),
    ],
)
def test_a_mistake_in_a_taxonomy_is_reported_at_its_position(text: str, expected: list[str]) -> None:
    assert messages(text.encode()) == expected
