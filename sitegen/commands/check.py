"""Build a site, run the checks over it, and say what was found; mend what is mechanical of it, if that is asked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sitegen import report
from sitegen.building import Choices, build_site, output_folder
from sitegen.engine.plan import Result
from sitegen.errors import Problem, UsageError, sort_problems
from sitegen.findings import FinishedSite, find_problems, open_site
from sitegen.findings.recording import check_record
from sitegen.model.folders import CHECKS
from sitegen.upkeep.confirming import Confirm, make_changes

_RECORDED = f"What was found is in {CHECKS}. Build again to show it to readers."
_NOT_RECORDED = f"Nothing was recorded in {CHECKS}: a site that cannot be built cannot be checked."


def run(choices: Choices, *, golden: bool = False, is_recorded: bool = False, as_json: bool) -> Result:
    """Build, check the finished site, and print all problems; return the result with the findings among them.

    With `golden`, a golden query whose page slips is an error, and not advice. If it `is_recorded`, what was found goes
    to content/checks.yaml, for the next build. A site that could not be built is not checked. Raises what `build_site`
    raises.
    """
    with report.ProgressReporter(as_json=as_json) as reporter:
        choices = replace(choices, notify=reporter.notify, progress=reporter.progress)
        result = build_site(choices)
        if result.committed:
            with open_site(choices) as site:
                strict = {"golden_queries"} if golden else ()
                result.problems = sort_problems([*result.problems, *find_problems(site, strict=strict)])
                if is_recorded:
                    _record(choices, site)
    report.print_result(result, reporter, output_folder(choices), checked=True)
    if is_recorded and not as_json:
        print(_RECORDED if result.committed else _NOT_RECORDED)  # noqa: T201 - what the command says
    return result


def _record(choices: Choices, site: FinishedSite) -> None:
    from sitegen.content.check_record import write_record

    today = datetime.now(ZoneInfo(site.config.site.timezone)).date()
    record = check_record(site, today.isoformat())
    (choices.site / CHECKS).write_text(write_record(record), encoding="utf-8", newline="\n")


def fix(
    choices: Choices, say: Callable[[str], None], confirm: Confirm, *, golden: bool = False, as_json: bool = False
) -> list[Problem]:
    """Check a site, and mend what can be mended for certain, if a person says so; return the errors that are left.

    Raises UsageError with `as_json`, and what `apply` raises.
    """
    from sitegen.upkeep.fixes.mending import mend
    from sitegen.upkeep.site_files import read_files

    if as_json:
        raise UsageError("--fix shows what it changes, and --json shows nothing", hint="leave one of them out")
    problems = run(choices, golden=golden, as_json=False).problems
    mending = mend(read_files(choices.site), problems)
    left = list(mending.left)
    if not mending.mended:
        say("There is nothing that can be mended without a person.")
    elif make_changes(choices.site, mending.change_set, say, confirm):
        person = f"{len(left):,} need{'s' if len(left) == 1 else ''} a person" if left else "none needs a person"
        say(f"{len(mending.mended):,} mended, {person}. To see what is left, check again.")
    else:
        left = problems
    return [problem for problem in left if problem.is_error]
