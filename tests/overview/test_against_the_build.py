"""What an overview says of a site that was built, against what the build itself says: two ways to one answer."""

import pytest

from sitegen.building import Choices
from sitegen.findings import CHECKS, open_site
from sitegen.overview import make_overview, read_site_facts
from sitegen.overview.site_facts import SiteFacts
from sitegen.site.path import kit_sizes
from sitegen.site.routes import catalog
from tests.site.shipped import Shipped
from tests.site.small import SmallSite


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """Return a site with a path, files that are used in every way or not at all, and pages of every state."""
    site = SmallSite(tmp_path_factory.mktemp("compared"))
    site.story("soon", publish="2199-06-01", topics=["quality"])
    site.story("over", expires="2001-01-01", regions=["South"])
    site.story("begun", draft=True, body="[Own](../../static/downloads/own.txt)\n")
    site.story("links", body="[File](/downloads/used.txt), [field](../tools/huddle.md)\n")
    site.tool("files", downloads=[{"file": "downloads/field.txt", "label": "Field"}], related=["stories/links"])
    for name in ("own", "used", "field", "nobody"):
        site.write(f"static/downloads/{name}.txt", name)
    assert not site.build().errors
    return site


@pytest.fixture(scope="module")
def facts(site: SmallSite) -> SiteFacts:
    return read_site_facts(site.root)


def test_pages_are_what_the_build_makes_of_them(site: SmallSite, facts: SiteFacts) -> None:
    with open_site(Choices(site=site.root, out=site.out)) as built:
        assert tuple(page.entry for page in facts.pages) == built.value(catalog)


def test_unused_files_are_those_that_are_not_published(site: SmallSite, facts: SiteFacts) -> None:
    with open_site(Choices(site=site.root, out=site.out)) as built:
        unused = [problem.location.path for problem in CHECKS["unused_files"].function(built)]
    section = next(section for section in make_overview(facts).sections if section.id == "unlinked-files")
    assert [row.file for row in section.rows] == unused == ["static/downloads/nobody.txt", "static/downloads/own.txt"]


def test_the_shipped_site_has_the_kits_and_the_unused_files_of_its_build(shipped: Shipped) -> None:
    overview = make_overview(read_site_facts(shipped.root))
    assert overview.grid is not None
    with open_site(Choices(site=shipped.root, out=shipped.out)) as built:
        sizes = built.value(kit_sizes)
        unused = [problem.location.path for problem in CHECKS["unused_files"].function(built)]
    assert sizes is not None
    counts = [count for _, kits in overview.grid.dimensions for _, count in kits]
    assert sorted(counts) == sorted(sizes.values())
    section = next(section for section in overview.sections if section.id == "unlinked-files")
    assert [row.file for row in section.rows] == unused
    assert not next(section for section in overview.sections if section.id == "unread").rows
