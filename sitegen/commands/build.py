"""Build a site, and say what was done."""

from dataclasses import replace

from sitegen import report
from sitegen.building import Choices, build_site, out_of
from sitegen.engine.plan import Result
from sitegen.staff_search import keep


def run(choices: Choices, *, as_json: bool) -> Result:
    """Build, bring the staff's index up to date, and print what was done; return the result.

    Raises what `build_site` raises; a writer's mistakes are in the result.
    """
    with report.Watcher(as_json=as_json) as watcher:
        choices = replace(choices, notify=watcher.notify, progress=watcher.progress)
        result = build_site(choices)
        if result.committed:
            result.seconds["library"] = keep(choices)
    report.show(result, watcher, out_of(choices))
    return result
