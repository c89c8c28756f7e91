"""Express a change of a field as edits of the text, which touch that field alone."""

import re
from collections.abc import Iterator, Mapping

from sitegen.content.edits import Edit
from sitegen.editing.value_texts import Value, block_text, flow_text, is_compound, item_text, scalar_text
from sitegen.editing.yaml_tree import Keys, YamlEntry, YamlNode

_COMMENT = re.compile(r"(?:^|\s)#")
_FIRST_LINE = re.compile(r"[|>][^\n]*\n(?:[ ]*\n)*([ ]*)")
_HYPHEN = re.compile(r"-[ \t]*\Z")


class CannotEditError(Exception):
    """A change that is not exact: why, and the offset where that shows."""

    def __init__(self, reason: str, offset: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


class FieldEditor:
    """Makes edits of a text whose YAML is read as `tree`, None where there is none yet; `end` is where it ends.

    All methods return edits, and raise CannotEditError.
    """

    def __init__(self, text: str, tree: YamlNode | None, end: int) -> None:
        self._text = text
        self._tree = tree
        self._end = end
        scalars = list(tree.scalars()) if tree else []
        singles = sum(scalar.style == "'" for scalar in scalars)
        self._quote = "'" if singles > sum(scalar.style == '"' for scalar in scalars) else '"'
        self._prefers_lines = _prefers_lines(tree) if tree else False

    def set(self, keys: Keys, value: Value) -> list[Edit]:
        """Set the value at `keys`; fields on the way that are missing are added."""
        node, entry, is_in_flow = self._tree, None, False
        for number, key in enumerate(keys):
            inner = node.entry(key) if node else None
            if inner is None:
                if node and node.is_blank and entry:
                    return self._replace(entry, self._nested(keys[number:], value), is_in_flow=is_in_flow)
                return self._add(node, keys[number:], value)
            is_in_flow = node is not None and node.is_flow
            node, entry = inner.value, inner
        if entry is None:
            raise CannotEditError("no field is named", 0)
        return self._replace(entry, value, is_in_flow=is_in_flow)

    def add_fields(self, keys: Keys, fields: Mapping[str, Value]) -> list[Edit]:
        """Add new fields, in order, to the fields at `keys`; where there are none yet, those become them."""
        node = self._tree
        for key in keys:
            entry = node.entry(key) if node else None
            node = entry.value if entry else None
        if node is None or node.is_blank:
            return self.set(keys, fields)
        if node.kind != "fields":
            raise CannotEditError("no fields can be added to a text or a list", node.start)
        if node.is_flow:
            return [self._flow_addition(node, flow_text(fields, self._quote)[1:-1])]
        return [self._line_addition(node, self._lines(fields, node.column))]

    def rename(self, keys: Keys, name: str) -> list[Edit]:
        """Rename the field at `keys`, where its name stands."""
        node = self._tree
        entry: YamlEntry | None = None
        for key in keys:
            entry = node.entry(key) if node else None
            node = entry.value if entry else None
        if entry is None or entry.name is None:
            raise CannotEditError(f'there is no field "{keys[-1]}" to rename', 0)
        old = entry.name
        text = scalar_text(name, style=old.style, quote=self._quote, is_flow=True, replaced=old.text)
        return [Edit(old.start, old.end - old.start, text)]

    def remove(self, keys: Keys) -> list[Edit]:
        """Remove the field or item at `keys`; with its last entry, what is around it goes too."""
        way: list[tuple[YamlNode, YamlEntry]] = []
        node = self._tree
        for key in keys:
            entry = node.entry(key) if node else None
            if node is None or entry is None:
                raise CannotEditError(f'there is no "{key}" to remove', node.start if node else 0)
            way.append((node, entry))
            node = entry.value
        while len(way) > 1 and all(other is way[-1][1] or other.value.is_blank for other in way[-1][0].entries):
            way.pop()
        parent, entry = way[-1]
        self._refuse_comments(entry.start, entry.end, entry.value)
        return [self._flow_removal(parent, entry) if parent.is_flow else self._line_removal(parent, entry)]

    def add_item(self, keys: Keys, value: Value) -> list[Edit]:
        """Add an item to the end of the list at `keys`; a single value becomes a list."""
        node = self._tree
        for key in keys:
            entry = node.entry(key) if node else None
            node = entry.value if entry else None
        if node is None or node.is_blank:
            return self.set(keys, [value])
        if node.kind == "fields":
            raise CannotEditError("fields stand where a list would have to be", node.start)
        if node.kind == "scalar":
            if node.style in {"|", ">"} or "\n" in self._text[node.start : node.end]:
                raise CannotEditError("a text of several lines stands where a list would have to be", node.start)
            both = f"[{scalar_text(node.text, quote=self._quote, style=node.style, is_flow=True)}, "
            return [Edit(node.start, node.end - node.start, f"{both}{flow_text(value, self._quote)}]")]
        if node.is_flow:
            return [self._flow_addition(node, flow_text(value, self._quote))]
        last = node.entries[-1] if node.entries else None
        if last is None:
            raise CannotEditError("the list has only items without a value", node.start)
        column = self._column(self._hyphen_of(last))
        text = f"\n{' ' * column}- {item_text(value, self._quote, column)}"
        return [Edit(self._line_end(node.end), 0, text)]

    def _add(self, parent: YamlNode | None, keys: Keys, value: Value) -> list[Edit]:
        """Add the first of some names, with fields for the others around the value, to what stands above it."""
        field = self._nested(keys, value, parent)
        if parent is None:
            return [Edit(self._end, 0, self._lines(field, 0).removeprefix("\n") + "\n")]
        if parent.kind != "fields":
            raise CannotEditError(f'no field "{keys[0]}" can be added to a text or a list', parent.start)
        if parent.is_flow:
            return [self._flow_addition(parent, flow_text(field, self._quote)[1:-1])]
        return [self._line_addition(parent, self._lines(field, parent.column))]

    def _nested(self, keys: Keys, value: Value, parent: YamlNode | None = None) -> Value:
        """Return a value inside fields of these names, the first outermost."""
        for key in reversed(keys):
            if not isinstance(key, str):
                raise CannotEditError(f"the list has no item {key}", parent.start if parent else 0)
            value = {key: value}
        return value

    def _lines(self, fields: Value, column: int) -> str:
        """Return the lines of fields whose names are at a column; a newline stands before each."""
        return block_text(fields, self._quote, column - 2, prefers_lines=self._prefers_lines)

    def _line_addition(self, parent: YamlNode, lines: str) -> Edit:
        end = self._line_end(parent.end)
        if end < len(self._text):
            return Edit(end, 0, lines)
        return Edit(end, 0, lines + ("\n" if self._text.endswith("\n") else ""))

    def _flow_addition(self, node: YamlNode, text: str) -> Edit:
        if not node.entries:
            return Edit(node.start + 1, node.end - node.start - 2, text)
        return Edit(node.entries[-1].end, 0, f", {text}")

    def _replace(self, entry: YamlEntry, value: Value, *, is_in_flow: bool) -> list[Edit]:
        node = entry.value
        if is_in_flow:
            self._refuse_comments(node.start, node.end, node)
            text = flow_text(value, self._quote) if is_compound(value) else self._scalar(node, value, 0, is_flow=True)
            return [self._edit(node, text)]
        column = self._column(entry.name.start if entry.name else self._hyphen_of(entry))
        if not is_compound(value) and node.kind == "scalar":
            return [self._edit(node, self._scalar(node, value, column, is_flow=False))]
        self._refuse_comments(node.start, node.end, node)
        if entry.name is None:
            return [self._edit(node, item_text(value, self._quote, column))]
        if node.kind != "scalar" and node.is_flow and is_compound(value):
            return [self._edit(node, flow_text(value, self._quote))]
        start = self._text.index(":", entry.name.end) + 1
        self._refuse_comments(start, node.start, None)
        prefers_lines = self._prefers_lines if node.is_blank or node.kind == "scalar" else not node.is_flow
        text = block_text(value, self._quote, column, prefers_lines=prefers_lines)
        return [Edit(start, node.end - start, text)]

    def _edit(self, node: YamlNode, text: str) -> Edit:
        """Return the edit that writes a text in the place of a node, after a space where nothing stood."""
        lead = " " if node.is_blank else ""
        return Edit(node.start, node.end - node.start, lead + text)

    def _scalar(self, node: YamlNode, value: Value, column: int, *, is_flow: bool) -> str:
        style = node.style if node.kind == "scalar" else ""
        replaced = node.text if node.kind == "scalar" else ""
        text = scalar_text(
            value,
            style=style,
            quote=self._quote,
            is_flow=is_flow,
            indent=max(column, 0),
            lead=self._lead_of_block(node),
            replaced=replaced,
        )
        if not text:
            raise CannotEditError("the value cannot be written here so that it is read as it is", node.start)
        return text

    def _lead_of_block(self, node: YamlNode) -> int:
        """Return how many spaces the first line of a block scalar begins with; 0 for any other value."""
        first = _FIRST_LINE.match(self._text, node.start, node.end) if node.style in {"|", ">"} else None
        return len(first[1]) if first else 0

    def _flow_removal(self, parent: YamlNode, entry: YamlEntry) -> Edit:
        index = parent.entries.index(entry)
        if index + 1 < len(parent.entries):
            start, end = entry.start, parent.entries[index + 1].start
        elif index:
            start, end = parent.entries[index - 1].end, entry.end
        else:
            start, end = parent.start + 1, parent.end - 1
        self._refuse_comments(start, end, entry.value)
        return Edit(start, end - start, "")

    def _line_removal(self, parent: YamlNode, entry: YamlEntry) -> Edit:
        """Return the edit that removes the lines of an entry; what stands before it on its line stays."""
        begin = entry.start if parent.kind == "fields" else self._hyphen_of(entry)
        start = self._text.rfind("\n", 0, begin) + 1
        end = min(self._line_end(entry.end) + 1, len(self._text))
        if not self._text[start:begin].strip():
            return Edit(start, end - start, "")
        following = parent.entries[parent.entries.index(entry) + 1 :]
        if parent.kind != "fields" or not following:
            raise CannotEditError("other values begin on the same line", begin)
        self._refuse_comments(entry.end, following[0].start, None)
        return Edit(begin, following[0].start - begin, "")

    def _hyphen_of(self, entry: YamlEntry) -> int:
        """Return the offset of the hyphen of an item."""
        hyphen = _HYPHEN.search(self._text[: entry.start].rstrip())
        if hyphen is None:
            raise CannotEditError("the item has no hyphen before it", entry.start)
        return hyphen.start()

    def _refuse_comments(self, start: int, end: int, node: YamlNode | None) -> None:
        """Refuse a change of what a comment stands in, which would go with it."""
        last = start
        for scalar in [*(node.scalars() if node else ()), None]:
            stop = scalar.start if scalar else end
            comment = _COMMENT.search(self._text, last, max(stop, last))
            if comment:
                raise CannotEditError("a comment stands inside and would be lost", comment.end() - 1)
            last = scalar.end if scalar else end

    def _column(self, offset: int) -> int:
        return offset - self._text.rfind("\n", 0, offset) - 1

    def _line_end(self, offset: int) -> int:
        end = self._text.find("\n", offset)
        return len(self._text) if end < 0 else end


def _prefers_lines(tree: YamlNode) -> bool:
    """Return whether more lists of a file have a line for each item than not."""
    kinds = [node.is_flow for node in _lists(tree)]
    return 2 * sum(kinds) < len(kinds)


def _lists(node: YamlNode) -> Iterator[YamlNode]:
    if node.kind == "list":
        yield node
    for entry in node.entries:
        yield from _lists(entry.value)
