"""Read the properties of a Word file: its title, and the day on which it was made."""

from sitegen.assets import safe_xml
from sitegen.model import Record
from sitegen.text import fold

_PART = "docProps/core.xml"
_MEANINGLESS = frozenset({"word-document", "document", "untitled", "title", "microsoft-word", "document1"})


class WordProperties(Record, frozen=True):
    """The title, empty where it says nothing, and the moment when the file was made, as it stands there."""

    title: str = ""
    created: str = ""


def read_properties(parts: dict[str, bytes]) -> WordProperties:
    """Return the properties of the parts of a Word file."""
    if _PART not in parts:
        return WordProperties()
    texts: dict[str, str] = {}
    path: list[str] = []

    def start(name: str, _: dict[str, str]) -> None:
        path.append(safe_xml.local(name))

    def text(piece: str) -> None:
        texts[path[-1]] = texts.get(path[-1], "") + piece

    def end(_: str) -> None:
        path.pop()

    safe_xml.scan(parts[_PART], start, text, end)
    title = " ".join(texts.get("title", "").split())
    is_named = fold(title) not in _MEANINGLESS and not fold(title).startswith("microsoft-word")
    return WordProperties(title if is_named else "", texts.get("created", "").strip())
