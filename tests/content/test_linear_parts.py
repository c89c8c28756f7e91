"""What is done in linear time in place of Python-Markdown's own ways: the result is the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.fenced_code import FencedBlockPreprocessor

from sitegen.content.block_queue import BlockQueue, DocumentParser
from sitegen.content.linear_fences import LinearFences

CONFIG = {"lang_prefix": "language-"}
PIECES = (
    "```",
    "~~~",
    "````",
    "\n",
    "\n\n",
    "a",
    " ",
    "```python\n",
    "```{.b}\n",
    "```{b\n",
    "- ",
    "    ",
    "> ",
    ">\n\n",
)

any_text = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def without_fences(kind: type[FencedBlockPreprocessor], text: str) -> tuple[list[str], list[str]]:
    """Return the lines that are left, and what their placeholders stand for."""
    markdown = Markdown()
    lines = kind(markdown, CONFIG).run(text.split("\n"))
    return lines, [str(block) for block in markdown.htmlStash.rawHtmlBlocks]


@given(any_text)
def test_fences_are_taken_out_as_python_markdown_does(text: str) -> None:
    assert without_fences(LinearFences, text) == without_fences(FencedBlockPreprocessor, text)


@given(any_text)
def test_a_document_is_parsed_as_python_markdown_does(text: str) -> None:
    own, theirs = Markdown(extensions=["tables"]), Markdown(extensions=["tables"])
    own.parser = DocumentParser(own.parser)
    assert own.convert(text) == theirs.convert(text)


def test_the_first_block_is_taken_and_put_back() -> None:
    blocks = BlockQueue(["a", "b"])
    assert blocks.pop(0) == "a"
    blocks.insert(0, "c")
    assert list(blocks) == ["c", "b"]
    with pytest.raises(IndexError):
        blocks.pop(1)
