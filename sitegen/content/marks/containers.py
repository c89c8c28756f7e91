"""Keep the list items, notes and footnotes that are open, and decide which of them a line stands in."""

from typing import NamedTuple

from sitegen.content.text_columns import TAB


class Container(NamedTuple):
    """An open list item, note or footnote: what stands in it is indented by `child` columns at least."""

    indent: int
    child: int
    number: int = 0
    is_list: bool = True


class OpenContainers(list[Container]):
    """The open containers, the outermost first."""

    def pop_to(self, indent: int) -> None:
        """Close those in which a line that is set in by so many columns does not stand."""
        while self and indent < self[-1].child:
            self.pop()

    def count_around(self, indent: int, value: int, *, is_numbered: bool) -> int:
        """Return how many of the containers an item stands in."""
        for index in range(len(self) - 1, -1, -1):
            container = self[index]
            goes_on = is_numbered and container.number and value == container.number + 1 and indent < TAB * (index + 1)
            if indent >= container.child and not (goes_on and not self._has_numbers_in(index, indent)):
                return index + 1
        return 0

    def list_at(self, index: int) -> Container | None:
        """Return the container at an index if it is a list item."""
        return self[index] if index < len(self) and self[index].is_list else None

    def is_too_deep(self, indent: int) -> bool:
        """Return whether an item after an empty line is set in so far that it is code."""
        return indent >= (self[-1].indent + 2 * TAB if self else TAB)

    def _has_numbers_in(self, index: int, indent: int) -> bool:
        """Return whether a list of numbers is open in a container, so that a number set in as far belongs to it."""
        inner = self.list_at(index + 1)
        return inner is not None and inner.number > 0 and indent >= inner.indent
