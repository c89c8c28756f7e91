"""Since when pages are as they are now, by kept releases, and what the report says of it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from sitegen.model import Record
from sitegen.overview.site_facts import SiteFacts
from sitegen.overview.unchanged_section import PageAge, unchanged_section
from sitegen.publishing.kept_releases import KeptReleases
from sitegen.publishing.page_ages import page_ages
from tests.overview.facts import facts, story
from tests.publishing.made_up import release_of

MONDAY = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
SETTINGS = "title: S\nbase_url: https://example.org\npublish: {live: {folder: ../www, permanent: true}}\n"


class Days(Record, frozen=True):
    """A site whose pages change from day to day."""

    site: Path

    def publish(self, number: int, target: str = "live", **pages: str) -> None:
        """Keep a release of the day `number` after Monday, with these pages."""
        for name, text in pages.items():
            (self.site / f"content/stories/{name}.md").write_text(text)
        kept = KeptReleases(self.site)
        kept.record(target, release_of({}), MONDAY + timedelta(days=number), sources=kept.keep_sources())

    def ages(self) -> dict[str, PageAge]:
        """Return the ages of the pages as they are now."""
        paths = (self.site / "content/stories").glob("*.md")
        return page_ages(self.site, {f"content/stories/{path.name}": path.read_bytes() for path in paths})


def days(folder: Path) -> Days:
    """Return a site without a release."""
    (folder / "content/stories").mkdir(parents=True)
    (folder / "site.yaml").write_text(SETTINGS)
    return Days(folder)


def test_the_oldest_release_that_has_the_page_as_it_is_tells_the_day(tmp_path: Path) -> None:
    site = days(tmp_path)
    site.publish(0, one="a", two="a")
    site.publish(1, two="b", three="a")
    site.publish(2, two="c")
    site.publish(3)
    (tmp_path / "content/stories/three.md").write_text("edited since")
    (tmp_path / "content/stories/four.md").write_text("never published")
    assert site.ages() == {
        "stories/one.md": PageAge("2026-06-01", or_longer=True),
        "stories/two.md": PageAge("2026-06-03"),
        "stories/three.md": PageAge(""),
    }


def test_only_releases_of_the_main_target_count(tmp_path: Path) -> None:
    site = days(tmp_path)
    site.publish(0, "trial", one="a")
    assert site.ages() == {}


def test_an_edit_that_was_taken_back_does_not_count_as_older(tmp_path: Path) -> None:
    site = days(tmp_path)
    site.publish(0, one="a")
    site.publish(1, one="b")
    site.publish(2, one="a")
    assert site.ages() == {"stories/one.md": PageAge("2026-06-03")}


def test_the_report_has_the_oldest_first_and_says_what_is_not_known() -> None:
    site: SiteFacts = facts({f"stories/{name}.md": story(title=name) for name in ("a", "b", "c", "d")})
    ages = {
        "stories/a.md": PageAge("2026-06-03"),
        "stories/b.md": PageAge("2026-06-01", or_longer=True),
        "stories/d.md": PageAge(""),
    }
    section = unchanged_section(site, ages)
    assert [(row.title, row.what) for row in section.rows] == [
        ("b", "unchanged since 2026-06-01, or longer"),
        ("a", "unchanged since 2026-06-03"),
        ("c", "not known"),
    ]
    assert all(row.line == 2 for row in section.rows)
