"""YAML text to nodes with line and column; what cannot be read is told in plain words, the rest is read."""

import re

import yaml

from sitegen.errors import Problem
from sitegen.located import mistakes, syntax
from sitegen.located.loader import LOADER
from sitegen.located.nodes import Mapping, Node, Scalar, Sequence, SourceFile

MAX_DEPTH = 20
"""How deep lists and fields may lie in one another; libyaml's composer crashes the process on 10,000."""

_TRICK = re.compile(r"(?m)(?:^|[:\-?,\[{])[ \t]*[&*!]")
_NESTING = "[{-?"
_MANY_NESTING_MARKS = 100
_MAX_PLAIN_SIZE = 50_000
_ENTRY = re.compile(r"[^\s#\-\]}]|-\S")
_PAIRS = {"\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u2018": "\u2019", "\u201a": "\u2018\u2019"}
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_LOST = re.compile(r"\s+(#\S.*)")


def read_yaml(text: str, file: SourceFile, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """Read YAML that starts at a line of a file.

    Gives the node of the whole text (an empty Mapping where there is nothing) and the problems, in order.
    None where nothing can be read; where only some fields cannot be, the Mapping has the others.
    """
    if text.startswith("---\n"):
        text = "#" + text[1:]
    try:
        root = _compose(text)
    except (yaml.YAMLError, syntax.RefusedError) as error:
        return _salvage(text, file, first_line, error)
    if root is None:
        return Mapping(line=first_line), []
    builder = _Builder(text, file, first_line)
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
    if len(text) > _MAX_PLAIN_SIZE or sum(map(text.count, _NESTING)) > _MANY_NESTING_MARKS:
        return True
    return ("&" in text or "*" in text or "!" in text) and _TRICK.search(text) is not None


def _refuse_unusual(text: str) -> None:
    """Raise RefusedError where anchors, aliases, tags or a great depth are used; events need no recursion."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        is_alias = isinstance(event, yaml.AliasEvent)
        if is_alias or getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise syntax.RefusedError(event.start_mark)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise syntax.RefusedError(event.start_mark, syntax.TOO_DEEP)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _salvage(text: str, file: SourceFile, first_line: int, error: Exception) -> tuple[Node | None, list[Problem]]:
    """Read each top-level field by itself, so that one broken field does not hide the others."""
    entries: dict[str, Node] = {}
    keys: dict[str, Scalar] = {}
    broken: set[str] = set()
    problems: list[Problem] = []
    for offset, chunk in _chunks(text):
        node, found = _read_chunk(chunk, file, first_line + offset)
        problems += found
        if node is None:
            for name in mistakes.field_names(chunk):
                broken.add(name)
                keys.setdefault(name, Scalar(name, first_line + offset, 1))
            continue
        problems += _twice(node, keys, file)
        entries |= node.entries
        keys |= node.keys
        broken |= node.broken
    if not problems:
        problems.append(syntax.explain(error, text, file, first_line))
    return (Mapping(entries, keys, first_line, 1, frozenset(broken)) if keys else None), problems


def _chunks(text: str) -> list[tuple[int, str]]:
    """Cut before each line that begins a top-level field; gives (number of lines before, text)."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if _ENTRY.match(line)]
    if not starts or any(line.strip() for line in lines[: starts[0]]):
        starts.insert(0, 0)
    ends = [*starts[1:], len(lines)]
    chunks = [(start, "\n".join(lines[start:end])) for start, end in zip(starts, ends, strict=True)]
    return [chunk for chunk in chunks if chunk[1].strip()]


def _read_chunk(chunk: str, file: SourceFile, line: int) -> tuple[Mapping | None, list[Problem]]:
    try:
        root = _compose(chunk)
    except (yaml.YAMLError, syntax.RefusedError) as error:
        return None, [syntax.explain(error, chunk, file, line)]
    builder = _Builder(chunk, file, line)
    node = builder.build(root) if root is not None else Mapping(line=line)
    if not isinstance(node, Mapping):
        return None, [*builder.problems, mistakes.not_a_field(chunk, file, line)]
    return node, builder.problems


def _twice(node: Mapping, earlier: dict[str, Scalar], file: SourceFile) -> list[Problem]:
    return [mistakes.twice(file, earlier[name], key) for name, key in node.keys.items() if name in earlier]


class _Builder:
    """Turns libyaml's nodes into ours, and notes what is legal YAML but not meant."""

    def __init__(self, text: str, file: SourceFile, first_line: int) -> None:
        self.text = text
        self.file = file
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.has_comment = " #" in text or "\t#" in text

    def build(self, node: yaml.Node) -> Node:
        """Give our node of one of libyaml's."""
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        mark = node.start_mark
        line, column = mark.line + self.first_line, mark.column + 1
        if isinstance(node, yaml.SequenceNode):
            if not node.flow_style:
                self._part_deeper_items(node)
            items = [self.build(item) for item in node.value]
            return Sequence(tuple(item for item in items if not _is_blank(item)), line, column)
        return self._mapping(node, line, column)

    def _part_deeper_items(self, node: yaml.SequenceNode) -> None:
        """Tell of items that were read as more of the text of the item above, for they are set in further."""
        for item in node.value:
            start, end = item.start_mark.line, item.end_mark.line
            if start == end or not isinstance(item, yaml.ScalarNode) or item.style:
                continue
            for number, line in enumerate(self.text.split("\n")[start + 1 : end + 1], start + 1):
                column = len(line) - len(line.lstrip())
                if line[column:].startswith("- "):
                    self.problems.append(mistakes.deeper(self.file, number + self.first_line, column + 1))
                    item.value = item.value.partition(" - ")[0]

    def _scalar(self, node: yaml.ScalarNode) -> Scalar:
        mark, text = node.start_mark, node.value
        scalar = Scalar(text, mark.line + self.first_line, mark.column + 1, node.style or "")
        if node.style:
            if node.style == '"' and _HIDDEN.search(text):
                self.problems.append(mistakes.hidden(self.file, scalar))
            return scalar
        if self.has_comment:
            self._note_lost_text(node, scalar)
        if text and text[0] in _PAIRS:
            return self._without_curly_quotes(scalar)
        return scalar

    def _without_curly_quotes(self, scalar: Scalar) -> Scalar:
        text, inner = scalar.text, scalar.text[1:-1]
        closers = _PAIRS[text[0]]
        is_apostrophe = text[-1] == "\u2019"
        if inner and text[-1] in closers and text[0] not in inner and (is_apostrophe or text[-1] not in inner):
            return Scalar(inner.strip(), scalar.line, scalar.column + 1, "\u201c")
        if text[0] in "\u201c\u201e" and not any(closer in text[1:] for closer in closers):
            self.problems.append(mistakes.curly(self.file, scalar))
        return scalar

    def _note_lost_text(self, node: yaml.ScalarNode, scalar: Scalar) -> None:
        end, lines = node.end_mark, self.text.split("\n")
        lost = _LOST.match(lines[end.line][end.column :]) if end.line < len(lines) else None
        if lost:
            place = (end.line + self.first_line, end.column + 1 + lost.start(1))
            self.problems.append(mistakes.lost(self.file, scalar, lost[1], *place))

    def _mapping(self, node: yaml.Node, line: int, column: int) -> Mapping:
        entries: dict[str, Node] = {}
        keys: dict[str, Scalar] = {}
        broken = set()
        for key_node, value_node in node.value:
            key = self.build(key_node)
            if not isinstance(key, Scalar):
                self.problems.append(mistakes.braces(self.file, key))
                continue
            if getattr(node, "flow_style", False) and _stands_alone(key_node, value_node):
                self.problems.append(mistakes.comma(self.file, key))
                continue
            if key.text in keys:
                self.problems.append(mistakes.twice(self.file, keys[key.text], key))
                continue
            keys[key.text] = key
            noted = len(self.problems)
            value = self.build(value_node)
            is_blank = _is_blank(value)
            if len(self.problems) > noted and (is_blank or (type(value) is Mapping and not value.keys)):
                broken.add(key.text)
            if not is_blank:
                entries[key.text] = value
        return Mapping(entries, keys, line, column, frozenset(broken))


def _stands_alone(key: yaml.Node, value: yaml.Node) -> bool:
    """Whether a word in braces has no colon after it, which is what a comma inside a text makes."""
    end, start = key.end_mark, value.start_mark
    is_empty = isinstance(value, yaml.ScalarNode) and not value.value and not value.style
    return is_empty and (end.line, end.column) == (start.line, start.column)


def _is_blank(node: Node) -> bool:
    return type(node) is Scalar and node.is_blank
