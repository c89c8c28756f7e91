"""Scripts of static/js/ as they are sent: short, and with imports that name fingerprinted files.

No statement is changed: comments and white space go, names stay as they were written. A parser reads the text, so that
what looks like a comment in a text or a regular expression stays. Some are sent together (`joined_scripts.py`).
"""

import posixpath
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tree_sitter import Node

_COMMENTS = ("comment", "html_comment")
_WHOLE = (*_COMMENTS, "regex", "string")
_CLOSING = (")", "]", "}", "++", "--", "`")
_GOES_ON = (")", "]", "}", ",", ";", ".", "?.", "?", ":", "=", "=>", "&&", "||", "??")
_RELATIVE = ("./", "../")
_KEPT = 256
"""How many scripts are kept parsed: each is asked four times for what stands in it."""


class Import(NamedTuple):
    """What a module imports: its path below static/, whether at once (`import(...)` waits), its place."""

    path: str
    is_static: bool
    line: int
    column: int


class Mistake(NamedTuple):
    """Where a script cannot be read: line and column from 1; the mark that is missing there, or an empty text."""

    line: int
    column: int
    missing: str


def is_module(path: str) -> bool:
    """Whether a path below static/ is a module: a file of js/ whose name ends with .js."""
    return path.startswith("js/") and path.endswith(".js")


def mistake(text: str) -> Mistake | None:
    """Return the first place where a script is no JavaScript; None where all of it is."""
    node = _parse(text)
    if not node.has_error:
        return None
    while not (node.is_error or node.is_missing):
        node = next(child for child in node.children if child.has_error)
    missing = node.type if node.is_missing and not node.is_named else ""
    return Mistake(*_place(text, node.start_byte), missing)


def imports(path: str, text: str) -> tuple[Import, ...]:
    """Return the relative imports of the module at `path` (below static/) in the order written."""
    return tuple(
        Import(_join(path, name), node.type != "call_expression", *_place(text, source.start_byte + 1))
        for node, source, name in _imports(text)
    )


def import_nodes(text: str) -> tuple["Node", ...]:
    """Return the nodes of what `imports` returns, in the same order."""
    return tuple(node for node, _, _ in _imports(text))


def nodes(text: str) -> Iterator["Node"]:
    """Yield every node of a script, in the order of its text."""
    todo = [_parse(text)]
    while todo:
        node = todo.pop()
        yield node
        todo.extend(reversed(node.named_children))


def text_of(node: "Node") -> str:
    """Return the text of a node."""
    return (node.text or b"").decode()


def module(path: str, text: str, output_path: Callable[[str], str]) -> str:
    """Return the module at `path` as it is sent.

    `output_path` gives where a file of static/ stands in the output; imports stay relative, so that the site may
    stand below any path.
    """
    folder = posixpath.dirname(posixpath.join("assets", path))
    instead: dict[int, str] = {}
    for _, source, name in _imports(text):
        target = posixpath.relpath(output_path(_join(path, name)), folder)
        instead[source.start_byte] = f'"{target if target.startswith(".") else "./" + target}"'
    return _shortened(text, tuple(instead.items()))


@lru_cache(maxsize=_KEPT)
def _shortened(text: str, instead: tuple[tuple[int, str], ...]) -> str:
    return "".join(_written(text.encode(), _parse(text), dict(instead))) + "\n"


@lru_cache(maxsize=_KEPT)
def _parse(text: str) -> "Node":
    import tree_sitter
    import tree_sitter_javascript

    language = tree_sitter.Language(tree_sitter_javascript.language())
    return tree_sitter.Parser(language).parse(text.encode()).root_node


@lru_cache(maxsize=_KEPT)
def _imports(text: str) -> tuple[tuple["Node", "Node", str], ...]:
    """Return each relative import as its node, the string in it, and what that says."""
    imports = []
    for node in nodes(text):
        source = node.child_by_field_name("source")
        if node.type == "call_expression" and node.children[0].type == "import":
            source = next(iter(node.children[1].named_children), None)
        if source and source.type == "string":
            name = text_of(source)[1:-1]
            if name.startswith(_RELATIVE):
                imports.append((node, source, name))
    return tuple(imports)


def _written(data: bytes, root: "Node", instead: dict[int, str]) -> Iterator[str]:
    """Return the tokens of a script, with a space or a line's end only where they need one."""
    last = None
    for token in _tokens(root):
        gap = data[last.end_byte : token.start_byte].decode() if last else ""
        text = instead.get(token.start_byte, text_of(token))
        if last and gap:
            if "\n" in gap and not _is_open(last) and text_of(token) not in _GOES_ON:
                yield "\n"
            elif _needs_space(text_of(last)[-1], text[0]):
                yield " "
        yield text
        last = token


def _tokens(root: "Node") -> Iterator["Node"]:
    todo = [root]
    while todo:
        node = todo.pop()
        if node.type in _WHOLE or not node.children:
            if node.type not in _COMMENTS and node.end_byte > node.start_byte:
                yield node
        else:
            todo.extend(reversed(node.children))


def _is_open(token: "Node") -> bool:
    """Whether a statement cannot end with a token: after it a line's end says nothing."""
    text = text_of(token)
    return not token.is_named and not _is_of_word(text[-1]) and text not in _CLOSING


def _needs_space(one: str, other: str) -> bool:
    """Whether two tokens would be read as another one if nothing stood between them."""
    is_number = one.isdigit() and other == "."
    return is_number or (_is_of_word(one) and _is_of_word(other)) or one + other in ("++", "--", "//")


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter in "_$#\\"


def _place(text: str, at: int) -> tuple[int, int]:
    """Return line and column, from 1, of a byte of a text."""
    before = text.encode()[:at].decode()
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _join(path: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
