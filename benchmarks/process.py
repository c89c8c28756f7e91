"""Measure a command as a whole process: wall and CPU seconds, and the memory of its process tree."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import psutil

_SAMPLE_SECONDS = 0.05
_MB = 1_000_000


class Measure(NamedTuple):
    """What a command took: seconds of wall clock, seconds of CPU (user and system, with children), and megabytes.

    `mb` is the largest sum over the process tree that sampling saw, `largest_mb` the largest single process.
    """

    wall: float
    cpu: float
    mb: float
    largest_mb: float


def measure(command: Sequence[str], folder: Path) -> Measure:
    """Run a command to its end in a folder, and measure it.

    Raises:
        subprocess.CalledProcessError: the command failed; its output is on stderr.
    """
    before = os.times()
    started = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as child:
        memory = _MemoryPeak(child.pid)
        output = child.communicate()[0]
        wall = time.perf_counter() - started
        mb, largest = memory.stop()
    after = os.times()
    if child.returncode:
        sys.stderr.write(output.decode(errors="replace"))
        raise subprocess.CalledProcessError(child.returncode, command)
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Measure(round(wall, 3), round(cpu, 3), round(mb / _MB, 1), round(largest / _MB, 1))


class _MemoryPeak:
    """Samples the memory of a process tree from a thread."""

    def __init__(self, pid: int) -> None:
        self._sum = self._largest = 0
        self._done = threading.Event()
        self._process = psutil.Process(pid)
        self._thread = threading.Thread(target=self._sample, daemon=True)
        self._thread.start()

    def stop(self) -> tuple[int, int]:
        self._done.set()
        self._thread.join()
        return self._sum, self._largest

    def _sample(self) -> None:
        while True:
            try:
                sizes = [p.memory_info().rss for p in (self._process, *self._process.children(recursive=True))]
            except psutil.Error:
                sizes = []
            self._sum = max(self._sum, sum(sizes))
            self._largest = max(self._largest, max(sizes, default=0))
            if self._done.wait(_SAMPLE_SECONDS):
                return
