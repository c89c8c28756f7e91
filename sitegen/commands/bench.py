"""Measure builds, searches, filters, hostile files, or imports; the measuring stands in benchmarks/."""

from typing import Literal

Subject = Literal["builds", "search", "filters", "hostile", "imports"]


def run(subject: Subject, items: int, shape: str, *, as_json: bool) -> int:
    """Measure and print; return the exit code. The number of items and the shape are those of builds."""
    if subject == "filters":
        from benchmarks import filters

        return filters.run(as_json=as_json)
    if subject == "hostile":
        from benchmarks import hostile

        return hostile.run(as_json=as_json)
    if subject == "imports":
        from benchmarks import import_costs

        return import_costs.run(as_json=as_json)
    if subject == "search":
        from benchmarks import search_costs

        return search_costs.run(as_json=as_json)
    from benchmarks import run as builds

    return builds.run(items, shape, as_json=as_json)
