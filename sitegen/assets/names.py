"""Short names for the variables of a script: what cannot be seen outside of the file is called by a letter or two.

One name gets one short name for the whole file, or stays as it is everywhere. So it need not be known which of two
variables of one name is meant, only that the name never stands for something from outside: it stays if any place that
has it lies in no part of the file that declares it. A declaration that is overlooked keeps names long, and no more.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node

_NAMES = ("identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern")
_SCOPES = (
    "arrow_function",
    "catch_clause",
    "class",
    "class_static_block",
    "for_in_statement",
    "for_statement",
    "function_declaration",
    "function_expression",
    "generator_function",
    "generator_function_declaration",
    "method_definition",
    "statement_block",
    "switch_body",
)
_DECLARES_AROUND = ("class_declaration", "function_declaration", "generator_function_declaration")
_DECLARES_WITHIN = {
    "arrow_function": "parameter",
    "catch_clause": "parameter",
    "class": "name",
    "function_expression": "name",
    "generator_function": "name",
    "variable_declarator": "name",
}
_LISTS = ("import_clause", "export_clause")
"""Names between braces after `import` or `export`: other files know them."""

_LETTERS = "etaoinsrlcudpmhgfbvywkxqjz"
_LOSS = -2
"""What a place like `{ name }` costs, which becomes `{ name: n }`, where each other place gains 1."""

_RESERVED = {"as", "do", "if", "in", "of"}


@dataclass(slots=True, eq=False)
class _Scope:
    """A part of a file with the names that are declared in it, and the part around it."""

    around: "_Scope | None" = None
    names: set[str] = field(default_factory=set)

    def has(self, name: str) -> bool:
        return name in self.names or (self.around is not None and self.around.has(name))


def short_names(root: "Node") -> dict[int, str]:
    """Give what to write for the names of a file that can be short: by the byte at which each stands in the text."""
    top = _Scope()
    uses: list[tuple[Node, str, _Scope]] = []
    stays = set(_RESERVED)
    todo = [(root, top)]
    while todo:
        node, scope = todo.pop()
        if node.type in _NAMES:
            uses.append((node, _text(node), scope))
            continue
        within = _Scope(scope) if node.type in _SCOPES else scope
        declared = set(_declared(node))
        (scope if node.type in _DECLARES_AROUND else within).names.update(declared)
        if node.type in _LISTS:
            stays.update(_text(name) for name in _all_names(node))
        elif _is_exported(node):
            stays.update(declared)
        if node.type not in _LISTS:
            todo.extend((child, within) for child in reversed(node.children))
    if not any(child.type in ("import_statement", "export_statement") for child in root.children):
        # No module: what it declares first is there for every other script of the page.
        stays.update(top.names)
    stays.update(name for _, name, scope in uses if not scope.has(name))
    gain: Counter[str] = Counter()
    for node, name, _ in uses:
        gain[name] += 1 if node.type == "identifier" else _LOSS
    wanted = [name for name, count in gain.most_common() if count > 0 and name not in stays]
    short = dict(zip(wanted, _shortest(stays | (gain.keys() - set(wanted))), strict=False))
    return {
        node.start_byte: short[name] if node.type == "identifier" else f"{name}:{short[name]}"
        for node, name, _ in uses
        if name in short
    }


def _declared(node: "Node") -> Iterator[str]:
    """Give the names that a node declares; those of what lies in it are theirs."""
    kind = node.type
    pattern: Node | None = None
    if kind in _DECLARES_AROUND:
        pattern = node.child_by_field_name("name")
    elif kind in _DECLARES_WITHIN:
        pattern = node.child_by_field_name(_DECLARES_WITHIN[kind])
    elif kind == "for_in_statement" and node.child_by_field_name("kind"):
        pattern = node.child_by_field_name("left")
    elif kind == "formal_parameters":
        pattern = node
    return map(_text, _in_pattern(pattern)) if pattern else iter(())


def _in_pattern(node: "Node") -> Iterator["Node"]:
    """Give the names that a pattern binds: `[a, { b, c: d = 1 }, ...e]` binds a, b, d, and e."""
    if node.type in _NAMES:
        yield node
    elif node.type == "pair_pattern":
        yield from _of_field(node, "value")
    elif node.type in ("assignment_pattern", "object_assignment_pattern"):
        yield from _of_field(node, "left")
    elif node.type in ("array_pattern", "formal_parameters", "object_pattern", "rest_pattern"):
        for child in node.named_children:
            yield from _in_pattern(child)


def _of_field(node: "Node", name: str) -> Iterator["Node"]:
    found = node.child_by_field_name(name)
    return _in_pattern(found) if found else iter(())


def _all_names(node: "Node") -> Iterator["Node"]:
    if node.type == "identifier":
        yield node
    for child in node.named_children:
        yield from _all_names(child)


def _is_exported(node: "Node") -> bool:
    """Whether a declaration stands behind `export`: a function or class itself, a variable in its list."""
    if node.type == "variable_declarator":
        node = node.parent or node
    elif node.type not in _DECLARES_AROUND:
        return False
    return node.parent is not None and node.parent.type == "export_statement"


def _shortest(taken: set[str]) -> Iterator[str]:
    """Give names of one letter, then of two, ... that are not taken."""
    length = 0
    while True:
        length += 1
        yield from (name for name in map("".join, product(_LETTERS, repeat=length)) if name not in taken)


def _text(node: "Node") -> str:
    return (node.text or b"").decode()
