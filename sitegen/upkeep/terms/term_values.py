"""Change the values of pages, and the conditions of views, that name a term."""

from collections.abc import Iterator, Sequence

from sitegen.catalog.kits import DIMENSION
from sitegen.editing import remove_field, set_field
from sitegen.editing.editor import read_fields
from sitegen.editing.yaml_tree import Keys
from sitegen.located.nodes import Plain
from sitegen.upkeep.terms.term_rename import TermRename, means


def change_values(data: bytes, path: str, rename: TermRename) -> bytes:
    """Return a page, or site.yaml, whose values that name the old term name the new one.

    In a taxonomy that lists its terms those that are spelled as the old id get the new one, and those spelled as the
    old label the new one; others stay, since `also` has them. Where the term is merged into another, or the taxonomy
    takes any value, all change, and none is said twice.

    Raises:
        EditError: the file has errors, or cannot be changed exactly.
    """
    removed: list[Keys] = []
    for texts in _values(read_fields(data, path), path, rename):
        has_new = any(means(rename, text) == rename.new.id for _, text in texts) and rename.is_merge
        for keys, text in texts:
            changed = _new_value(text, rename)
            if changed is None:
                continue
            if has_new:
                removed.append(keys)
            elif changed != text:
                data = set_field(data, path, keys, changed)
            has_new = has_new or rename.is_merge
    for keys in reversed(removed):
        data = remove_field(data, path, keys)
    return data


def _new_value(text: str, rename: TermRename) -> str | None:
    """Return what a value becomes; None where it does not mean the old term, or may stay as it is."""
    if means(rename, text) != rename.old.id:
        return None
    if rename.taxonomy.is_open:
        return rename.new.label
    typed = " ".join(text.split())
    if typed == rename.old.id:
        return rename.new.id
    if typed == rename.old.label:
        return rename.new.label
    return rename.new.id if rename.is_merge else None


def _values(tree: Plain, path: str, rename: TermRename) -> Iterator[list[tuple[Keys, str]]]:
    """Yield the values of each field that can name the term, with the ways to them."""
    fields = tree if isinstance(tree, dict) else {}
    field = rename.taxonomy.field
    if path.endswith(".md"):
        yield _texts(fields.get(field), (field,))
        if rename.taxonomy.id == DIMENSION:
            for number, requirement in enumerate(_items(fields.get("requires"))):
                inner = requirement if isinstance(requirement, dict) else {}
                yield _texts(inner.get("dimension"), ("requires", number, "dimension"))
        return
    collections = fields.get("collections")
    for name, collection in (collections if isinstance(collections, dict) else {}).items():
        where = collection.get("where") if isinstance(collection, dict) else None
        if isinstance(where, dict):
            yield _texts(where.get(field), ("collections", name, "where", field))


def _texts(value: Plain | None, keys: Keys) -> list[tuple[Keys, str]]:
    if isinstance(value, str):
        return [(keys, value)]
    return [((*keys, number), item) for number, item in enumerate(_items(value)) if isinstance(item, str)]


def _items(value: Plain | None) -> Sequence[Plain]:
    return value if isinstance(value, list) else ()
