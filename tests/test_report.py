"""What a person sees of a build."""

import json
import sys
from pathlib import Path

import msgspec
import pytest

from sitegen import report
from sitegen.engine.plan import Result
from sitegen.errors import Location, Problem

ERROR = Problem(
    location=Location("content/stories/x.md", 4, 12), headline='unknown region "suoth"', hint='did you mean "south"?'
)
WARNING = Problem(location=Location("content/stories/x.md"), headline="no summary", severity="warning")
ADVICE = Problem(location=Location("site.yaml", 3), headline="an example", severity="advice")


def closing(result: Result, *, checked: bool = False) -> list[str]:
    return report.closing_lines(result, 1.25, Path("/sites/public"), checked=checked)


def written(count: int) -> tuple[str, ...]:
    return tuple(f"{number}.html" for number in range(count))


@pytest.mark.parametrize(
    ("result", "checked", "expected"),
    [
        (Result(pages=3, written=written(3)), False, ["3 pages in 1.25 s: 3 files written."]),
        (Result(pages=1, written=written(1)), False, ["1 page in 1.25 s: 1 file written."]),
        (Result(), False, ["no pages in 1.25 s: nothing had changed."]),
        (Result(pages=13_692), False, ["13,692 pages in 1.25 s: nothing had changed."]),
        (Result(pages=2, pruned=("a", "b")), False, ["2 pages in 1.25 s: 2 files removed."]),
        (
            Result(pages=2, written=written(1200), pruned=("a",)),
            False,
            ["2 pages in 1.25 s: 1,200 files written, 1 file removed."],
        ),
        (
            Result(pages=2, pruned=("downloads/a.pdf", "stories/x/index.html", "videos/share.png", "stories/a.json")),
            False,
            ["2 pages in 1.25 s: 4 files removed.", "No longer published: /downloads/a.pdf, /stories/x/."],
        ),
        (
            Result(pages=2, pruned=("assets/images/a-9.0.jpg", *(f"images/{number}.jpg" for number in range(7)))),
            False,
            [
                "2 pages in 1.25 s: 8 files removed.",
                f"No longer published: {', '.join(f'/images/{number}.jpg' for number in range(5))} and 2 more.",
            ],
        ),
        (
            Result(pages=2, problems=[WARNING, WARNING]),
            False,
            ["2 pages in 1.25 s: nothing had changed.", "Built with 2 warnings."],
        ),
        (
            Result(pages=2, problems=[ERROR, WARNING]),
            True,
            ["2 pages in 1.25 s: nothing had changed.", "Checked with 1 error, 1 warning."],
        ),
        (
            Result(pages=2, problems=[ADVICE, WARNING, ADVICE]),
            True,
            ["2 pages in 1.25 s: nothing had changed.", "Checked with 1 warning, 2 pieces of advice."],
        ),
        (
            Result(pages=2, problems=[ADVICE]),
            False,
            ["2 pages in 1.25 s: nothing had changed.", "Built with 1 piece of advice."],
        ),
        (
            Result(pages=2, problems=[ADVICE]),
            True,
            [
                "2 pages in 1.25 s: nothing had changed.",
                "Checked: no broken links, no missing files; 1 piece of advice.",
            ],
        ),
        (
            Result(pages=2),
            True,
            ["2 pages in 1.25 s: nothing had changed.", "Checked: no broken links, no missing files."],
        ),
    ],
)
def test_the_closing_lines_say_what_was_done(result: Result, checked: bool, expected: list[str]) -> None:  # noqa: FBT001
    look = "The site is in /sites/public. To look at it: python3 build.py serve"
    assert closing(result, checked=checked) == [*expected, look]


def test_the_closing_line_of_a_failed_build_says_that_the_old_site_stays() -> None:
    result = Result(problems=[ERROR, ERROR, WARNING], committed=False)
    assert closing(result) == [
        "Not built: 2 errors, 1 warning. The site in /sites/public is as it was before.",
    ]


def test_a_folder_below_the_working_directory_is_named_shortly(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert report.closing_lines(Result(), 1.0, tmp_path / "public", checked=False)[-1].startswith(
        "The site is in public."
    )


def test_problems_are_printed_whole_with_an_empty_line_after_each(capsys: pytest.CaptureFixture[str]) -> None:
    report.print_problems([WARNING, ERROR])
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == (
        "content/stories/x.md: warning: no summary\n\n"
        'content/stories/x.md:4:12: unknown region "suoth"\n  hint: did you mean "south"?\n\n'
    )


def headlines(printed: str) -> list[str]:
    """Return the lines of printed problems that are no hints and not empty."""
    return [line for line in printed.splitlines() if line and not line.startswith(" ")]


def test_errors_are_printed_after_all_else_under_a_heading_that_counts_them(capsys: pytest.CaptureFixture[str]) -> None:
    later = msgspec.structs.replace(ERROR, location=Location("content/stories/y.md"))
    report.print_problems([ERROR, WARNING, later, *[ADVICE] * (report.PRINTED_AT_MOST + 1)], with_heading=True)
    lines = headlines(capsys.readouterr().err)
    assert lines[0] == "content/stories/x.md: warning: no summary"
    assert lines[-4:] == [
        "1 more piece of advice: see it all with --json.",
        "== 2 errors",
        'content/stories/x.md:4:12: unknown region "suoth"',
        'content/stories/y.md: unknown region "suoth"',
    ]


def test_without_errors_there_is_no_heading(capsys: pytest.CaptureFixture[str]) -> None:
    report.print_problems([WARNING], with_heading=True)
    assert headlines(capsys.readouterr().err) == ["content/stories/x.md: warning: no summary"]


def test_of_many_warnings_the_rest_is_counted_and_no_error_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    report.print_problems([*[WARNING] * (report.PRINTED_AT_MOST + 1200), ERROR])
    printed = capsys.readouterr().err
    assert printed.count("no summary") == report.PRINTED_AT_MOST
    lines = headlines(printed)
    assert lines[-2] == "1,200 more warnings: mend some and build again, or see them all with --json."
    assert lines[-1] == 'content/stories/x.md:4:12: unknown region "suoth"'


def test_of_much_advice_the_rest_is_counted_and_crowds_out_no_warning(capsys: pytest.CaptureFixture[str]) -> None:
    report.print_problems([*[ADVICE] * (report.PRINTED_AT_MOST + 1), WARNING])
    printed = capsys.readouterr().err
    assert printed.count("an example") == report.PRINTED_AT_MOST
    assert "no summary" in printed
    assert printed.endswith("1 more piece of advice: see it all with --json.\n\n")


def test_the_object_of_a_build_can_be_written_as_json() -> None:
    result = Result(outputs=5, pages=3, written=("a",), pruned=("b",), rendered=2, notes=["n"])
    result.problems = [WARNING, ADVICE, ADVICE]
    result.seconds = {"scan": 0.123456}
    answer = json.loads(json.dumps(report.result_object(result, 1.23456, 40.5)))
    assert answer["seconds"] == {"scan": 0.1235, "total": 1.2346}
    assert (answer["files"], answer["pages"], answer["written"], answer["unchanged"], answer["pruned"]) == (
        5,
        3,
        1,
        4,
        1,
    )
    assert (answer["rendered"], answer["peak_mb"]) == (2, 40.5)
    assert (answer["warnings"], answer["errors"], answer["advice"]) == (1, 0, 2)
    assert [problem["severity"] for problem in answer["problems"]] == ["warning", "advice", "advice"]
    assert answer["notes"] == ["n"]


def watched(monkeypatch: pytest.MonkeyPatch, *, as_json: bool = False, late: bool = True, total: int = 5000) -> None:
    if late:
        monkeypatch.setattr(report, "_SECONDS_BEFORE_FIRST", -1.0)
    with report.ProgressReporter(as_json=as_json) as reporter:
        for done in range(3):
            reporter.progress("read", done, total)
        reporter.progress("render", 1, total)
        reporter.notify("waiting")


def test_long_work_without_a_terminal_gets_one_plain_line_a_stage(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    watched(monkeypatch)
    assert capsys.readouterr() == ("", "Reading pages: 5,000\nMaking pages: 5,000\nwaiting\n")


def test_short_or_small_work_gets_no_progress(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    watched(monkeypatch, late=False)
    watched(monkeypatch, total=10)
    watched(monkeypatch, as_json=True)
    assert capsys.readouterr().err == "waiting\n" * 3


def test_long_work_in_a_terminal_gets_a_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    watched(monkeypatch)
    assert "Reading pages" in capsys.readouterr().err


def test_the_peak_is_reported_with_json_alone() -> None:
    with report.ProgressReporter(as_json=True) as reporter:
        pass
    assert reporter.peak_mb > 1
    with report.ProgressReporter(as_json=False) as reporter:
        pass
    assert reporter.peak_mb == 0.0
