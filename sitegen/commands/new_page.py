"""Begin a new page: a file with the fields of its kind, at the right place."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sitegen.catalog.address_clashes import address_clashes, list_addresses, slug_problems
from sitegen.catalog.kits import kit_names, path_layout
from sitegen.catalog.refused_addresses import refused_addresses
from sitegen.catalog.summaries import PageTerms, entry_of
from sitegen.config import read_config
from sitegen.content.frontmatter import split_file
from sitegen.content.slugs import is_slug
from sitegen.content.wrong_pages import wrong_page
from sitegen.errors import ConfigError, Location, UsageError, in_few_words, suggest
from sitegen.located import Mapping as Fields
from sitegen.model import Body, Collection, Config, Entry, LocatedText
from sitegen.model.folders import CONTENT, SETTINGS
from sitegen.output_names import mended
from sitegen.text import slugify

_NO_TERMS = PageTerms({}, {}, ())


def run(site: Path, kind: str, title: str, say: Callable[[str], None], *, slug: str = "") -> None:
    """Begin a page, and say where it is and what comes next. Raises what `create` raises."""
    path = create(site, kind, title, slug=slug)
    say(f"Made {path}: open it, fill it in, and take out the line 'draft: true' when it is ready.")


def create(site: Path, kind: str, title: str, *, slug: str = "") -> Path:
    """Write a new file for a page of this kind, which may be typed in any case; return its path.

    The file is named by `slug`, or, where that is empty, by the title. Raises UsageError for an unknown kind, a title
    or slug that makes no address, an address that something else has, or a file that is there already; ConfigError for
    a wrong site.yaml.
    """
    from sitegen.content.archetypes import archetype

    path = site / SETTINGS
    if not path.is_file():
        raise UsageError(f"there is no site.yaml in {site}", hint="name the site's folder with --site DIR")
    config, problems = read_config(path.read_bytes())
    if config is None:
        raise ConfigError(*problems)
    folders = {str(one.kind): one.id for one in config.collections if not one.is_view}
    kind = _known_kind(kind, folders)
    name = slug or slugify(title)
    _check_name(name, title, slug)
    _check_address(site, config, f"{folders[kind]}/{name}.md", is_typed=bool(slug))
    target = site / CONTENT / folders[kind] / f"{name}.md"
    if target.exists():
        raise UsageError(f"{target} is there already", hint="choose another title, or edit that file")
    today = datetime.now(ZoneInfo(config.site.timezone)).date().isoformat()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(archetype(kind, title, today), encoding="utf-8", newline="\n")
    return target


def _known_kind(typed: str, folders: Mapping[str, str]) -> str:
    """Return the kind that was typed, in any case. Raises UsageError if no folder has it."""
    kind = next((known for known in folders if known.casefold() == typed.casefold()), "")
    if not kind:
        hint = suggest(typed, folders) or "choose one of: " + ", ".join(sorted(folders))
        raise UsageError(f'there is no kind "{typed}"', hint=hint)
    return kind


def _check_name(name: str, title: str, slug: str) -> None:
    """Raise UsageError where a name, typed or made of a title, cannot be part of an address."""
    if slug and not is_slug(slug):
        better = slugify(slug)
        hint = f"write --slug {better}" if better else "use small letters, digits and hyphens"
        raise UsageError(in_few_words(f'"{slug}" cannot be part of an address'), hint=hint)
    if not name and any(map(str.isalnum, title)):
        headline = in_few_words(f'no address can be made of the title "{title}"')
        raise UsageError(headline, hint="choose the last part of the address yourself, such as --slug how-we-huddle")
    if not name:
        raise UsageError("the title has no letters", hint='write it in quotes: new story "How we huddle"')


def _check_address(site: Path, config: Config, path: str, *, is_typed: bool) -> None:
    """Raise UsageError where a new page at a content path would have an address that something else needs."""
    if reason := _why_taken(site, config, path):
        slug = path.rpartition("/")[2].removesuffix(".md")
        better = mended(slug)
        if better == slug:
            better = f"about-{slug}"
        what = "write" if is_typed else "choose another title, or the last part of the address yourself, such as"
        raise UsageError(in_few_words(reason), hint=f"{what} --slug {better}")


def _why_taken(site: Path, config: Config, path: str) -> str:
    """Return why no new page can stand at a path below content/, as a headline; an empty text if one can.

    Its address is reserved or refused, or that of another page, of a list, or an old one.
    """
    folders = {one.id: one for one in config.collections if not one.is_view}
    new = _entry(folders, path, Fields())
    reserved = frozenset({"page", *(taxonomy.id for taxonomy in config.taxonomies)})
    for problem in (*slug_problems([new], reserved, _locate), *refused_addresses([new], (), _locate)):
        return problem.headline
    entries = [new, *(entry for entry in _entries(site, folders) if entry.path != path)]
    own = f"{CONTENT}/{path}"
    for problem in address_clashes(entries, _lists(config), config.site.redirects, _locate):
        holders = {problem.location.path, *dict(problem.values).values()}
        if own in holders:
            return f'the address "{new.url}" is taken by {min(holders - {own})}'
    return ""


def _lists(config: Config) -> dict[str, str]:
    layout = path_layout(config.collections, config.taxonomies)
    return list_addresses(config.collections, config.site.galleries) | kit_names(layout)


def _entries(site: Path, folders: Mapping[str, Collection]) -> Iterator[Entry]:
    """Yield the entries of all files of content/, with their addresses alone."""
    for folder in folders:
        for file in sorted((site / CONTENT / folder).glob("*.md")):
            data = file.read_bytes()
            fields = split_file(data, file.name)[0].node if b"slug" in data or b"aliases" in data else None
            yield _entry(folders, f"{folder}/{file.name}", fields if isinstance(fields, Fields) else Fields())


def _entry(folders: Mapping[str, Collection], path: str, fields: Fields) -> Entry:
    collection = folders[path.partition("/")[0]]
    page = wrong_page(path, collection.kind or "page", fields, Body(), ())
    return entry_of(page, collection, _NO_TERMS, "")


def _locate(path: str, _located: LocatedText) -> Location:
    return Location(path)
