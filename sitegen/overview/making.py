"""Make the overview of a site: every section, in the order in which staff read them."""

from collections.abc import Iterable, Mapping

from sitegen.overview import page_states
from sitegen.overview.kit_grid import make_grid
from sitegen.overview.overview_records import Grid, Overview, Section
from sitegen.overview.reading_section import reading_section
from sitegen.overview.site_facts import SiteFacts
from sitegen.overview.term_sections import term_section, unused_term_section
from sitegen.overview.unchanged_section import PageAge, unchanged_section
from sitegen.overview.use_sections import unlinked_files_section, unlinked_pages_section, uses_section
from sitegen.overview.uses import find_uses


def make_overview(site: SiteFacts, ages: Mapping[str, PageAge] | None = None) -> Overview:
    """Return where a site stands, as its facts say.

    `ages` say since when pages are as they are now, by paths below content/, as far as it is known.
    """
    uses = find_uses(site)
    sections = [
        *(make(site) for make in page_states.SECTIONS),
        unchanged_section(site, ages or {}),
        unlinked_pages_section(site, uses),
        unlinked_files_section(site, uses),
        term_section(site),
        unused_term_section(site),
        reading_section(site),
    ]
    return _overview(site, sections, make_grid(site))


def make_uses(site: SiteFacts, typed: str) -> Overview:
    """Return what uses a page or file of a site. Raises UsageError where it has neither of the name."""
    return _overview(site, [uses_section(site, typed)])


def _overview(site: SiteFacts, sections: Iterable[Section], grid: Grid | None = None) -> Overview:
    settings = site.config.site
    return Overview(
        site=settings.title,
        moment=f"{site.now:%Y-%m-%d %H:%M}, {settings.timezone}",
        base_url=settings.base_url,
        sections=tuple(sections),
        grid=grid,
    )
