"""The words that a writer typed in a body, read without any code of the product, and those that a page says.

Not counted: comments that are complete, addresses, names of tags and attributes, and shortcodes.
"""

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SHORTCODE = re.compile(r"\{\{.*?\}\}")
_FENCE = re.compile(r"^[ >*+\-0-9.]*(?:`{3,}|~{3,})[^\n]*$", re.MULTILINE)
_ADDRESS = re.compile(
    r"\b(?:https?:|mailto:|tel:|data:|www\.)[^\s<>\"'`]*|[\w.+-]+@[\w.-]+|[^\s\"'()<>]*/[^\s\"'()<>]*", re.IGNORECASE
)
_TARGET = re.compile(r"\]\([ ]*<?[^\s()<>]*(?:\([^()\s]*\)[^\s()<>]*)*>?|^[ >]*\[[^\]\n]+\]:[ ]*\S+", re.MULTILINE)
_ATTRIBUTE = re.compile(r"\b(?!alt\b|title\b)[\w:-]+\s*=\s*(?:\"[^\"<>\n]*\"|'[^'<>\n]*'|[^\s\"'<>]+)", re.IGNORECASE)
_TAG_NAME = re.compile(r"</?[A-Za-z][\w:-]*|\b(?:alt|title|markdown|href|src)\s*=", re.IGNORECASE)
_NUMBER = re.compile(r"^[ >\t]*\d+[.)](?=\s)", re.MULTILINE)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_WORD = re.compile(r"[^\W_]{2,}")


def typed_words(text: str) -> Counter[str]:
    """Return the words of a source, in small letters, each with the number of its occurrences."""
    for pattern in (_COMMENT, _SHORTCODE, _FENCE, _NUMBER, _TARGET, _ATTRIBUTE, _TAG_NAME, _ADDRESS):
        text = pattern.sub(" ", text)
    return words(unescape(text))


def words(text: str) -> Counter[str]:
    """Return the words of a plain text, in small letters."""
    return Counter(_WORD.findall(_INVISIBLE.sub("", text).casefold()))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        self.said += [f" {value} " for name, value in attrs if name in ("alt", "title") and value]


def said_words(html: str) -> Counter[str]:
    """Return the words that a page says: its text, and the texts and titles of pictures and links."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return words("".join(reader.said)) + words(" ".join(reader.said))
