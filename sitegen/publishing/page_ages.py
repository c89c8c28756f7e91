"""Since when each page is as it is now, as the kept releases show it."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from sitegen.model.folders import CONTENT
from sitegen.overview.unchanged_section import PageAge
from sitegen.publishing.kept_releases import KeptReleases
from sitegen.publishing.ledger_upkeep import day_at_site
from sitegen.publishing.waiting_pages import main_target
from sitegen.upkeep.site_files import read_settings


def page_ages(site: Path, files: Mapping[str, bytes]) -> dict[str, PageAge]:
    """Return since when pages are as they are now, by paths below content/; without those that no release has.

    `files` are the bytes of the pages now, by their paths from the site's root. The releases are those of the site's
    main target. Raises what `read_settings` raises.
    """
    config = read_settings(site)
    target = main_target(config)
    releases = [one for one in reversed(KeptReleases(site).all()) if one.target == target]
    days = [day_at_site(one.published, config.site.timezone) for one in releases]
    ages = {}
    for path, data in files.items():
        digests = [one.sources.get(path, "") for one in releases]
        if not path.startswith(f"{CONTENT}/") or not any(digests):
            continue
        now = sha256(data).hexdigest()
        same = next((number for number, digest in enumerate(digests) if digest != now), len(digests))
        day = days[same - 1] if same else ""
        ages[path.removeprefix(f"{CONTENT}/")] = PageAge(day, or_longer=same == len(digests))
    return ages
