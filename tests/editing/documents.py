"""Writes front matter in every style that people use, together with the values that a reader must find in it."""

import random
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sitegen.located.nodes import Plain as Tree

# fmt: off
WORDS = (
    "Safety", "huddle", "team 4", "a-b", "it's", 'say "yes"', "C: d", "x, y", "naïve", "№ 5", "#1", "yes", "12:30", "~",
    "1.0", "2017-10-05",
    "[x]", "{y}", "- z", "a #b", "“curly”", "back\\slash", "ends with:", "@k", "*b*", "&c", "!", "%",
)
# fmt: on
"""Values that are hard to write, and plain ones."""


class Document(NamedTuple):
    """The bytes of a page, the values of its fields, and the lines of each field, comments above it not included."""

    data: bytes
    tree: dict[str, Tree]
    lines: dict[str, list[str]]


class DocumentWriter:
    """Writes one document, chosen by a generator of random numbers."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.indent = chance.choice([2, 2, 4, 3])

    def document(self) -> Document:
        tree: dict[str, Tree] = {}
        lines: dict[str, list[str]] = {}
        text: list[str] = []
        for number in range(self.chance.randint(1, 7)):
            name = f"{self.chance.choice(['title', 'topics', 'image', 'x-y'])}{number}"
            if self.chance.random() < 0.2:
                text += self.chance.choice([["# a comment"], [""], ["", "# two", "#   lines", ""]])
            tree[name], written = self.field(name, 0)
            if self.chance.random() < 0.1:
                text.append("# about the next")
            lines[name] = written
            text += written
        if self.chance.random() < 0.2:
            text += ["# the end"]
        newline = self.chance.choice(["\n", "\n", "\r\n"])
        body = self.chance.choice(["", "Body.", "Two\n\nparagraphs\n", "  - set in\n\n---\n\nand more"])
        page = "\n".join(["---", *text, "---", body]).replace("\n", newline)
        mark = self.chance.choice(["", "", "\ufeff"])
        return Document((mark + page).encode(), tree, lines)

    def field(self, name: str, column: int) -> tuple[Tree, list[str]]:
        lead = " " * column
        name = self.chance.choice([name, name, name, f'"{name}"', f"'{name}'"])
        colon = self.chance.choice([":", ":", ":  "])
        match self.chance.randrange(8 if column < 8 else 4):
            case 0 | 1:
                value, written = self.scalar(in_flow=False)
                return value, [f"{lead}{name}{colon.rstrip()} {written}{self.comment()}"]
            case 2:
                return self.flow_list(name, lead)
            case 3:
                return self.block_scalar(name, lead)
            case 4:
                return self.block_list(name, column)
            case 5:
                return self.fields_in_braces(name, lead)
            case _:
                return self.block_fields(name, column)

    def scalar(self, *, in_flow: bool) -> tuple[str, str]:
        word = self.chance.choice(WORDS)
        escaped = word.replace("\\", "\\\\").replace('"', '\\"')
        quoted = ["'" + word.replace("'", "''") + "'", f'"{escaped}"']
        is_plain = (
            word.replace(" ", "").replace("-", "").replace(".", "").isalnum() and word[0] != "-"
        ) or word == "12:30"
        if is_plain and self.chance.random() < 0.6 and not (in_flow and ":" in word):
            return word, word
        return word, self.chance.choice(quoted)

    def comment(self) -> str:
        return self.chance.choice(["", "", "", "   # note"])

    def flow_list(self, name: str, lead: str) -> tuple[Tree, list[str]]:
        pairs = [self.scalar(in_flow=True) for _ in range(self.chance.randint(1, 3))]
        values: list[Tree] = [value for value, _ in pairs]
        texts = [text for _, text in pairs]
        if self.chance.random() < 0.3:
            inner = lead + " " * self.indent
            return values, [f"{lead}{name}: [", *(f"{inner}{text},{self.comment()}" for text in texts), f"{inner}]"]
        space = self.chance.choice(["", " "])
        return values, [f"{lead}{name}: [{space}{', '.join(texts)}{space}]{self.comment()}"]

    def block_scalar(self, name: str, lead: str) -> tuple[Tree, list[str]]:
        words = [self.chance.choice(["One line", "and more", "- no item", "# no comment"]) for _ in range(2)]
        inner = lead + " " * self.indent
        match self.chance.randrange(4):
            case 0:
                return "\n".join(words) + "\n", [f"{lead}{name}: |", *(inner + word for word in words)]
            case 1:
                return " ".join(words), [f"{lead}{name}: >-", *(inner + word for word in words)]
            case 2:
                mark = self.chance.choice(["|2-" if self.indent == 2 and not lead else "|-", "|-"])
                return "\n\n".join(words), [f"{lead}{name}: {mark}", inner + words[0], "", inner + words[1]]
            case _:
                return "One two three", [f"{lead}{name}: One two", f"{inner}three"]

    def block_list(self, name: str, column: int) -> tuple[Tree, list[str]]:
        inner = " " * self.chance.choice([column, column + self.indent])
        values: list[Tree] = []
        lines = [" " * column + f"{name}:"]
        for number in range(self.chance.randint(1, 3)):
            if number and self.chance.random() < 0.1:
                lines.append(self.chance.choice(["", f"{inner}# between"]))
            if self.chance.random() < 0.3:
                first, first_line = self.scalar(in_flow=False)
                second, second_line = self.scalar(in_flow=False)
                values.append({"file": first, "label": second})
                hyphen = [f"{inner}-", f"{inner}  file: {first_line}"]
                lines += self.chance.choice(
                    [hyphen, [f"{inner}- file: {first_line}"], [f"{inner}- file: {first_line}"]]
                )
                lines.append(f"{inner}  label: {second_line}{self.comment()}")
            else:
                value, text = self.scalar(in_flow=False)
                values.append(value)
                lines.append(f"{inner}-{' ' * self.chance.choice([1, 1, 3])}{text}")
        return values, lines

    def fields_in_braces(self, name: str, lead: str) -> tuple[Tree, list[str]]:
        value, text = self.scalar(in_flow=True)
        other, other_text = self.scalar(in_flow=True)
        return {"src": value, "alt": other}, [f"{lead}{name}: {{src: {text}, alt: {other_text}}}"]

    def block_fields(self, name: str, column: int) -> tuple[Tree, list[str]]:
        lines = [" " * column + f"{name}:"]
        tree: dict[str, Tree] = {}
        for number in range(self.chance.randint(1, 3)):
            tree[f"k{number}"], written = self.field(f"k{number}", column + self.indent)
            if self.chance.random() < 0.1:
                lines.append(" " * (column + self.indent) + "# before")
            lines += written
        return tree, lines


def ways(tree: Tree, keys: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the ways to all values of a tree, in order."""
    inner = tree.items() if isinstance(tree, Mapping) else enumerate(tree) if isinstance(tree, list) else ()
    return [*([keys] if keys else []), *(way for key, value in inner for way in ways(value, (*keys, key)))]


def at(tree: Tree, keys: Sequence[str | int]) -> Tree:
    """Return the value at the end of a way."""
    for key in keys:
        tree = tree[key]  # type: ignore[index]
    return tree
