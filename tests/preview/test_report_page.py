"""The report of the preview: at its own address, never in the output."""

from collections.abc import Iterator

import pytest

from tests.preview.serving import Preview, previewed
from tests.site.small import SmallSite


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    site = SmallSite(tmp_path_factory.mktemp("reported"))
    site.story("late", title="Late & <b>lost</b>", review_by="2020-01-31", owner="Ben Ortiz")
    site.story("begun", draft=True, owner="Ana Vance", body="[Huddle](../tools/huddle.md)\n")
    return site


@pytest.fixture(scope="module")
def preview(site: SmallSite) -> Iterator[Preview]:
    with previewed(site.root) as running:
        yield running


def test_it_says_where_the_site_stands_and_leads_to_its_pages(preview: Preview) -> None:
    answer = preview.get("/__preview/report")
    assert answer.status == 200
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert '<a href="/lmp/stories/late/">Late &amp; &lt;b&gt;lost&lt;/b&gt;</a>' in answer.body
    assert "to be looked at again by 2020-01-31, by Ben Ortiz" in answer.body
    assert "<code>content/stories/begun.md:5</code>" in answer.body


def test_its_form_asks_what_uses_a_page(preview: Preview) -> None:
    answer = preview.get("/__preview/report?uses=tools/huddle")
    assert 'name="uses" value="tools/huddle"' in answer.body
    assert "link in the text (draft)" in answer.body
    assert "Drafts" not in answer.body


@pytest.mark.parametrize("uses", ["stories/nothing", "%3Cb%3E"])
def test_what_is_not_there_is_said(preview: Preview, uses: str) -> None:
    answer = preview.get(f"/__preview/report?uses={uses}")
    assert answer.status == 400
    assert "there is no page or file" in answer.body
    assert "<b>" not in answer.body


def test_another_host_is_refused(preview: Preview) -> None:
    answer = preview.get("/__preview/report", Host="evil.example")
    assert answer.status == 403
    assert "Ben Ortiz" not in answer.body


def test_wrong_settings_are_said(preview: Preview, site: SmallSite) -> None:
    right = site.text("site.yaml")
    preview.after_build(lambda: site.write("site.yaml", "title: [\n"))
    answer = preview.get("/__preview/report")
    preview.after_build(lambda: site.write("site.yaml", right))
    assert (answer.status, "site.yaml:" in answer.body) == (400, True)


def test_owners_are_in_no_file_of_the_preview(preview: Preview, site: SmallSite) -> None:
    preview.get("/__preview/report")
    files = [path for path in (site.root / ".sitegen/preview").rglob("*") if path.is_file()]
    assert files
    assert not any(b"Ben Ortiz" in path.read_bytes() for path in files)
