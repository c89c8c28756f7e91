"""Ends a block of code that computes for too long."""

import signal
from _thread import interrupt_main
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from time import process_time

LOOKS = 10
"""How often the clock is looked at before the time is up."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """End the block, which must run in the main thread, with a TimeoutError after some CPU seconds of this process.

    A thread looks at the clock, not a timer of the system: not every system on which tests run sends SIGPROF, and an
    endless loop would then hold up the whole run.
    """

    def end(*_: object) -> None:
        raise TimeoutError(f"this takes more than {seconds} seconds")

    def watch() -> None:
        while not is_over.wait(seconds / LOOKS):
            if process_time() >= last:
                interrupt_main(signal.SIGUSR1)  # runs the handler as if the signal had come
                return

    is_over, last = Event(), process_time() + seconds
    watcher = Thread(target=watch, daemon=True)
    before = signal.signal(signal.SIGUSR1, end)
    watcher.start()
    try:
        yield
    finally:
        is_over.set()
        watcher.join()
        signal.signal(signal.SIGUSR1, before)
