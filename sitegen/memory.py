"""The most memory that this process and its children held together, sampled."""

import sys
import threading

_SECONDS_BETWEEN_SAMPLES = 0.1
_SECONDS_BEFORE_FIRST = 0.5
_MB = 1_000_000


class PeakMemory:
    """Samples from a thread of its own, after half a second: shorter runs have no children worth counting."""

    def __init__(self) -> None:
        self._peak = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._sample, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        """Stop sampling; return the peak in MB (of 1,000,000 bytes)."""
        self._done.set()
        self._thread.join()
        return round(max(self._peak, _own_peak()) / _MB, 1)

    def _sample(self) -> None:
        if self._done.wait(_SECONDS_BEFORE_FIRST):
            return
        import psutil

        here = psutil.Process()
        while not self._done.wait(_SECONDS_BETWEEN_SAMPLES):
            total = 0
            for process in (here, *here.children(recursive=True)):
                try:
                    total += process.memory_info().rss
                except psutil.Error:
                    continue
            self._peak = max(self._peak, total)


def _own_peak() -> int:
    if sys.platform == "win32":
        import psutil

        peak: int = psutil.Process().memory_info().peak_wset
        return peak
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
