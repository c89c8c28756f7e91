"""Remove characters that nobody sees from the texts and terms of fields, where they keep words from being found."""

import msgspec

from sitegen.content.marks.invisible import has_invisible, without_invisible
from sitegen.content.marks_in_fields import PLAIN_FIELDS
from sitegen.content.page_values import TERM_FIELDS
from sitegen.located import Mapping, Node, Sequence

_FIELDS = PLAIN_FIELDS.union(TERM_FIELDS)


def clean_fields(node: Node | None, text: str) -> Node | None:
    """Return the fields of a file, whose whole text is given, without invisible characters in what readers see.

    Paths, addresses and names of pages stay as they are typed: a file may have such a name.
    """
    return _cleaned(node, "") if node is not None and has_invisible(text) else node


def _cleaned(node: Node, name: str) -> Node:
    if isinstance(node, Mapping):
        return msgspec.structs.replace(node, entries={key: _cleaned(value, key) for key, value in node.entries.items()})
    if isinstance(node, Sequence):
        return msgspec.structs.replace(node, items=tuple(_cleaned(item, name) for item in node.items))
    return msgspec.structs.replace(node, text=without_invisible(node.text)) if name in _FIELDS else node
