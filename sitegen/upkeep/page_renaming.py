"""Work out what the rename of a page changes: its file, what leads to it, and its old address as an alias."""

from collections.abc import Mapping

from sitegen.catalog.permalinks import page_url
from sitegen.content.slugs import is_slug, slug_of
from sitegen.editing import add_item, remove_field, set_field
from sitegen.editing.editor import read_fields
from sitegen.editing.page_rename import PageRename, change_references
from sitegen.editing.plain_changes import texts_of
from sitegen.errors import UsageError, suggest_path
from sitegen.located.nodes import Plain
from sitegen.model import Config
from sitegen.model.folders import CONTENT
from sitegen.upkeep.file_changes import ChangeSet, make_change_set

_TRUE = ("true", "yes")


def rename_page(config: Config, files: Mapping[str, bytes], old: str, new: str, title: str = "") -> ChangeSet:
    """Return the changes that give a page another file name, and another title if one is given.

    `files` are all that a writer edits, by their paths from the site's root. `old` and `new` may be typed as
    `stories/x`, `stories/x.md` or `content/stories/x.md`; `new` as `x` alone, too. Where the page's address changes,
    the old one becomes an alias; a draft has none that anybody knows.

    Raises:
        UsageError: there is no such page, or the new name cannot be one.
        EditError: a file has errors, or cannot be changed exactly.
    """
    old_path = known_page(old, files)
    folder = old_path.partition("/")[0]
    new_path = _new_page(new, folder, files)
    collection = next(collection for collection in config.collections if collection.id == folder)
    fields = read_fields(files[f"{CONTENT}/{old_path}"], f"{CONTENT}/{old_path}")
    old_stem, new_stem = (path.partition("/")[2].removesuffix(".md") for path in (old_path, new_path))
    slug = next(iter(_texts(fields, "slug")), "")
    rename = PageRename(
        old_path, new_path, page_url(collection, slug or old_stem), page_url(collection, slug or new_stem)
    )
    what = f"rename {old_path.removesuffix('.md')} to {new_path.removesuffix('.md')}"
    return make_change_set(what, dict(files), _renamed(files, rename, fields, {"title": title} if title else {}))


def change_slug(config: Config, files: Mapping[str, bytes], path: str, slug: str) -> ChangeSet:
    """Return the changes that give a page, by its path below content/, another slug; its old address leads there.

    Raises:
        EditError: a file has errors, or cannot be changed exactly.
    """
    folder, _, stem = path.removesuffix(".md").partition("/")
    collection = next(collection for collection in config.collections if collection.id == folder)
    fields = read_fields(files[f"{CONTENT}/{path}"], f"{CONTENT}/{path}")
    old_slug = next(iter(_texts(fields, "slug")), "") or stem
    rename = PageRename(path, path, page_url(collection, old_slug), page_url(collection, slug))
    return make_change_set(f"give {path} the slug {slug}", dict(files), _renamed(files, rename, fields, {"slug": slug}))


def known_page(typed: str, files: Mapping[str, bytes]) -> str:
    """Return the path below content/ of a page that was typed as `stories/x`, `stories/x.md` or `content/stories/x.md`.

    `files` are by their paths from the site's root. Raises UsageError where there is no such page.
    """
    path = f"{_bare(typed)}.md"
    if f"{CONTENT}/{path}" in files and "/" in path:
        return path
    pages = [file.removeprefix(f"{CONTENT}/").removesuffix(".md") for file in files if file.endswith(".md")]
    hint = suggest_path(_bare(typed), pages) or "name it as folder/file: stories/how-we-huddle"
    raise UsageError(f'there is no page "{typed}"', hint=hint)


def _renamed(
    files: Mapping[str, bytes], rename: PageRename, fields: Plain, changed: Mapping[str, str]
) -> dict[str, bytes]:
    """Return the files after a rename; `fields` are those of the page before, `changed` those that it gets."""
    after = {path: change_references(data, path, rename) for path, data in files.items()}
    new_path = f"{CONTENT}/{rename.new}"
    page = _with_aliases(after.pop(f"{CONTENT}/{rename.old}"), new_path, rename, fields)
    for field, value in changed.items():
        page = set_field(page, new_path, (field,), value)
    after[new_path] = page
    return after


def _new_page(typed: str, folder: str, files: Mapping[str, bytes]) -> str:
    name = _bare(typed)
    stem = name.removeprefix(f"{folder}/")
    if "/" in stem:
        hint = f"what a page is depends on its folder: name one in {folder}/, or begin it anew there"
        raise UsageError(f'"{typed}" is in another folder than {folder}/', hint=hint)
    if not is_slug(stem):
        better = slug_of(stem)
        hint = f"write {better}" if better else "write small letters, digits and hyphens"
        raise UsageError(f'"{stem}" cannot be part of an address', hint=hint)
    path = f"{folder}/{stem}.md"
    if f"{CONTENT}/{path}" in files:
        raise UsageError(f"there is a page {path.removesuffix('.md')} already", hint="choose another name")
    return path


def _bare(typed: str) -> str:
    return typed.strip().replace("\\", "/").strip("/").removeprefix(f"{CONTENT}/").removesuffix(".md")


def _with_aliases(data: bytes, path: str, rename: PageRename, fields: Plain) -> bytes:
    """Return a page with its old address among its aliases, and without its new one."""
    if rename.old_url == rename.new_url:
        return data
    known = {_as_url(alias): keys for keys, alias in texts_of(fields) if keys[0] == "aliases"}
    if rename.new_url in known:
        data = remove_field(data, path, known[rename.new_url])
    is_draft = any(text.lower() in _TRUE for text in _texts(fields, "draft"))
    return data if is_draft or rename.old_url in known else add_item(data, path, ("aliases",), rename.old_url)


def _texts(fields: Plain, name: str) -> list[str]:
    """Return the single values of a field, whatever else a file that was never built has there."""
    return [text for keys, text in texts_of(fields) if keys == (name,)]


def _as_url(alias: str) -> str:
    return f"/{alias.strip('/')}/"
