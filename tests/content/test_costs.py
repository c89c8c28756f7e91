"""Files with thousands of mistakes give their messages soon, and few of them."""

from time import process_time

import pytest

from sitegen.assets.films.captions import read_captions
from sitegen.config import read_config
from sitegen.content.page_parser import parse_page
from sitegen.content.page_values import MOST_VALUES
from sitegen.errors import Problem

MOST_SECONDS = 30
HEAD = "---\ntitle: Teams\ndate: 2017-10-05\nsummary: A story.\n"


def page(text: str) -> list[Problem]:
    return list(parse_page("stories/x.md", text.encode(), "story")[1])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("unknown fields", HEAD + "".join(f"unknown{number}: x\n" for number in range(20_000)) + "---\n"),
        ("pictures on one line", HEAD + "---\n" + "<img src=x>" * 8_000 + "\n"),
        ("one long line", HEAD + "x: " + "y" * 900_000 + "\n---\n"),
    ],
)
def test_a_page_with_thousands_of_mistakes_gives_a_hundred(name: str, text: str) -> None:
    started = process_time()
    problems = page(text)
    assert process_time() - started < MOST_SECONDS, name
    assert 0 < len(problems) <= 101
    assert sum(len(line) for problem in problems for _, line in problem.excerpt) < 200_000


def test_captions_with_thousands_of_mistakes_give_a_hundred() -> None:
    started = process_time()
    problems = read_captions(b"WEBVTT\n\n" + b"a\n\n" * 100_000, "static/videos/a.vtt")[1]
    assert process_time() - started < MOST_SECONDS
    assert [problem.headline for problem in problems[-1:]] == ["and 99,900 more problems in this file"]


def test_settings_with_thousands_of_mistakes_give_a_hundred() -> None:
    started = process_time()
    config, problems = read_config(
        b"title: A\nbase_url: https://a.org\n" + b"".join(b"u%d: x\n" % n for n in range(9_000))
    )
    assert process_time() - started < MOST_SECONDS
    assert (config, len(problems)) == (None, 101)


@pytest.mark.parametrize(
    ("field", "value"),
    [("topics", "word@"), ("related", "tools/page-@"), ("aliases", "/old/@/"), ("downloads", "{file: a@.pdf}")],
)
def test_a_list_of_the_front_matter_has_a_longest_length(field: str, value: str) -> None:
    values = "".join(f"  - {value.replace('@', str(number))}\n" for number in range(2_000))
    text = f"---\ntitle: T\nsummary: S\nbest_used: b\nroles: [x]\n{field}:\n{values}---\nText.\n"
    parsed, problems = parse_page("tools/x.md", text.encode(), "tool")
    (problem,) = problems
    assert (problem.location.line, problem.headline) == (107, f'"{field}" has 2,000 values; 100 is the most')
    assert all(len(values) <= MOST_VALUES for values in (*parsed.terms.values(), *parsed.refs.values(), parsed.aliases))
