"""Problems: how they are located, suggested, printed and sorted."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import errors
from sitegen.engine.stored_problems import keep_few_of_each_file
from sitegen.errors import (
    Location,
    Problem,
    Severity,
    SitegenError,
    excerpt,
    format_problem,
    in_few_words,
    keep_few,
    sort_problems,
    suggest,
    suggest_path,
)

FAMILY = ["ConfigError", "ContentError", "TemplateError", "AssetError", "RouteError", "BuildError", "UsageError"]
LINES = ["one", "two", "three", "four", "five", "six"]


@pytest.mark.parametrize(
    ("location", "text"),
    [(Location("a.md"), "a.md"), (Location("a.md", 3), "a.md:3"), (Location("a.md", 3, 7), "a.md:3:7")],
)
def test_a_place_is_written_as_editors_read_it(location: Location, text: str) -> None:
    assert str(location) == text


@pytest.mark.parametrize("name", FAMILY)
def test_an_error_made_of_a_text_has_one_problem_of_its_own_kind(name: str) -> None:
    error = getattr(errors, name)("it is wrong", hint="mend it", path="a.md")
    assert isinstance(error, SitegenError)
    assert error.problems == (Problem(location=Location("a.md"), headline="it is wrong", hint="mend it", kind=name),)
    assert str(error) == "a.md: it is wrong"


def test_an_error_made_of_problems_keeps_them_in_their_order() -> None:
    problems = [
        Problem(location=Location("b"), headline="second"),
        Problem(location=Location("a"), headline="first", kind="ConfigError"),
    ]
    error = SitegenError(*problems)
    assert error.problems == tuple(problems)
    assert str(error) == "b: second; a: first"


def test_a_warning_and_advice_are_no_errors() -> None:
    assert Problem(location=Location("a"), headline="wrong").is_error
    assert not Problem(location=Location("a"), headline="odd", severity="warning").is_error
    assert not Problem(location=Location("a"), headline="odd", severity="advice").is_error


@pytest.mark.parametrize(
    ("line", "numbers"),
    [(1, [1, 2, 3]), (3, [1, 2, 3, 4, 5]), (6, [4, 5, 6]), (0, []), (7, []), (-1, [])],
)
def test_the_lines_around_a_place_are_cut_at_the_ends_of_the_text(line: int, numbers: list[int]) -> None:
    lines = excerpt("\n".join(LINES) + "\n", line)
    assert [number for number, _ in lines] == numbers
    assert all(text == LINES[number - 1] for number, text in lines)


def test_an_empty_text_has_no_lines() -> None:
    assert excerpt("", 1) == ()


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("suoth", 'did you mean "South"?'),
        ("SOUTH", 'did you mean "South"?'),
        ("north", 'did you mean "north"?'),
        ("xyzzy", ""),
        ("", ""),
    ],
)
def test_the_nearest_choice_is_suggested_in_any_case(word: str, hint: str) -> None:
    assert suggest(word, ["South", "north"]) == hint


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("stories/huddel.md", 'did you mean "tools/huddle.md"?'),
        ("stories/faq.md", 'did you mean "stories/faq.md"?'),
        ("films/faq.md", 'did you mean "about/faq.md"?'),
        ("tools/xyzzy.md", ""),
    ],
)
def test_the_path_with_the_nearest_last_part_is_suggested(path: str, hint: str) -> None:
    assert suggest_path(path, ["about/faq.md", "stories/faq.md", "tools/huddle.md"]) == hint


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("tools/huddle", 'did you mean "tools/huddle-guide"?'),
        ("tools/Huddle-G.PDF", 'did you mean "tools/huddle-guide"?'),
        ("stories/huddle", 'did you mean "tools/fuddle"?'),
        ("tools/hud", ""),
    ],
)
def test_a_path_that_goes_on_from_this_one_is_suggested_in_its_folder(path: str, hint: str) -> None:
    assert suggest_path(path, ["tools/huddle-guide-for-everybody", "tools/huddle-guide", "tools/fuddle"]) == hint


def test_nothing_is_suggested_where_there_is_no_choice() -> None:
    assert suggest("south", []) == ""


def test_a_problem_is_printed_with_lines_caret_values_and_hint() -> None:
    problem = Problem(
        location=Location("a.md", 10, 6),
        headline='unknown region "suoth"',
        hint='did you mean "south"?',
        values=(("field", "regions"),),
        excerpt=((9, "---"), (10, "\tone: suoth"), (11, "")),
    )
    assert format_problem(problem).splitlines() == [
        'a.md:10:6: unknown region "suoth"',
        "     9 | ---",
        "  > 10 | \tone: suoth",
        "       | \t    ^",
        "    11 |",
        "  field: regions",
        '  hint: did you mean "south"?',
    ]


def test_a_line_without_a_column_has_no_caret() -> None:
    problem = Problem(location=Location("a.md", 1), headline="wrong", excerpt=((1, "text"),))
    assert format_problem(problem) == "a.md:1: wrong\n  > 1 | text"


@pytest.mark.parametrize("severity", ["warning", "advice"])
def test_a_warning_and_advice_say_what_they_are(severity: Severity) -> None:
    problem = Problem(location=Location("a.md"), headline="odd", severity=severity)
    assert format_problem(problem) == f"a.md: {severity}: odd"


def test_a_problem_without_a_place_is_its_headline() -> None:
    assert format_problem(Problem(location=Location(""), headline="wrong")) == "wrong"


def test_problems_are_sorted_by_place_and_reported_once() -> None:
    first, second, third = (Problem(location=Location("a", line), headline="x") for line in (2, 10, 10))
    other = Problem(location=Location("b", 1), headline="x")
    assert sort_problems([other, third, second, first]) == [first, second, other]


def test_problems_of_one_place_are_sorted_by_severity() -> None:
    advice = Problem(location=Location("a"), headline="a", severity="advice")
    warning = Problem(location=Location("a"), headline="b", severity="warning")
    error = Problem(location=Location("a"), headline="c")
    assert sort_problems([advice, warning, error]) == [error, warning, advice]


def test_problems_of_one_place_are_sorted_by_what_they_say_even_if_only_their_kinds_differ() -> None:
    problems = [Problem(location=Location("a"), headline="x", kind=kind) for kind in FAMILY]
    assert sort_problems(problems) == sort_problems(reversed(problems))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("unknown field", "unknown field"),
        ("a\x1b[31mb\u202ec\nd", "a\\x1b[31mb\\u202ec\\nd"),
        ("\u6587\u5b57 \U0001f469\u200d\U0001f4bb", "\u6587\u5b57 \U0001f469\u200d\U0001f4bb"),
        ("a" * 500 + "b" * 500, "a" * 400 + "..." + "b" * 100),
    ],
)
def test_a_message_fits_on_a_screen_and_moves_no_cursor(text: str, expected: str) -> None:
    assert in_few_words(text) == expected


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        ("x" * 160, 155, "x" * 160),
        ("x" * 161, 0, "x" * 160 + " \u2026"),
        ("x" * 161, 81, "x" * 160 + " \u2026"),
        ("x" * 10_000 + "!" + "y" * 10_000, 10_001, "\u2026 " + "x" * 80 + "!" + "y" * 79 + " \u2026"),
        ("x" * 300 + "!", 301, "\u2026 " + "x" * 80 + "!"),
    ],
)
def test_a_long_line_is_cut_around_its_column_and_the_caret_stands_right(line: str, column: int, expected: str) -> None:
    shown = excerpt(f"above\n{line}\nbelow", 2, column=column)
    assert shown == ((1, "above"), (2, expected), (3, "below"))
    problem = Problem(location=Location("a.md", 2, column), headline="wrong", excerpt=shown)
    printed = format_problem(problem).split("\n")
    if "!" in line:
        assert printed[2].index("!") == printed[3].index("^")


def test_control_characters_of_a_line_do_not_reach_the_screen() -> None:
    problem = Problem(location=Location("a.md", 1, 2), headline="wrong", excerpt=((1, "a\x1b[31m\tb"),))
    assert "\ufffd[31m\tb" in format_problem(problem)


@given(
    st.lists(st.sampled_from(["error", "warning", "advice"]), max_size=5)
    | st.lists(st.sampled_from(["error", "warning", "advice"]), min_size=98, max_size=130)
)
def test_of_many_problems_of_a_file_the_gravest_hundred_are_kept_and_the_others_counted(words: list[Severity]) -> None:
    problems = [
        Problem(location=Location("a.md", line), headline=f"wrong {line}", severity=severity)
        for line, severity in enumerate(words, 1)
    ]
    kept = keep_few(problems)
    if len(problems) <= 100:
        assert kept == problems
        return
    assert len(kept) == 101
    assert kept[:-1] == [problem for problem in problems if problem in kept]
    assert kept[-1].headline.startswith(f"and {len(problems) - 100:,} more problem")
    left_out = [problem.severity for problem in problems if problem not in kept]
    assert kept[-1].severity == next(grave for grave in ("error", "warning", "advice") if grave in left_out)
    assert sort_problems(kept)[-1].location == kept[-1].location


def _problem_on(line: int, path: str = "content/a.md") -> Problem:
    return Problem(location=Location(path, line, 1), headline=f"wrong {line}")


def test_the_problems_of_each_file_are_few_though_several_tasks_reported_them() -> None:
    parsed = keep_few([_problem_on(line) for line in range(1, 151)])
    later = [_problem_on(line) for line in range(200, 230)]
    other = [_problem_on(1, "site.yaml")]
    kept = keep_few_of_each_file([*later, *parsed, *other])
    assert [problem.headline for problem in kept[99:]] == ["wrong 100", "and 80 more problems in this file", "wrong 1"]


def test_a_count_of_warnings_stays_a_warning() -> None:
    warnings = [msgspec.structs.replace(_problem_on(line), severity="warning") for line in range(1, 151)]
    [*_, count] = keep_few(keep_few(warnings))
    assert (count.headline, count.severity) == ("and 50 more problems in this file", "warning")


def test_problems_that_repeat_count_once() -> None:
    assert keep_few_of_each_file([_problem_on(1)] * 300) == [_problem_on(1)]
