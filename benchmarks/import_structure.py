"""Measure how much of the structure of documents an import keeps, beside other converters.

`python -m benchmarks.import_structure` prints a table; `--other NAME "COMMAND"` adds a program that prints Markdown,
with the path of a file in place of `{}`. Each figure is the harmonic mean of two shares: what is right of what there is
to find, and of what was found.
"""

import re
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag
from markdown import markdown

from benchmarks.import_documents import Document, Known, make_documents, picture_bytes
from sitegen.building import PROJECT
from sitegen.config import read_config
from sitegen.importing.import_plan import plan_import
from sitegen.importing.import_record import ImportRecord
from sitegen.importing.kind_choice import Wanted
from sitegen.importing.source import Source

SORTS = ("words", "headings", "items", "rows", "links", "pictures")
Convert = Callable[[Document], list[str]]
"""Returns the Markdown of each page of a document; none where it cannot be read."""


def own_pages(document: Document) -> list[str]:
    """Return the pages that the import makes of a document, without their front matter."""
    config, _ = read_config((PROJECT / "site.yaml").read_bytes())
    assert config  # noqa: S101 - the shipped settings
    source = Source(document.name, document.data, {"picture.jpg": picture_bytes()}.get)
    plan = plan_import(config, {}, [source], Wanted(), "2026-11-30", lambda _path: None, ImportRecord())
    return [outcome.page.text.partition("\n---\n")[2] for outcome in plan.outcomes if outcome.page]


def pages_of_command(command: str) -> Convert:
    """Return a converter that runs a program for each document."""

    def convert(document: Document) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / document.name
            path.write_bytes(document.data)
            words = [word.replace("{}", str(path)) for word in shlex.split(command)]
            done = subprocess.run(words, capture_output=True, check=False, encoding="utf-8")
            return [done.stdout] if not done.returncode and done.stdout else []

    return convert


def read_structure(page: str, title: str) -> dict[str, Counter[Any]]:
    """Return what a page in Markdown says, by sort; its title does not count."""
    soup = BeautifulSoup(markdown(page, extensions=["tables", "sane_lists"], tab_length=2), "html.parser")
    headings = [_plain(one) for one in soup.find_all(re.compile("^h[1-6]$"))]
    rows = [tuple(_plain(cell) for cell in row.find_all(["td", "th"])) for row in soup.find_all("tr")]
    items = [(len(one.find_parents("li")), _own_text(one)) for one in soup.find_all("li")]
    return {
        "words": Counter(soup.get_text(" ").casefold().split()),
        "headings": Counter(words for words in headings if words != title),
        "items": Counter(items),
        "rows": Counter(rows),
        "links": Counter((_plain(one), str(one.get("href"))) for one in soup.find_all("a")),
        "pictures": Counter(str(one.get("alt") or "") for one in soup.find_all("img")),
    }


def known_structure(known: Known) -> dict[str, Counter[Any]]:
    """Return what is known of a page, by sort, as `read_structure` has it."""
    pieces = [
        *known.words,
        *known.headings,
        *(words for _, words in known.items),
        *(cell for row in known.rows for cell in row),
    ]
    return {
        "words": Counter(" ".join(pieces).casefold().split()),
        "headings": Counter(known.headings),
        "items": Counter(known.items),
        "rows": Counter(known.rows),
        "links": Counter(known.links),
        "pictures": Counter(known.pictures),
    }


def shares(documents: Iterable[Document], convert: Convert) -> dict[str, float]:
    """Return the figure of each sort of structure over documents."""
    right, there, wanted = Counter[str](), Counter[str](), Counter[str]()
    for document in documents:
        pages = convert(document)
        for number, known in enumerate(document.known):
            structure = read_structure(pages[number] if number < len(pages) else "", known.title)
            if convert is not own_pages:  # whose title stands in a field
                structure["words"] -= Counter(known.title.casefold().split())
            for sort, expected in known_structure(known).items():
                right[sort] += (structure[sort] & expected).total()
                there[sort] += structure[sort].total()
                wanted[sort] += expected.total()
    return {sort: 2 * right[sort] / max(1, there[sort] + wanted[sort]) for sort in SORTS}


def main(arguments: Sequence[str]) -> None:
    """Print the table: a row for each sort of document and program."""
    others = dict(zip(arguments[1::3], arguments[2::3], strict=True))
    programs = {"import": own_pages} | {name: pages_of_command(command) for name, command in others.items()}
    documents = list(make_documents())
    print(f"{'':22}" + "".join(f"{sort:>10}" for sort in SORTS))
    for ending in ("docx", "html", "xml"):
        chosen = [document for document in documents if document.name.endswith(ending)]
        for name, convert in programs.items():
            figures = shares(chosen, convert)
            print(f"{ending:6}{name:16}" + "".join(f"{figures[sort]:10.3f}" for sort in SORTS))


def _plain(element: Tag) -> str:
    return " ".join(element.get_text().split())


def _own_text(item: Tag) -> str:
    """Return the text of an item without that of lists in it."""
    texts = (text for text in item.find_all(string=True) if text.find_parent("li") is item)
    return " ".join("".join(texts).split())


if __name__ == "__main__":
    main(sys.argv[1:])
