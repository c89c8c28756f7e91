"""Measure builds of a made-up site: cold, unchanged, and after an edit of each kind; medians of whole processes."""

import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from benchmarks.corpus import items
from benchmarks.process import Measure, measure
from benchmarks.sites import write_site
from sitegen.building import PROJECT

ROUNDS = 3
STEPS = ("cold", "noop", "body_edit", "title_edit", "template_edit")


def run(count: int, shape: str, *, as_json: bool) -> int:
    """Measure, print the results (as one line of JSON if asked), and return the exit code."""
    with tempfile.TemporaryDirectory(prefix="sitegen-bench-") as folder:
        site = Path(folder) / "site"
        write_site(site, items(count), shape)
        measures: dict[str, list[Measure]] = {step: [] for step in STEPS}
        for number in range(ROUNDS):
            for step, result in _round(site, number):
                measures[step].append(result)
                if not as_json:
                    print(f"{step:14} {result.wall:7.2f} s  {result.cpu:7.2f} CPU s  {result.mb:6.0f} MB", flush=True)
    medians = {step: _median(results) for step, results in measures.items()}
    if as_json:
        print(json.dumps({"items": count, "shape": shape, **medians}))
    else:
        print(f"\nmedians of {ROUNDS}: {count:,} items, shape {shape}")
        for step, values in medians.items():
            print(f"{step:14} {values['wall']:7.2f} s  {values['cpu']:7.2f} CPU s  {values['mb']:6.0f} MB")
    return 0


def _round(site: Path, number: int) -> Iterator[tuple[str, Measure]]:
    command = [sys.executable, str(PROJECT / "build.py"), "--site", str(site)]
    for name in ("public", ".sitegen", ".public.sitegen"):
        shutil.rmtree(site / name, ignore_errors=True)
    stories = sorted((site / "content" / "story").glob("*.md"))
    page = stories[(number * 37 + len(stories) // 2) % len(stories)]
    template = site / "templates" / "base.html"
    if not template.is_file():
        template.parent.mkdir(exist_ok=True)
        shutil.copy(PROJECT / "templates" / "base.html", template)
    edits: dict[str, Callable[[], object]] = {
        "cold": lambda: None,
        "noop": lambda: None,
        "body_edit": lambda: _edit(page, "", f"\nEdited in round {number}.\n"),
        "title_edit": lambda: _edit(page, 'title: "', f'title: "Renamed {number} '),
        "template_edit": lambda: _edit(template, "</body>", f"<!-- {number} --></body>"),
    }
    for step, edit in edits.items():
        edit()
        yield step, measure(command, site)


def _edit(path: Path, old: str, new: str) -> None:
    """Replace the first `old` in a file by `new`; append `new` if `old` is empty."""
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new, 1) if old else text + new, "utf-8", newline="\n")


def _median(results: list[Measure]) -> dict[str, float]:
    return {name: round(median(getattr(result, name) for result in results), 3) for name in Measure._fields}
