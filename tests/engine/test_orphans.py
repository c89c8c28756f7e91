"""Workers end with the build that started them, whatever ends it."""

import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).resolve().parents[2]
PARENT = """
import os, signal, time
from sitegen.engine.workers import process_executor

if __name__ == "__main__":
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)  # a suite that was started in the background ignores some
    executor = process_executor(2, "tests.engine.toy:RULES")
    pids = {executor.submit(os.getpid).result() for _ in range(20)}
    executor.submit(time.sleep, 600)
    executor.submit(time.sleep, 600)
    print(*pids, flush=True)
    time.sleep(600)
"""
SECONDS = 20


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX; the sentinel that is waited for is not")
@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGHUP"])
def test_workers_end_with_a_parent_that_is_killed(tmp_path: Path, name: str) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT, "utf-8")
    with subprocess.Popen(
        [sys.executable, str(script)], env={"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        pids = [int(word) for word in parent.stdout.readline().split()]
        workers = [psutil.Process(pid) for pid in pids]
        assert workers
        parent.send_signal(getattr(signal, name))
        try:
            parent.wait(SECONDS)
        finally:
            parent.kill()
        _, alive = psutil.wait_procs(workers, SECONDS)
        for worker in alive:
            worker.kill()
    assert alive == []
