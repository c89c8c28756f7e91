"""Rename the page that stands for a term, such as that of a level, when the term gets another id."""

from collections.abc import Iterator, Mapping

from sitegen.editing.editor import read_fields
from sitegen.model import Config
from sitegen.model.folders import CONTENT
from sitegen.model.kinds import KINDS
from sitegen.upkeep.file_changes import ChangeSet
from sitegen.upkeep.page_renaming import change_slug, rename_page
from sitegen.upkeep.terms.term_rename import TermRename


def rename_pages(config: Config, files: Mapping[str, bytes], rename: TermRename) -> dict[str, bytes]:
    """Return the files of a site after the pages that stand for the old term have the name of the new one.

    Raises:
        EditError: a file has errors, or cannot be changed exactly.
        UsageError: a page has that name already.
    """
    after = dict(files)
    for path, slug in pages_of(config, files, rename):
        prefix = slug.removesuffix(rename.old.id)
        new_slug = prefix + rename.new.id.removeprefix(prefix or " ")
        has_name = path.rpartition("/")[2] == f"{slug}.md" and not _slug(files, path)
        change = rename_page(config, after, path, new_slug) if has_name else change_slug(config, after, path, new_slug)
        after = _with_changes(after, change)
    return after


def pages_of(config: Config, files: Mapping[str, bytes], rename: TermRename) -> Iterator[tuple[str, str]]:
    """Yield the path below content/, and the slug, of each page that stands for the old term."""
    for collection in config.collections:
        kind = collection.kind
        if not kind or not KINDS[kind].stands_for(rename.taxonomy.id):
            continue
        for file in sorted(files):
            path = file.removeprefix(f"{CONTENT}/")
            if path.startswith(f"{collection.id}/") and path.endswith(".md"):
                slug = _slug(files, path) or path.rpartition("/")[2].removesuffix(".md")
                if rename.old.id in {slug, slug.removeprefix(f"{kind}-")}:
                    yield path, slug


def _with_changes(files: Mapping[str, bytes], change_set: ChangeSet) -> dict[str, bytes]:
    after = dict(files)
    for change in change_set.changes:
        if change.after is None:
            del after[change.path]
        else:
            after[change.path] = change.after
    return after


def _slug(files: Mapping[str, bytes], path: str) -> str:
    fields = read_fields(files[f"{CONTENT}/{path}"], f"{CONTENT}/{path}")
    slug = fields.get("slug", "") if isinstance(fields, dict) else ""
    return slug if isinstance(slug, str) else ""
