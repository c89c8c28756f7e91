"""Work out what the rename of a term changes, or its merge into another one."""

from collections.abc import Callable, Mapping

from sitegen.catalog.taxonomy import open_terms
from sitegen.editing.link_edits import change_links
from sitegen.errors import UsageError
from sitegen.model import Config
from sitegen.model.folders import SETTINGS
from sitegen.upkeep.file_changes import ChangeSet, make_change_set
from sitegen.upkeep.terms.listed_entries import read_entries
from sitegen.upkeep.terms.term_addresses import addresses_of, new_address
from sitegen.upkeep.terms.term_entry import change_entry, change_redirects
from sitegen.upkeep.terms.term_pages import pages_of, rename_pages
from sitegen.upkeep.terms.term_rename import TermRename, listed_rename, open_rename, taxonomy_named
from sitegen.upkeep.terms.term_values import change_values


def rename_term(
    config: Config,
    files: Mapping[str, bytes],
    taxonomy: str,
    words: tuple[str, str],
    label: str,
    has_come: Callable[[str], bool],
) -> ChangeSet:
    """Return the changes that give a term another id, and another label if one is given; or that merge it.

    `files` are all that a writer edits, by their paths from the site's root. `words` are the old and the new term as
    a person types them: id, label or a word of `also`. `has_come` returns whether a moment (ISO 8601) has come.

    Raises:
        UsageError: there is no such taxonomy or term, or the term cannot become that.
        EditError: a file has errors, or cannot be changed exactly.
    """
    sorted_by = taxonomy_named(taxonomy, config)
    entries = tuple(read_entries(config, files, has_come))
    if sorted_by.is_open:
        if label:
            hint = "leave out --label: what pages have is what is shown"
            raise UsageError(f'the terms of "{sorted_by.id}" have no labels of their own', hint=hint)
        rename = open_rename(sorted_by, *words, open_terms(entries, sorted_by.id))
    else:
        rename = listed_rename(sorted_by, *words, label)
    after = dict(files) if rename.is_merge or _keeps_id(rename) else rename_pages(config, files, rename)
    after = {path: _changed(data, path, rename, config) for path, data in after.items()}
    addresses = () if _keeps_id(rename) else addresses_of(rename, config, entries)
    moved = {address: new_address(address, rename, config) or address for address in addresses}
    settings = after[SETTINGS] if sorted_by.is_open else change_entry(after[SETTINGS], rename)
    after[SETTINGS] = change_redirects(settings, moved)
    change_set = make_change_set(rename.what, dict(files), after)
    return ChangeSet(change_set.what, change_set.changes, _notes(config, files, rename))


def _keeps_id(rename: TermRename) -> bool:
    return rename.old.id == rename.new.id


def _notes(config: Config, files: Mapping[str, bytes], rename: TermRename) -> tuple[str, ...]:
    """Return a sentence for each page that stood for a term which is merged into another."""
    pages = pages_of(config, files, rename) if rename.is_merge else ()
    why = f"the {rename.taxonomy.id} {rename.old.id}, which is gone: move what is still wanted, and delete it"
    return tuple(f"content/{path} stood for {why}" for path, _ in pages)


def _changed(data: bytes, path: str, rename: TermRename, config: Config) -> bytes:
    """Return a file whose values name the new term, and whose links lead to its pages."""
    data = change_values(data, path, rename)
    if rename.old.id == rename.new.id:
        return data

    def target(typed: str) -> str | None:
        return new_address(typed, rename, config) if typed.startswith("/") else None

    return change_links(data, path, target)
