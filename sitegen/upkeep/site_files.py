"""Read the files of a site that its writers edit: the settings, the pages, the golden queries."""

from pathlib import Path

from sitegen.config import read_config
from sitegen.engine.ignored import is_ignored
from sitegen.errors import ConfigError, UsageError
from sitegen.model import Config
from sitegen.model.folders import CONTENT, LEDGER, SETTINGS

_SUFFIXES = {".md", ".yaml"}


def read_settings(site: Path) -> Config:
    """Return the settings of a site.

    Raises:
        UsageError: there is no site.
        ConfigError: its settings are wrong.
    """
    path = site / SETTINGS
    if not path.is_file():
        raise UsageError(f"there is no {SETTINGS} in {site}", hint="name the site's folder with --site DIR")
    config, problems = read_config(path.read_bytes())
    if config is None:
        raise ConfigError(*problems)
    return config


def read_site(site: Path) -> tuple[Config, dict[str, bytes]]:
    """Return the settings of a site, and the bytes of its files by their paths from the site's root, in order.

    Raises what `read_settings` raises.
    """
    return read_settings(site), read_files(site)


def read_files(site: Path) -> dict[str, bytes]:
    """Return the bytes of the files of a site by their paths from its root, in order, whatever their mistakes.

    The ledger of published addresses is none of them: what was published stays published.

    Raises:
        OSError: a file cannot be read, or there is no site.
    """
    path, ledger = site / SETTINGS, site / LEDGER
    pages = sorted(
        page
        for page in (site / CONTENT).rglob("*")
        if page.suffix in _SUFFIXES and page != ledger and page.is_file() and not is_ignored(page.name)
    )
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in (path, *pages)}
