"""Changes random documents at random, and holds each change to what PyYAML reads of it and to the bytes around it."""

import random
import re
from collections import Counter
from copy import deepcopy
from typing import Any

import yaml

from sitegen.editing import add_item, remove_field, set_field
from sitegen.errors import EditError
from sitegen.located.nodes import Plain as Tree
from tests.editing.documents import WORDS, Document, DocumentWriter, at, ways

PATH = "content/stories/x.md"


def read(data: bytes) -> tuple[Any, bytes]:
    """Return what PyYAML reads of the front matter, all values as texts, and the bytes from its last line on."""
    match = re.match(rb"\A(?:\xef\xbb\xbf)?---\r?\n(.*?)(^---\r?\n.*)\Z", data, re.DOTALL | re.MULTILINE)
    assert match is not None, data
    return yaml.load(match[1], Loader=yaml.BaseLoader), match[2]  # noqa: S506 - it makes texts, lists and dicts


def expect_removal(tree: Tree, keys: tuple[str | int, ...]) -> None:
    """Remove a value from a tree, and what holds nothing else then."""
    above: Any = at(tree, keys[:-1])
    del above[keys[-1]]
    if not above and len(keys) > 1:
        expect_removal(tree, keys[:-1])


def expect_item(tree: Tree, keys: tuple[str | int, ...], item: Tree) -> None:
    """Add an item to a list in a tree, or make one of a single value."""
    above: Any = at(tree, keys[:-1])
    old = above[keys[-1]]
    above[keys[-1]] = [*(old if isinstance(old, list) else [old]), item]


def change(document: Document, chance: random.Random) -> tuple[str, bytes, Tree, str]:
    """Make one change; return its name, the new bytes, the tree to expect, and the top field that it is in."""
    tree = deepcopy(document.tree)
    keys = chance.choice(ways(tree))
    above: Any = at(tree, keys[:-1])
    word = chance.choice(WORDS)
    match chance.choice(["set", "set", "set list", "add field", "add item", "remove"]):
        case "set":
            above[keys[-1]] = word
            return "set", set_field(document.data, PATH, keys, word), tree, str(keys[0])
        case "set list":
            above[keys[-1]] = [word, "b"]
            return "set list", set_field(document.data, PATH, keys, [word, "b"]), tree, str(keys[0])
        case "add field":
            if isinstance(above[keys[-1]], dict):
                above[keys[-1]]["new"] = word
                return "add field", set_field(document.data, PATH, (*keys, "new"), word), tree, str(keys[0])
            tree["new"] = {"inner": word}
            return "add field", set_field(document.data, PATH, ("new", "inner"), word), tree, "new"
        case "add item":
            while isinstance(at(tree, keys), dict):
                keys = (*keys, next(iter(at(tree, keys))))  # type: ignore[arg-type]
            expect_item(tree, keys, word)
            return "add item", add_item(document.data, PATH, keys, word), tree, str(keys[0])
        case _:
            expect_removal(tree, keys)
            return "remove", remove_field(document.data, PATH, keys), tree, str(keys[0])


def check(document: Document, changed: bytes, tree: Tree, field: str) -> None:
    """See that a change gives the values that were asked for, and touches only the lines of its field."""
    fields, rest = read(changed)
    assert (fields or {}) == tree
    newline = b"\r\n" if b"\r\n" in document.data else b"\n"
    lines = newline.join(line.encode() for line in document.lines.get(field, list(document.lines.values())[-1]))
    before, _, after = document.data.partition(newline + lines + newline)
    if field not in document.lines:
        before += newline + lines
    assert changed.startswith(before + newline)
    assert changed.endswith(newline + after)
    assert rest == read(document.data)[1]


def run(seed: int, changes: int) -> Counter[str]:
    """Change so many documents; return how often each change was made, and how often it was refused."""
    ended: Counter[str] = Counter()
    for number in range(changes):
        chance = random.Random(f"{seed} {number}")  # noqa: S311 - documents, not secrets
        document = DocumentWriter(chance).document()
        assert read(document.data)[0] == document.tree, document.data.decode()
        try:
            name, changed, tree, field = change(document, chance)
        except EditError as refusal:
            problem = refusal.problems[0]
            ended[f"refused: {problem.headline}" if problem.location.line else "without a place"] += 1
            continue
        except BaseException as error:
            error.add_note(f"seed {seed}, document {number}:\n{document.data.decode()}")
            raise
        try:
            check(document, changed, tree, field)
        except BaseException as error:
            error.add_note(f"seed {seed}, document {number}, {name}:\n{document.data.decode()}\n=>\n{changed.decode()}")
            raise
        ended[name] += 1
    return ended
