"""What the pages of the shipped site say of themselves: addresses, structured data, neighbours, policy."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element
from zoneinfo import ZoneInfo

import pytest

from sitegen.model import Collection
from sitegen.model.folders import OFFLINE_PAGE
from tests.site.brute import Brute, Row, day_of, values
from tests.site.shipped import Shipped, find_all, page_of, texts_of

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'{}; "
    "require-trusted-types-for 'script'; trusted-types offline"
)
"""The one policy of the site; a feedback form adds its origin."""


@pytest.fixture(scope="module")
def brute(shipped: Shipped) -> Brute:
    return Brute(shipped)


def address(site: Shipped, path: str) -> str:
    """Return the absolute address of a page by its file."""
    return f"{site.start}/{path.removesuffix('index.html')}"


def own_pages(site: Shipped) -> Iterator[tuple[str, Element]]:
    """Every page but those at old addresses."""
    return ((path, site.tree(path)) for path in site.pages if path not in site.redirects)


def item_pages(brute: Brute) -> Iterator[tuple[Row, Element]]:
    return ((row, brute.site.tree(page_of(brute.url(row)))) for row in brute.rows)


def home_of(brute: Brute, row: Row) -> Collection:
    return next(home for home in brute.config.collections if home.id == row.collection)


def properties(tree: Element) -> dict[str, str]:
    """Return what a page tells those who share it."""
    contents = {meta.get("property", ""): meta.get("content", "") for meta in tree.iter("meta")}
    return {name: value for name, value in contents.items() if name.startswith("og:")}


def structured(tree: Element) -> list[dict[str, Any]]:
    """Return what a page tells search engines of itself, but for its breadcrumbs."""
    return [facts for facts in _json_ld(tree) if facts["@type"] != "BreadcrumbList"]


def _json_ld(tree: Element) -> list[dict[str, Any]]:
    return [json.loads(script.text or "") for script in find_all(tree, "script", type="application/ld+json")]


def linked(tree: Element, **attributes: str) -> list[str]:
    return [link.get("href", "") for link in find_all(tree, "link", **attributes)]


# -- addresses


def test_every_page_has_one_canonical_address_its_own(shipped: Shipped) -> None:
    wrong = [path for path, tree in own_pages(shipped) if linked(tree, rel="canonical") != [address(shipped, path)]]
    assert wrong == []


def test_an_old_address_has_the_new_one_as_canonical(shipped: Shipped) -> None:
    for path, target in shipped.redirects.items():
        assert linked(shipped.tree(path), rel="canonical") == [shipped.start + target]


def test_every_page_has_a_title_of_its_own(shipped: Shipped) -> None:
    titles = [texts_of(next(tree.iter("title"))) for _, tree in own_pages(shipped)]
    assert all(titles)
    assert {title for title in titles if titles.count(title) > 1} == set()


def test_every_page_has_a_description_and_a_language(shipped: Shipped) -> None:
    for path, tree in own_pages(shipped):
        (description,) = find_all(tree, "meta", name="description")
        assert description.get("content"), path
        assert tree.get("lang"), path


def test_every_page_has_a_description_of_its_own(shipped: Shipped) -> None:
    metas = [find_all(tree, "meta", name="description")[0] for _, tree in own_pages(shipped)]
    texts = [meta.get("content") for meta in metas]
    assert {text for text in texts if texts.count(text) > 1} == set()


def test_every_page_can_be_shared(shipped: Shipped) -> None:
    for path, tree in own_pages(shipped):
        shared = properties(tree)
        assert shared["og:url"] == address(shipped, path)
        assert shared["og:site_name"] == shipped.config.site.title
        assert shared["og:title"], path
        assert shared["og:description"], path
        assert shared["og:type"] in ("website", "article")


# -- structured data


def test_structured_data_name_the_page_they_stand_on(shipped: Shipped) -> None:
    for path, tree in own_pages(shipped):
        facts = structured(tree)
        has_facts = path not in ("404.html", "offline.html", "my-list/index.html", "search/index.html")
        assert [one["url"] for one in facts] == ([address(shipped, path)] if has_facts else [])
        assert all(one["@context"] == "https://schema.org" for one in facts)


def test_structured_data_of_an_item_have_its_title_and_dates(brute: Brute) -> None:
    zone = ZoneInfo(brute.config.site.timezone)
    for row, tree in item_pages(brute):
        (facts,) = structured(tree)
        assert facts.get("headline", facts.get("name")) == " ".join(row.matter["title"].split())
        for field, name in (("date", "datePublished"), ("updated", "dateModified")):
            date = None if field == "date" and "date_shown" in row.matter else row.matter.get(field)
            assert (name in facts) is bool(date)
            if date and day_of(date):
                assert datetime.fromisoformat(facts[name]) == datetime.fromisoformat(date).replace(tzinfo=zone)
            else:
                assert facts.get(name) == date


# -- ways around


def crumbs(tree: Element) -> list[tuple[str, str]]:
    """Return the breadcrumbs as (label, link); the last one has no link."""
    navs = find_all(tree, "nav", class_="wrap crumbs")
    items = [item for nav in navs for item in nav.iter("li")]
    return [(texts_of(item), next((a.get("href", "") for a in item.iter("a")), "")) for item in items]


def test_breadcrumbs_are_told_as_they_are_shown(shipped: Shipped) -> None:
    told = 0
    for path, tree in own_pages(shipped):
        lists = [facts for facts in _json_ld(tree) if facts["@type"] == "BreadcrumbList"]
        here = re.sub(r"page/\d+/$", "", address(shipped, path))  # further pages stand where the first one does
        shown = [(label, shipped.start + url if url else here) for label, url in crumbs(tree)]
        if len(shown) < 2 or path in ("404.html", OFFLINE_PAGE):
            continue
        (facts,) = lists
        assert [(step["name"], step["item"]) for step in facts["itemListElement"]] == shown, path
        assert [step["position"] for step in facts["itemListElement"]] == list(range(1, len(shown) + 1))
        told += 1
    assert told > 100


def galleries(brute: Brute, home: Collection) -> list[tuple[str, str]]:
    """Return the gallery that leads to a collection, as a breadcrumb."""
    above = [(one.title, f"/{one.id}/") for one in brute.config.site.galleries if home.id in one.collections]
    return above[:1]


def test_the_breadcrumbs_of_an_item_are_home_its_list_and_itself(brute: Brute) -> None:
    for row, tree in item_pages(brute):
        home = home_of(brute, row)
        if row.collection == "dimensions":  # they stand below the grid of kits
            home = next(collection for collection in brute.config.collections if collection.id == "levels")
        channels = [("channels", value) for value in values(row.matter.get("channels"))]
        views = [one for channel in channels for one in brute.config.collections if one.where == (channel,)]
        home = (*views, home)[0]
        above = [*galleries(brute, home), *([(home.title, f"/{home.address}/")] if home.has_list else [])]
        assert crumbs(tree) == [("Home", "/"), *above, (" ".join(row.matter["title"].split()), "")]


def test_the_breadcrumbs_of_a_terms_list_end_with_the_term(brute: Brute) -> None:
    for home in brute.config.collections:
        for facet in home.facets:
            labels = {
                t.id: t.label for taxonomy in brute.config.taxonomies if taxonomy.id == facet for t in taxonomy.terms
            }
            for term in brute.counts(home, facet):
                shown = crumbs(brute.site.tree(f"{home.address}/{facet}/{term}/index.html"))
                above = [("Home", "/"), *galleries(brute, home), (home.title, f"/{home.address}/")]
                assert shown == [*above, (labels.get(term, term.replace("-", " ").capitalize()), "")]


def test_an_item_leads_to_the_items_beside_it_in_its_list(brute: Brute) -> None:
    for home in brute.config.collections:
        if home.is_view:
            continue
        urls = [brute.url(row) for row in brute.members(home)]
        for at, url in enumerate(urls):
            tree = brute.site.tree(page_of(url))
            before, after = urls[at - 1 : at] if at else [], urls[at + 1 : at + 2]
            assert (linked(tree, rel="prev"), linked(tree, rel="next")) == (before, after)
            shown = [
                a.get("href")
                for nav in find_all(tree, "nav")
                for a in nav.iter("a")
                if a.get("rel") in ("prev", "next")
            ]
            assert shown == [*before, *after]


def related(tree: Element) -> list[str]:
    sections = find_all(tree, "section", aria_labelledby="related")
    return [a.get("href", "") for section in sections for h3 in section.iter("h3") for a in h3.iter("a")]


def named_related(brute: Brute, row: Row, tree: Element) -> list[str]:
    """Return what its writer named, but for what stands in another group of the page already."""
    by_path = {f"{other.collection}/{other.slug}": brute.url(other) for other in brute.rows}
    titles = [title for level in ("h2", "h3") for title in find_all(tree, level, class_="row-title")]
    shown = [a.get("href", "") for title in titles for a in title.iter("a")]
    above = shown[: len(shown) - len(related(tree))]
    return [by_path[ref] for ref in values(row.matter.get("related")) if by_path[ref] not in above]


def test_the_related_items_are_the_named_ones_first_and_none_twice(brute: Brute) -> None:
    for row, tree in item_pages(brute):
        shown, named = related(tree), named_related(brute, row, tree)
        assert shown[: len(named)] == named
        assert len(set(shown)) == len(shown) <= max(len(named), home_of(brute, row).related)
        assert brute.url(row) not in shown


def test_a_related_item_that_nobody_named_shares_a_term(brute: Brute) -> None:
    rows = {brute.url(row): row for row in brute.rows}
    for row, tree in item_pages(brute):
        for url in related(tree)[len(named_related(brute, row, tree)) :]:
            other = rows[url]
            assert any(row.terms[name] & other.terms[name] for name in row.terms), (row.slug, url)


# -- policy


def test_every_page_carries_the_one_policy_before_anything_that_loads(shipped: Shipped) -> None:
    for path in shipped.pages:
        head = shipped.tree(path).find("head")
        assert head is not None
        assert [head[0].get("charset"), head[1].get("http-equiv")] == ["utf-8", "Content-Security-Policy"], path
        assert head[1].get("content") == POLICY.format("")


def test_the_feedback_form_is_the_only_other_host_of_the_policy(shipped_below: Shipped) -> None:
    policy = POLICY.format(" https://forms.example.org")
    escaped = policy.replace("'", "&#39;")
    assert [path for path in shipped_below.pages if escaped not in shipped_below.text(path)] == []
    assert f"\n  Content-Security-Policy: {policy}\n" in shipped_below.text("_headers")


def test_hosts_are_given_the_same_policy(shipped: Shipped) -> None:
    assert f"/*\n  Content-Security-Policy: {POLICY.format('')}\n" in shipped.text("_headers")


def test_no_page_has_script_style_or_handlers_of_its_own(shipped: Shipped) -> None:
    for path in shipped.pages:
        for element in shipped.tree(path).iter():
            attributes = [name for name in element.attrib if name == "style" or name.startswith("on")]
            assert attributes == [], (path, element.tag)
            assert element.tag != "style", path
            if element.tag == "script":
                assert element.get("type") == "application/ld+json" or (element.get("src") and not element.text), path
            values_ = [value for value in element.attrib.values() if re.match(r"\s*javascript:", value, re.IGNORECASE)]
            assert values_ == [], path
