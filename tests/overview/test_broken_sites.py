"""Whatever is wrong with a site, a report says what it can, in every form."""

from pathlib import Path

import pytest

from sitegen.errors import ConfigError, UsageError
from sitegen.overview import make_overview, read_site_facts
from sitegen.overview.as_csv import overview_csv
from sitegen.overview.as_html import overview_html
from sitegen.overview.as_json import overview_json
from sitegen.overview.as_text import overview_lines
from tests.overview.facts import SETTINGS, story
from tests.test_invalid_sites import NAMES, lay


@pytest.mark.parametrize("name", NAMES)
def test_a_broken_site_is_reported_or_its_settings_are_refused(name: str, tmp_path: Path) -> None:
    lay(name, tmp_path / "site")
    try:
        facts = read_site_facts(tmp_path / "site")
    except (ConfigError, UsageError):
        return
    overview = make_overview(facts)
    texts = (overview_csv(overview), overview_json(overview), overview_html(overview, ""), *overview_lines(overview))
    assert all(text.encode() for text in texts if text)


def test_what_cannot_be_read_is_said_and_the_rest_is_reported(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "content/stories/folder").mkdir(parents=True)
    (site / "site.yaml").write_text(SETTINGS)
    (site / "content/stories/a.md").write_text(story(draft="true"))
    (site / "content/stories/b.md").symlink_to("/nowhere/b.md")
    (site / "content/lost.md").write_text(story())
    (tmp_path / "elsewhere").mkdir()
    (site / "templates").symlink_to(tmp_path / "elsewhere")
    unread, drafts, *_ = make_overview(read_site_facts(site)).sections
    assert [row.file for row in unread.rows] == [
        "content/lost.md",
        "content/stories/b.md",
        "content/stories/folder/",
        "templates/",
    ]
    assert [row.title for row in drafts.rows] == ["One"]
