"""A film in Chromium: nothing of it loads before it is asked for; captions show when it plays."""

import pytest
from playwright.sync_api import Page

from tests.browser.visits import DESK, PHONE, listen, resize, visit, wait_until

pytestmark = pytest.mark.browser

CLIP = "/videos/sample-clip-five-levels/"
PLAY = "() => { const film = document.querySelector('video'); film.muted = true; return film.play(); }"
SHOWN = "() => document.querySelector('video').textTracks[0].activeCues?.[0]?.text"


def of_film(requests: list[str]) -> list[str]:
    return [url.rpartition(".")[2] for url in requests if "/videos/" in url and not url.endswith("/")]


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_film_and_captions_load_when_it_plays(page: Page, address: str, size: tuple[int, int]) -> None:
    resize(page, size)
    notes = listen(page)
    page.goto(address + CLIP, wait_until="networkidle")
    assert {"mp4", "vtt"}.isdisjoint(of_film(notes.requests))
    page.evaluate(PLAY)
    wait_until(page, SHOWN)
    assert {"mp4", "vtt"} <= set(of_film(notes.requests))
    assert page.evaluate(SHOWN) == "Sample clip. It has no sound."
    assert notes.complaints == []


def test_captions_that_the_viewer_chose_stay_chosen(page: Page, address: str) -> None:
    visit(page, address + CLIP)
    page.evaluate("document.querySelector('video').textTracks[0].mode = 'hidden'")
    page.evaluate(PLAY)
    page.wait_for_selector(".film.is-begun")
    assert page.evaluate("document.querySelector('video').textTracks[0].mode") == "hidden"


def test_the_film_lasts_as_long_as_the_page_says(page: Page, address: str) -> None:
    page.goto(address + CLIP)
    page.evaluate(PLAY)
    wait_until(page, "document.querySelector('video').duration > 0")
    assert page.evaluate("Math.round(document.querySelector('video').duration)") == 10
    assert "10 seconds" in page.inner_text(".film-facts")


def test_it_can_be_played_by_keyboard(page: Page, address: str) -> None:
    visit(page, address + CLIP)
    page.evaluate("document.querySelector('video').muted = true")
    page.focus("video")
    page.keyboard.press("Space")
    wait_until(page, "document.querySelector('video').currentTime > 0")


def test_the_poster_is_small_and_comes_when_it_is_near(page: Page, address: str) -> None:
    visit(page, address + CLIP)
    poster = page.locator(".film-stage img")
    assert poster.get_attribute("loading") == "lazy"
    assert poster.evaluate("one => one.complete && one.naturalWidth > 0")
    assert str(poster.evaluate("one => one.currentSrc")).endswith(".avif")
    assert (page.locator("video").get_attribute("poster") or "").startswith("data:")


def test_the_transcript_is_open_and_the_captions_are_stated(either: Page, address: str) -> None:
    either.goto(address + CLIP)
    assert either.is_visible("text=At the end all five steps are orange")
    assert "Captions" in either.inner_text(".film-facts")
    assert either.locator("track").get_attribute("srclang") == "en"
    assert either.locator("video").get_attribute("preload") == "none"
