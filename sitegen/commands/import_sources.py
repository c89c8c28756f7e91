"""Bring in texts from elsewhere as drafts, and report what became of every word: what the command `import` does."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from zoneinfo import ZoneInfo

from sitegen.importing.import_plan import ImportPlan, plan_import, unused_files
from sitegen.importing.kind_choice import check_wanted
from sitegen.importing.report_html import report_html
from sitegen.importing.report_json import report_json
from sitegen.importing.report_text import report_lines
from sitegen.overview.as_html import GENERATOR, report_style
from sitegen.overview.saving import save_html
from sitegen.upkeep.applying import apply, read_file
from sitegen.upkeep.file_changes import make_change_set
from sitegen.upkeep.imports.record_keeping import RECORD, read_record, record_bytes
from sitegen.upkeep.imports.source_files import read_sources
from sitegen.upkeep.site_files import read_site


def run(
    site: Path,
    paths: Sequence[str],
    pasted: BinaryIO,
    say: Callable[[str], None],
    *,
    page_kind: str = "",
    into: str = "",
    is_dry: bool = False,
    report: Path | None = None,
    as_json: bool = False,
) -> bool:
    """Bring in sources, and say what became of them; return whether nothing was refused, and nothing is to decide.

    Raises what `read_site`, `check_wanted`, `read_sources`, `read_record`, `save_html` and `apply` raise.
    """
    config, files = read_site(site)
    wanted = check_wanted(config, page_kind, into)
    record = read_record(site)
    source_files = read_sources(paths, pasted)
    today = datetime.now(ZoneInfo(config.site.timezone)).date().isoformat()
    plan = plan_import(config, files, source_files.sources, wanted, today, lambda path: read_file(site / path), record)
    is_known = any(outcome.status == "unchanged" for outcome in plan.outcomes)  # of it no file was opened this time
    outcomes = (*plan.outcomes, *unused_files(() if is_known else source_files.unused()))
    if report:
        html = report_html(outcomes, GENERATOR, report_style(), is_dry=is_dry)
        save_html(site, report, html, option="--report")
    if plan.files and not is_dry:
        _write(site, plan, paths)
    if as_json:
        say(report_json(outcomes, [*plan.files], is_dry=is_dry))
    else:
        for line in report_lines(outcomes, is_dry=is_dry):
            say(line)
        if report:
            say(f"The report is in {report}.")
        if plan.files and not is_dry:
            say("Look at them: python3 build.py serve --drafts. To take it back: python3 build.py undo")
    return not any(outcome.needs_person for outcome in outcomes)


def _write(site: Path, plan: ImportPlan, paths: Sequence[str]) -> None:
    """Write the files of a plan, all or none, so that `undo` can take them back."""
    after = {**plan.files, RECORD: record_bytes(plan.record)}
    before = {path: data for path in after if (data := read_file(site / path)) is not None}
    what = f"import {' '.join(Path(path).name or path for path in paths)}"
    apply(site, make_change_set(what, before, after))
