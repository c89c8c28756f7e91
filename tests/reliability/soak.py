"""Keeps a preview running through many edits, with a page open: each edit is shown, and its memory stays as it is.

.venv/bin/python -m tests.reliability.soak --edits 300 --site small
"""

import asyncio
import json
import random
import re
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from asyncio import Queue
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import NamedTuple
from urllib.request import urlopen

import psutil
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from sitegen.building import PROJECT
from tests.interrupts import killed_at_last
from tests.reliability.random_edits import SITES

PATIENCE = 120.0
WARM_UP = 0.3
SERVE = """
import sys
from sitegen.cli import main
main(["serve", "--site", sys.argv[1], "--port", "0"])
"""


class Soaked(NamedTuple):
    """The memory of a preview and its processes (bytes) after each edit; whether it is still the same process."""

    memory: list[int]
    is_running: bool

    @property
    def growth(self) -> float:
        """How much more memory it had at most after the warm-up than at the end of that: 0.1 is a tenth."""
        start = int(len(self.memory) * WARM_UP)
        return max(self.memory[start:]) / max(self.memory[:start]) - 1


def soak(site: Path, seed: int, edits: int) -> Soaked:
    """Preview a site with an open page while it is edited; each edit must be shown before the next."""
    with serving(site) as (process, address):
        with ThreadPoolExecutor(1) as thread:  # a browser that tests share may run a loop in this one
            memory = thread.submit(_run, site, seed, edits, process.pid, address).result()
        return Soaked(memory, process.poll() is None)


def _run(site: Path, seed: int, edits: int, pid: int, address: str) -> list[int]:
    return asyncio.run(_edit_and_watch(site, seed, edits, pid, address))


async def _edit_and_watch(site: Path, seed: int, edits: int, pid: int, address: str) -> list[int]:
    chance = random.Random(seed)  # noqa: S311 - edits, not secrets
    pages = {path: path.read_text("utf-8") for path in sorted((site / "content").glob("stories/*.md"))}
    arrived: Queue[str | bytes | None] = Queue()
    origin = address.partition("//")[2].partition("/")[0]
    request = HTTPRequest(f"ws://{origin}/__preview/socket", headers={"Origin": f"http://{origin}"})
    connection = await websocket_connect(request, on_message_callback=arrived.put_nowait)
    await connection.write_message(json.dumps({"command": "info", "url": address}))
    memory = []
    for number in range(edits):
        path = chance.choice(list(pages))
        path.write_text(f"{pages[path]}\nThis is edit {number}.\n", "utf-8")
        shown = f"{address}stories/{path.stem}/"
        async with asyncio.timeout(PATIENCE):
            while f"This is edit {number}." not in await asyncio.to_thread(read, shown):
                assert await arrived.get() is not None, "the preview closed the connection"
        memory.append(memory_of(pid))
    connection.close()
    await arrived.get()  # its end
    return memory


def read(address: str) -> str:
    """Return the text of a page."""
    with urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - an address of this machine
        text: str = answer.read().decode()
        return text


def memory_of(pid: int) -> int:
    """Return the memory (bytes) that a process and those below it hold."""
    first = psutil.Process(pid)
    return sum(process.memory_info().rss for process in [first, *first.children(recursive=True)])


@contextmanager
def serving(site: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """Yield a preview as a process of its own, and its address, with a slash at its end."""
    words = [sys.executable, "-c", SERVE, str(site)]
    with (
        subprocess.Popen(words, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as process,
        killed_at_last(process),
    ):
        assert process.stdout is not None
        address = ""
        while not address:
            line = process.stdout.readline()
            assert line, "the preview ended"
            said = re.match(r"Preview: (\S+/)", line)
            address = said[1] if said else ""
        Thread(target=process.stdout.read, daemon=True).start()  # so that the pipe is never full
        yield process, address


def main() -> int:
    """Run from the command line; return the exit code."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--site", choices=sorted(SITES), default="small")
    parser.add_argument("--edits", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        SITES[chosen.site](Path(folder) / "work")
        soaked = soak(Path(folder) / "work" / "site", chosen.seed, chosen.edits)
    print(  # noqa: T201
        f"seed {chosen.seed}: {chosen.edits} edits of {chosen.site}, all shown; memory "
        f"{soaked.memory[0] / 1e6:.0f} MB at first, {soaked.memory[-1] / 1e6:.0f} MB at the end, "
        f"{soaked.growth:+.1%} after the warm-up; {'running' if soaked.is_running else 'ended'}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
