"""The documents of the project, read for tests."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXTS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "docs/adr").glob("*.md"))
)


def read(name: str) -> str:
    """Return a file of the project as text."""
    return (ROOT / name).read_text("utf-8")


def section(text: str, heading: str) -> str:
    """Return what stands below a heading of level 2, up to the next one."""
    match = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert match, heading
    return match[1]


def fences(text: str) -> list[str]:
    """Return the blocks of code of a document."""
    return re.findall(r"^ *```[a-z]*\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL)


def first_cells(text: str) -> set[str]:
    """Return the first cell of each row of a document's tables, without backquotes."""
    return {cell.strip().strip("`") for cell in re.findall(r"^\| ([^|]+) \|", text, re.MULTILINE)}
