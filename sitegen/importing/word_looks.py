"""Find the headings of a Word text that have no style of headings, by how large they are."""

from collections import Counter
from typing import Any

_LONGEST = 90
_LARGER = 2
"""How many points larger than most of the text a heading is."""

_MOST_LEVELS = 3
_USUAL = 11.0


def with_headings(document: Any) -> Any:
    """Return a document of mammoth in which short paragraphs in large letters have styles of headings.

    The first paragraph in the largest letters is the title, if no paragraph has the style of one.
    """
    paragraphs = [one for one in document.children if type(one).__name__ == "Paragraph"]
    sizes = Counter[float]()
    for paragraph in paragraphs:
        for size, count in _sizes(paragraph):
            sizes[size] += count
    usual = sizes.most_common(1)[0][0] if sizes else _USUAL
    large = {id(one): size for one in paragraphs if (size := _heading_size(one, usual))}
    if not large:
        return document
    ranks = sorted(set(large.values()), reverse=True)
    first = next((one for one in paragraphs if _text(one).strip()), None)
    has_title = any((one.style_name or "").casefold() == "title" for one in paragraphs)
    is_titled = first is not None and large.get(id(first)) == ranks[0] and not has_title
    children = []
    above = 0 if is_titled and len(ranks) > 1 else 1
    for child in document.children:
        rank = ranks.index(large[id(child)]) if id(child) in large else -1
        level = max(1, min(rank + above, _MOST_LEVELS))
        name = "Title" if is_titled and child is first else f"heading {level}"
        children.append(child.copy(style_id=None, style_name=name) if rank >= 0 else child)
    return document.copy(children=children)


def _heading_size(paragraph: Any, usual: float) -> float:
    """Return the size of the letters of a paragraph that looks like a heading; 0 for any other."""
    style = (paragraph.style_name or "").casefold()
    text = _text(paragraph).strip()
    if (
        paragraph.numbering
        or style.startswith(("heading", "title", "subtitle", "toc"))
        or not 0 < len(text) <= _LONGEST
    ):
        return 0
    sizes = {size for size, count in _sizes(paragraph) if count}
    return min(sizes) if sizes and min(sizes) >= usual + _LARGER and not text.endswith((".", ",", ";", ":")) else 0


def _sizes(paragraph: Any) -> list[tuple[float, int]]:
    """Return the size of each run, the usual one where it says none, and its number of letters."""
    runs = [one for one in paragraph.children if type(one).__name__ == "Run"]
    return [(run.font_size or _USUAL, len(_text(run).strip())) for run in runs]


def _text(element: Any) -> str:
    if type(element).__name__ == "Text":
        return str(element.value)
    return "".join(_text(child) for child in getattr(element, "children", ()))
