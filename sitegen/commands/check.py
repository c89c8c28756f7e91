"""Build a site, run the checks over it, and say what was found."""

from dataclasses import replace

from sitegen import report
from sitegen.building import Choices, build_site, out_of
from sitegen.engine.plan import Result
from sitegen.errors import sort_problems
from sitegen.findings import find_problems, open_site


def run(choices: Choices, *, as_json: bool) -> Result:
    """Build, check the finished site, and print all problems; return the result with the findings among them.

    A site that could not be built is not checked. Raises what `build_site` raises.
    """
    with report.Watcher(as_json=as_json) as watcher:
        choices = replace(choices, notify=watcher.notify, progress=watcher.progress)
        result = build_site(choices)
        if result.committed:
            with open_site(choices) as site:
                result.problems = sort_problems([*result.problems, *find_problems(site)])
    report.show(result, watcher, out_of(choices), checked=True)
    return result
