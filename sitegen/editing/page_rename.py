"""Change what leads to a page whose file gets another name: references, links, addresses."""

from typing import NamedTuple
from urllib.parse import quote

from sitegen.catalog.ref_targets import target_of
from sitegen.content.link_targets import InternalTarget, parse_target
from sitegen.content.page_values import REF_FIELDS, REQUIRED_REFS
from sitegen.content.source_scan import BodySource
from sitegen.editing.editor import read_fields, set_field
from sitegen.editing.plain_changes import texts_of
from sitegen.editing.target_edits import change_targets, target_edits
from sitegen.editing.yaml_tree import Keys
from sitegen.model.folders import CONTENT


class PageRename(NamedTuple):
    """A page's old and new path below content/ (`stories/x.md`), and its address before and after."""

    old: str
    new: str
    old_url: str
    new_url: str

    def target(self, typed: str, folder: str) -> str | None:
        """Return what a link in a file of `folder` (`content/stories`) must lead to; None where it may stay."""
        meaning = parse_target(typed, folder)
        if not isinstance(meaning, InternalTarget):
            return None
        if meaning.target == self.old:
            path, mark, fragment = typed.partition("#")
            return f"{path.rpartition('/')[0]}/".lstrip("/") + self.new.rpartition("/")[2] + mark + fragment
        if self.old_url != self.new_url and meaning.target.partition("?")[0] == quote(self.old_url):
            rest = next((typed[at:] for at, character in enumerate(typed) if character in "?#"), "")
            return self.new_url + rest
        return None


def change_references(data: bytes, path: str, rename: PageRename) -> bytes:
    """Return a file (a page, site.yaml, the golden queries) whose references and links lead to the renamed page.

    `path` is relative to the site's root. What leads elsewhere stays.

    Raises:
        EditError: the file has errors, or one of the changes would not be exact.
    """
    folder = path.rpartition("/")[0] or CONTENT
    if path.endswith(".md"):
        data = change_targets(data, path, lambda target: rename.target(target, folder))
    for keys, text in texts_of(read_fields(data, path)):
        changed = _changed_text(keys, text, folder, rename, is_page=path.endswith(".md"))
        if changed != text:
            data = set_field(data, path, keys, changed)
    return data


def _changed_text(keys: Keys, text: str, folder: str, rename: PageRename, *, is_page: bool) -> str:
    field = ref_field(keys) if is_page else ""
    if field:
        return _changed_name(text, rename) if target_of(field, text) == rename.old else text
    if not is_page and f"{text.strip().removesuffix('.md')}.md" == rename.old:
        return _changed_name(text, rename)
    if keys[0] == "collections" and keys[2:3] == ("order",) and f"{keys[1]}/{text}.md" == rename.old:
        return _changed_name(text, rename)
    if text.startswith("/"):
        return rename.target(text, folder) or text
    return _changed_markdown(text, folder, rename)


def ref_field(keys: Keys) -> str:
    """Return the name that `catalog.ref_targets` has for a field of references; empty for any other field."""
    if keys[0] in REF_FIELDS:
        return str(keys[0])
    inner = keys[2] if keys[0] == "requires" and len(keys) > 2 else ""  # noqa: PLR2004 - field, number, field
    return f"requires.{inner}" if inner in REQUIRED_REFS else ""


def _changed_name(text: str, rename: PageRename) -> str:
    old, new = (path.rpartition("/")[2].removesuffix(".md") for path in (rename.old, rename.new))
    before, _, after = text.rpartition(old)
    return before + new + after


def _changed_markdown(text: str, folder: str, rename: PageRename) -> str:
    source = BodySource(text, "", 1)
    return source.edited(target_edits(source, lambda target: rename.target(target, folder))).text
