"""Says what Ctrl-C does to the processes that a test starts, whatever the run itself was started with."""

import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def inherited(handler: signal.Handlers) -> Iterator[None]:
    """Let processes started in the block inherit what SIGINT does to them.

    A shell starts its background jobs with SIGINT ignored, and every process below inherits that.
    """
    before = signal.signal(signal.SIGINT, handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def killed_at_last(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> Iterator[None]:
    """Kill a process at the end of the block, if it has not ended: a test that fails must not wait for it."""
    try:
        yield
    finally:
        process.kill()
