"""Repair words that lost something on their way: breaks, hyphens, first letters, ends of addresses.

What is certain is repaired and noted; what may be meant otherwise is asked.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from sitegen.importing.import_records import Notes
from sitegen.importing.text_blocks import is_code, join_blocks, split_blocks

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]+")
_SPACES = re.compile(r"(?<=\S)[ \u00a0\u202f\t]{2,}(?=\S)|[\u00a0\u202f]")
_POSSESSIVE = re.compile(r"(?<=\w) +(?=['\u2019]s\b)")
_BEFORE_SIGN = re.compile(r"(?<=[^\W\d_]) +(?=[,;.!?](?:\s(?!\.)|$))", re.MULTILINE)
_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_HYPHEN_SPACE = re.compile(r"\b([^\W\d_]{2,})-[ \n]+(?!(?:and|or|to|nor|but|versus|vs|through)\b)([^\W\d_]{2,})\b")
_GLUED = re.compile(r"(?<![\w/@.:#-])([A-Z]?[a-z]{2,})([A-Z][a-z]{2,})(?![\w/@]|\.\w)")
_NAMES = re.compile(
    r"(?:Mac|Mc|De|Le|La|Di|Van|Von)[A-Z]|(?:PowerPoint|SharePoint|LinkedIn|YouTube|WordPress|JavaScript|HealthConnect|FaceTime|OneDrive"
    r"|MyChart|PayPal|GitHub|WhatsApp|InDesign|SurveyMonkey|FedEx|LMPartnership|QuickTime)"
)
_CAPITALS = re.compile(r"\b([A-Z]{1,3}) ([A-Z]{2,})\b")
_DROPPED_CAPITAL = re.compile(r"(?<![^*\"\u201c])([B-HJ-NP-Z]) ([a-z]{2,})\b")
# fmt: off
_SHORT_WORDS = frozenset({
    "is", "it", "in", "of", "on", "or", "at", "as", "an", "am", "are", "was", "the", "to", "do", "did", "does", "has",
    "had", "can", "may", "will",
})
# fmt: on
_VOWELS = frozenset("AEIOUY")
_WORD = re.compile(r"[^\W\d_]+")


class WordRepairs:
    """Repairs the words of one source, which says `said`: there a broken word may stand whole.

    `site_name` is the site's host, such as `lmpartnership.org`, and `known` are short forms that are words here.
    """

    def __init__(self, said: str, site_name: str, known: Iterable[str], notes: Notes) -> None:
        self._counts: Counter[str] = Counter(word.casefold() for word in _WORD.findall(said))
        self._words = frozenset(self._counts)
        self._known, self._site_name, self._notes = frozenset(known), site_name, notes

    def repair_body(self, body: str) -> str:
        """Return a body with its words repaired; code stays as it is."""
        return join_blocks(block if is_code(block) else self.repair(block) for block in split_blocks(body))

    def repair(self, block: str) -> str:
        """Return a paragraph, or the value of a field, with its words repaired."""
        block = _SPACES.sub(" ", _INVISIBLE.sub("", block))
        block = self._replace(_POSSESSIVE, lambda _: "", "a space before an ending is gone", block)
        block = self._replace(_BEFORE_SIGN, lambda _: "", "a space before a comma or period is gone", block)
        block = self._replace(_LIGATURE, lambda match: _LIGATURES[match[0]], "joined letters are parted", block)
        block = self._replace(_HYPHEN_SPACE, self._closed_up, "a hyphen is closed up", block)
        block = self._replace(_GLUED, self._unglued, "words are parted", block)
        block = self._replace(_CAPITALS, self._whole, "a letter is back", block)
        block = self._replace(_DROPPED_CAPITAL, self._with_capital, "a first letter is joined", block)
        self._ask_about_addresses(block)
        return block

    def _replace(self, pattern: re.Pattern[str], better: Callable[[re.Match[str]], str], what: str, block: str) -> str:
        def replaced(match: re.Match[str]) -> str:
            text = better(match)
            if text != match[0]:
                self._notes.mend(what, match[0], text)
            return text

        return pattern.sub(replaced, block)

    def _closed_up(self, match: re.Match[str]) -> str:
        """Return a word that a line broke, where it stands whole elsewhere; else its parts with the hyphen."""
        whole = f"{match[1]}{match[2]}"
        return whole if whole.casefold() in self._words else f"{match[1]}-{match[2]}"

    def _with_capital(self, match: re.Match[str]) -> str:
        """Return a word with the large letter that began its paragraph, unless what follows is a word by itself."""
        is_word = self._counts[match[2]] > 1 or match[2] in _SHORT_WORDS
        return match[0] if is_word else match[1] + match[2]

    def _unglued(self, match: re.Match[str]) -> str:
        """Return two words for what was glued of them, where both stand elsewhere; else ask."""
        if _NAMES.match(match[0]):
            return match[0]
        if {match[1].casefold(), match[2].casefold()} <= self._words:
            return f"{match[1]} {match[2]}"
        self._notes.ask(f'"{match[0]}" may be two words', f'write "{match[1]} {match[2]}" if it is', match[0])
        return match[0]

    def _whole(self, match: re.Match[str]) -> str:
        """Return a word that lost a letter, where it stands whole elsewhere; else ask where that is likely."""
        left, right = match[1].casefold(), match[2].casefold()
        whole = [
            word
            for word in self._words
            if len(word) == len(left) + len(right) + 1 and word.startswith(left) and word.endswith(right)
        ]
        if len(whole) == 1 and not {left, right} <= self._known:
            return whole[0].upper()
        is_odd = not _VOWELS & set(match[1]) and match[1] not in self._known and len(match[1]) > 1
        if is_odd:
            self._notes.ask(f'"{match[0]}" may have lost a letter', "write the word as it was meant", match[0])
        return match[0]

    def _ask_about_addresses(self, block: str) -> None:
        name = self._site_name.rpartition(".")[0].removeprefix("www.")
        if not name:
            return
        for match in re.finditer(rf"(?<![\w./@-]){re.escape(name)}(/[\w/-]+)", block, re.IGNORECASE):
            hint = f'write "{self._site_name}{match[1]}" if that is meant'
            self._notes.ask(f'the address "{match[0]}" has lost a part', hint, match[0])
