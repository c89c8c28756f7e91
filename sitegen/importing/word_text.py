"""Read all that a Word file says, without the program that converts it: its text, what was deleted, its comments."""

from sitegen.assets import safe_xml
from sitegen.importing.word_numbering import continued_lists, linked_pictures
from sitegen.model import Record

_BODY = ("word/document", "word/footnotes", "word/endnotes")
_PAPER = ("word/header", "word/footer")
_DRAWN = ("word/charts/chart", "word/diagrams/data")
_TEXTS = frozenset({"t"})
_BREAKS = frozenset({"p", "br", "tab", "cr", "tc"})
_APART = frozenset({"vanish", "rt"})
"""What sets words apart from those beside them: they go elsewhere."""

_DELETED = frozenset({"del", "moveFrom"})


class WordText(Record, frozen=True, kw_only=True):
    """The words of a Word file: of its text and notes, of the heads and feet of its paper, deleted ones, comments.

    `inserted` counts what was inserted while changes were tracked. `continued` are the numbers of items with which
    numbered lists go on after a text in between, by their words. `drawn` are words of charts and diagrams,
    `linked_pictures` addresses of pictures that are not in the file.
    """

    said: str
    paper: str
    deleted: str
    comments: tuple[str, ...]
    inserted: int
    continued: dict[str, int]
    drawn: tuple[str, ...]
    linked_pictures: tuple[str, ...]


def read_word_text(parts: dict[str, bytes]) -> WordText:
    """Return the words of the parts of a Word file, which are well-formed XML."""
    body = [_scan(data) for name, data in parts.items() if name.startswith(_BODY) and name.endswith(".xml")]
    paper = [_scan(data) for name, data in parts.items() if name.startswith(_PAPER)]
    comments = _scan(parts["word/comments.xml"], unit="comment") if "word/comments.xml" in parts else None
    return WordText(
        said="\n".join("".join(scan.said) for scan in body),
        paper="\n".join(dict.fromkeys("".join(scan.said).strip() for scan in paper)),
        deleted=" ".join("".join(scan.deleted) for scan in body).strip(),
        comments=tuple(filter(None, (" ".join(one.split()) for one in comments.units))) if comments else (),
        inserted=sum(scan.inserted for scan in body),
        continued=continued_lists(parts),
        drawn=tuple(filter(None, (_drawn(data) for name, data in parts.items() if name.startswith(_DRAWN)))),
        linked_pictures=linked_pictures(parts),
    )


def _drawn(data: bytes) -> str:
    return " ".join("".join(_scan(data).said).split())


def _scan(data: bytes, unit: str = "") -> "_Scan":
    scan = _Scan(unit)
    safe_xml.scan(data, scan.start, scan.text, scan.end)
    return scan


class _Scan:
    """Collects the words of one part; of alternatives for old programs, which say the same, only the last counts."""

    def __init__(self, unit: str) -> None:
        self.said: list[str] = []
        self.deleted: list[str] = []
        self.units: list[str] = []
        self.inserted = 0
        self._is_apart = False
        self._unit, self._unit_start = unit, 0
        self._path: list[str] = []
        self._alternatives: list[int] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        own = safe_xml.local(name)
        self._path.append(own)
        if own == "AlternateContent":
            self._alternatives.append(len(self.said))
        elif own == "Fallback" and self._alternatives:
            del self.said[self._alternatives[-1] :]
        elif own == self._unit:
            self._unit_start = len(self.said)
        elif own == "ins":
            self.inserted += 1
        elif own == "docPr" and (alt := attributes.get("descr") or attributes.get("title")):
            self.said.append(f" {alt} ")
        elif own in _APART:
            self.said.append(" ")
            self._is_apart = own == "vanish"
        elif own == "noBreakHyphen":
            self.said.append("-")
        elif own in _BREAKS:
            self.said.append("\t" if own == "tab" else "\n")

    def text(self, piece: str) -> None:
        own = self._path[-1] if self._path else ""
        if own == "delText" or (own in _TEXTS and _DELETED & set(self._path)):
            self.deleted.append(f"{piece} ")
        elif own in _TEXTS:
            self.said.append(piece)

    def end(self, name: str) -> None:
        own = safe_xml.local(name)
        self._path.pop()
        if own == "AlternateContent" and self._alternatives:
            self._alternatives.pop()
        elif own == "rt" or (own == "r" and self._is_apart):
            self.said.append(" ")
            self._is_apart = False
        elif own == "p":
            self.said.append("\n")
        elif own == self._unit:
            self.units.append("".join(self.said[self._unit_start :]))
