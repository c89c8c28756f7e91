"""Markdown to raw HTML by Python-Markdown: one instance for each set of marks, and no work that a body needs not.

On pages of 700 words Python-Markdown spends most of its time looking for marks that are not there. So an
instance has only the extensions and inline patterns whose marks occur in the body, its block processors are asked
only about blocks that may begin with their marks, and text without any mark goes past the inline patterns.
"""

import re
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

_ALWAYS = ("tables", "sane_lists")
_SETTINGS: dict[str, dict[str, Any]] = {"tables": {"use_align_attribute": True}}

# Extension: what a body must contain, cheap to look for, and the pattern that decides.
_EXTENSIONS = {
    "fenced_code": (("```", "~~~"), re.compile(r"^(?:```|~~~)", re.MULTILINE)),
    "footnotes": (("[^",), re.compile(r"\[\^[^\]\n]*+\]:")),
    "def_list": (("\n:", "\n :", "\n  :", "\n   :"), re.compile(r"^[ ]{0,3}:[ ]", re.MULTILINE)),
    "abbr": (("*[",), re.compile(r"^\*\[[^\]\n]*+\][ ]?:", re.MULTILINE)),
    "admonition": (("!!!",), re.compile(r"^!!![ ]?\w", re.MULTILINE)),
    "md_in_html": (("markdown",), re.compile(r"<[A-Za-z][^<>]*\smarkdown\b")),
}

_RARE_MARKS = ("\\", "`", "<", "&", "![", "  \n")
_RARE_PATTERNS = ("backtick", "escape", "image_link", "autolink", "automail", "linebreak", "html", "entity")
_REFERENCE_PATTERNS = ("reference", "short_reference", "image_reference", "short_image_ref")
_INLINE_MARKS = re.compile(r"[\\`<&\[*_]|  \n")

# Block processor: its priority in Python-Markdown, and what a block of one line must begin with for it.
_HINTS = {
    "table": (75, ""),
    "hashheader": (70, "#"),
    "setextheader": (60, ""),
    "hr": (50, "-_*"),
    "quote": (20, ">"),
    "reference": (15, "["),
}


def convert(text: str) -> str:
    """Give the raw HTML of a Markdown text, not sanitised. Raises RecursionError on texts nested too deeply."""
    is_rare = any(mark in text for mark in _RARE_MARKS)
    converter = _converter(extensions_for(text), is_rare, "]:" in text)
    try:
        return converter.reset().convert(text)
    except BaseException:
        _converter.cache_clear()  # what it left half done must not show in the next page
        raise


def extensions_for(text: str) -> tuple[str, ...]:
    """Give the names of the extensions whose marks occur in a text, in a fixed order."""
    return tuple(
        name
        for name, (signs, pattern) in _EXTENSIONS.items()
        if any(sign in text for sign in signs) and pattern.search(text)
    )


class _Hinted(BlockProcessor):
    """A block processor that is asked only about blocks that may begin with its mark."""

    def __init__(self, inner: BlockProcessor, marks: str) -> None:
        super().__init__(inner.parser)
        self._inner = inner
        self._marks = marks

    def test(self, parent: Element, block: str) -> bool:
        if "\n" not in block and block.lstrip(" ")[:1] not in self._marks:
            return False
        return self._inner.test(parent, block)

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        return self._inner.run(parent, blocks)


class _HintedLines(_Hinted):
    """The same for what takes two lines at least."""

    def test(self, parent: Element, block: str) -> bool:
        return "\n" in block and self._inner.test(parent, block)


class _Unmarked(Treeprocessor):
    """Takes text without any inline mark out of the inline patterns' way."""

    def run(self, root: Element) -> None:
        has_marks = _INLINE_MARKS.search
        for element in root.iter():
            text, tail = element.text, element.tail
            if text and not has_marks(text):
                element.text = AtomicString(text)
            if tail and not has_marks(tail):
                element.tail = AtomicString(tail)


class _LineBreaks(Treeprocessor):
    """Puts each block on a line of its own, as Python-Markdown's `prettify` does, in one pass."""

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
def _converter(extensions: tuple[str, ...], is_rare: bool, has_references: bool) -> Markdown:  # noqa: FBT001
    markdown = Markdown(extensions=[*_ALWAYS, *extensions], extension_configs=_SETTINGS, output_format="html")
    if not is_rare:
        markdown.preprocessors.deregister("html_block")
        markdown.treeprocessors.deregister("unescape")
    if not has_references:
        markdown.parser.blockprocessors.deregister("reference")
    _drop_patterns(markdown, is_rare=is_rare, has_references=has_references)
    markdown.treeprocessors.register(_LineBreaks(markdown), "prettify", 10)
    if "abbr" not in extensions:  # abbreviations are looked for in all text, marked or not
        markdown.treeprocessors.register(_Unmarked(markdown), "unmarked", 21)
    _give_hints(markdown)
    return markdown


def _drop_patterns(markdown: Markdown, *, is_rare: bool, has_references: bool) -> None:
    dropped = () if is_rare else _RARE_PATTERNS
    for name in dropped if has_references else (*dropped, *_REFERENCE_PATTERNS):
        markdown.inlinePatterns.deregister(name)
    inline: Any = markdown.treeprocessors["inline"]
    inline.inlinePatterns = tuple(markdown.inlinePatterns)  # a tuple is looked up faster than a Registry


def _give_hints(markdown: Markdown) -> None:
    processors = markdown.parser.blockprocessors
    for name, (priority, marks) in _HINTS.items():
        if name in processors:
            inner = processors[name]
            hinted = _Hinted(inner, marks) if marks else _HintedLines(inner, marks)
            processors.register(hinted, name, priority)
