"""Change the lines of site.yaml that a term has: its id, its label, the words that mean it, its old addresses."""

from collections.abc import Mapping

from sitegen.catalog.old_addresses import alias_key
from sitegen.config.builder import title_of
from sitegen.editing import add_fields, add_item, remove_field, rename_field, set_field
from sitegen.editing.editor import read_fields
from sitegen.editing.yaml_tree import Keys
from sitegen.located.nodes import Plain
from sitegen.model.folders import SETTINGS
from sitegen.text import fold_term
from sitegen.upkeep.terms.term_rename import TermRename


def change_entry(data: bytes, rename: TermRename) -> bytes:
    """Return a site.yaml in which the term has its new id, and the old words mean it, too.

    Its label stays as readers see it, unless another is given. Where the term is merged into another, its entry goes.

    Raises:
        EditError: the file cannot be changed exactly.
    """
    terms: Keys = ("taxonomies", rename.taxonomy.id, "terms")
    old, new = rename.old, rename.new
    if rename.is_merge:
        data = remove_field(data, SETTINGS, (*terms, old.id))
        before = next(term for term in rename.taxonomy.terms if term.id == new.id)
        words = [before.label, old.id, old.label, *old.also]
    else:
        data = rename_field(data, SETTINGS, (*terms, old.id), new.id) if old.id != new.id else data
        words = [old.id, old.label]
    return _with_words(data, (*terms, new.id), rename, words)


def change_redirects(data: bytes, moved: Mapping[str, str]) -> bytes:
    """Return a site.yaml that leads old addresses to new ones; no address that has a page now leads on.

    Raises:
        EditError: the file cannot be changed exactly.
    """
    tree = read_fields(data, SETTINGS)
    known = tree.get("redirects", {}) if isinstance(tree, dict) else {}
    taken = {alias_key(address).casefold() for address in moved.values()}
    for source in known if isinstance(known, dict) else ():
        if alias_key(source).casefold() in taken:
            data = remove_field(data, SETTINGS, ("redirects", source))
    return add_fields(data, SETTINGS, ("redirects",), dict(sorted(moved.items()))) if moved else data


def _with_words(data: bytes, keys: Keys, rename: TermRename, words: list[str]) -> bytes:
    """Return a site.yaml in which the term at `keys` has its label, and words that mean it besides those it has."""
    new = rename.new
    entry = _value_at(data, keys)
    missing = _missing_words(words, (new.id, new.label, *new.also), {rename.old.id} - {new.id})
    is_group = isinstance(entry, dict)
    label = str(entry.get("label", "")) if isinstance(entry, dict) else entry if isinstance(entry, str) else ""
    needs_label = (label or title_of(new.id)) != new.label
    if not is_group:
        if not missing:
            return set_field(data, SETTINGS, keys, new.label) if needs_label else data
        return set_field(data, SETTINGS, keys, {"label": new.label, "also": missing})
    data = set_field(data, SETTINGS, (*keys, "label"), new.label) if needs_label else data
    for word in missing:
        data = add_item(data, SETTINGS, (*keys, "also"), word)
    return data


def _missing_words(words: list[str], known: tuple[str, ...], always: set[str]) -> list[str]:
    """Return those of some words that mean the term no more; the old id even where the label is read as it."""
    spelled = {fold_term(word) for word in known}
    also = {fold_term(word) for word in known[2:]}
    missing: dict[str, str] = {}
    for word in words:
        folded = fold_term(word)
        if folded not in (also if word in always else spelled):
            missing.setdefault(folded, word)
    return list(missing.values())


def _value_at(data: bytes, keys: Keys) -> Plain | None:
    value: Plain | None = read_fields(data, SETTINGS)
    for key in keys:
        value = value.get(str(key)) if isinstance(value, dict) else None
    return value
