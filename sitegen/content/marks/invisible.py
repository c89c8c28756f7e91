"""Remove characters that nobody sees and that keep words from being found: soft hyphens, zero-width spaces."""

import re

from sitegen.content.edits import Edit
from sitegen.content.marks.rule import NO_RESULT, RuleResult
from sitegen.content.source_scan import BodySource

_CHARACTERS = ("\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]+")
_JOINERS = frozenset("\u200c\u200d")
_BREAKING_SCRIPTS = re.compile("[\u0e00-\u109f\u1780-\u17ff\u1950-\u1aaf\u1b00-\ua9ff\uaa00-\uaa7f]")
"""Thai, Lao, Tibetan, Burmese, Khmer and their neighbors mark where a line may break by a zero-width space.

Source: Unicode Standard 16.0, 23.2 (Layout Controls).
"""

_PLAIN_SCRIPTS = re.compile("[\x00-\u058f\u2010-\u205e]")
"""Latin, Greek, Cyrillic, Armenian and punctuation, in which joiners change nothing that is read."""


def remove_invisible(source: BodySource) -> RuleResult:
    """Remove the invisible characters outside code; joiners and break marks stay where their script needs them."""
    if not has_invisible(source.text):
        return NO_RESULT
    edits = [(match, _kept(match, source.text)) for match in _INVISIBLE.finditer(source.code_free)]
    return RuleResult(tuple(Edit(match.start(), len(match[0]), kept) for match, kept in edits if kept != match[0]))


def has_invisible(text: str) -> bool:
    """Return whether a text has one of the characters that nobody sees."""
    return not text.isascii() and any(character in text for character in _CHARACTERS)


def without_invisible(text: str) -> str:
    """Return a plain text without its invisible characters, but for those that its script needs."""
    return _INVISIBLE.sub(lambda match: _kept(match, text), text) if has_invisible(text) else text


def _kept(match: re.Match[str], text: str) -> str:
    before = text[match.start() - 1 : match.start()] or " "
    after = text[match.end() : match.end() + 1] or " "
    return "".join(character for character in match[0] if _is_needed(character, before, after))


def _is_needed(character: str, before: str, after: str) -> bool:
    if character in _JOINERS:
        return not (_PLAIN_SCRIPTS.match(before) and _PLAIN_SCRIPTS.match(after))
    return character == "\u200b" and bool(_BREAKING_SCRIPTS.match(before) and _BREAKING_SCRIPTS.match(after))
