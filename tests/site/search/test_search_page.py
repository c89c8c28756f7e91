"""The search page without script: every title once, letters on pages of their own where there are many."""

import html
import re
from pathlib import Path
from typing import Any

import pytest

from sitegen.catalog import alphabet
from sitegen.site.search.search_page import search_html
from tests.site.brute import Brute
from tests.site.shipped import Shipped
from tests.site.small import SmallSite, files


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite(tmp_path)


def titles(text: str) -> list[tuple[str, str]]:
    lists = re.search(r'<div class="results titles.*?</main>', text, re.DOTALL)
    assert lists
    return re.findall(r'<li><a href="([^"#]*)"[^>]*>([^<]*)</a> <span class="title-kind">', lists[0])


def test_every_title_stands_on_it_once_and_in_order(shipped: Shipped) -> None:
    brute = Brute(shipped)
    listed = titles(shipped.text("search/index.html"))
    of_content = {brute.url(row) for row in brute.rows}
    others = [url for url, _ in listed if url not in of_content]
    assert sorted(url for url, _ in listed) == sorted([*of_content, *others])
    assert len(others) == len(set(others))
    assert {"/", "/tools/", "/hank/", "/library/", "/gallery/", "/path-to-performance/"} <= set(others)
    assert len([url for url in others if re.fullmatch("/path-to-performance/level-[1-5]/[a-z-]+/", url)]) == 35
    assert all(f"{url.strip('/')}/index.html".lstrip("/") in shipped.pages for url in others)
    assert not [url for url in others if "/page/" in url or "/topic/" in url]
    keys = [alphabet.title_key(html.unescape(title)) for _, title in listed]
    assert keys == sorted(keys)


def test_each_letter_is_jumped_to(shipped: Shipped) -> None:
    text = shipped.text("search/index.html")
    jumps = re.findall(r'href="#(titles-[^"]+)"', text)
    assert len(jumps) > 10
    assert [one for one in jumps if f'id="{one}"' not in text] == []


def test_every_filter_is_there_and_its_counts_are_those_of_the_lists(shipped: Shipped) -> None:
    text = shipped.text("search/index.html")
    option = r'<span class="option">[^<]*</span> <span class="count">(\d+)'
    links = re.findall(rf'<a href="(/[a-z-]+/([a-z]+)/[^"]+/)">{option}', text)
    assert {name for _, name, _ in links} == {taxonomy.id for taxonomy in shipped.config.taxonomies}
    brute = Brute(shipped)
    homes = {home.address: home for home in shipped.config.collections}
    for url, name, count in links:
        _, address, _, term, _ = url.split("/")
        assert brute.counts(homes[address], name)[term] == int(count)
        others = (brute.counts(home, name)[term] for home in shipped.config.collections if name in home.facets)
        assert int(count) == max(others)


def test_it_is_a_real_form_and_other_search_engines_know_it_without_words(shipped: Shipped) -> None:
    text = shipped.text("search/index.html")
    assert re.search(r'<form class="search" role="search" action="/search/" method="get"', text)
    assert re.search(r'<input [^>]*name="q"[^>]*maxlength="200"', text)
    assert "noindex" not in text
    assert re.search(r'<link rel="canonical" href="https://[^"?]+/search/">', text)


def test_many_titles_stand_on_the_pages_of_their_letters(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alphabet, "MOST_TITLES", 3)
    monkeypatch.setattr("sitegen.render.search_views.MOST_TITLES", 3)
    site.build()
    pages = {path for path in files(site.out) if path.startswith("search/") and path.endswith("index.html")}
    assert pages == {
        "search/index.html", "search/l/index.html", "search/n/index.html", "search/s/index.html",
        "search/s/page/2/index.html", "search/s/page/3/index.html", "search/t/index.html",
    }  # fmt: skip
    texts = ((site.out / path).read_text("utf-8") for path in sorted(pages - {"search/index.html"}))
    library, news, first, second, third, other = texts
    assert [title for text in (library, news) for _, title in titles(text)] == ["Library", "News"]
    assert [title for _, title in titles(first)] == ["Small site", "Stories", "Story story-0"]
    assert [title for _, title in titles(second)] == ["Story story-1", "Story story-2", "Story story-3"]
    assert [title for _, title in titles(third)] == ["Story story-4"]
    assert [title for _, title in titles(other)] == ["Tool charter", "Tool huddle", "Tools"]
    assert 'href="/lmp/search/s/page/2/"' in first
    assert titles((site.out / "search" / "index.html").read_text("utf-8")) == []


def test_only_an_edit_of_a_title_or_a_term_touches_it(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.search.reader.bundle.MAX_BUNDLE", 0)
    fields: dict[str, Any] = {"date": "2017-10-02", "topics": ["quality"], "regions": ["North", "south"]}
    site.build()
    site.story("story-1", "Another body.\n", summary="Another summary.", **fields)
    assert search_html.key() not in site.build().executed
    site.story("story-1", title="Another title", **fields)
    assert search_html.key() in site.build().executed
    site.build_clean()
    assert files(site.out) == files(site.folder / "clean")


def test_drafts_are_not_on_it(site: SmallSite) -> None:
    site.story("story-1", draft=True, title="Secret")
    site.build()
    assert "Secret" not in (site.out / "search" / "index.html").read_text("utf-8")
