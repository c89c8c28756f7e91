"""Explain why YAML could not be parsed, in the words of those who write it.

The parser only knows where it gave up; what the writer did shows on that line. Each rule below looks at a
`ParserFailure` and returns a `Diagnosis` or None; the first diagnosis counts.
"""

import re
from collections.abc import Callable

from sitegen.errors import Problem
from sitegen.located.brackets import explain_bracket
from sitegen.located.mistakes import CURLY_HINT, FIELD, Diagnosis, is_pair, missing_name, missing_space, quoted, shorten
from sitegen.located.nodes import SourceFile
from sitegen.located.parser_failure import ParserFailure, locate_failure

_LOST_PLACE = re.compile(r"did not find expected (key|'-' indicator)|<block end>|block sequence entries")
TOO_DEEP = "lists and fields lie too deep in one another"
_TWO_QUOTATIONS = {quote: re.compile(rf"[^{quote}]*(?<=\S){quote}\s.*(?<=\s){quote}[^{quote}]*") for quote in "\"'"}
"""What stands between the first and the last quote of a value that has two quotations, at its beginning and its end."""
_QUOTED_ITEMS = re.compile(r"""(?:"[^"]*"|'[^']*')(?:,[ \t]*(?:"[^"]*"|'[^']*'|[\w][^,"']*))+""")
_FIELDS = re.compile(r"[a-z_]+: [^,:]+(?:, [a-z_]+: [^,:]+)+")
"""Two fields or more on one line, with commas between them."""
_SPECIAL = "*&@%`!|>,]}?-#"
_APOSTROPHE = re.compile(r"'(?:\d0s|[a-z]+|Twas|Tis|Til|Em|Cause)\b(?!')")
"""The beginning of a value whose first word has lost its first letters: `'Twas`, `'90s`."""
_MARKED_FIELD = re.compile(r"(?P<marks>[*_`]{1,3})(?P<name>[A-Za-z_]+)[ ]?:?(?P=marks)[ ]?:?[ ]*(?P<value>.*)")
"""A field whose name is bold or code in Markdown: `**title:** Teams rise`."""


def explain(error: Exception, text: str, file: SourceFile, first_line: int) -> Problem:
    """Return a problem that says what stopped the parser; `text` starts at line `first_line` of the file."""
    failure = locate_failure(error, text.split("\n"))
    diagnosis = next(filter(None, (rule(failure) for rule in _RULES)), None) or _unknown(failure)
    return file.problem(diagnosis.headline, diagnosis.hint, diagnosis.line + first_line, diagnosis.column + 1)


def _deep(failure: ParserFailure) -> Diagnosis | None:
    if failure.words != TOO_DEEP:
        return None
    return Diagnosis(TOO_DEEP, "write it with fewer levels of indentation", failure.error_line, failure.error_column)


def _document_end(failure: ParserFailure) -> Diagnosis | None:
    return missing_name(failure.text, failure.line) if failure.text.startswith(("...", "---")) else None


def _bad_indent_character(failure: ParserFailure) -> Diagnosis | None:
    for number in (failure.error_line, failure.line):
        line = failure.lines[number]
        lead = line[: len(line) - len(line.lstrip())]
        for character, name in (("\t", "a tab"), ("\u00a0", "a non-breaking space")):
            if character in lead:
                return Diagnosis(
                    f"{name} stands at the beginning of the line",
                    "use ordinary spaces",
                    number,
                    lead.index(character),
                )
    return None


def _curly_quote(failure: ParserFailure) -> Diagnosis | None:
    if failure.value[:1] not in {"\u201c", "\u201d", "\u201e", "\u2018"}:
        return None
    headline = f"curly quotes ({failure.value[0]}) do not hold this value together"
    return Diagnosis(headline, CURLY_HINT, *failure.value_position)


def _quote(failure: ParserFailure) -> Diagnosis | None:
    quote = failure.value[:1]
    if quote not in {'"', "'"}:
        return None
    if "escape" in failure.words or "hexdecimal" in failure.words:
        return Diagnosis(
            "a backslash has a meaning of its own between double quotes",
            "use single quotes: '...'",
            *failure.error_position,
        )
    if "unexpected" in failure.words:
        curly = "\u201d" in failure.value or "\u2019" in failure.value[1:][-1:]
        hint = f"end the value with a straight quote: {quote}" if curly else f"add {quote} at the end of the value"
        if _APOSTROPHE.match(failure.value):
            hint += f"; where it is an apostrophe, put the whole value in quotes: {quoted(failure.value)}"
        return Diagnosis(f"the quote {quote} is opened and never closed", hint, *failure.value_position)
    inner = failure.value[1:-1] if failure.value.endswith(quote) else ""
    if inner and not _QUOTED_ITEMS.fullmatch(failure.value) and not _TWO_QUOTATIONS[quote].fullmatch(inner):
        return Diagnosis(
            f"the value has the quote {quote} inside",
            f"put the whole value in other quotes: {quoted(inner)}",
            *failure.error_position,
        )
    hint = f"put the whole value in quotes: {quoted(failure.value)}"
    if _QUOTED_ITEMS.fullmatch(failure.value):
        hint = f"put the list in brackets: [{failure.value}]"
    return Diagnosis(f"text follows after the closing quote {quote}", hint, *failure.error_position)


def _number_sign_below(failure: ParserFailure) -> Diagnosis | None:
    """Diagnose a text of several lines in which one begins with a number sign, and ends it."""
    if not _LOST_PLACE.search(failure.words) or not failure.error_line:
        return None
    number = failure.error_line - 1
    above, text = failure.lines[number], failure.lines[failure.error_line]
    column = _indent(above)
    if not re.match(r"#\S", above[column:]) or column == 0 or _indent(text) != column or _is_item(text):
        return None
    headline = "a # begins a comment here, and would end the text that goes on below"
    return Diagnosis(headline, "put the whole text in quotes, from its first line to its last", number, column)


def _special_start(failure: ParserFailure) -> Diagnosis | None:
    if not failure.value or failure.value[0] not in _SPECIAL:
        return None
    if failure.value.startswith("- ") and failure.name:
        hint = f"write each item on a line of its own, below the field; put a text in quotes: {quoted(failure.value)}"
        return Diagnosis("a list cannot begin on the line of its field", hint, *failure.value_position)
    headline = f'a text cannot begin with "{failure.value[0]}" unless it is in quotes'
    if failure.value[0] in "|>" and "scalar" in failure.words:
        hint = "put the whole value in quotes, or begin it on the next line"
        return Diagnosis(headline, hint, *failure.value_position)
    return Diagnosis(headline, f"put the whole value in quotes: {quoted(failure.value)}", *failure.value_position)


def _other_item(failure: ParserFailure) -> Diagnosis | None:
    """Diagnose an item of a list that begins with an asterisk, which means something else in YAML."""
    for number in (failure.error_line, failure.line):
        if failure.lines[number].lstrip().startswith("* "):
            return missing_name(failure.lines[number], number)
    return None


def _refused(failure: ParserFailure) -> Diagnosis | None:
    if failure.words != "refused":
        return None
    character = failure.lines[failure.error_line][failure.error_column : failure.error_column + 1]
    headline = f'a text cannot begin with "{character}" unless it is in quotes'
    return Diagnosis(headline, "put the whole value in quotes", *failure.error_position)


def _colon_inside(failure: ParserFailure) -> Diagnosis | None:
    if "mapping values are not allowed" not in failure.words:
        return None
    text = failure.text
    above = failure.lines[failure.line - 1] if failure.line else ""
    if text[:1].isspace() and _indent(above) == _indent(text) and not FIELD.match(above) and not _is_item(above):
        if is_pair(above):
            return missing_name(above, failure.line - 1)
        hint = "write the name of its field before it, as on the line below it"
        headline = f'"{shorten(above.strip())}" stands here without the name of its field'
        return Diagnosis(headline, hint, failure.line - 1, _indent(above))
    if failure.line and text[:1].isspace() and text.find(":") == failure.error_column:
        headline = "this line is indented, as if it belonged to the line above"
        return Diagnosis(
            headline,
            "begin it at the same place as the other fields",
            failure.line,
            _indent(text),
        )
    start = f"{failure.name}: " if failure.name else ""
    hint = f"put the value in quotes: {start}{quoted(failure.value)}"
    if _FIELDS.fullmatch(failure.value):
        hint = f"put these fields in braces: {start}{{{failure.value}}}"
    return Diagnosis("a colon followed by a space stands inside the value", hint, *failure.error_position)


def _indentation(failure: ParserFailure) -> Diagnosis | None:
    if not _LOST_PLACE.search(failure.words):
        return None
    column = _indent(failure.lines[failure.error_line])
    headline = "this line does not begin at the same place as the lines it belongs to"
    return Diagnosis(headline, "give it as many spaces at the beginning as they have", failure.error_line, column)


def _item_after_field(failure: ParserFailure) -> Diagnosis | None:
    """Diagnose a list in which some lines have lost their hyphens."""
    text = failure.lines[failure.error_line]
    before = failure.lines[failure.error_line - 1] if failure.error_line else ""
    column = _indent(text)
    if not _is_item(text) or _is_item(before) or _indent(before) != column:
        return None
    headline = "a hyphen begins this line, and none the line above"
    if not column and FIELD.match(before) and (field := FIELD.match(text[len("- ") :])):
        return Diagnosis(headline, f"take the hyphen away: {field[0].strip()}", failure.error_line, column)
    return Diagnosis(headline, "begin each line of a list with a hyphen", failure.error_line, column)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_item(line: str) -> bool:
    return line.lstrip().startswith("- ")


def _marked_field(failure: ParserFailure) -> Diagnosis | None:
    """Diagnose a field whose name has marks of Markdown around it."""
    text = failure.lines[failure.error_line]
    match = _MARKED_FIELD.match(text.lstrip())
    if not match or ":" not in match[0]:
        return None
    name, value = match["name"].lower(), shorten(match["value"].strip())
    headline = f'the name of a field stands without marks, not as "{shorten(text.strip())}"'
    return Diagnosis(headline, f"write it as {name}: {value}".rstrip(), failure.error_line, _indent(text))


def _no_colon(failure: ParserFailure) -> Diagnosis | None:
    if "expected ':'" not in failure.words:
        return None
    return missing_space(failure.text, failure.line) or missing_name(failure.text, failure.line)


def _unknown(failure: ParserFailure) -> Diagnosis:
    hint = "check its quotes, its colon and the spaces at its beginning"
    return Diagnosis("this line cannot be read", hint, *failure.error_position)


_RULES: tuple[Callable[[ParserFailure], Diagnosis | None], ...] = (
    _deep,
    _document_end,
    _marked_field,
    _bad_indent_character,
    _curly_quote,
    _quote,
    explain_bracket,
    _number_sign_below,
    _other_item,
    _special_start,
    _refused,
    _colon_inside,
    _item_after_field,
    _indentation,
    _no_colon,
)
