"""Read of a Word file what mammoth does not tell: numbers with which lists go on, and pictures outside the file."""

from collections.abc import Mapping

from sitegen.assets import safe_xml

_DOCUMENT = "word/document"
_MOST_CONTINUED = 500


def linked_pictures(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return the addresses of pictures that a Word file shows and does not hold."""
    addresses: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        is_outside = attributes.get("TargetMode", "").lower() == "external"
        if safe_xml.local(name) == "Relationship" and is_outside and attributes.get("Type", "").endswith("/image"):
            addresses.append(attributes.get("Target", ""))

    for part, data in parts.items():
        if part.startswith("word/_rels/") and part.endswith(".rels"):
            safe_xml.scan(data, start, lambda _text: None, lambda _name: None)
    return tuple(dict.fromkeys(filter(None, addresses)))


def continued_lists(parts: Mapping[str, bytes]) -> dict[str, int]:
    """Return the numbers of the items with which numbered lists go on after other text, by the words of the items."""
    name = next((name for name in parts if name.startswith(_DOCUMENT) and name.endswith(".xml")), "")
    if not name:
        return {}
    scan = _Paragraphs()
    safe_xml.scan(parts[name], scan.start, scan.text, scan.end)
    return scan.continued


class _Paragraphs:
    """Counts the items of the first level of each list; a paragraph without a number stands between."""

    def __init__(self) -> None:
        self.continued: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._last = ""
        self._number = self._level = ""
        self._words: list[str] = []
        self._path: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        own = safe_xml.local(name)
        self._path.append(own)
        value = next((value for key, value in attributes.items() if safe_xml.local(key) == "val"), "")
        if own == "p":
            self._number = self._level = ""
            self._words = []
        elif own == "numId" and "numPr" in self._path:
            self._number = value if value != "0" else ""
        elif own == "ilvl" and "numPr" in self._path:
            self._level = value

    def text(self, piece: str) -> None:
        if self._path[-1:] == ["t"]:
            self._words.append(piece)

    def end(self, name: str) -> None:
        own = safe_xml.local(name)
        self._path.pop()
        if own != "p":
            return
        words = " ".join("".join(self._words).split())
        if self._number and self._level in {"", "0"}:
            count = self._counts.get(self._number, 0) + 1
            self._counts[self._number] = count
            if count > 1 and self._last != self._number and len(self.continued) < _MOST_CONTINUED:
                self.continued[words] = count
        if words:
            self._last = self._number
