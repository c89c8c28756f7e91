"""The search of the preview: at its own address, never in the output."""

import json
from collections.abc import Iterator

import pytest

from tests.preview.serving import Preview, previewed
from tests.site.small import SmallSite


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    site = SmallSite(tmp_path_factory.mktemp("searched"))
    site.tool("pulse", title="Pulse & <b>survey</b>", topics=["quality"])
    with previewed(site.root) as running:
        yield running
        assert not list((site.root / ".sitegen/preview").rglob("*__preview*"))


def test_it_answers_with_a_page_whose_words_are_marked(preview: Preview) -> None:
    answer = preview.get("/__preview/search?q=huddel")
    assert answer.status == 200
    assert answer.headers["cache-control"] == "no-store"
    assert '<a href="/lmp/tools/huddle/">Tool <mark>huddle</mark></a>' in answer.body
    assert "showing results for <q>huddle</q>" in answer.body


def test_what_pages_say_is_text(preview: Preview) -> None:
    body = preview.get("/__preview/search?q=survey").body
    assert "<b>" not in body
    assert "Pulse &amp; &lt;b&gt;<mark>survey</mark>&lt;/b&gt;" in body


def test_filters_are_parameters_and_json_is_one_object(preview: Preview) -> None:
    answer = json.loads(preview.get("/__preview/search.json?q=tool&topic=quality").body)
    assert {result["url"] for result in answer["results"]} == {"/tools/charter/", "/tools/pulse/"}
    assert answer["total"] == 2


def test_an_unknown_filter_is_reported(preview: Preview) -> None:
    answer = preview.get("/__preview/search?q=tool&topik=quality")
    assert answer.status == 400
    assert "topik" in answer.body


def test_nothing_typed_is_a_form_alone(preview: Preview) -> None:
    assert "<ol>" not in preview.get("/__preview/search").body
