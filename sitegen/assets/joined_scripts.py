"""Modules sent as one file: on a weak line, each file of its own costs more than what is in it.

A module whose first comment has the line `@joins` is sent together with the modules that it imports at once, and those
that they import, but for such as say `@joins` too. Each becomes a function that runs once, in the order of the imports,
and returns what the module exports.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from sitegen.assets import scripts

if TYPE_CHECKING:
    from tree_sitter import Node

_MARKER = re.compile(r"\s*/\*(?:(?!\*/).)*^ \* @joins$", re.DOTALL | re.MULTILINE)
_ALIAS = re.compile(r"\$_?\d+")
_DECLARATIONS = ("function_declaration", "generator_function_declaration", "class_declaration", "lexical_declaration")
_FUNCTIONS = (
    "arrow_function",
    "function_declaration",
    "function_expression",
    "generator_function",
    "method_definition",
)


def joins(text: str) -> bool:
    """Whether a module is sent together with those that it imports."""
    return _MARKER.match(text) is not None


def can_be_joined(path: str, text: str) -> bool:
    """Whether a module can stand in a function: it imports by name, exports what it declares, and waits for nothing."""
    if any(_is_outside(node) or _waits(node) for node in scripts.nodes(text)):
        return False
    exports = (node for node in scripts.nodes(text) if node.type == "export_statement")
    return all(_is_plain_export(node) for node in exports) and all(
        _imported_names(node) is not None for node, _, is_static in _imports(path, text) if is_static
    )


def joined(path: str, texts: Mapping[str, str]) -> str:
    """Return the module at `path` (below static/) as one text with the others in `texts`, by path, that it reaches.

    All can be joined. What is not in `texts` stays imported.
    """
    order = list(_order(path, texts, {path}))
    names = {name: f"${number}" for number, name in enumerate(order)}
    folder = posixpath.dirname(path)
    outside: dict[str, str] = {}
    bodies = []
    for name in order:
        body, exported = _body(name, texts[name], folder, names, outside)
        bodies.append(f"const {names[name]} = (() => {{\n{body}\nreturn {{ {', '.join(exported)} }};\n}})();\n")
    hoisted = [f'import * as {alias} from "{_relative(target, folder)}";\n' for target, alias in outside.items()]
    return "".join((*hoisted, *bodies, _root(path, texts[path], names)))


def _order(path: str, texts: Mapping[str, str], seen: set[str]) -> Iterator[str]:
    """Yield the paths of the modules that one reaches, each after those that it imports."""
    for _, target, is_static in _imports(path, texts[path]):
        if is_static and target in texts and target not in seen:
            seen.add(target)
            yield from _order(target, texts, seen)
            yield target


def _body(
    path: str, text: str, folder: str, names: Mapping[str, str], outside: dict[str, str]
) -> tuple[str, list[str]]:
    """Return a module's text as the body of a function, and what it exports; add what it imports from `outside`."""
    edits = []
    for node, target, is_static in _imports(path, text):
        if is_static:
            alias = names.get(target) or outside.setdefault(target, f"$_{len(outside)}")
            edits.append((node, _constant(node, alias)))
        else:
            edits.append((node, f'import("{_relative(target, folder)}")'))
    exported = []
    for node in scripts.nodes(text):
        if node.type == "export_statement":
            exported += _declared(node)
            edits.append((node.children[0], ""))
    return _edited(text, edits), exported


def _root(path: str, text: str, names: Mapping[str, str]) -> str:
    imports = ((node, names.get(target)) for node, target, is_static in _imports(path, text) if is_static)
    return _edited(text, [(node, _constant(node, alias)) for node, alias in imports if alias])


def _imports(path: str, text: str) -> Iterator[tuple["Node", str, bool]]:
    """Yield each relative import as its node, the path of what is imported, and whether it is imported at once."""
    for node, wanted in zip(scripts.import_nodes(text), scripts.imports(path, text), strict=True):
        yield node, wanted.path, wanted.is_static


def _constant(node: "Node", alias: str) -> str:
    names = ", ".join(f"{name}: {own}" if own != name else name for name, own in _imported_names(node) or ())
    return f"const {{ {names} }} = {alias};"


def _imported_names(node: "Node") -> list[tuple[str, str]] | None:
    """Return (name there, name here) of what an import statement names; None if it imports otherwise."""
    clauses = [child for child in node.named_children if child.type == "import_clause"]
    parts = [part for clause in clauses for part in clause.named_children]
    if node.type != "import_statement" or [part.type for part in parts] != ["named_imports"]:
        return None
    pairs = [[scripts.text_of(name) for name in one.named_children] for one in parts[0].named_children]
    return [(pair[0], pair[-1]) for pair in pairs]


def _is_plain_export(node: "Node") -> bool:
    declaration = node.child_by_field_name("declaration")
    if declaration is None or declaration.type not in _DECLARATIONS or node.children[1].type == "default":
        return False
    return all(name is not None and name.type in ("identifier", "type_identifier") for name in _names_of(declaration))


def _declared(node: "Node") -> list[str]:
    """Return the names that an export statement declares."""
    declaration = node.child_by_field_name("declaration")
    return [scripts.text_of(name) for name in _names_of(declaration) if name] if declaration else []


def _names_of(declaration: "Node") -> list["Node | None"]:
    if declaration.type != "lexical_declaration":
        return [declaration.child_by_field_name("name")]
    each = (child for child in declaration.named_children if child.type == "variable_declarator")
    return [child.child_by_field_name("name") for child in each]


def _is_outside(node: "Node") -> bool:
    """Whether a node says where its module stands, or has a name that is given to modules here."""
    is_name = "identifier" in node.type
    return node.type == "meta_property" or (is_name and _ALIAS.fullmatch(scripts.text_of(node)) is not None)


def _waits(node: "Node") -> bool:
    """Whether a node is an `await` outside all functions."""
    if node.type not in ("await_expression", "for_in_statement"):
        return False
    if node.type == "for_in_statement" and all(child.type != "await" for child in node.children):
        return False
    above = node.parent
    while above is not None and above.type not in _FUNCTIONS:
        above = above.parent
    return above is None


def _edited(text: str, edits: Iterable[tuple["Node", str]]) -> str:
    """Return a text with other words in the place of some nodes."""
    data = text.encode()
    for node, words in sorted(edits, key=lambda edit: -edit[0].start_byte):
        data = data[: node.start_byte] + words.encode() + data[node.end_byte :]
    return data.decode()


def _relative(path: str, folder: str) -> str:
    target = posixpath.relpath(path, folder)
    return target if target.startswith(".") else f"./{target}"
