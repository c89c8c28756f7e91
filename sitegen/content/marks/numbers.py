"""Report the numbers of lists that are shown otherwise than they are typed: a list counts on by one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.content.marks.item_marks import EMPTY_ITEM, ITEM
from sitegen.content.marks.outline_line import OutlineLine
from sitegen.content.marks.rule import RuleResult
from sitegen.content.source_scan import BodySource
from sitegen.errors import Problem


@dataclass(slots=True)
class _NumberedList:
    """A list: the number that it shows next, the only number typed so far (else 0), and whether it was reported."""

    next_number: int
    only_number: int
    is_reported: bool = False

    def accept(self, number: int) -> bool:
        """Count an item; return whether its number is shown as typed, or all are the same, as the lazy type them."""
        if number != self.only_number:
            self.only_number = -1
        is_right = self.is_reported or number in {self.next_number, self.only_number}
        self.next_number += 1
        self.is_reported = not is_right or self.is_reported
        return is_right


def report_numbers(source: BodySource, lines: Sequence[OutlineLine]) -> RuleResult:
    """Report the first number of each list that is shown as another one."""
    return RuleResult(problems=tuple(_problems(source, lines)))


def _problems(source: BodySource, lines: Sequence[OutlineLine]) -> Iterator[Problem]:
    open_lists: dict[int, _NumberedList | None] = {}
    quote = ""
    for line in lines:
        is_item = line.kind == "item"
        if line.source.quote.count(">") != quote.count(">"):
            open_lists.clear()
        quote = line.source.quote
        if is_item or not line.above:
            open_lists = {level: it for level, it in open_lists.items() if level <= line.level}
        if not is_item:
            continue
        mark = ITEM.match(line.text) or EMPTY_ITEM.match(line.text)
        number = int(mark[2] or -1) if mark else -1
        numbered = None if line.is_split else open_lists.get(line.level)
        if number < 0:
            open_lists[line.level] = None
        elif numbered is None:
            open_lists[line.level] = _NumberedList(number + 1, number)
        else:
            shown = numbered.next_number
            if not numbered.accept(number):
                yield _problem(source, line, number, shown)


def _problem(source: BodySource, line: OutlineLine, number: int, shown: int) -> Problem:
    headline = f'"{number}." is shown as "{shown}.": a list counts on by one'
    hint = f'write "{shown}."; to keep the numbers, begin each line with a hyphen: "- {number}\\. ..."'
    return source.problem(line.text_offset, headline, hint, "warning")
