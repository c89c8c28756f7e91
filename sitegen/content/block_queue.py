"""Let Python-Markdown take the blocks of a document one after the other in linear time."""

from collections import deque
from typing import Any
from xml.etree.ElementTree import Element

from markdown.blockparser import BlockParser


class BlockQueue(deque[str]):
    """Blocks that are still to be parsed; a list would move all that is left each time its first one is taken."""

    def pop(self, index: int = 0) -> str:
        """Remove and return the first block, the only one that block processors take."""
        if index:
            raise IndexError(index)
        return self.popleft()


class DocumentParser(BlockParser):
    """Parses a whole document with the block processors of another parser, which still parses what is in its blocks."""

    def __init__(self, inner: BlockParser) -> None:
        super().__init__(inner.md)
        self.blockprocessors = inner.blockprocessors
        self.state = inner.state

    def parseChunk(self, parent: Element, text: str) -> None:  # noqa: N802 - Python-Markdown's name
        """Parse a text, whose blocks stand between empty lines, into the elements of a parent."""
        blocks: Any = BlockQueue(text.split("\n\n"))
        self.parseBlocks(parent, blocks)
