"""The last release of a target: its sources as they were kept, and what the clock changes on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from sitegen.config import read_config
from sitegen.errors import ConfigError, UsageError
from sitegen.model import Config, PublishTarget
from sitegen.model.folders import CONTENT, SETTINGS
from sitegen.overview.site_facts import make_site_facts
from sitegen.publishing.date_changes import DateChange, date_changes
from sitegen.publishing.kept_releases import KeptRelease, KeptReleases
from sitegen.publishing.target_folder import choose_target
from sitegen.upkeep.applying import KEPT
from sitegen.upkeep.site_files import read_settings

_DATED = (b"publish", b"expires")
"""Words without which no page has a date that the clock looks at."""


@dataclass(frozen=True, slots=True)
class LastRelease:
    """The last release of a target from this computer, the settings among its sources, and what dates change on it."""

    kept: KeptRelease
    config: Config
    target: PublishTarget
    changes: tuple[DateChange, ...]

    @property
    def moment(self) -> datetime:
        """The moment at which the site is as the release has it."""
        return self.kept.moment or self.kept.as_of or self.kept.published


def find_last_release(site: Path, name: str) -> LastRelease | None:
    """Return the last release of the target of a name, by its own settings; None if there is none.

    Raises:
        UsageError: no target has the name, there are several and none is named, or kept sources are lost.
        ConfigError: the program cannot read these settings any more.
    """
    kept = KeptReleases(site)
    records = kept.all()
    record = next((one for one in reversed(records) if name in ("", one.target)), None)
    if record is None:
        return None
    config = _config(kept, record)
    target = choose_target(config, name)
    if target.name != record.target:  # which site.yaml had under another name
        return find_last_release(site, target.name)
    pages = _dated_pages(kept, record, config)
    return LastRelease(record, config, target, tuple(changes_of_files(config, pages)))


def changes_of_folder(site: Path) -> list[DateChange]:
    """Return what dates change on a site as its files are now. Raises what `read_settings` raises."""
    config = read_settings(site)
    folders = {collection.id for collection in config.collections if collection.kind}
    paths = (path for folder in folders for path in (site / CONTENT / folder).glob("*.md"))
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in paths if path.is_file()}
    return changes_of_files(config, _with_dates(files))


def changes_of_files(config: Config, files: Mapping[str, bytes]) -> list[DateChange]:
    """Return what dates change on a site, of whose pages these are the bytes, by their paths from its root."""
    paths = [path.removeprefix(f"{CONTENT}/") for path in files]
    facts = make_site_facts(config, files, paths, datetime.now(UTC))
    return date_changes(((page.page, page.entry.url) for page in facts.pages), config.site.timezone)


def kept_source(kept: KeptReleases, record: KeptRelease, path: str) -> bytes:
    """Return what a source of a release held, by its path from the site's root; raise UsageError if it is lost."""
    data = _read(kept.blob(record.sources.get(path, "")))
    if data is None or sha256(data).hexdigest() != record.sources[path]:
        headline = f"the sources of release {record.number} are not whole: {KEPT} has lost {path}"
        raise UsageError(headline, hint=f"publish again: python3 build.py publish {record.target}")
    return data


def _config(kept: KeptReleases, record: KeptRelease) -> Config:
    config, problems = read_config(kept_source(kept, record, SETTINGS))
    if config is None:
        raise ConfigError(*problems)
    return config


def _dated_pages(kept: KeptReleases, record: KeptRelease, config: Config) -> dict[str, bytes]:
    folders = {collection.id for collection in config.collections if collection.kind}
    paths = [path for path in record.sources if path.endswith(".md") and _folder(path) in folders]
    return _with_dates({path: kept_source(kept, record, path) for path in paths})


def _with_dates(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if _has_date(data)}


def _has_date(data: bytes) -> bool:
    lower = data.lower()
    return any(word in lower for word in _DATED)


def _folder(path: str) -> str:
    """Return the folder below content/ in which a page lies; empty for any other place."""
    parts = path.split("/")
    return parts[1] if len(parts) == len(("content", "folder", "page")) and parts[0] == CONTENT else ""


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
