"""Read YAML into nodes with line and column; report what cannot be read in plain words, and read the rest."""

import re
from functools import cached_property
from typing import cast

import yaml

from sitegen.errors import Problem
from sitegen.located import mistakes, syntax
from sitegen.located.cut_off_text import ValueEnd, find_cut_off_text, find_escaped_space
from sitegen.located.loader import LOADER
from sitegen.located.nodes import Mapping, Node, Scalar, Sequence, SourceFile, Style
from sitegen.located.parser_failure import RefusedError
from sitegen.located.syntax import TOO_DEEP

MAX_DEPTH = 20
"""Levels that lists and fields may be nested; libyaml's composer crashes the process at 10,000."""

_UNSUPPORTED_MARKER = re.compile(r"(?m)(?:^|[:\-?,\[{])[ \t]*[&*!]")
_NESTING_MARKERS = "[{-?"
_MANY_NESTING_MARKERS = 100
_MAX_PLAIN_SIZE = 50_000
_TOP_FIELD = re.compile(r"[^\s#\-\]}]|-\S")
_CLOSING_QUOTES = {"\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u2018": "\u2019", "\u201a": "\u2018\u2019"}
_ODD_SPACES = (
    "\u00a0\u00ad\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u2060\u202f\u3000"
)
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def read_yaml(text: str, file: SourceFile, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """Read a YAML text that starts at line `first_line` of a file.

    Returns the Mapping of the whole text (empty for an empty text) and the problems, in order. The node is None
    where nothing can be read; where some fields cannot be read, the Mapping has the others.
    """
    if text.startswith("---\n"):
        text = "#" + text[1:]
    try:
        root = _compose(text)
    except (yaml.YAMLError, RefusedError) as error:
        return _salvage(text, file, first_line, error)
    if root is None:
        return Mapping(line=first_line), []
    builder = _NodeBuilder(text, file, first_line)
    node = builder.build(root)
    if isinstance(node, Mapping):
        return node, builder.problems
    return None, [*builder.problems, mistakes.not_a_field(text, file, first_line)]


def _compose(text: str) -> yaml.Node | None:
    if _is_unusual(text):
        _refuse_unusual(text)
    root: yaml.Node | None = yaml.compose(text, Loader=LOADER)
    return root


def _is_unusual(text: str) -> bool:
    if len(text) > _MAX_PLAIN_SIZE or sum(map(text.count, _NESTING_MARKERS)) > _MANY_NESTING_MARKERS:
        return True
    return ("&" in text or "*" in text or "!" in text) and _UNSUPPORTED_MARKER.search(text) is not None


def _refuse_unusual(text: str) -> None:
    """Raise RefusedError for anchors, aliases, tags and deep nesting; parsing events needs no recursion."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        is_alias = isinstance(event, yaml.AliasEvent)
        if is_alias or getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise RefusedError(event.start_mark)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise RefusedError(event.start_mark, TOO_DEEP)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _salvage(text: str, file: SourceFile, first_line: int, error: Exception) -> tuple[Node | None, list[Problem]]:
    """Read each top-level field by itself, so that one broken field does not hide the others."""
    entries: dict[str, Node] = {}
    keys: dict[str, Scalar] = {}
    broken: set[str] = set()
    problems: list[Problem] = []
    for offset, chunk in _chunks(text):
        node, chunk_problems = _read_chunk(chunk, file, first_line + offset)
        problems += chunk_problems
        if node is None:
            for name in mistakes.field_names(chunk):
                broken.add(name)
                keys.setdefault(name, Scalar(name, first_line + offset, 1))
            continue
        problems += _duplicate_fields(node, keys, file)
        entries |= node.entries
        keys |= node.keys
        broken |= node.broken
    if not problems:
        problems.append(syntax.explain(error, text, file, first_line))
    if not keys:
        return None, problems
    return Mapping(entries=entries, keys=keys, line=first_line, column=1, broken=frozenset(broken)), problems


def _chunks(text: str) -> list[tuple[int, str]]:
    """Cut a text before each line that begins a top-level field; return (number of lines before, text) of each."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if _TOP_FIELD.match(line)]
    if not starts or any(line.strip() for line in lines[: starts[0]]):
        starts.insert(0, 0)
    ends = [*starts[1:], len(lines)]
    chunks = [(start, "\n".join(lines[start:end])) for start, end in zip(starts, ends, strict=True)]
    return [chunk for chunk in chunks if chunk[1].strip()]


def _read_chunk(chunk: str, file: SourceFile, line: int) -> tuple[Mapping | None, list[Problem]]:
    try:
        root = _compose(chunk)
    except (yaml.YAMLError, RefusedError) as error:
        return None, [syntax.explain(error, chunk, file, line)]
    builder = _NodeBuilder(chunk, file, line)
    node = builder.build(root) if root is not None else Mapping(line=line)
    if not isinstance(node, Mapping):
        return None, [*builder.problems, mistakes.not_a_field(chunk, file, line)]
    return node, builder.problems


def _duplicate_fields(node: Mapping, earlier: dict[str, Scalar], file: SourceFile) -> list[Problem]:
    return [mistakes.duplicate_field(file, earlier[name], key) for name, key in node.keys.items() if name in earlier]


class _NodeBuilder:
    """Turns PyYAML's nodes into ours, and collects problems in what is legal YAML but surely not meant."""

    def __init__(self, text: str, file: SourceFile, first_line: int) -> None:
        self.text = text
        self.file = file
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.has_comment = " #" in text or "\t#" in text

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    def build(self, node: yaml.Node, indent: int = -1) -> Node:
        """Return our node for one of PyYAML's; `indent` is that of a `ValueEnd`."""
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, indent)
        start = node.start_mark
        line, column = start.line + self.first_line, start.column + 1
        if isinstance(node, yaml.SequenceNode):
            if not node.flow_style:
                self._report_overindented_items(node)
            indent = -1 if node.flow_style else start.column
            items = [self.build(item, indent) for item in node.value]
            return Sequence(tuple(item for item in items if not _is_blank(item)), line, column)
        return self._mapping(node, line, column)

    def _report_overindented_items(self, node: yaml.SequenceNode) -> None:
        """Report items that YAML read as the continuation of the item above, because they are indented further."""
        for item in node.value:
            start, end = item.start_mark.line, item.end_mark.line
            if start == end or not isinstance(item, yaml.ScalarNode) or item.style:
                continue
            for number, line in enumerate(self._lines[start + 1 : end + 1], start + 1):
                column = len(line) - len(line.lstrip())
                if line[column:].startswith("- "):
                    self.problems.append(mistakes.overindented_item(self.file, number + self.first_line, column + 1))
                    item.value = item.value.partition(" - ")[0]

    def _scalar(self, node: yaml.ScalarNode, indent: int) -> Scalar:
        start, text = node.start_mark, node.value
        scalar = Scalar(text, start.line + self.first_line, start.column + 1, cast("Style", node.style or ""))
        if node.style == '"' and not text.isprintable():
            self._report_escapes(node, scalar)
        if self.has_comment and node.style not in {"|", ">"}:
            self._report_cut_off_text(node, scalar, indent)
        if node.style:
            return scalar
        if text and text[0] in _CLOSING_QUOTES:
            return self._strip_curly_quotes(scalar)
        return scalar

    def _strip_curly_quotes(self, scalar: Scalar) -> Scalar:
        text, inner = scalar.text, scalar.text[1:-1]
        closers = _CLOSING_QUOTES[text[0]]
        is_apostrophe = text[-1] == "\u2019"
        if inner and text[-1] in closers and text[0] not in inner and (is_apostrophe or text[-1] not in inner):
            return Scalar(inner.strip(), scalar.line, scalar.column + 1, "\u201c")
        if text[0] in "\u201c\u201e" and not any(closer in text[1:] for closer in closers):
            self.problems.append(mistakes.unclosed_curly_quote(self.file, scalar))
        return scalar

    def _report_cut_off_text(self, node: yaml.ScalarNode, scalar: Scalar, indent: int) -> None:
        end = ValueEnd(node.end_mark.line, node.end_mark.column, scalar.style, indent)
        cut = find_cut_off_text(scalar.text, end, self._lines)
        if cut:
            position = cut.line + self.first_line, cut.column + 1
            self.problems.append(mistakes.text_after_number_sign(self.file, scalar, cut.text, *position))

    def _report_escapes(self, node: yaml.ScalarNode, scalar: Scalar) -> None:
        """Report a backslash in double quotes that makes what cannot be seen."""
        if _HIDDEN.search(scalar.text):
            self.problems.append(mistakes.hidden_character(self.file, scalar))
            return
        start = node.start_mark
        typed = self.text[start.index : node.end_mark.index]
        offset = find_escaped_space(typed)
        if offset is not None:
            line, column = start.line + typed.count("\n", 0, offset), offset - typed.rfind("\n", 0, offset)
            column += start.column if line == start.line else 0
            self.problems.append(mistakes.escaped_space(self.file, typed[1:-1], line + self.first_line, column))

    def _mapping(self, node: yaml.Node, line: int, column: int) -> Mapping:
        entries: dict[str, Node] = {}
        keys: dict[str, Scalar] = {}
        broken = set()
        is_flow = getattr(node, "flow_style", False)
        if is_flow and node.value and all(_lacks_colon(*pair) for pair in node.value):
            typed = self.text[node.start_mark.index : node.end_mark.index]
            self.problems.append(mistakes.text_in_braces(self.file, line, column, typed))
            return Mapping(line=line, column=column)
        for key_node, value_node in node.value:
            key = self.build(key_node)
            if not isinstance(key, Scalar):
                self.problems.append(mistakes.unquoted_braces(self.file, key))
                continue
            if is_flow and _lacks_colon(key_node, value_node):
                self.problems.append(mistakes.comma_in_braces(self.file, key))
                continue
            if key.text != (name := key.text.strip(_ODD_SPACES)) and not key.style:
                is_inner = bool(keys) and list(keys)[-1] not in entries and key.text[0] in _ODD_SPACES
                self.problems.append(mistakes.odd_space_before_name(self.file, key, name, is_inner=is_inner))
                key = Scalar(name, key.line, key.column)
            if key.text in keys:
                self.problems.append(mistakes.duplicate_field(self.file, keys[key.text], key))
                continue
            keys[key.text] = key
            problem_count = len(self.problems)
            value = self.build(value_node, -1 if is_flow else key_node.start_mark.column)
            is_blank = _is_blank(value)
            if len(self.problems) > problem_count and (is_blank or (type(value) is Mapping and not value.keys)):
                broken.add(key.text)
            if not is_blank:
                entries[key.text] = value
        return Mapping(entries=entries, keys=keys, line=line, column=column, broken=frozenset(broken))


def _lacks_colon(key: yaml.Node, value: yaml.Node) -> bool:
    """Return whether a word in braces has no colon after it: a comma inside a text makes such words."""
    end, start = key.end_mark, value.start_mark
    is_empty = isinstance(value, yaml.ScalarNode) and not value.value and not value.style
    return is_empty and (end.line, end.column) == (start.line, start.column)


def _is_blank(node: Node) -> bool:
    return type(node) is Scalar and node.is_blank
