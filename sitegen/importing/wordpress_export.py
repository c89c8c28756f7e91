"""Parse an export of WordPress (WXR): its posts and pages, and what else it holds. XML as it comes, no entities."""

from typing import NamedTuple

from sitegen.assets import safe_xml
from sitegen.assets.unreadable import UnreadableError
from sitegen.importing.bounds import MOST_SOURCES, RefusedSourceError

_NOT_IN = ("comment", "postmeta")
_OF_SETTING = ("meta_key", "meta_value")
_TERM_DOMAINS = frozenset({"category", "post_tag"})


class ExportedPost(NamedTuple):
    """An item of an export: the texts of its elements by their names without a namespace, its terms, its settings."""

    texts: dict[str, str]
    terms: tuple[str, ...]
    comments: tuple[str, ...]
    settings: dict[str, str]

    def text(self, name: str) -> str:
        """Return the text of an element; empty where there is none."""
        return self.texts.get(name, "").strip()


class WordPressExport(NamedTuple):
    """The posts and pages of an export in its order, and the other items by their sort."""

    posts: tuple[ExportedPost, ...]
    others: dict[str, list[ExportedPost]]


def parse_export(data: bytes) -> WordPressExport:
    """Return the items of an export.

    Raises:
        RefusedSourceError: it is none, is damaged, declares entities, or has too many items.
    """
    reader = _Reader()
    try:
        safe_xml.scan(data, reader.start, reader.text, reader.end)
    except UnreadableError as error:
        headline = "its XML is damaged, or declares entities"
        raise RefusedSourceError(headline, "export it again, and leave the file as it is") from error
    if not reader.is_export:
        raise RefusedSourceError("it is no export of WordPress", "choose Tools, Export, All content in WordPress")
    if len(reader.items) > MOST_SOURCES:
        raise RefusedSourceError(
            f"it has {len(reader.items):,} items, {MOST_SOURCES:,} at most", "export a year after the other"
        )
    posts = [item for item in reader.items if _is_post(item)]
    others: dict[str, list[ExportedPost]] = {}
    for item in reader.items:
        if not _is_post(item):
            others.setdefault(_sort_of(item), []).append(item)
    return WordPressExport(tuple(posts), others)


def _is_post(item: ExportedPost) -> bool:
    return item.text("post_type") in {"post", "page"} and item.text("status") not in {"trash", "auto-draft"}


def _sort_of(item: ExportedPost) -> str:
    status = item.text("status")
    return status if status in {"trash", "auto-draft"} else item.text("post_type") or "other"


class _Reader:
    """Collects the items; an element within an element of an item belongs to comments and such."""

    def __init__(self) -> None:
        self.items: list[ExportedPost] = []
        self.is_export = False
        self._path: list[str] = []
        self._names: list[str] = []
        self._texts: dict[str, list[str]] = {}
        self._terms: list[str] = []
        self._comments: list[str] = []
        self._domain = ""
        self._settings: dict[str, str] = {}
        self._setting = ["", ""]

    def start(self, name: str, attributes: dict[str, str]) -> None:
        own = safe_xml.local(name)
        self._path.append(own)
        # Two elements are called "encoded": the content, and the excerpt.
        self._names.append("excerpt" if own == "encoded" and "excerpt" in name.partition(" ")[0] else own)
        self.is_export = self.is_export or own == "wxr_version"
        if own == "item":
            self._texts, self._terms, self._comments, self._settings = {}, [], [], {}
        elif own == "postmeta":
            self._setting = ["", ""]
        elif own == "category":
            self._domain = attributes.get("domain", "")
            self._terms.append("")
        elif own == "comment":
            self._comments.append("")

    def text(self, piece: str) -> None:
        if "item" not in self._path:
            return
        if "comment" in self._path:
            self._comments[-1] += piece if self._path[-1] == "comment_content" else ""
        elif self._path[-1] == "category":
            self._terms[-1] += piece
        elif self._path[-1] in _OF_SETTING:
            self._setting[_OF_SETTING.index(self._path[-1])] += piece
        elif not set(_NOT_IN) & set(self._path):
            self._texts.setdefault(self._names[-1], []).append(piece)

    def end(self, name: str) -> None:
        own = safe_xml.local(name)
        self._path.pop()
        self._names.pop()
        if own == "category" and self._terms and self._domain not in _TERM_DOMAINS:
            self._terms.pop()
        elif own == "postmeta":
            self._settings[self._setting[0].strip()] = self._setting[1].strip()
        elif own == "item":
            texts = {key: "".join(pieces) for key, pieces in self._texts.items()}
            comments = tuple(filter(None, (" ".join(one.split()) for one in self._comments)))
            self.items.append(ExportedPost(texts, tuple(map(str.strip, self._terms)), comments, self._settings))
