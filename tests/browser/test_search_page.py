"""The results of the search page, with a made-up reader behind them (fakes/reader.js); once with the site's own."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.searching import FIELD, OPTIONS, axe, hold, take_in
from tests.browser.visits import DESK, PHONE, listen, resize, visit, wait_for

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("fake_reader")]

ROWS, COUNT = ".found .row", ".found-count"


def query_of(page: Page) -> str:
    return page.url.partition("/search/")[2]


def counts_of(page: Page, facet: str) -> list[str]:
    return page.locator(f'[data-facet="{facet}"] .count').all_text_contents()


def test_results_are_rows_like_those_of_lists(page: Page, search_address: str) -> None:
    notes = listen(page)
    page.goto(f"{search_address}?q=huddle")
    expect(page.locator(COUNT)).to_have_text("35 results for “huddle”")
    assert page.locator(ROWS).count() == 20
    first = page.locator(ROWS).first
    assert first.locator(".row-title a").get_attribute("href") == "/tools/huddle-guide/?page=0"
    assert first.locator(".row-facts").inner_text().split() == ["Tool", "All", "levels"]
    expect(first.locator("mark")).to_have_text("huddle")
    summaries = [page.locator(".row-summary").nth(at).inner_text() for at in range(6)]
    assert summaries[0].startswith("before the huddle <i>0</i> after … What a team does with number 0")
    assert [text.partition(" with ")[0] for text in summaries[3:5]] == ["What a team does"] * 2
    assert page.locator(ROWS).nth(2).locator(".row-title").get_attribute("lang") == "es"
    assert page.title().startswith("huddle | Search")
    assert page.input_value(FIELD) == "huddle"
    assert notes.complaints == []


def test_the_titles_from_a_to_z_stay_until_something_is_searched_for(page: Page, search_address: str) -> None:
    for query in ("", "?q=", "?topic=quality", "?q=&topic=quality"):
        page.goto(search_address + query)
        assert page.is_visible("h2#titles")
        assert page.is_hidden(".found")


@pytest.mark.parametrize("query", ["?q=+", "?q=%20%20", "?q=%C2%A0"])
def test_spaces_alone_lead_to_the_titles(page: Page, search_address: str, query: str) -> None:
    page.goto(search_address + query)
    expect(page.locator("h2#titles")).to_be_visible()
    assert page.url == search_address


def test_they_are_never_shown_where_something_is_searched_for(page: Page, search_address: str) -> None:
    held = hold(page, "**/assets/js/search/page.*.js")
    page.goto(f"{search_address}?q=huddle", wait_until="commit")
    wait_for(page, lambda: len(held) == 1)
    expect(page.locator(COUNT)).to_be_visible()
    assert page.is_hidden("h2#titles")


def test_the_titles_stay_in_a_browser_that_cannot_unpack(page: Page, search_address: str) -> None:
    page.add_init_script("delete globalThis.DecompressionStream")
    notes = listen(page)
    page.goto(f"{search_address}?q=huddle")
    assert page.is_visible("h2#titles")
    page.focus(FIELD)
    assert page.get_attribute(FIELD, "role") is None
    assert notes.complaints == []


def test_rows_come_before_excerpts_and_nothing_moves(page: Page, search_address: str) -> None:
    for size in (PHONE, DESK):
        resize(page, size)
        held = hold(page, "**/search/fake/excerpts")
        page.goto(f"{search_address}?q=huddle")
        expect(page.locator(ROWS)).to_have_count(20)
        wait_for(page, lambda held=held: len(held) == 1)  # type: ignore[misc]
        assert page.locator("mark").count() == 0
        places = "[...document.querySelectorAll('.found .row')].map(row => Math.round(row.getBoundingClientRect().top))"
        before = page.evaluate(places)
        held[0].fulfill(body="")
        expect(page.locator("mark").first).to_be_visible()
        assert page.evaluate(places) == before
        page.unroute("**/search/fake/excerpts")


def test_more_results_come_by_a_button(page: Page, search_address: str) -> None:
    page.goto(f"{search_address}?q=huddle")
    page.click(".found-more")
    expect(page.locator(ROWS)).to_have_count(35)
    assert page.is_hidden(".found-more")
    assert page.evaluate("document.activeElement.textContent") == page.locator(ROWS).nth(20).locator("a").text_content()


def test_a_button_pressed_twice_brings_them_once(page: Page, search_address: str) -> None:
    page.goto(f"{search_address}?q=huddle")
    expect(page.locator(ROWS)).to_have_count(20)
    held = hold(page, "**/search/fake/cards")
    page.dblclick(".found-more")
    wait_for(page, lambda: len(held) == 2)
    for route in held:
        with page.expect_response("**/search/fake/cards"):
            route.fulfill(body="")
    take_in(page)
    expect(page.locator(ROWS)).to_have_count(35)


def test_a_misspelt_word_is_told(page: Page, search_address: str) -> None:
    page.goto(f"{search_address}?q=hudle")
    expect(page.locator(".found-corrected")).to_have_text("Showing results for “huddle”, not “hudle”")
    expect(page.locator(".found [role=status]")).to_contain_text("35 results for “hudle”")


def test_unknown_words_are_told_and_what_may_be_meant_is_offered(page: Page, search_address: str) -> None:
    page.goto(f"{search_address}?q=huddle+Bullying")
    expect(page.locator(".found-missing")).to_have_text("No page has “bullying”")
    expect(page.locator(".found-corrected")).to_be_hidden()
    link = page.locator(".found-meant a")
    expect(link).to_have_text("huddle building")
    link.click()
    expect(page.locator(COUNT)).to_have_text("35 results for “huddle building”")
    expect(page.locator(".found-meant")).to_be_hidden()


def test_a_text_without_a_word_says_so(page: Page, search_address: str) -> None:
    page.goto(f"{search_address}?q=%25")
    expect(page.locator(COUNT)).to_have_text("“%” has no word to search for")


def test_a_filter_that_words_name_is_offered_and_taken_in_their_place(page: Page, search_address: str) -> None:
    page.goto(f"{search_address}?q=huddle+quality+3")
    offers = page.locator(".found-offers button")
    expect(offers).to_have_text(["Topic: Quality", "Team level: Level 3"])
    offers.last.click()
    expect(page.locator(COUNT)).to_be_focused()
    expect(page.locator(".chip-item")).to_have_count(1)
    assert query_of(page) == "?q=huddle+quality&level=3"
    expect(page.locator(COUNT)).to_have_text("11 results for “huddle quality”")
    assert page.input_value(FIELD) == "huddle quality"


def test_a_filter_taken_for_all_words_stands_alone_also_when_the_page_is_opened_anew(
    page: Page, search_address: str
) -> None:
    page.goto(f"{search_address}?q=quality")
    page.locator(".found-offers button").click()
    expect(page.locator(COUNT)).to_have_text("24 results")
    page.reload()
    expect(page.locator(COUNT)).to_have_text("24 results")
    page.locator(".chip-item button").click()
    expect(page.locator("h2#titles")).to_be_visible()


def test_counts_ignore_their_own_filter_and_zeros_stay(page: Page, search_address: str) -> None:
    page.goto(f"{search_address}?q=huddle")
    boxes = page.locator('[data-facet="level"] input')
    wait_for(page, lambda: counts_of(page, "level")[:3] == ["12", "12", "11"])
    page.locator('[data-facet="level"] > summary').click()
    boxes.nth(0).check()
    expect(page.locator(COUNT)).to_have_text("12 results for “huddle”")
    assert counts_of(page, "level")[:3] == ["12", "12", "11"]
    expect(boxes.nth(0)).to_be_focused()
    boxes.nth(2).check()
    expect(page.locator(COUNT)).to_have_text("23 results for “huddle”")
    assert query_of(page) == "?q=huddle&level=1&level=3"
    pictures = page.locator('[data-facet="format"] input')
    wait_for(page, lambda: pictures.nth(1).is_disabled())
    assert counts_of(page, "format")[1] == "0"


def test_the_address_says_it_all(page: Page, search_address: str) -> None:
    page.goto(f"{search_address}?q=huddle&level=1&topic=quality&nonsense=1&level=nonsense")
    expect(page.locator(".chip-item")).to_have_count(2)
    page.locator(".chip-item button").first.click()
    expect(page.locator(".chip-item")).to_have_count(1)
    expect(page.locator(".chip-item button")).to_be_focused()
    assert query_of(page) == "?q=huddle&level=1"
    page.goto(f"{search_address}?q=huddle&level=1&topic=quality")
    page.click(".chip-all")
    expect(page.locator(COUNT)).to_have_text("35 results for “huddle”")
    assert query_of(page) == "?q=huddle"


def test_back_and_forward(page: Page, search_address: str) -> None:
    page.goto(f"{search_address}?q=huddle")
    expect(page.locator(COUNT)).to_have_text("35 results for “huddle”")
    page.fill(FIELD, "safety")
    page.keyboard.press("Enter")
    expect(page.locator(COUNT)).to_have_text("12 results for “safety”")
    page.locator('[data-facet="level"] > summary').click()
    page.locator('[data-facet="level"] input').first.check()
    expect(page.locator(COUNT)).to_have_text("4 results for “safety”")
    page.go_back()
    expect(page.locator(COUNT)).to_have_text("12 results for “safety”")
    assert not page.locator('[data-facet="level"] input').first.is_checked()
    page.go_back()
    expect(page.locator(COUNT)).to_have_text("35 results for “huddle”")
    assert page.input_value(FIELD) == "huddle"
    page.go_forward()
    page.go_forward()
    expect(page.locator(COUNT)).to_have_text("4 results for “safety”")


def test_filters_stay_for_other_words_and_an_empty_field_leads_to_all_titles(page: Page, search_address: str) -> None:
    page.goto(f"{search_address}?q=huddle&level=1")
    expect(page.locator(COUNT)).to_have_text("12 results for “huddle”")
    page.fill(FIELD, "safety")
    page.keyboard.press("Enter")
    expect(page.locator(COUNT)).to_be_focused()
    expect(page.locator(COUNT)).to_have_text("4 results for “safety”")
    page.fill(FIELD, "")
    page.keyboard.press("Enter")
    expect(page.locator("h2#titles")).to_be_visible()


def test_a_dead_end_names_the_filter_to_take_away(page: Page, search_address: str) -> None:
    page.goto(f"{search_address}?q=safety&level=1&format=ppt")
    expect(page.locator(COUNT)).to_have_text("0 results for “safety”")
    drops = page.locator(".drop button")
    expect(drops).to_have_count(1)
    assert drops.inner_text().split("\n") == ["Without Format: PPT", "4 results"]
    drops.click()
    expect(page.locator(COUNT)).to_have_text("4 results for “safety”")
    expect(page.locator(COUNT)).to_be_focused()
    assert page.is_hidden(".found-none")


def test_words_that_are_nowhere_lead_to_the_titles(page: Page, search_address: str) -> None:
    page.goto(f"{search_address}?q=zebra")
    expect(page.locator(COUNT)).to_have_text("0 results for “zebra”")
    assert page.is_hidden(".dead-end")
    page.click("text=See all titles from A to Z")
    expect(page.locator("h2#titles")).to_be_visible()


def test_the_filters_of_a_phone_are_a_panel(page: Page, search_address: str) -> None:
    resize(page, PHONE)
    notes = listen(page)
    page.goto(f"{search_address}?q=huddle", wait_until="networkidle")
    assert [url for url in notes.requests if url.endswith("/fake/counts")] == []
    page.click(".filters-panel > summary")
    wait_for(page, lambda: counts_of(page, "level")[:3] == ["12", "12", "11"])
    page.click('[data-facet="level"] > summary')
    page.locator('[data-facet="level"] label').first.click()
    expect(page.locator(".panel-end button")).to_have_text("Show 12 results")
    assert axe(page) == []
    page.click(".panel-end button")
    expect(page.locator(COUNT)).to_be_focused()
    assert page.locator('[data-facet="level"]').is_hidden() or not page.locator(".filters-panel").get_attribute("open")


def test_by_keyboard_alone(page: Page, search_address: str) -> None:
    page.goto(f"{search_address}?q=huddle")
    expect(page.locator(COUNT)).to_have_text("35 results for “huddle”")
    page.focus(FIELD)
    page.keyboard.press("Control+A")
    page.keyboard.type("safety")
    expect(page.locator(OPTIONS).first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(COUNT)).to_be_focused()
    expect(page.locator(COUNT)).to_have_text("12 results for “safety”")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.row') === document.querySelector('.found .row')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tools/huddle-guide/?page=2")


def test_the_reader_of_the_site_itself(page: Page, search_address: str) -> None:
    page.unroute_all()
    notes = listen(page)
    page.goto(f"{search_address}?q=level+3+sponsorship+pdf")
    expect(page.locator(".found-offers button")).to_have_text(
        ["Team level: Level 3", "Dimension: Sponsorship", "Format: PDF"]
    )
    page.locator(".found-offers button").first.click()
    expect(page.locator(".chip-item")).to_have_count(1)
    visit(page, f"{search_address}?q=hudle+guide")
    expect(page.locator(".found-corrected")).to_contain_text("“huddle”")
    expect(page.locator(ROWS).first).to_contain_text("Huddle Guide")
    page.locator(ROWS).first.locator("a").click()
    page.wait_for_url("**/tools/huddle-guide/")
    page.locator(FIELD).click()
    page.keyboard.type("ubt")
    expect(page.locator(OPTIONS).first).to_be_visible()
    assert notes.complaints == []
