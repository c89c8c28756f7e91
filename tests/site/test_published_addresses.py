"""A published address that is gone is named by a plain build, with the line that mends it."""

import re
from pathlib import Path

import pytest

from sitegen.errors import Problem
from sitegen.model.folders import LEDGER
from tests.site.small import SETTINGS, SmallSite, files

ADDRESSES = ("/", "/stories/story-1/", "/stories/topic/quality/", "/library/", "/search/", "/old/", "/tools/topic/")


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A site with a ledger of some of its addresses, built."""
    site = SmallSite(tmp_path)
    publish(site, *ADDRESSES)
    assert site.build().warnings == []
    return site


def publish(site: SmallSite, *addresses: str) -> None:
    """Write a ledger with these addresses."""
    site.write(LEDGER, "".join(f"{address}: 2026-06-03\n" for address in sorted(addresses)))


def warning(site: SmallSite) -> Problem:
    """Build; return the only warning."""
    result = site.build()
    assert not result.errors
    (problem,) = result.warnings
    return problem


def follow(site: SmallSite, problem: Problem) -> None:
    """Do what the first half of a hint says: write the ledger's line, delete one, or add to the redirects."""
    if line := re.match(r'(?:if it is gone for good, )?write "(.+?)" in this line', problem.hint):
        lines = site.text(LEDGER).splitlines()
        lines[problem.location.line - 1] = line[1]
        site.write(LEDGER, "\n".join(lines))
    elif line := re.match(r'add the line "  (/\S+): (/\S+)" below "redirects:" in site.yaml', problem.hint):
        site.settings({**SETTINGS, "redirects": {**SETTINGS["redirects"], line[1]: line[2]}})
    elif line := re.match(r'delete the line "draft: true" in (\S+?)[;,]', problem.hint):
        site.write(line[1], site.text(line[1]).replace("draft: true\n", ""))
    else:
        raise AssertionError(problem.hint)


def rename_file(site: SmallSite) -> None:
    delete_page(site)
    site.story("another-name", title="Story-1", date="2017-10-02", topics=["quality"])


def change_slug(site: SmallSite) -> None:
    text = site.text("content/stories/story-1.md")
    site.write("content/stories/story-1.md", text.replace("---\n", "---\nslug: another-name\n", 1))


def delete_page(site: SmallSite) -> None:
    (site.root / "content/stories/story-1.md").unlink()


def make_draft(site: SmallSite) -> None:
    site.story("story-1", draft=True, date="2017-10-02", topics=["quality"])


@pytest.mark.parametrize(
    ("change", "hint"),
    [
        (rename_file, 'add the line "  /stories/story-1/: /stories/another-name/"'),
        (change_slug, 'add the line "  /stories/story-1/: /stories/another-name/"'),
        (delete_page, 'if it is gone for good, write "/stories/story-1/: {first: 2026-06-03, gone: true}"'),
        (make_draft, 'delete the line "draft: true" in content/stories/story-1.md'),
    ],
)
def test_a_page_that_is_gone_is_named_with_what_mends_it(site: SmallSite, change: object, hint: str) -> None:
    assert callable(change)
    change(site)
    problem = warning(site)
    assert problem.headline == '"/stories/story-1/" was published on June 3, 2026, and is gone'
    assert problem.location.path == LEDGER
    assert site.text(LEDGER).splitlines()[problem.location.line - 1].startswith("/stories/story-1/:")
    assert problem.hint.startswith(hint)
    follow(site, problem)
    assert site.build().warnings == []


def test_the_list_of_a_term_whose_id_changes_leads_to_the_new_one(site: SmallSite) -> None:
    taxonomies = {**SETTINGS["taxonomies"]}
    terms = {"better-care": {"label": "Better care", "also": ["quality"]}, "safety": "Safety"}
    taxonomies["topic"] = {**taxonomies["topic"], "terms": terms}
    site.settings({**SETTINGS, "taxonomies": taxonomies})
    problem = warning(site)
    assert problem.hint.startswith('add the line "  /stories/topic/quality/: /stories/topic/better-care/"')


def test_a_site_without_redirects_is_told_both_lines(site: SmallSite) -> None:
    publish(site, "/stories/story-1/")
    site.settings({name: value for name, value in SETTINGS.items() if name != "redirects"})
    rename_file(site)
    expected = 'add two lines to site.yaml, "redirects:" and "  /stories/story-1/: /stories/another-name/"; '
    assert warning(site).hint.startswith(expected)


def test_a_page_that_is_out_at_another_time_is_not_lost(site: SmallSite) -> None:
    publish(site, "/stories/story-1/", "/earlier-address/", "/stories/topic/safety/")
    site.story("story-1", expires="2020-01-01", aliases=["/earlier-address"], topics=["safety"])
    assert site.build().warnings == []


def test_a_download_that_is_deleted_is_named(site: SmallSite) -> None:
    path = site.root / "static/downloads/plan b.txt"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"A plan.")
    site.write(LEDGER, '"/downloads/plan b.txt": 2026-06-03\n')
    assert site.build().warnings == []
    path.unlink()
    problem = warning(site)
    assert problem.headline.startswith('"/downloads/plan b.txt" was published')
    site.write(LEDGER, '"/downloads/plan b.txt": {first: 2026-06-03, gone: true}\n')
    assert site.build().warnings == []


def test_an_address_that_was_gone_and_is_there_again_is_named(site: SmallSite) -> None:
    site.write(LEDGER, "/stories/: {first: 2026-06-03, gone: true}\n")
    (problem,) = site.build().problems
    assert (problem.severity, problem.headline) == ("advice", '"/stories/" is there again')
    follow(site, problem)
    assert site.build().problems == []


def test_without_pages_that_lack_a_date_the_ledger_changes_no_byte_of_the_site(site: SmallSite) -> None:
    before = files(site.out)
    (site.root / LEDGER).unlink()
    site.build()
    assert files(site.out) == before


def test_feeds_state_the_first_day_of_a_page_without_a_date(site: SmallSite) -> None:
    publish(site, "/tools/huddle/", "/stories/story-1/")
    site.build()
    feed = (site.out / "tools/feed.xml").read_text()
    assert feed.count("<published>2026-06-03T00:00:00+00:00</published>") == 1
    assert "/tools/charter/" not in feed
    assert "2026-06-03" not in (site.out / "stories/feed.xml").read_text()
    publish(site, "/stories/story-1/")
    site.build()
    assert "2026-06-03" not in (site.out / "tools/feed.xml").read_text()
    site.build_clean()
    assert files(site.out) == files(site.folder / "clean")


def test_the_ledger_is_read_only_where_addresses_change(site: SmallSite) -> None:
    site.story("story-1", "Other words.\n", date="2017-10-02", topics=["quality"], regions=["North", "south"])
    assert "check_published_addresses" not in {key[0] for key in site.build().executed}
    site.story("story-9", topics=["quality"])
    assert "check_published_addresses" in {key[0] for key in site.build().executed}


def test_a_mistake_in_the_ledger_stops_the_build_with_its_line(site: SmallSite) -> None:
    site.write(LEDGER, "/a/: 2026-06-03\n/b/: someday\n")
    (error,) = site.build().errors
    assert str(error.location) == f"{LEDGER}:2:1"
