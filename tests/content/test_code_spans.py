"""Code spans are those of Python-Markdown, without its cost."""

from hypothesis import given
from hypothesis import strategies as st
from markdown.inlinepatterns import BACKTICK_RE, BacktickInlineProcessor

from sitegen.content.code_spans import LinearBackticks

TEXTS = st.lists(st.sampled_from(["`", "``", "```", "a", " "]), max_size=14).map("".join)


@given(TEXTS, st.lists(TEXTS, max_size=3))
def test_a_span_ends_where_python_markdown_ends_it(text: str, earlier: list[str]) -> None:
    linear, other = LinearBackticks(BACKTICK_RE), BacktickInlineProcessor(BACKTICK_RE)
    for before in (*(part + text for part in earlier), text):
        for start in (at for at, character in enumerate(before) if character == "`"):
            assert linear.find_code_spans(start, before) == other.find_code_spans(start, before)


class CountedBackticks(LinearBackticks):
    readings = 0

    def _read_runs(self, text: str, start: int) -> None:
        before = self._text
        super()._read_runs(text, start)
        self.readings += self._text is not before


def test_the_runs_of_a_text_are_read_once() -> None:
    backticks, text = CountedBackticks(BACKTICK_RE), "``a`" * 1000
    for start in range(0, 4000, 4):
        backticks.find_code_spans(start, "x" * start + text[start:])
    assert backticks.readings == 1
