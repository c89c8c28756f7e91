"""Write what an import did as one JSON object on one line."""

import json
from collections.abc import Sequence
from typing import Any

from sitegen.importing.import_plan import Outcome
from sitegen.importing.page_finishing import PageReport


def report_object(outcomes: Sequence[Outcome], files: Sequence[str], *, is_dry: bool) -> dict[str, Any]:
    """Return the report as plain values: what becomes of each source, and the paths of the files that are written."""
    return {
        "dry_run": is_dry,
        "files": sorted(files),
        "sources": [_outcome(outcome) for outcome in outcomes],
    }


def report_json(outcomes: Sequence[Outcome], files: Sequence[str], *, is_dry: bool) -> str:
    """Return the report as JSON, without a line end."""
    return json.dumps(report_object(outcomes, files, is_dry=is_dry), ensure_ascii=False, separators=(",", ":"))


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "source": outcome.source,
        "status": outcome.status,
        "why": outcome.why,
        "hint": outcome.hint,
        "diff": list(outcome.diff),
        "page": _page(outcome.page) if outcome.page else None,
    }


def _page(page: PageReport) -> dict[str, Any]:
    return {
        "path": page.path,
        "kind": {"is": page.kind.kind, "sure": page.kind.sureness, "because": page.kind.because},
        "fields": [
            {"name": one.name, "value": one.value, "sure": one.sureness, "because": one.because} for one in page.fields
        ],
        "decide": [
            {"line": line, "what": one.text, "hint": one.hint}
            for one, line in zip(page.decisions, page.lines, strict=True)
        ],
        "left_out": [{"line": one.line, "because": one.because, "text": one.text} for one in page.left_out],
        "mended": [{"what": one.what, "before": one.before, "after": one.after} for one in page.mended],
    }
