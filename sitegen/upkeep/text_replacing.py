"""Work out what the replacement of a text changes in the pages of a site."""

from collections.abc import Mapping, Sequence

from sitegen.editing import replace_text
from sitegen.errors import UsageError
from sitegen.model.folders import CONTENT
from sitegen.upkeep.file_changes import ChangeSet, make_change_set


def replace_in_pages(files: Mapping[str, bytes], what: str, replacement: str, folders: Sequence[str] = ()) -> ChangeSet:
    """Return the changes that replace a text, letter by letter, in bodies and in values of fields of all pages.

    `folders` limits it to pages whose paths below content/ begin so: `stories`, `stories/x`.

    Raises:
        UsageError: there is no text to look for, or no page lies below one of the folders.
        EditError: a page with the text has errors, or cannot be changed exactly.
    """
    if not what:
        raise UsageError("there is no text to look for", hint='write it in quotes: replace "old words" "new words"')
    starts = [f"{CONTENT}/{folder.strip('/').removeprefix(f'{CONTENT}/').removesuffix('.md')}" for folder in folders]
    pages = {path: data for path, data in files.items() if path.endswith(".md") and _is_below(path, starts)}
    for start in starts:
        if not any(_is_below(path, [start]) for path in pages):
            raise UsageError(f"no page lies in {start}", hint="name a folder of content/, or a page: --in stories")
    known = {path: data for path, data in pages.items() if what in data.decode("utf-8", "replace")}
    changed = {path: replace_text(data, path, what, replacement) for path, data in known.items()}
    return make_change_set(f'replace "{what}" with "{replacement}"', known, changed)


def _is_below(path: str, starts: Sequence[str]) -> bool:
    stem = path.removesuffix(".md")
    return not starts or any(stem == start or stem.startswith(f"{start}/") for start in starts)
