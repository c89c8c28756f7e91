"""Build a site, run the checks over it, and say what was found."""

from dataclasses import replace

from sitegen import report
from sitegen.building import Choices, build_site, output_folder
from sitegen.engine.plan import Result
from sitegen.errors import sort_problems
from sitegen.findings import find_problems, open_site


def run(choices: Choices, *, as_json: bool) -> Result:
    """Build, check the finished site, and print all problems; return the result with the findings among them.

    A site that could not be built is not checked. Raises what `build_site` raises.
    """
    with report.ProgressReporter(as_json=as_json) as reporter:
        choices = replace(choices, notify=reporter.notify, progress=reporter.progress)
        result = build_site(choices)
        if result.committed:
            with open_site(choices) as site:
                result.problems = sort_problems([*result.problems, *find_problems(site)])
    report.print_result(result, reporter, output_folder(choices), checked=True)
    return result
