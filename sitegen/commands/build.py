"""Build a site, and say what was done."""

from dataclasses import replace

from sitegen import report
from sitegen.building import Choices, build_site, output_folder, pages_held_back
from sitegen.engine.plan import Result
from sitegen.staff_search import keep


def run(choices: Choices, *, as_json: bool) -> Result:
    """Build, bring the staff's index up to date, and print what was done; return the result.

    Raises what `build_site` raises; a writer's mistakes are in the result.
    """
    with report.ProgressReporter(as_json=as_json) as reporter:
        choices = replace(choices, notify=reporter.notify, progress=reporter.progress)
        result = build_site(choices)
        if result.committed:
            result.seconds["library"] = keep(choices)
    held = pages_held_back(choices) if result.committed else ()
    report.print_result(result, reporter, output_folder(choices), held=held)
    return result
