"""Take fenced code out of a text in linear time: Python-Markdown copies the whole text for each fence."""

from markdown.extensions.fenced_code import FencedBlockPreprocessor


class LinearFences(FencedBlockPreprocessor):
    """Does what Python-Markdown's own does, one fence after the other."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with a placeholder, between two empty lines, for each fence and its code."""
        text = "\n".join(lines)
        pieces, last = [], 0
        for fence in self.FENCED_BLOCK_RE.finditer(text):
            if fence["attrs"]:
                return super().run(lines)  # what is in braces may be no attributes, and another fence may begin later
            pieces += [text[last : fence.start()], "\n".join(super().run(fence[0].split("\n")))]
            last = fence.end()
        return "".join((*pieces, text[last:])).split("\n")
