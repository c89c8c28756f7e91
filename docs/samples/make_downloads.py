# ruff: noqa: INP001
"""Make the sample downloads again: python docs/samples/make_downloads.py, with the packages of requirements.txt.

The same files every time, to the byte: fixed dates, no ids by chance. They go to static/downloads/.
"""

import sys
from pathlib import Path

import agreement
import caring
import coaching
import counting
import improvement
import leading
import learning
import people
import planning
import slides
import sponsoring
import steady
import teamwork
import word
from fitting import make_fitted

DOWNLOADS = Path(__file__).resolve().parents[2] / "static" / "downloads"

MODULES = (
    *(teamwork, leading, sponsoring, coaching, improvement, counting, planning, people, caring, learning, steady),
    *(agreement, word, slides),
)


def main(folder: Path) -> None:
    """Write every sample file into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for module in MODULES:
        for make in module.SHEETS:
            make_fitted(make, folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DOWNLOADS)
