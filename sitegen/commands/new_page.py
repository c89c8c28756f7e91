"""Begin a new page: a file with the fields of its kind, at the right place."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sitegen.config import read_config
from sitegen.errors import ConfigError, UsageError, suggest
from sitegen.model.folders import CONTENT
from sitegen.text import slugify


def run(site: Path, kind: str, title: str, say: Callable[[str], None]) -> None:
    """Begin a page, and say where it is and what comes next. Raises what `create` raises."""
    path = create(site, kind, title)
    say(f"Made {path}: open it, fill it in, and take out the line 'draft: true' when it is ready.")


def create(site: Path, kind: str, title: str) -> Path:
    """Write a new file for a page of this kind; return its path.

    Raises UsageError for an unknown kind, an empty title or a file that is there already; ConfigError for a
    wrong site.yaml.
    """
    from sitegen.content.archetypes import archetype

    path = site / "site.yaml"
    if not path.is_file():
        raise UsageError(f"there is no site.yaml in {site}", hint="name the site's folder with --site DIR")
    config, problems = read_config(path.read_bytes())
    if config is None:
        raise ConfigError(*problems)
    folders = {collection.kind: collection.id for collection in config.collections if not collection.is_view}
    if kind not in folders:
        hint = suggest(kind, folders) or "choose one of: " + ", ".join(sorted(folders))
        raise UsageError(f'there is no kind "{kind}"', hint=hint)
    slug = slugify(title)
    if not slug:
        raise UsageError("the title has no letters", hint='write it in quotes: new story "How we huddle"')
    target = site / CONTENT / folders[kind] / f"{slug}.md"
    if target.exists():
        raise UsageError(f"{target} is there already", hint="choose another title, or edit that file")
    today = datetime.now(ZoneInfo(config.site.timezone)).date().isoformat()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(archetype(kind, title, today), encoding="utf-8", newline="\n")
    return target
