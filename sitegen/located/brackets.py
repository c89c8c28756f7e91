"""Explain what is wrong with a value that begins with a bracket: a list, a group of fields, or a text."""

import re
from collections.abc import Iterator

from sitegen.located.mistakes import Diagnosis, quoted
from sitegen.located.parser_failure import ParserFailure

_CLOSERS = {"[": "]", "{": "}"}
_EMPTY_ITEM = re.compile(r"[\[,][ \t]*(,)")
_ITEM = re.compile(r"""[\[{,][ \t]*(?:[\w-]+:[ \t]+)?(?P<item>"[^"]*"|'[^']*'|[^\[\]{},]*)""")
_NAME_WITHOUT_COMMA = re.compile(r"\{[ \t]*[\w-]+:[ \t][^,{}\[\]]*?[^,{}\[\]\s][ \t]+([\w-]+):[ \t]")
_LINK = re.compile(r"\[(?P<words>[^\[\]]+)\]\((?P<target>[^()\s]+)\)")
_NEEDS_QUOTES = re.compile(r"[#&*!|>%@`]|[^\"'].*[ \t]#")


def explain_bracket(failure: ParserFailure) -> Diagnosis | None:
    """Return a diagnosis of a value in brackets or braces, or of a text that begins with one; None for any other."""
    opener = failure.value[:1]
    if opener not in _CLOSERS or failure.error_position < failure.value_position:
        return None
    if item := next(_items_without_quotes(failure.value), None):
        typed = item["item"].rstrip()
        headline = f'"{typed}" must be in quotes: a "{_sign_of(typed)}" has a meaning of its own here'
        column = failure.value_column + item.start("item")
        return Diagnosis(headline, f"put it in quotes: {quoted(typed)}", failure.line, column)
    rest = "\n".join([failure.value, *failure.lines[failure.line + 1 :]])
    if rest.count(_CLOSERS[opener]) < rest.count(opener):
        hint = f'add "{_CLOSERS[opener]}" at the end'
        return Diagnosis(f'the bracket "{opener}" is opened and never closed', hint, *failure.value_position)
    if "node content" in failure.words and (empty := _EMPTY_ITEM.search(failure.value)):
        hint = "take the comma away, or write what is missing"
        return Diagnosis("nothing stands before this comma", hint, failure.line, failure.value_column + empty.start(1))
    if opener == "{" and (name := _NAME_WITHOUT_COMMA.search(failure.value)):
        column = failure.value_column + name.start(1)
        return Diagnosis(
            f'no comma stands before "{name[1]}"', f"write a comma before {name[1]}:", failure.line, column
        )
    return _text_in_brackets(failure, opener)


def _text_in_brackets(failure: ParserFailure, opener: str) -> Diagnosis:
    """Return the diagnosis of a text that begins with a bracket: a link of Markdown, or any other."""
    if link := _LINK.fullmatch(failure.value):
        hint = f"write where it leads, alone: {link['target']}; or, for a text, its words: {link['words']}"
        return Diagnosis("a link in Markdown cannot stand in this field", hint, *failure.value_position)
    headline = f'a text cannot begin with "{opener}" unless it is in quotes'
    hint = f"put the whole value in quotes: {quoted(failure.value)}"
    if listed := _as_list(failure.value):
        hint += f"; or, if it is a list, all of it in the brackets: {listed}"
    return Diagnosis(headline, hint, *failure.value_position)


def _items_without_quotes(value: str) -> Iterator[re.Match[str]]:
    """Yield the items of a list, and the values of a group, that cannot be read without quotes."""
    end = value.rfind(_CLOSERS[value[0]])
    return (match for match in _ITEM.finditer(value, 0, end if end > 0 else len(value)) if _needs_quotes(match["item"]))


def _needs_quotes(item: str) -> bool:
    return _NEEDS_QUOTES.match(item) is not None


def _sign_of(item: str) -> str:
    return "#" if "#" in item and item[0] not in "&*!|>%@`" else item[0]


def _as_list(value: str) -> str:
    """Return a list of the items in brackets and of what follows them; empty where the value is no list and a text."""
    inner, closer, rest = value[1:].partition("]")
    if value[0] != "[" or not closer or not rest.strip() or not inner.strip() or set(rest) & set("[]{}:#"):
        return ""
    return f"[{inner.strip()}, {rest.strip(' ,')}]"
