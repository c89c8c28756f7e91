"""A term with another address: its feed is found at the old one, too. And pages without a date are new once."""

from pathlib import Path

from sitegen.model.folders import LEDGER
from tests.site.small import SETTINGS, SmallSite, files

OLD = "stories/topic/care/feed.xml"
NEW = "stories/topic/quality/feed.xml"


def test_the_feed_of_a_renamed_term_is_at_its_old_address_too(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    assert site.build().committed
    assert not (site.out / OLD).exists()
    old = {"/stories/topic/care/": "/stories/topic/quality/", "/was/": "/stories/"}
    site.settings({**SETTINGS, "redirects": old})
    assert site.build().committed
    assert (site.out / OLD).read_bytes() == (site.out / NEW).read_bytes()
    assert b'rel="self" type="application/atom+xml" href="https://example.org/lmp/stories/topic/quality/feed.xml"' in (
        (site.out / OLD).read_bytes()
    )
    assert not (site.out / "was/feed.xml").exists()

    site.story("story-9", date="2018-01-01", topics=["quality"])
    assert site.build().committed
    assert b"/stories/story-9/" in (site.out / OLD).read_bytes()
    assert site.build_clean().committed
    assert files(site.out) == files(site.folder / "clean")

    site.settings({**SETTINGS, "redirects": {"/stories/topic/care/": "/stories/topic/gone/"}})
    site.build()
    assert not (site.out / OLD).exists()


def test_a_page_without_a_date_is_new_from_its_first_day_but_for_those_of_the_beginning(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.tool("later")
    site.write("templates/home.html", "{% for card in home.newest %}{{ card.title }}\n{% endfor %}")
    ledger = "/tools/charter/: 2016-01-01\n/tools/huddle/: 2016-01-01\n/tools/later/: 2017-10-04\n"
    site.write(LEDGER, ledger)
    assert site.build().committed
    home = (site.out / "index.html").read_text("utf-8")
    assert "Tool later" in home
    assert "Tool huddle" not in home
