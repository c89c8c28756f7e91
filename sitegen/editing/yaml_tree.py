"""Read YAML as a tree that knows the span of text in which each value stands."""

from collections.abc import Iterator
from typing import Literal

import msgspec
import yaml

from sitegen.located.loader import LOADER

Keys = tuple[str | int, ...]
"""The way to a value from the top: names of fields, and numbers of items from 0, as in `("downloads", 0, "file")`."""


class YamlNode(msgspec.Struct, frozen=True, kw_only=True):
    """A value and the offsets of its text, quotes and brackets included; comments and empty lines after it are not.

    `style` of a scalar is that of YAML: plain (empty), `'`, `"`, `|` or `>`. `entries` are those of fields and lists;
    items without a value are left out, as `located` leaves them out.
    """

    kind: Literal["scalar", "list", "fields"]
    start: int
    end: int
    column: int
    style: str = ""
    text: str = ""
    is_flow: bool = False
    entries: tuple["YamlEntry", ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether there is no value at all, not even empty quotes."""
        return self.kind == "scalar" and not self.text and not self.style

    def entry(self, key: str | int) -> "YamlEntry | None":
        """Return the field of a name, or the item of a number; None where there is none."""
        if isinstance(key, int):
            return self.entries[key] if self.kind == "list" and 0 <= key < len(self.entries) else None
        return next((entry for entry in self.entries if entry.key == key), None) if self.kind == "fields" else None

    def scalars(self) -> Iterator["YamlNode"]:
        """Iterate over the scalars of a node and below it, the names of fields too, in the order of the text."""
        if self.kind == "scalar":
            yield self
        for entry in self.entries:
            if entry.name is not None:
                yield entry.name
            yield from entry.value.scalars()


class YamlEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A field with its name, or an item of a list, which has none, and the value."""

    name: YamlNode | None = None
    value: YamlNode

    @property
    def key(self) -> str | None:
        """The name of a field as a text; None for an item."""
        return self.name.text if self.name else None

    @property
    def start(self) -> int:
        """Where the entry begins: a field with its name, an item (without its hyphen) with its value."""
        return self.name.start if self.name else self.value.start

    @property
    def end(self) -> int:
        """Where the value ends; for a field without a value, after the colon."""
        return self.value.end


def read_tree(text: str, start: int, end: int) -> YamlNode | None:
    """Return the tree of the YAML between two offsets of a text; None where there is no value.

    The YAML must be one that `located.read_yaml` reads without a problem.
    """
    root = yaml.compose(text[start:end], Loader=LOADER)
    return _TreeReader(text, start).node(root) if root is not None else None


class _TreeReader:
    def __init__(self, text: str, base: int) -> None:
        self._text = text
        self._base = base

    def node(self, node: yaml.Node) -> YamlNode:
        start, end = self._base + node.start_mark.index, self._base + node.end_mark.index
        column = node.start_mark.column
        if isinstance(node, yaml.ScalarNode):
            style = node.style or ""
            if style in {"|", ">"}:
                end = self._end_of_block(start, end)
            return YamlNode(kind="scalar", start=start, end=end, column=column, style=style, text=node.value)
        is_list = isinstance(node, yaml.SequenceNode)
        entries = self._items(node) if is_list else self._fields(node)
        is_flow = bool(getattr(node, "flow_style", False))
        if not is_flow:
            end = max((entry.end for entry in entries), default=end)
        return YamlNode(
            kind="list" if is_list else "fields",
            start=start,
            end=end,
            column=column,
            is_flow=is_flow,
            entries=tuple(entry for entry in entries if not is_list or not entry.value.is_blank),
        )

    def _items(self, node: yaml.Node) -> list[YamlEntry]:
        return [YamlEntry(value=self.node(item)) for item in node.value]

    def _fields(self, node: yaml.Node) -> list[YamlEntry]:
        return [YamlEntry(name=self.node(name), value=self.node(value)) for name, value in node.value]

    def _end_of_block(self, start: int, end: int) -> int:
        """Return where the last line of a block scalar ends; empty lines after it count only where it keeps them."""
        block = self._text[start:end]
        if "+" in block.partition("\n")[0].partition("#")[0]:
            return start + len(block.removesuffix("\n"))
        lines = block.split("\n")
        while len(lines) > 1 and not lines[-1].strip():
            lines.pop()
        return start + len("\n".join(lines))
