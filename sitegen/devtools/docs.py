"""Write the tables of docs/ that come from the code: the fields of each kind, and the settings of site.yaml.

`python -m sitegen.devtools.docs` writes them anew; tests/docs/test_writing_docs.py fails where they are out of date.
A table stands between `<!-- table: NAME -->` and `<!-- end of table -->`; NAME is a kind, `every kind` or `settings`.
"""

import re
from pathlib import Path

from sitegen.config import setting_table
from sitegen.content.kind_fields import FIELDS_OF_KIND
from sitegen.content.schema import field_table

ROOT = Path(__file__).resolve().parents[2]
FILES = ("docs/writing.md", "docs/settings.md")
EVERY_KIND = "every kind"
SETTINGS = "settings"
_TABLE = re.compile(r"(<!-- table: ([a-z -]+?) -->\n)(.*?)(<!-- end of table -->)", re.DOTALL)


def with_tables(text: str) -> str:
    """Return a document with every table between comments written anew from the code.

    Raises:
        KeyError: a comment names no known table.
    """
    return _TABLE.sub(lambda match: f"{match[1]}\n{_table(match[2])}\n{match[4]}", text)


def tables_in(text: str) -> list[str]:
    """Return the names of the tables between comments in a document, in order."""
    return [match[2] for match in _TABLE.finditer(text)]


def main(root: Path = ROOT) -> None:
    """Write the tables of every document that has some, and print which documents changed."""
    for name in FILES:
        path = root / name
        before = path.read_text("utf-8")
        after = with_tables(before)
        if after != before:
            path.write_text(after, encoding="utf-8", newline="\n")
        print(f"{name}: {'written' if after != before else 'as it was'}")


def _table(name: str) -> str:
    if name == SETTINGS:
        return setting_table()
    if name == EVERY_KIND:
        return field_table()
    if name not in FIELDS_OF_KIND:
        raise KeyError(name)
    return field_table(name)


if __name__ == "__main__":
    main()
