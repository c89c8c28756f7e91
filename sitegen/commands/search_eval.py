"""Measure how good the ranking is; the measuring itself stands in benchmarks/."""

from collections.abc import Callable
from pathlib import Path


def run(paths: tuple[Path, Path, Path], run_file: Path | None, engine: str, say: Callable[[str], None]) -> int:
    """Print the figures for the documents, queries and judgments in three files; return the exit code.

    Raises ContentError with the lines that cannot be read, UsageError for a missing file.
    """
    from benchmarks import search_evaluation

    return search_evaluation.run(paths, run_file, engine, say)
