"""Measure what hostile files cost to read, each in a process of its own: `bench --hostile`.

To read one of them, which `run` and the tests do with limits:

    python -m benchmarks.hostile "body: loose list" 1000000
"""

import json
import sys
from typing import get_args

from benchmarks.hostile_files import HostileFile, hostile_files
from benchmarks.process import Measure, measure
from sitegen.assets.active_content import find_active_content
from sitegen.assets.films.captions import read_captions
from sitegen.building import PROJECT
from sitegen.config import read_config
from sitegen.content.page_parser import parse_page
from sitegen.model.kinds import KindId

SIZE = 1_000_000
_SHOWN = 10


def run(*, as_json: bool, size: int = SIZE) -> int:
    """Measure each file, print the costliest (as one line of JSON if asked: all), and return the exit code."""
    measures = {name: measure(command_of(name, size), PROJECT) for name in hostile_files()}
    if as_json:
        print(json.dumps({"bytes": size, "files": {name: one._asdict() for name, one in measures.items()}}))
        return 0
    print(f"{len(measures)} files of {size:,} bytes")
    for what in ("cpu", "mb"):
        print(f"most {what}:")
        for name in sorted(measures, key=lambda name: -getattr(measures[name], what))[:_SHOWN]:
            print(f"  {name:40} {_shown(measures[name])}")
    return 0


def command_of(name: str, size: int) -> list[str]:
    """Return the command that reads one file."""
    return [sys.executable, "-m", "benchmarks.hostile", name, str(size)]


def read(file: HostileFile, size: int) -> int:
    """Read a hostile file of about `size` bytes as a build does; return how many problems are told."""
    data = file.data(size)
    folder, _, path = file.path.partition("/")
    if folder == "content":
        kind = next(kind for kind in get_args(KindId) if path.startswith(f"{kind}/"))
        return len(parse_page(path, data, kind)[1])
    if file.path.endswith(".vtt"):
        return len(read_captions(data, file.path)[1])
    if file.path.endswith(".svg"):
        return bool(find_active_content(data))
    return len(read_config(data)[1])


def _shown(one: Measure) -> str:
    return f"{one.cpu:7.2f} CPU s  {one.mb:6.0f} MB"


if __name__ == "__main__":
    name, size = sys.argv[1:]
    print(read(hostile_files()[name], int(size)), "problems")
