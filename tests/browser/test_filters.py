"""Filters in Chromium, on a phone and on a desk: what is chosen, shown, and told by the address."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.filtering import box, choose, passing, query, says
from tests.site.brute import Brute, begins

pytestmark = pytest.mark.browser


# -- choosing


def test_terms_of_a_facet_widen_and_facets_narrow(on: Page, address: str, brute: Brute) -> None:
    on.goto(f"{address}/tools/")
    choose(on, "level", "4")
    says(on, passing(brute, "tools", level=["4"]))
    choose(on, "level", "3")
    says(on, passing(brute, "tools", level=["3", "4"]))
    choose(on, "topic", "quality")
    says(on, passing(brute, "tools", level=["3", "4"], topic=["quality"]))
    assert query(on) == "/tools/?topic=quality&level=3&level=4"
    expect(on.locator(".chips:not(.chips-static) .chip")).to_have_count(3)
    assert on.locator(".list-live .row").count() == min(
        20, passing(brute, "tools", level=["3", "4"], topic=["quality"])
    )


def test_back_and_forward_go_from_choice_to_choice(on: Page, address: str, brute: Brute) -> None:
    on.goto(f"{address}/tools/")
    static = on.locator(".list-static .row-title").all_inner_texts()
    choose(on, "level", "3")
    choose(on, "topic", "quality")
    says(on, passing(brute, "tools", level=["3"], topic=["quality"]))
    on.go_back()
    says(on, passing(brute, "tools", level=["3"]))
    assert query(on) == "/tools/?level=3"
    on.go_back()
    says(on, passing(brute, "tools"))
    assert query(on) == "/tools/"
    assert on.locator(".results .row-title:visible").all_inner_texts() == static
    assert on.locator(".facet input:checked").count() == 0
    on.go_forward()
    says(on, passing(brute, "tools", level=["3"]))
    assert on.locator(".facet input:checked").count() == 1


def test_an_address_opens_directly_in_its_one_form(on: Page, address: str, brute: Brute) -> None:
    on.goto(f"{address}/tools/?level=4&nonsense=1&topic=quality&level=9&level=3&topic=gone&page=-2&sort=odd")
    says(on, passing(brute, "tools", level=["3", "4"], topic=["quality"]))
    assert query(on) == "/tools/?topic=quality&level=3&level=4"
    on.goto(f"{address}/tools/?level=3&dimension=sponsorship")
    says(on, passing(brute, "tools", level=["3"], dimension=["sponsorship"]))


def test_an_address_of_nothing_known_is_the_list(on: Page, address: str, brute: Brute) -> None:
    on.goto(f"{address}/tools/?topic=gone")
    expect(on.locator(".results")).not_to_have_attribute("aria-busy", "true")
    expect(on).to_have_url(f"{address}/tools/")
    says(on, passing(brute, "tools"))


def test_what_would_leave_nothing_stays_and_cannot_be_chosen(on: Page, address: str, brute: Brute) -> None:
    on.goto(f"{address}/tools/")
    choose(on, "topic", "history")
    says(on, passing(brute, "tools", topic=["history"]))
    level = box(on, "level", "5")
    wanted = passing(brute, "tools", topic=["history"], level=["5"])
    assert wanted == 0, "choose another term for this test"
    expect(level).to_be_disabled()
    expect(on.locator(".hint")).to_be_visible()


# -- chips, order, pages


def test_chips_take_choices_away_and_keep_the_focus_near(on: Page, address: str, brute: Brute) -> None:
    on.goto(f"{address}/tools/?topic=quality&level=3&level=4")
    says(on, passing(brute, "tools", topic=["quality"], level=["3", "4"]))
    chips = on.locator(".chips:not(.chips-static) .chip")
    assert [" ".join(text.split()) for text in chips.all_inner_texts()] == [
        "Topic: Quality Remove this filter",
        "Team level: Level 3 Remove this filter",
        "Team level: Level 4 Remove this filter",
    ]
    chips.nth(1).click()
    says(on, passing(brute, "tools", topic=["quality"], level=["4"]))
    expect(on.locator(":focus")).to_contain_text("Level 4")
    chips.nth(1).click()
    expect(on.locator(":focus")).to_contain_text("Quality")
    choose(on, "level", "3")
    on.locator(".chip-all").click()
    says(on, passing(brute, "tools"))
    assert query(on) == "/tools/"
    expect(on.locator(".count-text")).to_be_focused()
    expect(chips).to_have_count(0)


def test_a_list_is_read_in_another_order(on: Page, address: str, brute: Brute) -> None:
    on.goto(f"{address}/library/")
    home = next(home for home in brute.config.collections if home.id == "library")
    dated = sorted(brute.members(home), key=begins, reverse=True)
    on.locator("#sort").select_option("newest")
    expect(on.locator(".list-live .row-title").first).to_have_text(dated[0].matter["title"])
    assert query(on) == "/library/?sort=newest"
    titles = on.locator(".list-live .row-title").all_inner_texts()
    assert titles[:5] == [row.matter["title"] for row in dated[:5]]
    on.go_back()
    expect(on.locator("#sort")).to_have_value("title")
    assert query(on) == "/library/"


def test_further_pages_have_addresses_and_keys(on: Page, address: str, brute: Brute) -> None:
    total = passing(brute, "library", format=["pdf"])
    on.goto(f"{address}/library/?format=pdf")
    says(on, total, "items")
    title = on.locator(".list-live .row-title").first
    expect(title).to_be_visible()
    first = title.text_content() or ""  # what is there, painted by now or not
    assert first.strip()
    on.locator(".list-live [rel=next]").focus()
    on.keyboard.press("Enter")
    expect(on.locator(".count-text")).to_have_text(re.compile(rf"^21 to {min(40, total)} of {total} items$"))
    expect(on.locator(".count-text")).to_be_focused()
    assert query(on) == "/library/?format=pdf&page=2"
    on.go_back()
    expect(title).to_have_text(first)


# -- pages of terms and pairs, views


def test_a_terms_page_begins_with_its_term_chosen(on: Page, address: str, brute: Brute) -> None:
    on.goto(f"{address}/tools/level/3/")
    expect(box(on, "level", "3")).to_be_checked()
    choose(on, "dimension", "sponsorship")
    says(on, passing(brute, "tools", level=["3"], dimension=["sponsorship"]))
    assert query(on) == "/tools/?level=3&dimension=sponsorship"
    on.go_back()
    assert query(on) == "/tools/level/3/"
    says(on, passing(brute, "tools", level=["3"]))
    choose(on, "level", "3")
    says(on, passing(brute, "tools"))
    assert query(on) == "/tools/"


def test_a_pairs_page_begins_with_both_chosen_and_an_address_of_more_is_told_whole(
    on: Page, address: str, brute: Brute
) -> None:
    on.goto(f"{address}/tools/level/3/dimension/sponsorship/")
    says(on, passing(brute, "tools", level=["3"], dimension=["sponsorship"]))
    assert on.locator(".facet input:checked").count() == 2
    on.goto(f"{address}/tools/level/3/?topic=quality")
    says(on, passing(brute, "tools", level=["3"], topic=["quality"]))
    assert query(on) == "/tools/?topic=quality&level=3"


@pytest.mark.parametrize(("name", "noun"), [("library", "items"), ("hank", "Hank stories")])
def test_views_are_filtered_too(on: Page, address: str, brute: Brute, name: str, noun: str) -> None:
    on.goto(f"{address}/{name}/")
    choose(on, "topic", "quality")
    total = passing(brute, name, topic=["quality"])
    expect(on.locator(".count-text")).to_have_text(re.compile(rf"{total} {noun[:4]}"))


# -- dead ends


def test_a_dead_end_says_what_each_filter_costs_and_leads_out(on: Page, address: str, brute: Brute) -> None:
    chosen = {"topic": ["history"], "level": ["3"], "dimension": ["sponsorship"]}
    on.goto(f"{address}/tools/?topic=history&level=3&dimension=sponsorship")
    says(on, 0)
    drops = on.locator(".drop button")
    wanted = {name: passing(brute, "tools", **{f: t for f, t in chosen.items() if f != name}) for name in chosen}
    useful = sorted(filter(None, wanted.values()), reverse=True)
    assert 0 < len(useful) < len(wanted)
    expect(drops).to_have_count(len(useful))
    assert [int(text.split()[0]) for text in on.locator(".drop .count").all_inner_texts()] == useful
    drops.first.focus()
    on.keyboard.press("Enter")
    says(on, max(wanted.values()))
    expect(on.locator(".dead-end")).to_have_count(0)
    expect(on.locator(".count-text")).to_be_focused()
