"""Writes the tables in docs/ that come from the code: the fields of each kind.

`python -m sitegen.devtools.docs` writes them anew; the test tells where they are out of date. A table stands
between `<!-- fields: KIND -->` and `<!-- end of fields -->`; the fields of all kinds are those of `every kind`.
"""

import re
from pathlib import Path

from sitegen.content.kinds import KINDS
from sitegen.content.schema import field_table

ROOT = Path(__file__).resolve().parents[2]
FILES = ("docs/writing.md",)
EVERY_KIND = "every kind"
_TABLE = re.compile(r"(<!-- fields: ([a-z -]+?) -->\n)(.*?)(<!-- end of fields -->)", re.DOTALL)


def with_tables(text: str) -> str:
    """Give a document with every marked table as the code has it now.

    Raises KeyError where a mark names no kind.
    """
    return _TABLE.sub(lambda found: f"{found[1]}\n{_table(found[2])}\n{found[4]}", text)


def tables_in(text: str) -> list[str]:
    """Give the names of the tables that a document marks, in order."""
    return [found[2] for found in _TABLE.finditer(text)]


def _table(name: str) -> str:
    if name != EVERY_KIND and name not in KINDS:
        raise KeyError(name)
    return field_table("" if name == EVERY_KIND else name)


def main(root: Path = ROOT) -> None:
    """Write the tables of every document that has some, and say which changed."""
    for name in FILES:
        path = root / name
        before = path.read_text("utf-8")
        after = with_tables(before)
        if after != before:
            path.write_text(after, encoding="utf-8", newline="\n")
        print(f"{name}: {'written' if after != before else 'as it was'}")


if __name__ == "__main__":
    main()
