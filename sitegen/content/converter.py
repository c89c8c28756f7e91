"""Convert Markdown to raw HTML with Python-Markdown, and skip the work that a body does not need.

On pages of 700 words, Python-Markdown spends most of its time looking for markers that are not there. So there is
an instance for each set of markers. It has only the extensions and inline patterns whose markers occur in the body;
its block processors see only blocks that may begin with their markers; text without markers bypasses the inline
patterns.
"""

import re
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import BACKTICK_RE
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from sitegen.content.block_queue import DocumentParser
from sitegen.content.code_spans import LinearBackticks
from sitegen.content.linear_fences import LinearFences

_ALWAYS = ("tables", "sane_lists")
_SETTINGS: dict[str, dict[str, Any]] = {"tables": {"use_align_attribute": True}}

# Extension: texts of which a body must contain one, cheap to look for, and the pattern that decides.
_EXTENSIONS = {
    "fenced_code": (("```", "~~~"), re.compile(r"^(?:```|~~~)", re.MULTILINE)),
    "footnotes": (("[^",), re.compile(r"\[\^[^\]\n]*+\]:")),
    "def_list": (("\n:", "\n :", "\n  :", "\n   :"), re.compile(r"^[ ]{0,3}:[ ]", re.MULTILINE)),
    "abbr": (("*[",), re.compile(r"^\*\[[^\]\n]*+\][ ]?:", re.MULTILINE)),
    "admonition": (("!!!",), re.compile(r"^[ >]*+(?:(?:[-*+]|\d{1,9}\.)[ ]++)?!!![ ]?\w", re.MULTILINE)),
    "md_in_html": (("markdown",), re.compile(r"<[A-Za-z][^<>]*\smarkdown\b")),
}

_MORE_ESCAPED = "~=&^$@%<"
"""What other programs write after a backslash when they export Markdown, besides what Python-Markdown knows."""

_RARE_MARKERS = ("\\", "`", "<", "&", "![", "  \n")
_RARE_PATTERNS = ("backtick", "escape", "image_link", "autolink", "automail", "linebreak", "html", "entity")
_REFERENCE_PATTERNS = ("reference", "short_reference", "image_reference", "short_image_ref")
_INLINE_MARKERS = re.compile(r"[\\`<&\[*_]|  \n")

# Block processor: its priority in Python-Markdown, and the characters of which one begins each single-line block that
# it processes; none where it processes only blocks of several lines.
_BLOCK_FILTERS = {
    "table": (75, ""),
    "hashheader": (70, "#"),
    "setextheader": (60, ""),
    "hr": (50, "-_*"),
    "quote": (20, ">"),
    "reference": (15, "["),
}


def convert(text: str) -> str:
    """Convert a Markdown text to HTML, which is not sanitized.

    Raises:
        RecursionError: the text is nested too deeply.
    """
    has_rare_markers = any(marker in text for marker in _RARE_MARKERS)
    converter = _converter(extensions_for(text), has_rare_markers, "]:" in text)
    try:
        return converter.reset().convert(text)
    except BaseException:
        _converter.cache_clear()  # a converter that stopped halfway may carry its state into the next page
        raise


def extensions_for(text: str) -> tuple[str, ...]:
    """Return the names of the extensions whose markers occur in a text, in a fixed order."""
    return tuple(
        name
        for name, (markers, pattern) in _EXTENSIONS.items()
        if any(marker in text for marker in markers) and pattern.search(text)
    )


class _FilteredProcessor(BlockProcessor):
    """A block processor that sees only blocks that may begin with its marker."""

    def __init__(self, inner: BlockProcessor, first_characters: str) -> None:
        super().__init__(inner.parser)
        self._inner = inner
        self._first_characters = first_characters

    def test(self, parent: Element, block: str) -> bool:
        if "\n" not in block and block.lstrip(" ")[:1] not in self._first_characters:
            return False
        return self._inner.test(parent, block)

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        return self._inner.run(parent, blocks)


class _MultilineProcessor(_FilteredProcessor):
    """A block processor that sees only blocks of two lines or more."""

    def test(self, parent: Element, block: str) -> bool:
        return "\n" in block and self._inner.test(parent, block)


class _PlainTextSkipper(Treeprocessor):
    """Makes text without inline markers atomic, so that the inline patterns skip it."""

    def run(self, root: Element) -> None:
        has_markers = _INLINE_MARKERS.search
        for element in root.iter():
            text, tail = element.text, element.tail
            if text and not has_markers(text):
                element.text = AtomicString(text)
            if tail and not has_markers(tail):
                element.tail = AtomicString(tail)


class _LineBreaks(Treeprocessor):
    """Puts each block on its own line, as Python-Markdown's `prettify` does, but in one pass."""

    def run(self, root: Element) -> None:
        blocks = frozenset(self.md.block_level_elements)
        for element in root.iter():
            tag, tail = element.tag, element.tail
            if tag in blocks:
                if not tail or tail.isspace():
                    element.tail = "\n"
                if len(element) and tag != "pre" and element[0].tag in blocks:
                    element.text = element.text if element.text and not element.text.isspace() else "\n"
            elif tag == "br":
                element.tail = f"\n{tail or ''}"
            elif tag == "code" and element.text and not len(element) and element.text[-1] == "\n":
                element.text = AtomicString(element.text.rstrip() + "\n")


@cache
def _converter(extensions: tuple[str, ...], has_rare_markers: bool, has_references: bool) -> Markdown:  # noqa: FBT001
    markdown = Markdown(extensions=[*_ALWAYS, *extensions], extension_configs=_SETTINGS, output_format="html")
    if not has_rare_markers:
        markdown.preprocessors.deregister("html_block")
        markdown.treeprocessors.deregister("unescape")
    if not has_references:
        markdown.parser.blockprocessors.deregister("reference")
    markdown.ESCAPED_CHARS += [character for character in _MORE_ESCAPED if character not in markdown.ESCAPED_CHARS]
    markdown.inlinePatterns.register(LinearBackticks(BACKTICK_RE), "backtick", 190)
    if "fenced_code" in extensions:
        markdown.preprocessors.register(LinearFences(markdown, {"lang_prefix": "language-"}), "fenced_code_block", 25)
    _drop_patterns(markdown, has_rare_markers=has_rare_markers, has_references=has_references)
    markdown.treeprocessors.register(_LineBreaks(markdown), "prettify", 10)
    if "abbr" not in extensions:  # abbreviations can occur in any text, also without markers
        markdown.treeprocessors.register(_PlainTextSkipper(markdown), "unmarked", 21)
    _filter_block_processors(markdown)
    markdown.parser = DocumentParser(markdown.parser)
    return markdown


def _drop_patterns(markdown: Markdown, *, has_rare_markers: bool, has_references: bool) -> None:
    dropped = () if has_rare_markers else _RARE_PATTERNS
    for name in dropped if has_references else (*dropped, *_REFERENCE_PATTERNS):
        markdown.inlinePatterns.deregister(name)
    inline: Any = markdown.treeprocessors["inline"]
    inline.inlinePatterns = tuple(markdown.inlinePatterns)  # a tuple is looked up faster than a Registry


def _filter_block_processors(markdown: Markdown) -> None:
    processors = markdown.parser.blockprocessors
    for name, (priority, first_characters) in _BLOCK_FILTERS.items():
        if name in processors:
            inner = processors[name]
            filtered = (
                _FilteredProcessor(inner, first_characters)
                if first_characters
                else _MultilineProcessor(inner, first_characters)
            )
            processors.register(filtered, name, priority)
