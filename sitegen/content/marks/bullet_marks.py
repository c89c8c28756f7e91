"""The marks with which other programs, and other habits, begin the items of lists."""

import re
import unicodedata

from sitegen.content.marks.outline_line import OutlineLine
from sitegen.model.record import Record

_SPACE = "[ \t\u00a0\u2002-\u200a\u202f\u3000]"
_BULLETS = "\u2022\u2023\u2043\u204c\u2219\u25a0\u25aa\u25b6\u25ba\u25c6\u25cb\u25cf\u25e6\u2756\u27a2\u27a4"
_SIGNS = (
    "\u2190-\u21ff\u2610-\u2612\u25a1\u2600-\u260f\u2613-\u2755\u2757-\u27a1\u27a3\u27a5-\u27bf\u2b00-\u2bff"
    "\U0001f300-\U0001faff"
)
_CIRCLED = "\u2460-\u2473\u2776-\u277f"
_LETTERS = "(?:[A-Za-z]|[ivx]{2,5}|[IVX]{2,5})"
_ORDINAL_SIGNS = "\u00aa\u00ba"
_MARK = re.compile(
    rf"(?P<bullet>[{_BULLETS}])(?:{_SPACE}*)"
    rf"|(?P<dot>\u00b7){_SPACE}+"
    rf"|(?P<middle>\u30fb){_SPACE}*"
    rf"|(?P<nbsp>[-*+]|\d{{1,3}}\.)(?=[ \t]*[\u00a0\u202f]){_SPACE}+"
    rf"|(?P<number>\d{{1,3}}\)){_SPACE}+"
    rf"|(?P<letter>\(?{_LETTERS}\)){_SPACE}+"
    rf"|(?P<letter_point>{_LETTERS}\.){_SPACE}+"
    rf"|(?P<bracket>\(\d{{1,3}}\)){_SPACE}+"
    rf"|(?P<number_dash>\d{{1,3}}\.?[-\u2013]){_SPACE}+"
    rf"|(?P<circled>[{_CIRCLED}]|\d\ufe0f?\u20e3){_SPACE}*"
    rf"|(?P<decimal>\d{{1,2}}\.\d{{1,2}}\.?){_SPACE}+"
    rf"|(?P<dash>[\u2010-\u2015\u2212]|--){_SPACE}+"
    rf"|(?P<section>\u00a7){_SPACE}+(?!\d)"
    r"|(?P<o>o)(?:\t|[\u00a0]|[ ]{2})[ \t\u00a0]*"
    r"|(?P<weak_o>o)[ ]"
    r"|(?P<stars>\*{2,4})[ \t]+(?!.*\*\*)"
    rf"|(?P<sign>[{_SIGNS}]\ufe0f?|[-=]>){_SPACE}+"
    r"|(?P<tight>-)(?=[^\W\d_])"
    r"|(?P<tight_star>\*)(?=[^\W\d_])(?!.*\*)"
    rf"|(?P<tight_number>\d{{1,3}}\.)(?=[^\W\d_])(?![{_ORDINAL_SIGNS}])"
)
_ANY_MARK = re.compile(
    rf"\n[ \t>]*+(?:[{_BULLETS}{_SIGNS}{_CIRCLED}\u00b7\u30fb\u2010-\u2015\u2212\u00a7]"
    r"|(?:[-*+]|\d{1,3}\.)[ \t]*[\u00a0\u202f]|(?:-|\d{1,3}\.)[^\W\d_]|\(?[A-Za-z0-9]{1,5}\)|o[\t\u00a0 ]"
    r"|(?:[A-Za-z]|[ivx]{2,5}|[IVX]{2,5})\.[ \t\u00a0]|\d{1,3}\.?[-\u2013][ \t\u00a0]|\d\ufe0f?\u20e3"
    r"|\d{1,2}\.\d{1,2}\.?[ \t]|--[ \t]|[-=]>|\*\*+[ \t]|\*[^\W\d_][^*\n]*(?:\n|$))",
)

CERTAIN = frozenset({"bullet", "dot", "middle", "nbsp", "number", "stars"})
"""The sorts of marks that make a list of a single line; the others stand below each other."""

NUMBERED = frozenset({"number", "letter", "letter_point", "bracket", "number_dash", "circled", "tight_number"})
"""The sorts of marks that count."""

KEPT = frozenset({"sign", "decimal"})
"""The sorts of marks that say something, and stay before the text."""

_NEVER_CODE = frozenset({"bullet"})
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii")


class Bullet(Record, frozen=True, kw_only=True):
    """A line with its mark: the sort of the mark, the mark as typed, its number, and where the text begins."""

    line: OutlineLine
    sort: str
    mark: str
    text_offset: int
    number: int = 0
    is_after_text: bool = False
    is_alone: bool = False
    """Whether the text of the item stands on the next line."""


def has_marks(text: str) -> bool:
    """Return whether a line of a text may begin with a mark."""
    return _ANY_MARK.search(f"\n{text}") is not None


def read_mark(line: OutlineLine) -> Bullet | None:
    """Return what a line with a mark is; None for others."""
    match = _MARK.match(line.text) if line.kind in {"text", "code"} else None
    if not match:
        return None
    sort = match.lastgroup or ""
    is_alone = match.end() == len(line.text)
    if (is_alone and sort != "bullet") or (line.kind == "code" and sort not in _NEVER_CODE):
        return None
    if sort == "stars" and line.above != "item":
        return None
    offset = line.text_offset + match.end()
    return Bullet(
        line=line, sort=sort, mark=match[sort], text_offset=offset, number=_ordinal(match[sort]), is_alone=is_alone
    )


def roman_number(mark: str) -> int:
    """Return the number that a mark says in Roman numerals; 0 for others."""
    text = mark.strip("().").lower()
    return _ROMAN.index(text) + 1 if text in _ROMAN else 0


def _ordinal(mark: str) -> int:
    """Return the number that a mark says, or that of its letter in the alphabet; 0 for others."""
    text = mark.strip("().-\u2013\ufe0f\u20e3")
    if text.isdecimal():
        return int(text)
    if len(text) != 1:
        return 0
    value = unicodedata.digit(text, 0) or int(unicodedata.numeric(text, 0))
    return value or (ord(text.lower()) - ord("a") + 1 if text.isascii() and text.isalpha() else 0)
