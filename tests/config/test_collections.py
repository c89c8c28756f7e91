"""Mistakes in the collections of site.yaml: messages and positions."""

import pytest

from tests.config.settings_messages import BASE, COL, TAX, messages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            BASE + COL + "    facet: [topic]\n",
            ['site.yaml:6:5: unknown field "facet" | did you mean "facets"?'],
            id="unknown setting of a collection",
        ),
        pytest.param(
            BASE + COL + "    per_page: 0\n",
            ['site.yaml:6:15: "per_page" must be 1 or more, not 0 | write 1, the smallest number it can be'],
            id="per_page 0",
        ),
        pytest.param(
            BASE + "collections:\n  stories:\n    kind: storys\n",
            ['site.yaml:5:11: "storys" is not a value of "kind" | did you mean "story"?'],
            id="unknown kind",
        ),
        pytest.param(
            BASE + COL + "    sort: dates\n",
            ['site.yaml:6:11: "dates" is not a value of "sort" | did you mean "date"?'],
            id="unknown sort",
        ),
        pytest.param(
            BASE + TAX + COL + "    facets: [topics]\n",
            ['site.yaml:12:14: unknown taxonomy "topics" | did you mean "topic"?'],
            id="unknown facet",
        ),
        pytest.param(
            BASE + COL + "    facets: topic\n",
            ['site.yaml:6:13: unknown taxonomy "topic" | there are no taxonomies yet'],
            id="facet without taxonomies",
        ),
        pytest.param(
            BASE + TAX + COL + "    facets: [topic, topic]\n",
            ['site.yaml:12:21: the taxonomy "topic" is named twice | name it once'],
            id="facet twice",
        ),
        pytest.param(
            BASE + COL + "  news:\n    from: [storys]\n",
            ['site.yaml:7:12: unknown collection "storys" | did you mean "stories"?'],
            id="unknown source",
        ),
        pytest.param(
            BASE + COL + "  news:\n    from: [stories, stories]\n",
            ['site.yaml:7:21: the collection "stories" is named twice | name it once'],
            id="source twice",
        ),
        pytest.param(
            BASE + COL + "  news:\n    from: stories\n  best:\n    from: news\n",
            [
                (
                    'site.yaml:9:11: "news" is a view, and a view cannot be the source of a view'
                    " | name the folders that it takes its pages from"
                )
            ],
            id="view of view",
        ),
        pytest.param(
            BASE + COL + "  news:\n    from: news\n",
            ['site.yaml:7:11: "news" takes its pages from itself | use one of these: stories'],
            id="itself",
        ),
        pytest.param(
            BASE + COL + "  news:\n    from: best\n  best:\n    from: news\n",
            [
                (
                    'site.yaml:7:11: "best" is a view, and a view cannot be the source of a view'
                    " | name the folders that it takes its pages from"
                ),
                (
                    'site.yaml:9:11: "news" is a view, and a view cannot be the source of a view'
                    " | name the folders that it takes its pages from"
                ),
            ],
            id="cycle",
        ),
        pytest.param(
            BASE + COL + "  news:\n    from: stories\n    where: {chanels: news}\n",
            ['site.yaml:8:13: no view can select by the field "chanels" | did you mean "channels"?'],
            id="unknown field",
        ),
        pytest.param(
            BASE + COL + "  news:\n    from: stories\n    where: {topics: quality}\n",
            [
                (
                    'site.yaml:8:13: no view can select by the field "topics"'
                    ' | make a taxonomy with the line "field: topics"'
                )
            ],
            id="field without taxonomy",
        ),
        pytest.param(
            BASE + TAX + COL + "  news:\n    from: stories\n    where: {topics: qualty}\n",
            ['site.yaml:14:21: unknown term "qualty" | did you mean "quality"?'],
            id="unknown term in where",
        ),
        pytest.param(
            BASE + COL + "  news:\n    from: stories\n    where: {kind: stories}\n",
            ['site.yaml:8:19: unknown kind "stories" | did you mean "story"?'],
            id="unknown kind in where",
        ),
        pytest.param(
            BASE + COL + "    where: {channels: news}\n",
            [('site.yaml:6:5: "where" is only for views, and "stories" is a folder | make a view of its own for it')],
            id="where of folder",
        ),
        pytest.param(
            BASE + COL + "  news:\n    kind: story\n    from: stories\n",
            [
                (
                    'site.yaml:8:5: "news" has "kind" and "from": it is a folder or a view, not both'
                    ' | leave out "kind" for a view, "from" for a folder'
                )
            ],
            id="both",
        ),
        pytest.param(
            BASE + COL + "  news:\n    title: News\n",
            [('site.yaml:6:3: "news" has neither "kind" nor "from" | a folder needs "kind", a view needs "from"')],
            id="neither",
        ),
        pytest.param(
            BASE + COL + "  news:\n",
            [('site.yaml:6:3: "news" has neither "kind" nor "from" | a folder needs "kind", a view needs "from"')],
            id="blank collection",
        ),
        pytest.param(
            BASE + "collections:\n  Good Stories:\n    kind: story\n",
            [
                (
                    'site.yaml:4:3: "Good Stories" cannot be the id of a collection'
                    " | use small letters and digits, with single hyphens between words"
                )
            ],
            id="bad id",
        ),
        pytest.param(
            BASE + COL + "    address: /stories/\n",
            [
                (
                    'site.yaml:6:14: "/stories/" cannot be the first part of addresses'
                    " | use small letters, digits and hyphens, without slashes"
                )
            ],
            id="bad address",
        ),
        pytest.param(
            BASE + COL + "  tools:\n    kind: tool\n    address: stories\n",
            [
                (
                    'site.yaml:8:14: "tools" has the address of "stories", and both have a list'
                    ' | give it another address, or write "list: false" in one of them'
                )
            ],
            id="same address",
        ),
        pytest.param(
            BASE + COL + "  news:\n    from:\n",
            ['site.yaml:7:5: "from" of "news" names no collection | name the folders that it shows'],
            id="from names nothing",
        ),
    ],
)
def test_a_mistake_in_a_collection_is_reported_at_its_position(text: str, expected: list[str]) -> None:
    assert messages(text.encode()) == expected
