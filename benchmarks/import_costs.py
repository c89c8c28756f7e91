"""Measure what it costs to bring in a folder of web pages, as a whole process: `bench --imports`.

To bring in a folder once, into a site of the shipped settings, without writing:

    python -m benchmarks.import_costs FOLDER
"""

import json
import sys
import tempfile
from itertools import count, islice
from pathlib import Path

from benchmarks.import_documents import make_documents
from benchmarks.process import measure
from sitegen.building import PROJECT
from sitegen.commands.import_sources import run as bring_in

PAGES = 1_000


def run(*, as_json: bool, pages: int = PAGES) -> int:
    """Measure, print (as one line of JSON if asked), and return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        write_pages(Path(folder), pages)
        measured = measure([sys.executable, "-m", "benchmarks.import_costs", folder], PROJECT)
    if as_json:
        print(json.dumps({"pages": pages, "import": measured._asdict()}))
    else:
        print(f"{pages:,} web pages: {measured.wall:.1f} s, {measured.cpu:.1f} CPU s, {measured.mb:.0f} MB")
    return 0


def write_pages(folder: Path, pages: int) -> None:
    """Write made-up web pages into a folder, each with a title of its own."""
    documents = ((seed, one) for seed in count() for one in make_documents(seed) if one.name.endswith(".html"))
    for seed, document in islice(documents, pages):
        (folder / f"{seed}-{document.name}").write_bytes(document.data)


if __name__ == "__main__":
    bring_in(PROJECT, sys.argv[1:], sys.stdin.buffer, lambda _line: None, is_dry=True)
